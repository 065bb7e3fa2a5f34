import { z } from "zod";
import { unitKinds } from "#app/features/agencies/types.ts";

const reason = z.string().trim().min(10).max(600);

export const nameInput = z.strictObject({
  name: z.string().trim().min(3).max(200),
  validFrom: z.iso.date(),
  source: z.string().trim().min(5).max(300),
});

/** The agency that takes the other in, by its official code. */
export const mergeInput = z.strictObject({ into: z.string().trim().min(1).max(24), reason });

const unit = { name: z.string().trim().min(2).max(160), kind: z.enum(unitKinds), parentId: z.string().max(64) };

export const unitInput = z.strictObject(unit);
export const unitChangeInput = z.strictObject({ ...unit, closed: z.enum(["yes"]).optional() });
