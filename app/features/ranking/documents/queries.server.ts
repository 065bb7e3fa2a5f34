import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { takesScan } from "#app/features/ranking/documents/rules.ts";
import type { ListDocumentId, MinutesSignature, Scan } from "#app/features/ranking/documents/types.ts";
import { mayAttachMinutes, mayReadLists } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { isUnlinked } from "#app/features/ranking/waiving/rules.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { notFound } from "#app/lib/errors.ts";
import { rankingDocuments } from "#db/schema/list-records.ts";
import { rankingLists } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

const ofKind = (listId: ListId, kind: "decree" | "minutes") => and(eq(rankingDocuments.listId, listId), eq(rankingDocuments.kind, kind));

/** The scan of minutes that counts for a version: the newest. For operations and queries that have authorised. */
export function findScan(ctx: Reach, listId: ListId): Scan | undefined {
  const row = ctx.db.select().from(rankingDocuments).where(ofKind(listId, "minutes")).orderBy(desc(rankingDocuments.attachedAt), desc(sql`rowid`)).limit(1).get();
  if (!row) return undefined;
  const { id, fileName, bytes, sha256, attachedBy, attachedAt, checkedBy, checkedAt } = row;
  const said = { signature: row.signature ?? "wet", signedOn: row.signedOn ?? "", minutesNumber: row.minutesNumber ?? "", minutes: row.minutes ?? "", listDigest: row.listDigest ?? "" };
  return { id, fileName, bytes, sha256, attachedBy, attachedAt, checkedBy, checkedAt, ...said };
}

/** The checked scans of all versions of a list, by version; 404 for whoever may not read lists. */
export function listScans(ctx: Ctx, key: { editionId: EditionId; listKey: string }): Record<ListId, ListDocumentId> {
  if (!mayReadLists(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const { id, listId, kind, checkedAt, attachedAt } = rankingDocuments;
  const rows = ctx.db
    .select({ id, listId })
    .from(rankingDocuments)
    .innerJoin(rankingLists, eq(rankingLists.id, listId))
    .where(and(eq(rankingLists.editionId, key.editionId), eq(rankingLists.listKey, key.listKey), eq(kind, "minutes"), isNotNull(checkedAt)))
    .orderBy(asc(attachedAt))
    .all();
  return Object.fromEntries(rows.map((row) => [row.listId, row.id]));
}

export type ScanView = {
  id: ListDocumentId;
  attachedBy: Id<"user">;
  fileName: string;
  sha256: string;
  bytes: number;
  signature: MinutesSignature;
  signedOn: string;
  minutesNumber: string;
  minutes: string;
  attachedByName: string;
  attachedAt: number;
  checkedByName: string;
  checkedAt: number | null;
  /** The reader holds a seat that checks, and has not handed it in. */
  mayCheck: boolean;
  /** The reader handed it in, and may say anew how the panel stands on it. */
  mayRestate: boolean;
  /** The reader handed it in or checked it. */
  isParty: boolean;
};

/** The scan of a version's minutes for its page, and whether another may take its place; 404 for whoever may not read lists. */
export function getScanPage(ctx: Ctx, listId: ListId): { scan: ScanView | null; mayAttach: boolean } {
  const list = getList(ctx, listId);
  if (!mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.listUnknown");
  const scan = list.signedBy === null ? findScan(ctx, listId) : undefined;
  const maySeat = takesScan(list) && !isUnlinked(list) && mayAttachMinutes(ctx.actor, list.editionId);
  return { mayAttach: maySeat, scan: scan ? viewOf(ctx, scan, maySeat) : null };
}

function viewOf(ctx: Ctx, scan: Scan, maySeat: boolean): ScanView {
  const names = namesOf(ctx, [scan.attachedBy, scan.checkedBy].filter((one) => one !== null));
  const { id, fileName, sha256, bytes, signature, signedOn, minutesNumber, minutes, attachedAt, checkedAt } = scan;
  return {
    ...{ id, attachedBy: scan.attachedBy, fileName, sha256, bytes, signature, signedOn, minutesNumber, minutes, attachedAt, checkedAt },
    attachedByName: names.get(scan.attachedBy) ?? "",
    checkedByName: scan.checkedBy === null ? "" : (names.get(scan.checkedBy) ?? ""),
    mayCheck: maySeat && checkedAt === null && scan.attachedBy !== ctx.actor?.userId,
    mayRestate: maySeat && checkedAt === null && scan.attachedBy === ctx.actor?.userId,
    isParty: [scan.attachedBy, scan.checkedBy].some((one) => one !== null && one === ctx.actor?.userId),
  };
}

export type DecreePaper = { id: ListDocumentId; bytes: number; sha256: string };

/** The decree of a final list, which is public as the list is; null for one that has none, and of any other list. */
export function findDecree(ctx: Reach, listId: ListId): DecreePaper | null {
  if (getList(ctx, listId).status !== "final") return null;
  const { id, bytes, sha256 } = rankingDocuments;
  return ctx.db.select({ id, bytes, sha256 }).from(rankingDocuments).where(ofKind(listId, "decree")).orderBy(desc(rankingDocuments.attachedAt)).limit(1).get() ?? null;
}

export type ListPaper = { fileName: string; sha256: string; bytes: number };

/** A paper for download: the decree of a final list for everybody, a scan of minutes for those who read lists; 404 for others. */
export function getPaper(ctx: Ctx, id: ListDocumentId): ListPaper {
  const row = ctx.db.select().from(rankingDocuments).where(eq(rankingDocuments.id, id)).get();
  if (!row) throw notFound("ranking.paperUnknown");
  const list = getList(ctx, row.listId);
  const isPublic = row.kind === "decree" && list.status === "final";
  if (!isPublic && !mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.paperUnknown");
  const { slug, rehearsal } = getEdition(ctx, list.editionId);
  const kind = row.kind === "decree" ? "keputusan" : "berita-acara-bertanda-tangan";
  const fileName = `${rehearsal ? "latihan-" : ""}${kind}-${slug}-${list.listKey}-v${list.version}.pdf`;
  return { fileName, sha256: row.sha256, bytes: row.bytes };
}
