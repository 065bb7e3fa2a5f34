import { z } from "zod";
import { ownPath } from "#app/lib/own-path.ts";

const email = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());
const password = z.string().min(1).max(256);
const code = z.string().trim().min(1).max(40);

/** An address inside this site to come back to; anything else becomes the start page. */
const backTo = z
  .string()
  .optional()
  .transform((text) => ownPath(text) ?? "/home");

export const signInInput = z.strictObject({ email, password, to: backTo });
export const inPlaceInput = z.strictObject({ email, password, code: code.optional().or(z.literal("").transform(() => undefined)) });
export const codeInput = z.strictObject({ code, to: backTo });

/** Password or code: one of them is enough. */
export const proofInput = z
  .strictObject({ password: z.string().max(256).default(""), code: z.string().trim().max(40).default(""), to: backTo })
  .refine((proof) => proof.password !== "" || proof.code !== "", { path: ["password"], message: "required" });
