import { asc, desc, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import {
  approveList,
  computeList,
  finaliseList,
  replaceEntry,
  signMinutes,
} from "#app/features/ranking/operations.server.ts";
import { findCurrentList, getList, listFinalRows, listPublishedLists } from "#app/features/ranking/queries.server.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { editions } from "#db/schema/competitions.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingRows } from "#db/schema/ranking.ts";
import { definition, deskRubric, interviewClosesAt, interviewRubric, month, refusalOf } from "#tests/features/ranking/edition.ts";
import { addAgency, addEntry, addSeat, addSheet, bar, makeProvisional, makeRanked, makeScene, minutes } from "#tests/features/ranking/scene.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { ListId } from "#app/features/ranking/types.ts";

const rowsOf = (ctx: Ctx, listId: ListId) =>
  ctx.db.select().from(rankingRows).where(eq(rankingRows.listId, listId)).orderBy(asc(rankingRows.rank)).all();

const shapeOf = (ctx: Ctx, listId: ListId, entries: readonly string[]): string[] =>
  rowsOf(ctx, listId).map((row) => `${entries.indexOf(row.proposalId) + 1}${row.listed ? "L" : row.reserve ? "R" : "-"}`);

const lastAction = (ctx: Ctx): string | undefined =>
  ctx.db.select({ action: auditEntries.action }).from(auditEntries).orderBy(desc(auditEntries.seq)).limit(1).get()?.action;

const decree = { decreeNumber: "SK-7/2026", decreeDate: "2026-04-01" };

describe("computing a list", () => {
  it("ranks, cuts and keeps a reserve, as a draft with a digest of its rows", () => {
    const scene = makeRanked();
    const ctx = scene.as(scene.organiser);
    const listId = computeList(ctx, { editionId: scene.editionId, listKey: "top2" });
    const list = getList(ctx, listId);
    expect([list.status, list.version, list.size, list.computedBy]).toEqual(["draft", 1, 2, scene.organiser.userId]);
    expect(list.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(shapeOf(ctx, listId, scene.entries)).toEqual(["1L", "2L", "3R", "4-"]);
    expect(rowsOf(ctx, listId).map((row) => [row.score, row.reads, row.tieBrokenBy])).toEqual([
      [9_000, 1, null],
      [8_000, 1, null],
      [7_000, 1, null],
      [6_000, 1, null],
    ]);
    expect(lastAction(ctx)).toBe("ranking.compute");
  });

  it("leaves out entries of other groups and entries that did not pass", () => {
    const scene = makeRanked();
    const { agencyId } = addAgency(scene.world, "Kabupaten Tiga");
    addEntry(scene, { agencyId, number: 5, groupKey: "khusus" });
    addEntry(scene, { agencyId, number: 6, reach: "failed" });
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(rowsOf(scene.world.ctx, listId)).toHaveLength(4);
  });

  it("is refused while a sheet of a competing entry is open, and counts only those", () => {
    const scene = makeRanked();
    const { agencyId } = addAgency(scene.world, "Kabupaten Tiga");
    const outside = addEntry(scene, { agencyId, number: 5, groupKey: "khusus" });
    addSheet(scene, { proposalId: outside, userId: scene.evaluator.userId, marks: {} }, "draft");
    const ctx = scene.as(scene.organiser);
    const input = { editionId: scene.editionId, listKey: "top2" };
    expect(refusalOf(() => computeList(ctx, input))).toBe("done");
    const second = addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator");
    addSheet(scene, { proposalId: scene.entries[0]!, userId: second.userId, marks: { kebaruan: 1 } }, "draft");
    expect(() => computeList(ctx, input)).toThrow(expect.objectContaining({ code: "ranking.sheetsOpen", params: { count: 1 } }));
    expect(findCurrentList(ctx, input)?.version).toBe(1);
  });

  it("is refused when an entry has no sheet at all", () => {
    const scene = makeRanked();
    addEntry(scene, { agencyId: addAgency(scene.world, "Kabupaten Tiga").agencyId, number: 5 });
    const work = () => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(work).toThrow(expect.objectContaining({ code: "ranking.sheetsMissing", params: { count: 1 } }));
  });

  it("is refused when an entry was read by fewer assessors than its rubric asks for, and counts such entries", () => {
    const scene = makeRanked({ rubrics: [{ ...deskRubric, readers: 2 }, interviewRubric] });
    const second = addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator");
    const read = (proposalId: (typeof scene.entries)[0]) =>
      addSheet(scene, { proposalId, userId: second.userId, marks: { kebaruan: 5_000, manfaat: 5_000 } });
    read(scene.entries[0]!);
    const work = () => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(work).toThrow(expect.objectContaining({ code: "ranking.readersMissing", params: { count: 3 } }));
    for (const proposalId of scene.entries.slice(1)) read(proposalId);
    expect(refusalOf(work)).toBe("done");
  });

  it("is refused until its stages have closed, to the millisecond", () => {
    const scene = makeRanked();
    const at = (now: number) => () => computeList(scene.as(scene.organiser, now), { editionId: scene.editionId, listKey: "top2" });
    const time = { at: month(3) - 60_000, zone: "Asia/Jakarta" };
    const stage = definition.stages.find(({ key }) => key === "desk")?.name;
    expect(at(month(3) - 1)).toThrow(expect.objectContaining({ code: "ranking.stageOpen", params: { stage, time } }));
    expect(refusalOf(at(month(3)))).toBe("done");
  });

  it("stores nothing when a sheet has changed since it was read", () => {
    const scene = makeRanked();
    const ctx = scene.as(scene.organiser);
    const client = ctx.db.$client;
    const exec = client.exec.bind(client);
    const input = { editionId: scene.editionId, listKey: "top2" };
    const meanwhile = vi.spyOn(client, "exec").mockImplementationOnce((statement) => {
      exec("update score_sheets set revision = revision + 1 where id = (select min(id) from score_sheets)");
      return exec(statement);
    });
    expect(refusalOf(() => computeList(ctx, input))).toBe("ranking.sheetsChanged");
    meanwhile.mockRestore();
    expect(findCurrentList(ctx, input)).toBe(undefined);
    expect(refusalOf(() => computeList(ctx, input))).toBe("done");
  });

  it.each([
    ["top2", "ranking.noEntries"],
    ["top9", "competitions.listUnknown"],
  ])("of %s in an empty edition is refused with %s", (listKey, code) => {
    const scene = makeScene();
    expect(refusalOf(() => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey }))).toBe(code);
  });

  it("is refused while the list it draws from is not final", () => {
    const scene = makeRanked();
    const work = () => computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top1" });
    expect(refusalOf(work)).toBe("ranking.fromNotFinal");
  });

  it("again supersedes an unpublished version and never a published one", () => {
    const scene = makeRanked();
    const ctx = scene.as(scene.organiser);
    const input = { editionId: scene.editionId, listKey: "top2" };
    const first = computeList(ctx, input);
    const second = computeList(ctx, input);
    signMinutes(scene.as(scene.chair), { listId: second, ...minutes });
    const third = computeList(ctx, input);
    expect([first, second, third].map((id) => getList(ctx, id).status)).toEqual(["superseded", "superseded", "draft"]);
    signMinutes(scene.as(scene.chair), { listId: third, ...minutes });
    approveList(scene.as(scene.signatory), { listId: third });
    expect(refusalOf(() => computeList(ctx, input))).toBe("ranking.cannotRecompute");
  });

  it("is refused while the rules of the list have holes", () => {
    const holes = makeRanked({ lists: definition.lists.map((list) => ({ ...list, size: null })) });
    const work = () => computeList(holes.as(holes.organiser), { editionId: holes.editionId, listKey: "top2" });
    expect(refusalOf(work)).toBe("ranking.rulesMissing");
    const unweighted = { ...deskRubric, criteria: deskRubric.criteria.map((one) => ({ ...one, weightBp: null })) };
    const hollow = makeRanked({ rubrics: [unweighted] });
    const again = () => computeList(hollow.as(hollow.organiser), { editionId: hollow.editionId, listKey: "top2" });
    expect(refusalOf(again)).toBe("scoring.weightUnknown");
  });
});

describe("the two persons", () => {
  it("signs as chair and publishes as another person", () => {
    const scene = makeProvisional();
    const list = getList(scene.world.ctx, scene.listId);
    expect([list.status, list.signedBy, list.approvedBy, list.minutesNumber]).toEqual([
      "provisional",
      scene.chair.userId,
      scene.signatory.userId,
      "BA-01/2026",
    ]);
  });

  it("refuses a signatory who computed or signed the list", () => {
    const scene = makeRanked();
    const both = addSeat(scene.world, scene.editionId, "Dua Kursi", "signatory");
    const grants = ["organiser", "chair", "signatory"].map((role) => ({ scope: "edition" as const, scopeId: scene.editionId, role }));
    const person = { ...both, grants };
    const input = { editionId: scene.editionId, listKey: "top2" };
    const computed = computeList(scene.as(person), input);
    signMinutes(scene.as(scene.chair), { listId: computed, ...minutes });
    expect(refusalOf(() => approveList(scene.as(person), { listId: computed }))).toBe("ranking.samePerson");
    const signed = computeList(scene.as(scene.organiser), input);
    signMinutes(scene.as(person), { listId: signed, ...minutes });
    expect(refusalOf(() => approveList(scene.as(person), { listId: signed }))).toBe("ranking.samePerson");
    expect(getList(scene.world.ctx, signed).status).toBe("signed");
  });

  it("refuses every step out of its order", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    const sign = () => signMinutes(scene.as(scene.chair), { listId, ...minutes });
    const approve = () => approveList(scene.as(scene.signatory), { listId });
    const finalise = () => finaliseList(scene.as(scene.organiser), { listId, ...decree });
    expect([approve, finalise, sign, sign, finalise, approve, approve, sign].map(refusalOf)).toEqual([
      "ranking.cannotApprove",
      "ranking.cannotFinalise",
      "done",
      "ranking.cannotSign",
      "ranking.cannotFinalise",
      "done",
      "ranking.cannotApprove",
      "ranking.cannotSign",
    ]);
  });
});

describe("signing with an entry of one's own", () => {
  /** A member of the agency of the n-th entry, who has left it: entries 1 and 2 are listed, 3 in reserve, 4 neither. */
  function signedBy(index: number) {
    const scene = makeScene();
    const places = ["Satu", "Dua", "Tiga", "Empat"].map((name) => addAgency(scene.world, `Kabupaten ${name}`));
    places.forEach(({ agencyId }, at) => {
      const proposalId = addEntry(scene, { agencyId, number: at + 1 });
      const mark = 9_000 - at * 1_000;
      addSheet(scene, { proposalId, userId: scene.evaluator.userId, marks: { kebaruan: mark, manfaat: mark } });
    });
    const joins = (person: Actor) => {
      const member = { agencyId: places[index]!.agencyId, userId: person.userId, role: "writer", unit: "Dinas" } as const;
      scene.world.ctx.db.insert(agencyMembers).values({ ...member, createdAt: 0, removedAt: 1 }).run();
    };
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    return { ...scene, listId, joins };
  }

  it.each([
    [0, [1]],
    [2, [3]],
    [3, []],
  ])("of place %i counted from 0 is no part of it, and the list says so: %j", (index, numbers) => {
    const chaired = signedBy(index);
    chaired.joins(chaired.chair);
    signMinutes(chaired.as(chaired.chair), { listId: chaired.listId, ...minutes });
    const said = numbers.length > 0 ? [{ act: "sign", userId: chaired.chair.userId, numbers }] : [];
    expect(getList(chaired.world.ctx, chaired.listId).abstentions).toEqual(said);
    const approved = signedBy(index);
    approved.joins(approved.signatory);
    signMinutes(approved.as(approved.chair), { listId: approved.listId, ...minutes });
    approveList(approved.as(approved.signatory), { listId: approved.listId });
    expect(getList(approved.world.ctx, approved.listId).abstentions.map(({ act, numbers: own }) => [act, own])).toEqual(numbers.length > 0 ? [["approve", numbers]] : []);
  });

  it("is not left to two persons who both may not decide of it: another one approves", () => {
    const scene = signedBy(0);
    for (const person of [scene.chair, scene.signatory]) scene.joins(person);
    signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
    expect(refusalOf(() => approveList(scene.as(scene.signatory), { listId: scene.listId }))).toBe("ranking.nobodyDecides");
    const other = addSeat(scene.world, scene.editionId, "Penanda Tangan Lain", "signatory");
    expect(refusalOf(() => approveList(scene.as(other), { listId: scene.listId }))).toBe("done");
  });

  it("counts a conflict of any source, not membership alone", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[1]! });
    signMinutes(scene.as(scene.chair), { listId, ...minutes });
    expect(getList(scene.world.ctx, listId).abstentions.map(({ numbers }) => numbers)).toEqual([[2]]);
  });

  it("waits for a stage that was prolonged after the computation", () => {
    const scene = signedBy(3);
    const stages = definition.stages.map((stage) => (stage.key === "desk" ? { ...stage, closesAt: month(4) } : stage));
    const prolonged = { definition: { ...definition, stages }, revision: 2 };
    scene.world.ctx.db.update(editions).set(prolonged).where(eq(editions.id, scene.editionId)).run();
    expect(refusalOf(() => signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes }))).toBe("ranking.stageOpen");
    expect(refusalOf(() => signMinutes(scene.as(scene.chair, month(4)), { listId: scene.listId, ...minutes }))).toBe("done");
  });
});

describe("the database itself", () => {
  const refused = (work: () => unknown): string => {
    try {
      work();
      return "done";
    } catch (error) {
      return (error as Error).message;
    }
  };

  it("keeps one standing version of a list, and two persons under it", () => {
    const scene = makeProvisional();
    const run = (statement: string) => refused(() => scene.world.ctx.db.$client.exec(statement));
    replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(run("update ranking_lists set status = 'draft'")).toMatch("UNIQUE constraint failed");
    const signed = makeRanked();
    const listId = computeList(signed.as(signed.organiser), { editionId: signed.editionId, listKey: "top2" });
    signMinutes(signed.as(signed.chair), { listId, ...minutes });
    expect(refused(() => signed.world.ctx.db.$client.exec("update ranking_lists set approved_by = signed_by"))).toMatch("ranking_lists_two_persons");
  });

  it("keeps what a published list says, its replaced versions too, and lets drafts go", () => {
    const draft = makeRanked();
    computeList(draft.as(draft.organiser), { editionId: draft.editionId, listKey: "top2" });
    expect(refused(() => draft.world.ctx.db.$client.exec("update ranking_rows set reads = reads"))).toBe("done");
    const scene = makeProvisional();
    const run = (statement: string) => refused(() => scene.world.ctx.db.$client.exec(statement));
    replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(run("update ranking_lists set minutes = 'lain', digest = '' where version = 1")).toBe("what a published list says is kept");
    const kept = "rows of a published list are kept";
    const added = `insert into ranking_rows (list_id, proposal_id, rank, listed, reserve, score, reads) select list_id, 'prp_x', 9, 0, 0, 0, 0 from ranking_rows limit 1`;
    expect(["update ranking_rows set rank = 5", "delete from ranking_rows", added].map(run)).toEqual([kept, kept, kept]);
  });
});

describe("publication", () => {
  it("opens the examination until midnight after five full days and tells the listed agencies only", () => {
    const scene = makeProvisional();
    const list = getList(scene.world.ctx, scene.listId);
    // Published 1 April 2026 00.00 WIB.
    expect(list.objectionsCloseAt).toBe(Date.UTC(2026, 3, 6, 17));
    const letters = scene.world.ctx.db.select().from(outbox).orderBy(asc(outbox.recipient)).all();
    expect(letters.map((letter) => [letter.recipient, letter.template, letter.params.number, letter.params.until])).toEqual([
      ["admin.kabupaten.dua@contoh.go.id", "listProvisional", "2026-0002", "Senin, 6 April 2026 pukul 23.59 WIB"],
      ["admin.kabupaten.satu@contoh.go.id", "listProvisional", "2026-0001", "Senin, 6 April 2026 pukul 23.59 WIB"],
    ]);
    expect(scene.world.ctx.db.select({ kind: notices.kind }).from(notices).all()).toHaveLength(2);
  });

  it("shows the public the listed rows and nothing of reserve or others", () => {
    const scene = makeProvisional();
    const [list, ...others] = listPublishedLists(scene.world.ctx, scene.editionId);
    expect(others).toEqual([]);
    expect([list?.status, list?.rows.map((row) => [row.rank, row.number, row.title, row.agencyName, row.score])]).toEqual([
      "provisional",
      [
        [1, 1, "Inovasi 1 (data latihan)", "Kabupaten Satu", 9_000],
        [2, 2, "Inovasi 2 (data latihan)", "Kabupaten Dua", 8_000],
      ],
    ]);
  });

  it("shows nothing of a draft or a signed list", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(listPublishedLists(scene.world.ctx, scene.editionId)).toEqual([]);
    signMinutes(scene.as(scene.chair), { listId, ...minutes });
    expect(listPublishedLists(scene.world.ctx, scene.editionId)).toEqual([]);
    expect(listFinalRows(scene.world.ctx, listId)).toEqual([]);
  });
});

describe("the final list", () => {
  const closesAt = Date.UTC(2026, 3, 6, 17);

  it("is refused until the examination has ended, to the millisecond", () => {
    const scene = makeProvisional();
    const at = (now: number) => refusalOf(() => finaliseList(scene.as(scene.organiser, now), { listId: scene.listId, ...decree }));
    expect([at(closesAt - 1), at(closesAt)]).toEqual(["ranking.objectionWindowOpen", "done"]);
  });

  it("refuses a decree of tomorrow", () => {
    const scene = makeProvisional();
    const tomorrow = { decreeNumber: "SK", decreeDate: "2026-04-08" };
    const work = () => finaliseList(scene.as(scene.organiser, closesAt), { listId: scene.listId, ...tomorrow });
    expect(refusalOf(work)).toBe("ranking.decreeInFuture");
  });

  it("moves its entries on to finalist and leaves the others where they are", () => {
    const scene = makeProvisional();
    finaliseList(scene.as(scene.organiser, closesAt), { listId: scene.listId, ...decree });
    const reaches = scene.world.ctx.db.select({ reach: proposals.reach }).from(proposals).orderBy(asc(proposals.number)).all();
    expect(reaches.map((row) => row.reach)).toEqual(["finalist", "finalist", "passed", "passed"]);
    expect(listFinalRows(scene.world.ctx, scene.listId).map((row) => row.proposalId)).toEqual(scene.entries.slice(0, 2));
  });

  it("feeds the next list, which weighs desk and interview and makes winners", () => {
    const scene = makeProvisional();
    finaliseList(scene.as(scene.organiser, closesAt), { listId: scene.listId, ...decree });
    const organiser = scene.as(scene.organiser, interviewClosesAt);
    const [first, second] = scene.entries as [(typeof scene.entries)[0], (typeof scene.entries)[0]];
    addSheet(scene, { proposalId: first, userId: scene.chair.userId, marks: { paparan: 6_000 }, stage: "wawancara" });
    addSheet(scene, { proposalId: second, userId: scene.chair.userId, marks: { paparan: 9_500 }, stage: "wawancara" });
    const listId = computeList(organiser, { editionId: scene.editionId, listKey: "top1" });
    expect(rowsOf(organiser, listId).map((row) => [row.proposalId, row.score, row.reads, row.listed])).toEqual([
      [second, 8_750, 2, true],
      [first, 7_500, 2, false],
    ]);
    signMinutes(scene.as(scene.chair, interviewClosesAt), { listId, ...minutes });
    approveList(scene.as(scene.signatory, interviewClosesAt), { listId });
    const later = interviewClosesAt + 10 * 86_400_000;
    finaliseList(scene.as(scene.organiser, later), { listId, ...decree, decreeDate: "2026-06-20" });
    const reaches = organiser.db.select({ reach: proposals.reach }).from(proposals).orderBy(asc(proposals.number)).all();
    expect(reaches.map((row) => row.reach)).toEqual(["finalist", "winner", "passed", "passed"]);
  });
});

describe("replacing an entry", () => {
  it("makes a new draft without it, the first of the reserve moved up, and supersedes the published version", () => {
    const scene = makeProvisional();
    const ctx = scene.as(scene.organiser);
    const draft = replaceEntry(ctx, { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan 2026/SG/0001", publicNote: "Sanggahan diterima." });
    expect(getList(ctx, scene.listId).status).toBe("superseded");
    expect([getList(ctx, draft).status, getList(ctx, draft).version, getList(ctx, draft).signedBy]).toEqual(["draft", 2, null]);
    expect(shapeOf(ctx, draft, scene.entries)).toEqual(["2L", "3L", "4-"]);
    expect(rowsOf(ctx, draft).map((row) => row.rank)).toEqual([1, 2, 3]);
    expect(lastAction(ctx)).toBe("ranking.replaceEntry");
    expect(listPublishedLists(ctx, scene.editionId)).toEqual([]);
  });

  it("of the reserve moves nobody up", () => {
    const scene = makeProvisional();
    const ctx = scene.as(scene.organiser);
    const draft = replaceEntry(ctx, { listId: scene.listId, proposalId: scene.entries[2]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(shapeOf(ctx, draft, scene.entries)).toEqual(["1L", "2L", "4-"]);
  });

  it("goes on from the new draft, and a draft that follows a publication is not computed anew", () => {
    const scene = makeProvisional();
    const ctx = scene.as(scene.organiser);
    const second = replaceEntry(ctx, { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    const third = replaceEntry(ctx, { listId: second, proposalId: scene.entries[1]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(shapeOf(ctx, third, scene.entries)).toEqual(["3L", "4-"]);
    expect(refusalOf(() => computeList(ctx, { editionId: scene.editionId, listKey: "top2" }))).toBe("ranking.cannotRecompute");
  });

  it("is refused for an entry that is neither listed nor in reserve, and on a final list", () => {
    const scene = makeProvisional();
    const ctx = scene.as(scene.organiser);
    const replace = (index: number) => () =>
      replaceEntry(ctx, { listId: scene.listId, proposalId: scene.entries[index]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(refusalOf(replace(3))).toBe("ranking.entryNotListed");
    finaliseList(scene.as(scene.organiser, Date.UTC(2026, 3, 6, 17)), { listId: scene.listId, ...decree });
    expect(refusalOf(replace(0))).toBe("ranking.cannotReplace");
  });
});
