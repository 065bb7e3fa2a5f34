import { and, asc, desc, eq } from "drizzle-orm";
import type { Proofs } from "#app/features/audit/proofs/types.ts";
import { proveEntries } from "#app/features/audit/proofs/queries.server.ts";
import { withoutRecords } from "#app/features/audit/proofs/rules.ts";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import { packArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { findOrigin, readInputs } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import { withManifest } from "#app/features/ranking/bundle/rules.ts";
import type { BundleList, Change } from "#app/features/ranking/bundle/types.ts";
import { mayReadBundle } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { auditCheckpoints } from "#db/schema/audit.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/**
 * The result bundle of a published version as a ZIP, equal however often it is made: the inputs as they were when the version was
 * computed, its rows, what the edition was bound to, and proofs that the log holds it. Everybody may have that of a final list; of
 * one under examination secretariat, chair and auditors, but nobody who may not judge one of its entries. 404 for others, and for a version from
 * before inputs were kept.
 */
export function getBundle(ctx: Ctx, listId: ListId): { bytes: Buffer; list: RankingList } {
  const list = getBundled(ctx, listId);
  return { bytes: packBundle(ctx, listId), list };
}

/** The version whose bundle the reader may have: 404 for others, as `getBundle`. */
export function getBundled(ctx: Ctx, listId: ListId): RankingList {
  if (!hasBundle(ctx, listId)) throw notFound("ranking.listUnknown");
  return getList(ctx, listId);
}

/** The bytes of the bundle; with the marks of a full year they take a second or more. The caller has authorised. */
export function packBundle(ctx: Pick<Ctx, "db" | "baseUrl" | "keys">, listId: ListId): Buffer {
  const list = getList(ctx, listId);
  const origin = findOrigin(ctx, listId);
  if (!origin) throw notFound("ranking.listUnknown");
  const edition = getEdition(ctx, list.editionId);
  const commitment = findCommitment({ db: ctx.db, actor: null }, edition);
  const proofs = proofsOf(ctx, list);
  const files = {
    "inputs.json": readInputs(ctx, origin.inputs),
    "list.json": canonicalJson(listOf(ctx, list, origin)),
    ...(commitment ? { "commitment.json": canonicalJson({ format: "anugerah-commitment/1", ...commitment }) } : {}),
    ...(proofs ? { "proofs.json": canonicalJson(proofs) } : {}),
  };
  return packArchive(withManifest(files));
}

/** Whether a reader is offered the bundle of a version, for the pages that show it. */
export const hasBundle = (ctx: Ctx, listId: ListId): boolean => {
  const list = getList(ctx, listId);
  return list.publishedAt !== null && findOrigin(ctx, listId) !== undefined && isOpenTo(ctx, list);
};

function isOpenTo(ctx: Ctx, list: RankingList): boolean {
  if (list.status === "final") return true;
  return ctx.actor !== null && mayReadBundle(ctx.actor, list.editionId) && !isBarred(ctx, list, ctx.actor.userId);
}

/** Whether the person may not judge one of the entries that were ranked, whatever the source of the conflict. */
function isBarred(ctx: Ctx, { id, editionId }: RankingList, userId: Id<"user">): boolean {
  const { agencyIds, proposalIds } = listBars(ctx, { editionId, userId });
  const [agencies, entries] = [new Set<string>(agencyIds), new Set<string>(proposalIds)];
  const rows = ctx.db
    .select({ agencyId: proposals.agencyId, proposalId: proposals.id })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(eq(rankingRows.listId, id))
    .all();
  return rows.some(({ agencyId, proposalId }) => agencies.has(agencyId) || entries.has(proposalId));
}

function listOf(ctx: Reach, list: RankingList, { inputs, changes }: { inputs: string; changes: Change[] }): BundleList {
  const { id, editionId, listKey, version, status, quantity, digest, computedAt, publishedAt, objectionsCloseAt, decreeNumber, decreeDate, model, waiverReason } = list;
  return {
    ...{ format: "anugerah-result/1", id, editionId, listKey, version, status, quantity, digest, inputs, computedAt, publishedAt },
    ...{ objectionsCloseAt, decreeNumber, decreeDate, isWaived: waiverReason !== null, changes, model, rows: rowsOf(ctx, id) },
  };
}

function rowsOf(ctx: Reach, listId: ListId): BundleList["rows"] {
  const rows = ctx.db
    .select({ number: proposals.number, row: rankingRows })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(eq(rankingRows.listId, listId))
    .orderBy(asc(rankingRows.rank))
    .all();
  return rows.map(({ number, row: { listId: _listId, ...row } }) => ({ ...row, number: number ?? 0 }));
}

/** Acts whose records say what a list was, and nothing of a person but an id; of the others only that they stand in the log. */
const shown = ["ranking.signMinutes", "ranking.checkMinutes", "ranking.approve", "ranking.finalise", "competitions.commit", "competitions.revealSeed"];
const unshown = ["ranking.keep", "ranking.keepPart", "ranking.compute", "ranking.replaceEntry", "ranking.move", "ranking.attachMinutes", "ranking.readMinutes", "ranking.restateSigners", "ranking.cosignMinutes", "audit.moreRows"];

function proofsOf(ctx: Pick<Ctx, "db" | "baseUrl" | "keys">, list: RankingList): Proofs | null {
  const checkpoint = checkpointOf(ctx, list);
  if (!checkpoint) return null;
  const subjects = [{ kind: "list", id: list.id }];
  const edition = [{ kind: "edition", id: list.editionId }];
  const open = proveEntries(ctx, { subjects: [...subjects, ...edition], actions: shown, checkpoint });
  const closed = proveEntries(ctx, { subjects, actions: unshown, checkpoint });
  if (!open || !closed) return null;
  return { ...open, entries: [...open.entries, ...withoutRecords(closed).entries].sort((a, b) => a.seq - b.seq) };
}

/** The checkpoint of the act that published the version or made it final: always the same one. */
const checkpointOf = (ctx: Reach, { editionId, finalisedAt, publishedAt }: RankingList) =>
  ctx.db
    .select()
    .from(auditCheckpoints)
    .where(
      and(
        eq(auditCheckpoints.editionId, editionId),
        eq(auditCheckpoints.reason, finalisedAt === null ? "published" : "final"),
        eq(auditCheckpoints.at, finalisedAt ?? publishedAt ?? 0),
      ),
    )
    .orderBy(desc(auditCheckpoints.number))
    .limit(1)
    .get();
