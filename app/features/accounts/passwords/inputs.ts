import { z } from "zod";
import { passwordMaximum, passwordMinimum } from "#app/features/accounts/passwords/rules.ts";

export const newPassword = z.string().min(passwordMinimum).max(passwordMaximum);

export const passwordChangeInput = z.strictObject({ currentPassword: z.string().min(1).max(passwordMaximum), password: newPassword });
