import { z } from "zod";
import { minutesSignatures } from "#app/features/ranking/documents/types.ts";
import { minutesInput } from "#app/features/ranking/inputs.ts";
import { signerFields } from "#app/features/ranking/signers/inputs.ts";

/** Minutes signed on paper, as their form sends them beside the scan. */
export const scanInput = z.strictObject({
  ...minutesInput.shape,
  signature: z.enum(minutesSignatures),
  signedOn: z.iso.date(),
  digest: z.string().trim().min(1).max(120),
  ...signerFields,
});

/** Whoever checks says which scan, and that its digest and signatures were looked at. */
export const scanCheckInput = z.strictObject({ documentId: z.string().max(60), looked: z.literal("yes"), ...signerFields });

/** Whoever handed a scan in says anew how the panel stands on it. */
export const restatingInput = z.strictObject({ documentId: z.string().max(60), ...signerFields });
