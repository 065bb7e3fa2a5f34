import { z } from "zod";
import { bands } from "#app/features/assignment/solver/types.ts";

/** `band.<category>` fields of a form as words of a person. */
export const expertiseInput = z.record(z.string().max(80), z.enum(bands));

const bound = z.string().trim().refine((text) => text === "" || /^\d{1,6}$/.test(text), "notWhole");

/** Both empty = as everybody. */
export const boundsInput = z
  .strictObject({ least: bound, most: bound })
  .refine(({ least, most }) => (least === "") === (most === ""), { message: "required", path: ["most"] })
  .transform(({ least, most }) => (least === "" ? null : { least: Number(least), most: Number(most) }));

/** The address of the table of readers; what does not fit falls back. */
export const readersSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  category: z.string().max(60).optional().catch(undefined),
  band: z.enum(["expert", "able"]).or(z.literal("").transform(() => undefined)).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
