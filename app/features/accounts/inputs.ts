import { z } from "zod";
import { passwordMinimum } from "#app/features/accounts/rules.ts";
import { ownPath } from "#app/lib/own-path.ts";

const email = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());
const newPassword = z.string().min(passwordMinimum).max(200);

/** An address inside this site to come back to; anything else becomes the start page. */
const backTo = z
  .string()
  .optional()
  .transform((text) => ownPath(text) ?? "/home");

export const signInInput = z.strictObject({ email, password: z.string().min(1).max(200), to: backTo });
export const resetRequestInput = z.strictObject({ email });
export const acceptInput = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  password: newPassword,
});
export const profileInput = z.strictObject({ name: z.string().trim().min(1).max(120), locale: z.enum(["id", "en"]) });
export const passwordChangeInput = z.strictObject({ currentPassword: z.string().min(1).max(200), password: newPassword });
