import { z } from "zod";

const section = z.string().regex(/^[\w-]{1,70}$/);

export const presenceInput = z.strictObject({ section });
export const restorationInput = z.strictObject({
  fieldKey: z.string().min(1).max(60),
  revision: z.coerce.number().int().min(1),
});
