import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { findScan } from "#app/features/ranking/documents/queries.server.ts";
import type { ListDocumentId, Scan } from "#app/features/ranking/documents/types.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { signaturesNeeded, signedOf, standingReadings } from "#app/features/ranking/signers/rules.ts";
import type { PanelSeat, Presence, Reading, SignedHere, SignerLine } from "#app/features/ranking/signers/types.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { rankingSigners } from "#db/schema/list-records.ts";

type Reach = Pick<Ctx, "db">;
type Signed = Pick<RankingList, "id" | "signedBy" | "signedAt">;

/** Chairs and jurors of an edition, the chairs first: whoever has a say in its minutes. The caller has authorised. */
export function panelOf(ctx: Reach, editionId: EditionId): PanelSeat[] {
  const seats = listSeats(ctx, editionId).filter(({ role }) => role === "chair" || role === "juror");
  const chairs = new Set(seats.filter(({ role }) => role === "chair").map(({ userId }) => userId));
  const people = new Map(seats.map(({ userId, name }) => [userId, { userId, name, isChair: chairs.has(userId) }]));
  return [...people.values()].sort((a, b) => Number(b.isChair) - Number(a.isChair));
}

/** The panel as it sits, and the chair who signed here even where the seat is another's by now: who is counted for the quorum. */
export function signingPanel(ctx: Reach, { editionId, signedBy }: Pick<RankingList, "editionId" | "signedBy">): PanelSeat[] {
  const panel = panelOf(ctx, editionId);
  const isSeated = signedBy === null || panel.some(({ userId }) => userId === signedBy);
  return isSeated ? panel : [{ userId: signedBy, name: namesOf(ctx, [signedBy]).get(signedBy) ?? "", isChair: true }, ...panel];
}

/** Every reading of a scan, in order. For operations and queries that have authorised. */
export function readingsOf(ctx: Reach, documentId: ListDocumentId): Reading[] {
  const { reading, statedBy, statedAt, userId, presence, reason } = rankingSigners;
  const rows = ctx.db.select({ reading, statedBy, statedAt, userId, presence, reason }).from(rankingSigners).where(eq(rankingSigners.documentId, documentId)).orderBy(asc(reading), asc(sql`rowid`)).all();
  const readings = new Map<number, Reading>();
  for (const { userId: who, presence: how, reason: why, ...said } of rows) {
    const one = readings.get(said.reading) ?? { ...said, lines: [] };
    readings.set(said.reading, { ...one, lines: [...one.lines, { userId: who, presence: how, reason: why }] });
  }
  return [...readings.values()];
}

/** Signatures given here besides the one that made the version signed, in order. For operations and queries that have authorised. */
export const signedHere = (ctx: Reach, listId: ListId): SignedHere[] =>
  ctx.db
    .select({ userId: rankingSigners.userId, statedAt: rankingSigners.statedAt })
    .from(rankingSigners)
    .where(and(eq(rankingSigners.listId, listId), isNull(rankingSigners.documentId)))
    .orderBy(asc(rankingSigners.statedAt), asc(sql`rowid`))
    .all();

/** What a checked scan says of each member; nothing of one that nobody has checked. */
const linesOnPaper = (ctx: Reach, scan: Pick<Scan, "id" | "checkedAt"> | undefined): SignerLine[] => (scan?.checkedAt == null ? [] : (readingsOf(ctx, scan.id).at(-1)?.lines ?? []));

/** How each member stands under a version: by signatures given here, or by a checked scan. For operations and queries that have authorised. */
export function standingLines(ctx: Reach, list: Signed): SignerLine[] {
  if (list.signedBy === null) return linesOnPaper(ctx, findScan(ctx, list.id));
  const people = [list.signedBy, ...signedHere(ctx, list.id).map(({ userId }) => userId)];
  return people.map((userId) => ({ userId, presence: "signed", reason: "" }));
}

/** Everybody who has signed a version. For operations and queries that have authorised. */
export const signersOf = (ctx: Reach, list: Signed): Id<"user">[] => signedOf(standingLines(ctx, list));

/** `waits`: has not signed here yet. */
export type SignerView = { userId: Id<"user">; name: string; isChair: boolean; presence: Presence | "waits"; reason: string; at: number | null };
export type SignerPage = { signers: SignerView[]; signed: number; needed: number; onPaper: boolean };

/**
 * Who stands under a version and how, who of the panel is still waited for, and how many the edition asks for; 404 for whoever may not
 * read lists.
 */
export function getSigners(ctx: Ctx, listId: ListId): SignerPage {
  const list = getList(ctx, listId);
  if (!mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.listUnknown");
  return signerPage(ctx, list);
}

/** As getSigners, for those who have shown otherwise that they may know it. */
export function signerPage(ctx: Reach, list: RankingList): SignerPage {
  const panel = signingPanel(ctx, list);
  const { quorum } = listOf(getEdition(ctx, list.editionId).definition, list.listKey);
  const lines = standingLines(ctx, list);
  const at = new Map<string, number | null>(signedHere(ctx, list.id).map(({ userId, statedAt }) => [userId, statedAt]));
  if (list.signedBy !== null) at.set(list.signedBy, list.signedAt);
  const onPaper = list.signedBy === null && lines.length > 0;
  // Once it is published nobody is waited for any more.
  const waiting = onPaper || list.publishedAt !== null ? [] : panel.filter(({ userId }) => !lines.some((line) => line.userId === userId));
  const names = namesOf(ctx, lines.map(({ userId }) => userId));
  const chairs = new Set(panel.filter(({ isChair }) => isChair).map(({ userId }) => userId));
  const counts = (userId: Id<"user">): boolean => onPaper || list.publishedAt !== null || panel.some((seat) => seat.userId === userId);
  return {
    signers: [
      ...lines.map(({ userId, presence, reason }) => ({ userId, name: names.get(userId) ?? "", isChair: chairs.has(userId), presence, reason, at: at.get(userId) ?? null })),
      ...waiting.map((seat) => ({ ...seat, presence: "waits" as const, reason: "", at: null })),
    ],
    signed: signedOf(lines).filter(counts).length,
    needed: signaturesNeeded(quorum, onPaper ? lines.length : panel.length),
    onPaper,
  };
}

export type TableLine = SignerLine & { name: string; isChair: boolean };
export type ReadingView = { by: string; at: number; lines: TableLine[] };

/** What whoever handed in a scan read off it, and what another has read against it since; for pages of those who read lists (404). */
export function getReadings(ctx: Ctx, { listId, scan }: { listId: ListId; scan: Pick<Scan, "id" | "attachedBy"> }): { stated: ReadingView | null; against: ReadingView | null } {
  const list = getList(ctx, listId);
  if (!mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.listUnknown");
  const { stated, against } = standingReadings(readingsOf(ctx, scan.id), scan.attachedBy);
  const chairs = new Set(panelOf(ctx, list.editionId).filter(({ isChair }) => isChair).map(({ userId }) => userId));
  const people = [stated, against].flatMap((one) => (one ? [one.statedBy, ...one.lines.map(({ userId }) => userId)] : []));
  const names = namesOf(ctx, people);
  const view = ({ statedBy, statedAt, lines }: Reading): ReadingView => ({ by: names.get(statedBy) ?? "", at: statedAt, lines: lines.map((line) => ({ ...line, name: names.get(line.userId) ?? "", isChair: chairs.has(line.userId) })) });
  return { stated: stated && view(stated), against: against && view(against) };
}

export type PublicSigner = { name: string; presence: Presence };

/** Who of the panel signed a published version, was absent or abstained, for everybody: without reasons. Nothing of any other version. */
export function listPublicSigners(ctx: Reach, listId: ListId): PublicSigner[] {
  const list = getList(ctx, listId);
  if (list.status !== "provisional" && list.status !== "final") return [];
  const lines = standingLines(ctx, list);
  const names = namesOf(ctx, lines.map(({ userId }) => userId));
  return lines.map(({ userId, presence }) => ({ name: names.get(userId) ?? "", presence }));
}
