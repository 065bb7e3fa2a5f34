import { z } from "zod";
import { invitationStateNames } from "#app/features/competitions/seating/rules.ts";
import { seatRoles } from "#app/features/competitions/types.ts";

/** What the address of an edition's people may carry; anything odd becomes everybody by name. */
export const seatSearch = z.object({
  q: z.string().trim().max(100).catch("").default(""),
  held: z.enum(seatRoles).nullable().catch(null).default(null),
  state: z.enum(invitationStateNames).nullable().catch(null).default(null),
  sort: z.enum(["name", "role", "organisation", "state"]).catch("name").default("name"),
  dir: z.enum(["asc", "desc"]).catch("asc").default("asc"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type SeatSearch = z.infer<typeof seatSearch>;
