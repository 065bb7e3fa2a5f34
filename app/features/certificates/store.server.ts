import { and, eq, isNull, like, max, ne } from "drizzle-orm";
import type { Certificate, CertificateId } from "#app/features/certificates/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction, isUniqueViolation } from "#db/client.server.ts";
import { certificates } from "#db/schema/certificates.ts";

export function insertCertificate(ctx: Ctx, certificate: Certificate): void {
  try {
    ctx.db.insert(certificates).values(certificate).run();
  } catch (error) {
    if (!isUniqueViolation(error, "certificates.")) throw error;
    throw new DomainError("certificates.alreadyIssued", { kind: "conflict" });
  }
}

/** Proposals of the list that have their certificate already. */
export function findIssued(ctx: Ctx, listId: ListId): Set<string> {
  const rows = ctx.db.select({ id: certificates.proposalId }).from(certificates).where(eq(certificates.listId, listId)).all();
  return new Set(rows.map((row) => row.id));
}

/** Whether another edition has issued serial numbers beginning so. */
export const isPrefixTaken = (ctx: Ctx, editionId: EditionId, prefix: string): boolean =>
  ctx.db
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(like(certificates.serial, `${prefix}/%`), ne(certificates.editionId, editionId)))
    .limit(1)
    .get() !== undefined;

/** Last number given below a prefix; 0 before the first. */
export const lastSequence = (ctx: Ctx, editionId: EditionId, prefix: string): number =>
  ctx.db
    .select({ last: max(certificates.sequence) })
    .from(certificates)
    .where(and(eq(certificates.editionId, editionId), like(certificates.serial, `${prefix}/%`)))
    .get()?.last ?? 0;

/** Marks as revoked; false when it already was. */
export const markRevoked = (ctx: Ctx, id: CertificateId, reason: string): boolean =>
  ctx.db
    .update(certificates)
    .set({ revokedAt: ctx.now, revokedReason: reason })
    .where(and(eq(certificates.id, id), isNull(certificates.revokedAt)))
    .run().changes === 1;

/** Remembers the printed file; the first one stays. */
export function keepPdf(ctx: Ctx, id: CertificateId, sha256: string): void {
  inTransaction(ctx, () => {
    ctx.db
      .update(certificates)
      .set({ pdfSha256: sha256 })
      .where(and(eq(certificates.id, id), isNull(certificates.pdfSha256)))
      .run();
  });
}
