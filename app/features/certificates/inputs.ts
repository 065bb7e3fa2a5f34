import { z } from "zod";

export const issuanceInput = z.strictObject({ list: z.string().min(1).max(60), listId: z.string().max(60) });

/** The reason is shown to everybody who verifies the certificate. */
export const revocationInput = z.strictObject({ reason: z.string().trim().min(20).max(600) });

/** Search of the public page; whatever is typed is answered by a verdict, never by an error. */
export const verifySearch = z.object({ code: z.string().trim().max(80).catch("") });

/** Search string of the certificates page; anything odd falls back. */
export const certificateTableInput = z.object({
  q: z.string().trim().max(100).catch(""),
  list: z.string().max(60).catch(""),
  state: z.enum(["all", "valid", "revoked"]).catch("all"),
  sort: z.enum(["serial", "title", "agency", "issuedAt"]).catch("serial"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type CertificateTableInput = z.infer<typeof certificateTableInput>;

export const claimInput = z.strictObject({
  kind: z.literal("anugerah.certificate/1"),
  rehearsal: z.boolean(),
  serial: z.string(),
  code: z.string(),
  issuedAt: z.number(),
  edition: z.strictObject({
    slug: z.string(),
    name: z.strictObject({ id: z.string(), en: z.string() }),
    year: z.number(),
    organiser: z.strictObject({ id: z.string(), en: z.string() }),
    zone: z.string(),
  }),
  award: z.strictObject({ list: z.string(), name: z.strictObject({ id: z.string(), en: z.string() }) }),
  recipient: z.strictObject({ agencyCode: z.string(), agency: z.string(), unit: z.string() }),
  innovation: z.strictObject({ number: z.string(), title: z.string() }),
  decree: z.strictObject({ number: z.string(), date: z.string() }),
});
