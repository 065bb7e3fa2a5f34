import { eq } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { certificates } from "#db/schema/certificates.ts";

/** Whether this content is a certificate as it was printed. For the act that takes files away. */
export const holdsFile = ({ db }: Pick<Ctx, "db">, sha256: string): boolean =>
  db.select({ id: certificates.id }).from(certificates).where(eq(certificates.pdfSha256, sha256)).get() !== undefined;
