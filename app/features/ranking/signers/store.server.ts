import type { ListDocumentId } from "#app/features/ranking/documents/types.ts";
import type { SignerLine } from "#app/features/ranking/signers/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { rankingSigners } from "#db/schema/list-records.ts";

export type NewReading = { listId: ListId; documentId: ListDocumentId; reading: number; lines: readonly SignerLine[]; statedBy: Id<"user"> };

export function insertReading(ctx: Ctx, { lines, ...said }: NewReading): void {
  ctx.db.insert(rankingSigners).values(lines.map((line) => ({ id: ctx.newId("signer"), ...said, ...line, statedAt: ctx.now }))).run();
}

/** A signature given here by the acting person. */
export function insertSignature(ctx: Ctx, { listId, userId }: { listId: ListId; userId: Id<"user"> }): void {
  const here = { documentId: null, reading: 0, presence: "signed", reason: "" } as const;
  ctx.db.insert(rankingSigners).values({ id: ctx.newId("signer"), listId, ...here, userId, statedBy: userId, statedAt: ctx.now }).run();
}
