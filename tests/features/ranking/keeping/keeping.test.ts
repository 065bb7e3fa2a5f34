import { asc, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { prepareList } from "#app/features/ranking/computing/operations.server.ts";
import { keepParts } from "#app/features/ranking/keeping/operations.server.ts";
import { computeList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { findCurrentList, getList, listLists } from "#app/features/ranking/queries.server.ts";
import { getListDocument, getListPage } from "#app/features/ranking/tables/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { rankingAssessors, rankingLists, rankingPeers, rankingRows, rankingVersions } from "#db/schema/ranking.ts";
import { makeCalibrated, minutes } from "#tests/features/ranking/scene.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";

const parts = { from: 1, size: 2 };

/** A list that was computed at once and stands, and may be computed anew in parts. */
function computed() {
  const scene = makeCalibrated();
  const ctx = scene.as(scene.organiser);
  const key = { editionId: scene.editionId, listKey: "top2" };
  return { scene, ctx, key, again: () => computeList(ctx, { ...key, parts }) };
}

const rowsOf = (ctx: Ctx, listId: ListId) =>
  ctx.db.select().from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(asc(rankingRows.rank)).all().map(({ listId: _listId, ...row }) => row);
const foundOf = (ctx: Ctx, listId: ListId) => ctx.db.select().from(rankingAssessors).where(eq(rankingAssessors.listId, listId)).all().map(({ listId: _listId, ...row }) => row);
const peersOf = (ctx: Ctx, listId: ListId) => ctx.db.select().from(rankingPeers).where(eq(rankingPeers.listId, listId)).all().map(({ listId: _listId, ...row }) => row);
const acts = (ctx: Ctx, after = 0): string[] => ctx.db.select().from(auditEntries).where(like(auditEntries.action, "ranking.%")).all().flatMap(({ seq, action }) => (seq > after ? [action] : []));
const seqOf = (ctx: Ctx): number => Math.max(...ctx.db.select({ seq: auditEntries.seq }).from(auditEntries).all().map(({ seq }) => seq));
/** What the log finds wrong of the rows of lists: the scene writes its sheets past it. */
const faultsOf = (ctx: Ctx): string[] => examineLog(ctx).named.flatMap(({ table }) => (table?.startsWith("ranking") ? [table] : []));

/** Lets the database fail at the row of a rank, as a machine that stops would. */
function breakAt(ctx: Ctx, rank: number): () => void {
  ctx.db.$client.exec(`create temp trigger power before insert on main.ranking_rows when new.rank = ${rank} begin select raise(abort, 'no power'); end`);
  return () => void ctx.db.$client.exec("drop trigger power");
}

describe("a version written in parts", () => {
  it("is what it would be at once: rows, assessors, groups of peers, and every row in the log", () => {
    const { ctx, scene, again } = computed();
    const after = seqOf(ctx);
    const listId = again();
    expect(rowsOf(ctx, listId)).toEqual(rowsOf(ctx, scene.listId));
    expect([foundOf(ctx, listId), peersOf(ctx, listId)]).toEqual([foundOf(ctx, scene.listId), peersOf(ctx, scene.listId)]);
    const { version, status, ...list } = getList(ctx, listId);
    expect([version, status, list.model]).toEqual([2, "draft", getList(ctx, scene.listId).model]);
    expect(getList(ctx, scene.listId).status).toBe("superseded");
    const count = rowsOf(ctx, listId).length;
    expect(count).toBeGreaterThan(2);
    expect(acts(ctx, after)).toEqual(["ranking.keep", ...Array.from({ length: Math.ceil(count / 2) }, () => "ranking.keepPart"), "ranking.compute"]);
    expect(faultsOf(ctx)).toEqual([]);
  });

  it("is nowhere before its last part: the one that stood stands, and its id leads to nothing", () => {
    const { ctx, scene, key } = computed();
    const before = [findCurrentList(ctx, key), getListPage(ctx, key), listLists(ctx, key.editionId), ctx.db.select().from(rankingLists).all()];
    const kept = keepParts(ctx, prepareList(ctx, key), 2);
    expect(rowsOf(ctx, kept.id)).toEqual(rowsOf(ctx, scene.listId));
    expect([findCurrentList(ctx, key), getListPage(ctx, key), listLists(ctx, key.editionId), ctx.db.select().from(rankingLists).all()]).toEqual(before);
    expect([refusalOf(() => getList(ctx, kept.id)), refusalOf(() => getListDocument(ctx, kept.id))]).toEqual(["ranking.listUnknown", "ranking.listUnknown"]);
    expect(refusalOf(() => signMinutes(scene.as(scene.chair), { listId: kept.id, ...minutes }))).toBe("ranking.listUnknown");
  });

  it("goes on where it was broken off", () => {
    const { ctx, scene, again } = computed();
    const mend = breakAt(ctx, 3);
    expect(again).toThrow("no power");
    mend();
    const after = seqOf(ctx);
    const listId = again();
    expect(rowsOf(ctx, listId)).toEqual(rowsOf(ctx, scene.listId));
    expect(acts(ctx, after)).toEqual([...Array.from({ length: Math.ceil(rowsOf(ctx, listId).length / 2) - 1 }, () => "ranking.keepPart"), "ranking.compute"]);
    expect([getList(ctx, listId).version, faultsOf(ctx)]).toEqual([2, []]);
  });

  it("is taken away when something else comes of it by then, and the log says so", () => {
    const { ctx, scene, key, again } = computed();
    const mend = breakAt(ctx, 3);
    expect(again).toThrow("no power");
    mend();
    const left = ctx.db.select({ id: rankingVersions.id }).from(rankingVersions).where(eq(rankingVersions.version, 0)).get()?.id as ListId;
    const other = scene.as({ ...scene.organiser, userId: scene.chair.userId });
    const listId = computeList(other, { ...key, parts });
    expect([rowsOf(ctx, left), foundOf(ctx, left), peersOf(ctx, left)]).toEqual([[], [], []]);
    expect(ctx.db.select({ id: rankingVersions.id }).from(rankingVersions).all().map(({ id }) => id).sort()).toEqual([scene.listId, listId].sort());
    expect([acts(ctx).filter((act) => act === "ranking.dropKept").length, faultsOf(ctx)]).toEqual([2, []]);
  });

  it("leaves nothing behind when a sheet changed while it was written", () => {
    const { ctx, scene, key } = computed();
    ctx.db.$client.exec("create temp trigger meanwhile after insert on main.ranking_rows when new.rank = 3 begin update score_sheets set revision = revision + 1 where id = (select min(id) from score_sheets); end");
    expect(refusalOf(() => computeList(ctx, { ...key, parts }))).toBe("ranking.sheetsChanged");
    expect(ctx.db.select({ id: rankingVersions.id }).from(rankingVersions).all()).toEqual([{ id: scene.listId }]);
    expect(rowsOf(ctx, scene.listId).length).toBe(ctx.db.select().from(rankingRows).all().length);
    expect(findCurrentList(ctx, key)?.id).toBe(scene.listId);
  });
});
