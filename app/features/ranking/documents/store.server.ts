import { and, eq, isNull } from "drizzle-orm";
import type { ListDocumentId } from "#app/features/ranking/documents/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { rankingDocuments } from "#db/schema/list-records.ts";

type Reach = Pick<Ctx, "db">;
export type DocumentRecord = typeof rankingDocuments.$inferInsert;

export function insertDocument(ctx: Reach, document: DocumentRecord): void {
  ctx.db.insert(rankingDocuments).values(document).run();
}

/** Notes who checked a scan; refuses `ranking.scanChecked` when somebody was faster. */
export function saveCheck(ctx: Reach, id: ListDocumentId, check: { checkedBy: Id<"user">; checkedAt: number }): void {
  const open = and(eq(rankingDocuments.id, id), isNull(rankingDocuments.checkedAt));
  if (ctx.db.update(rankingDocuments).set(check).where(open).run().changes !== 1) throw new DomainError("ranking.scanChecked", { kind: "conflict" });
}
