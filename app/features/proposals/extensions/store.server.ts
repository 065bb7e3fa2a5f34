import { and, eq, isNull } from "drizzle-orm";
import type { Extension, ExtensionId } from "#app/features/proposals/extensions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { submissionExtensions } from "#db/schema/communications.ts";

type NewExtension = Pick<Extension, "editionId" | "agencyId" | "proposalId" | "closesAt" | "reason" | "grantedBy">;

export function insertExtension(ctx: Ctx, extension: NewExtension): ExtensionId {
  const id = ctx.newId("extension");
  ctx.db.insert(submissionExtensions).values({ id, ...extension, grantedAt: ctx.now }).run();
  return id;
}

export const findExtension = (ctx: Pick<Ctx, "db">, id: ExtensionId): Extension | undefined =>
  ctx.db.select().from(submissionExtensions).where(eq(submissionExtensions.id, id)).get();

/** False when it was taken back before. */
export const revokeRow = (ctx: Ctx, id: ExtensionId, by: { revokedBy: Extension["grantedBy"]; revokeReason: string }): boolean =>
  ctx.db
    .update(submissionExtensions)
    .set({ ...by, revokedAt: ctx.now })
    .where(and(eq(submissionExtensions.id, id), isNull(submissionExtensions.revokedAt)))
    .run().changes === 1;
