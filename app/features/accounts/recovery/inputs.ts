import { z } from "zod";

const email = z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());

export const resetRequestInput = z.strictObject({ email });
export const emailChangeInput = z.strictObject({ email });
