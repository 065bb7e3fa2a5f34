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
