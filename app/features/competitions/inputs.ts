import { z } from "zod";
import { seatRoles } from "#app/features/competitions/types.ts";

/** The last part of an edition's address. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(60)
  .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), "notASlug");

const revision = z.coerce.number().int().min(1);

export const editionInput = z.strictObject({
  presetKey: z.string().min(1).max(60),
  year: z.string().trim().min(1).pipe(z.coerce.number<string>().int().min(2000).max(2100)),
  slug,
  rehearsal: z.enum(["yes"]).optional(),
});

/** A form of gaps: a revision, and a text for each path. Which paths there are depends on the edition. */
export const gapsInput = z.object({ revision }).catchall(z.string().max(40));

export const openingInput = z.strictObject({ revision });

/** A new end of a stage, as a local time of the edition's zone, with the reason everybody will read. */
export const extensionInput = z.strictObject({
  closesAt: z.string().trim().min(1).max(40),
  reason: z.string().trim().min(10).max(600),
});

export const seatInput = z.strictObject({
  role: z.enum(seatRoles),
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().toLowerCase().min(1).max(200).pipe(z.email()),
  organisation: z.string().trim().min(1).max(160),
});
