import { z } from "zod";
import { agencyKinds } from "#app/features/agencies/types.ts";

const person = {
  email: z.string().trim().toLowerCase().min(1).max(200).pipe(z.email()),
  name: z.string().trim().min(1).max(120),
};

const unitName = z.string().trim().min(1).max(160);

/** A local admin's own form: units' writers, or a second admin. */
export const memberInput = z.strictObject({ ...person, role: z.enum(["admin", "writer"]), unit: unitName, unitId: z.string().max(64).optional() });

/** The unit a writer is confined to; empty = the whole agency. */
export const confinementInput = z.strictObject({ unitId: z.string().max(64) });

/** The secretariat's form: the first local admin of one agency. */
export const localAdminInput = z.strictObject({ ...person, agencyId: z.string().min(1).max(64), unit: unitName });

/** What the registry's address may carry; anything odd becomes the whole registry. */
export const registrySearch = z.object({
  q: z.string().trim().max(100).catch(""),
  kind: z.enum(agencyKinds).nullable().catch(null),
  province: z.string().regex(/^\d{2}$/).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
