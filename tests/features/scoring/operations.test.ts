import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { assignEvaluators, endAssignment, recuse } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { listMyQueue, listMyStages, type QueueItem } from "#app/features/scoring/desk/queries.server.ts";
import { lockSheet, reopenSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import { countOpenSheets, getReadingToEnd, listLockedSheets, listSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { findReadingAccess, getSheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import type { SheetEntry } from "#app/features/scoring/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { marks as markRows, scoreSheets } from "#db/schema/scoring.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import {
  deskCloses,
  deskOpens,
  deskRubric,
  interviewRubric,
  type JudgingScene,
  judgingScene,
  passed,
  seated,
} from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

type Desk = { scene: JudgingScene; reader: Actor; other: Actor; assignmentId: Id<"assignment">; proposalId: Id<"proposal"> };

const desk = ({ editionId }: JudgingScene) => ({ editionId, stage: "proposal" });

/** One passed entry (or several) handed out to both evaluators. */
function handedOut(change: Partial<Definition> = {}, titles = ["Apotek Singgah"]): Desk {
  const scene = judgingScene(change);
  const [proposalId] = titles.map((title) => passed(scene, title));
  assignEvaluators(scene.as(scene.organiser, deskOpens), desk(scene));
  const [reader, other] = scene.evaluators as [Actor, Actor];
  const held = listAssignments(scene.world.ctx, desk(scene)).find((pair) => pair.userId === reader.userId && pair.proposalId === proposalId);
  return { scene, reader, other, assignmentId: held?.id as Id<"assignment">, proposalId: proposalId as Id<"proposal"> };
}

const sheet = (assignmentId: Id<"assignment">, change: Partial<SheetEntry> = {}): SheetEntry => ({
  assignmentId,
  revision: 0,
  marks: { ringkasan: 8_000, dampak: 8_450 },
  notes: { ringkasan: "jelas", dampak: "terukur" },
  note: "",
  ...change,
});

const stored = ({ scene }: Desk) =>
  scene.world.ctx.db.select().from(markRows).orderBy(asc(markRows.criterionKey)).all().map(({ criterionKey, mark, note }) => [criterionKey, mark, note]);

const auditOf = ({ scene }: Desk) =>
  scene.world.ctx.db
    .select()
    .from(auditEntries)
    .orderBy(asc(auditEntries.seq))
    .all()
    .filter((row) => row.action.startsWith("scoring."))
    .map((row) => JSON.parse(row.record ?? "{}") as { action: string; data: Record<string, unknown> });

describe("saving", () => {
  it("keeps partial marks and notes, and answers with the next revision", () => {
    const at = handedOut();
    const ctx = at.scene.as(at.reader, deskOpens);
    const first = saveMarks(ctx, sheet(at.assignmentId, { marks: { ringkasan: null, dampak: 8_450 }, notes: { ringkasan: "tulis dulu" } }));
    expect({ revision: first.revision, savedAt: first.savedAt }).toEqual({ revision: 1, savedAt: deskOpens });
    expect(stored(at)).toEqual([
      ["dampak", 8_450, ""],
      ["ringkasan", null, "tulis dulu"],
    ]);
    const second = saveMarks(ctx, sheet(at.assignmentId, { revision: 1, marks: { ringkasan: 7_000 }, notes: { ringkasan: "jelas" } }));
    expect(second.revision).toBe(2);
    expect(stored(at)).toEqual([
      ["dampak", 8_450, ""],
      ["ringkasan", 7_000, "jelas"],
    ]);
  });

  it("refuses an older revision and keeps what stands", () => {
    const at = handedOut();
    const ctx = at.scene.as(at.reader, deskOpens);
    saveMarks(ctx, sheet(at.assignmentId));
    const again = sheet(at.assignmentId, { marks: { ringkasan: 1, dampak: 1 } });
    expect(refusalOf(() => saveMarks(ctx, again))).toBe("scoring.staleSince");
    expect(refusalOf(() => lockSheet(ctx, again))).toBe("scoring.staleSince");
    expect(stored(at).map(([, mark]) => mark)).toEqual([8_450, 8_000]);
  });

  it("takes the same text on an older revision for the save whose answer was lost, and writes nothing", () => {
    const at = handedOut();
    const save = (now: number, change: Partial<SheetEntry> = {}) => saveMarks(at.scene.as(at.reader, now), sheet(at.assignmentId, change));
    const first = save(deskOpens, { privateNote: "Tanya angka" });
    expect(save(deskOpens + 5_000, { privateNote: "Tanya angka" })).toEqual(first);
    expect(auditOf(at).length).toBe(1);
    expect(["Lain", ""].map((privateNote) => refusalOf(() => save(deskOpens + 5_000, { privateNote })))).toEqual(["scoring.staleSince", "scoring.staleSince"]);
    expect(refusalOf(() => save(deskOpens + 5_000, { note: "Lain" }))).toBe("scoring.staleSince");
  });

  it("lets a page go on from its own save whose answer was lost, and whoever took over what it had left, and no other window", () => {
    const at = handedOut();
    const [lost, heir, stranger] = ["00000000000000aa", "00000000000000bb", "00000000000000cc"] as const;
    const save = (mark: number, pages: string[]) => saveMarks(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId, { marks: { ringkasan: mark }, pages }));
    expect(save(1_000, [lost]).revision).toBe(1);
    expect(save(2_000, [lost]).revision).toBe(2);
    expect(refusalOf(() => save(3_000, [stranger]))).toBe("scoring.staleSince");
    expect(save(4_000, [heir, lost]).revision).toBe(3);
    expect(refusalOf(() => save(5_000, [lost]))).toBe("scoring.staleSince");
    expect(stored(at)).toEqual([["ringkasan", 4_000, "jelas"]]);
  });

  it("knows no page in a form without scripts: its older revision is refused as ever", () => {
    const at = handedOut();
    const save = (mark: number) => saveMarks(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId, { marks: { ringkasan: mark }, pages: [] }));
    save(1_000);
    expect(refusalOf(() => save(2_000))).toBe("scoring.staleSince");
  });

  it("writes a log entry every time, so that no mark is other than the log says", () => {
    const at = handedOut();
    const save = (revision: number, now: number) => saveMarks(at.scene.as(at.reader, now), sheet(at.assignmentId, { revision }));
    save(0, deskOpens);
    save(1, deskOpens + 5_000);
    save(2, deskOpens + 10_000);
    expect(auditOf(at).map(({ action }) => action)).toEqual(["scoring.save", "scoring.save", "scoring.save"]);
  });

  it.each([
    [deskOpens - 1, "competitions.windowNotYet"],
    [deskOpens, "done"],
    [deskCloses - 1, "done"],
    [deskCloses, "competitions.windowClosed"],
  ])("at %i answers %s", (now, answer) => {
    const at = handedOut();
    expect(refusalOf(() => saveMarks(at.scene.as(at.reader, now), sheet(at.assignmentId)))).toBe(answer);
    expect(refusalOf(() => lockSheet(at.scene.as(at.reader, now), sheet(at.assignmentId, { revision: answer === "done" ? 1 : 0 })))).toBe(answer);
  });

  it.each([
    [{ marks: { ringkasan: 10_001 } }, "scoring.markOutOfRange"],
    [{ marks: { ringkasan: 84.5 } }, "scoring.markOutOfRange"],
    [{ marks: { lain: 1 } }, "scoring.criterionUnknown"],
    [{ notes: { lain: "x" } }, "scoring.criterionUnknown"],
    [{ note: "kata ".repeat(121) }, "scoring.noteTooLong"],
  ])("refuses %j and writes nothing", (change, answer) => {
    const at = handedOut();
    expect(refusalOf(() => saveMarks(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId, change as Partial<SheetEntry>)))).toBe(answer);
    expect(at.scene.world.ctx.db.select().from(scoreSheets).all()).toEqual([]);
  });

  it("is closed to whoever has meanwhile become a member of the entrant's agency", () => {
    const at = handedOut();
    const { scene, reader } = at;
    inviteMember(scene.as(scene.admin), { agencyId: scene.agencyId, email: reader.email, name: reader.name, role: "writer", unit: "Dinas" });
    expect(refusalOf(() => saveMarks(scene.as(reader, deskOpens), sheet(at.assignmentId)))).toBe("scoring.unknown");
    expect(refusalOf(() => getSheetPage(scene.as(reader, deskOpens), at.assignmentId))).toBe("scoring.unknown");
    const member = { ...reader, grants: [...reader.grants, { scope: "agency" as const, scopeId: scene.agencyId, role: "writer" }] };
    expect(listMyQueue(scene.as(member, deskOpens), desk(scene)).items).toEqual([]);
  });
});

describe("locking", () => {
  it("needs every mark, counting those saved before", () => {
    const at = handedOut();
    const ctx = at.scene.as(at.reader, deskOpens);
    expect(refusalOf(() => lockSheet(ctx, sheet(at.assignmentId, { marks: { dampak: 1 } })))).toBe("scoring.markMissing");
    saveMarks(ctx, sheet(at.assignmentId, { marks: { ringkasan: 8_000 } }));
    lockSheet(ctx, sheet(at.assignmentId, { revision: 1, marks: { dampak: 9_000 } }));
    expect(listLockedSheets(ctx, desk(at.scene))).toEqual([
      { proposalId: at.proposalId, userId: at.reader.userId, marks: { ringkasan: 8_000, dampak: 9_000 } },
    ]);
  });

  it("is final for the assessor and logged with every mark and the total", () => {
    const at = handedOut();
    const ctx = at.scene.as(at.reader, deskOpens);
    lockSheet(ctx, sheet(at.assignmentId));
    expect(refusalOf(() => saveMarks(ctx, sheet(at.assignmentId, { revision: 1 })))).toBe("scoring.locked");
    expect(refusalOf(() => lockSheet(ctx, sheet(at.assignmentId, { revision: 1 })))).toBe("scoring.locked");
    const total = 8_000 * 2_500 + 8_450 * 7_500;
    expect(auditOf(at)).toMatchObject([{ action: "scoring.lock", data: { marks: { ringkasan: 8_000, dampak: 8_450, total } } }]);
  });

  it("takes few statements, because a season locks thousands", () => {
    const at = handedOut();
    expect(countStatements(at.scene.world.ctx, () => lockSheet(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId)))).toBeLessThanOrEqual(16);
  });
});

describe("reopening", () => {
  const reason = "Catatan tertukar dengan proposal lain.";

  function locked() {
    const at = handedOut();
    const { sheetId } = lockSheet(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId));
    const reopen = (now: number) => refusalOf(() => reopenSheet(at.scene.as(at.scene.chair, now), { sheetId, reason }));
    return { at, sheetId, reopen };
  }

  it("gives the sheet back to its assessor, who is told why", () => {
    const { at, reopen } = locked();
    expect(reopen(deskOpens)).toBe("done");
    const page = getSheetPage(at.scene.as(at.reader, deskOpens), at.assignmentId);
    expect({ status: page.sheet.status, marks: page.criteria.map((criterion) => criterion.mark) }).toEqual({ status: "draft", marks: [8_000, 8_450] });
    expect(listLockedSheets(at.scene.world.ctx, desk(at.scene))).toEqual([]);
    expect(auditOf(at).at(-1)).toMatchObject({ action: "scoring.reopen", data: { reason } });
  });

  it("is refused outside the window, for a draft, and for what does not exist", () => {
    const { at, sheetId, reopen } = locked();
    expect(reopen(deskCloses)).toBe("competitions.windowClosed");
    expect([reopen(deskCloses - 1), reopen(deskCloses - 1)]).toEqual(["done", "scoring.notLocked"]);
    const none = { sheetId: `${sheetId}x` as typeof sheetId, reason };
    expect(refusalOf(() => reopenSheet(at.scene.as(at.scene.chair, deskOpens), none))).toBe("scoring.unknown");
  });
});

describe("reopening by a chair in conflict", () => {
  it("meets no sheet of an entry he declared, or of an agency he was a member of", () => {
    const at = handedOut();
    const { sheetId } = lockSheet(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId));
    declareConflict(at.scene.as(at.scene.chair), { proposalId: at.proposalId, reason: "Saya pernah membina unit ini." });
    const reopen = () => reopenSheet(at.scene.as(at.scene.chair, deskOpens), { sheetId, reason: "Catatan tertukar." });
    expect(refusalOf(reopen)).toBe("scoring.unknown");
    at.scene.world.ctx.db.$client.exec("delete from conflicts");
    const member = { agencyId: at.scene.agencyId, userId: at.scene.chair.userId, role: "writer", unit: "Dinas" } as const;
    at.scene.world.ctx.db.insert(agencyMembers).values({ ...member, createdAt: 0, removedAt: 1 }).run();
    expect(refusalOf(reopen)).toBe("scoring.unknown");
  });
});

describe("the desk of an assessor in conflict", () => {
  it("shows nothing of an agency he has left, as its sheet refuses him", () => {
    const at = handedOut();
    const queue = () => listMyQueue(at.scene.as(at.reader, deskOpens), desk(at.scene)).items.length;
    expect(queue()).toBe(1);
    const member = { agencyId: at.scene.agencyId, userId: at.reader.userId, role: "writer", unit: "Dinas" } as const;
    at.scene.world.ctx.db.insert(agencyMembers).values({ ...member, createdAt: 0, removedAt: 1 }).run();
    expect(queue()).toBe(0);
    expect(refusalOf(() => getSheetPage(at.scene.as(at.reader, deskOpens), at.assignmentId))).toBe("scoring.unknown");
  });
});

it("shows a reading that may be taken back to the organiser alone, until it has ended", () => {
  const at = handedOut();
  const ask = (actor: Actor | null) => refusalOf(() => getReadingToEnd(at.scene.as(actor), at.assignmentId));
  expect([at.scene.organiser, at.scene.chair, at.reader, null].map(ask)).toEqual(["done", ...Array<string>(3).fill("assignment.unknown")]);
  endAssignment(at.scene.as(at.scene.organiser), { assignmentId: at.assignmentId, reason: "Penilai berhalangan." });
  expect(ask(at.scene.organiser)).toBe("assignment.unknown");
});

describe("what a list waits for", () => {
  it("counts assigned sheets that are not locked, of all entries or of some", () => {
    const at = handedOut({}, ["Satu", "Dua"]);
    const { ctx } = at.scene.world;
    const of = (ids?: Id<"proposal">[]) => countOpenSheets(ctx, { ...desk(at.scene), ...(ids ? { proposalIds: new Set(ids) } : {}) });
    expect([of(), of([at.proposalId]), of([])]).toEqual([4, 2, 0]);
    lockSheet(at.scene.as(at.reader, deskOpens), sheet(at.assignmentId));
    expect([of(), of([at.proposalId])]).toEqual([3, 1]);
  });

  it("leaves out the sheet of whoever recused himself afterwards", () => {
    const at = handedOut();
    const ctx = at.scene.as(at.reader, deskOpens);
    lockSheet(ctx, sheet(at.assignmentId));
    recuse(ctx, { assignmentId: at.assignmentId, reason: "Saya mengenal inovatornya." });
    expect(listLockedSheets(ctx, desk(at.scene))).toEqual([]);
    expect(countOpenSheets(ctx, desk(at.scene))).toBe(1);
  });

  it("reads every locked sheet in one statement", () => {
    const at = handedOut({}, ["Satu", "Dua"]);
    for (const { id, userId } of listAssignments(at.scene.world.ctx, desk(at.scene))) {
      const actor = at.scene.evaluators.find((one) => one.userId === userId) as Actor;
      lockSheet(at.scene.as(actor, deskOpens), sheet(id));
    }
    expect(listLockedSheets(at.scene.world.ctx, desk(at.scene)).length).toBe(4);
    expect(countStatements(at.scene.world.ctx, () => listLockedSheets(at.scene.world.ctx, desk(at.scene)))).toBe(1);
  });
});

describe("the queue of an assessor", () => {
  it("shows his own readings with their state, and where he goes on", () => {
    const at = handedOut({}, ["Satu", "Dua", "Tiga"]);
    const queue = () => listMyQueue(at.scene.as(at.reader, deskOpens), desk(at.scene));
    const [first, second] = queue().items as [QueueItem, QueueItem, QueueItem];
    lockSheet(at.scene.as(at.reader, deskOpens), sheet(first.assignmentId));
    saveMarks(at.scene.as(at.reader, deskOpens), sheet(second.assignmentId, { marks: { ringkasan: 8_000, dampak: null } }));
    const { items, done, next } = queue();
    expect(items.map(({ state, marked, of, mark }) => ({ state, marked, of, mark }))).toEqual([
      { state: "locked", marked: 2, of: 2, mark: 8_338 },
      { state: "draft", marked: 1, of: 2, mark: 8_000 },
      { state: "todo", marked: 0, of: 2, mark: null },
    ]);
    expect({ done, next }).toEqual({ done: 1, next: second.assignmentId });
  });

  it("costs the same for one reading and for three", () => {
    const cost = (at: Desk) => countStatements(at.scene.world.ctx, () => listMyQueue(at.scene.as(at.reader, deskOpens), desk(at.scene)));
    expect(cost(handedOut({}, ["Satu", "Dua", "Tiga"]))).toBe(cost(handedOut()));
  });

  it("has tabs by seat: the desk for evaluators, the interviews for the panel", () => {
    const { scene, reader } = handedOut();
    const keys = (actor: Actor) => listMyStages(scene.as(actor), scene.editionId).map((stage) => stage.key);
    expect([reader, scene.juror, scene.chair].map(keys)).toEqual([["proposal"], ["wawancara"], ["wawancara"]]);
    const both = { ...reader, grants: [...reader.grants, ...scene.juror.grants] };
    expect(keys(both)).toEqual(["proposal", "wawancara"]);
  });

  it("does not exist without an assessor's seat", () => {
    const { scene } = handedOut();
    const read = (actor: Actor | null) => [
      refusalOf(() => listMyQueue(scene.as(actor), desk(scene))),
      refusalOf(() => listMyStages(scene.as(actor), scene.editionId)),
    ];
    const unknown = ["competitions.editionUnknown", "competitions.editionUnknown"];
    expect([null, scene.admin, scene.screener, scene.organiser].map(read)).toEqual([unknown, unknown, unknown, unknown]);
  });
});

describe("the page of a sheet", () => {
  it("exists for the holder alone", () => {
    const at = handedOut();
    const read = (actor: Actor | null) => refusalOf(() => getSheetPage(at.scene.as(actor, deskOpens), at.assignmentId));
    const others = [null, at.other, at.scene.organiser, at.scene.chair, at.scene.admin, { ...at.reader, grants: [] }];
    expect(others.map(read)).toEqual(others.map(() => "scoring.unknown"));
    expect(read(at.reader)).toBe("done");
  });

  it("shows the value an agency claims beside the criterion that verifies it", () => {
    const criteria = deskRubric.criteria.map((criterion) => (criterion.key === "dampak" ? { ...criterion, claimField: "ringkasan" } : criterion));
    const at = handedOut({ rubrics: [{ ...deskRubric, criteria }, interviewRubric] });
    const page = getSheetPage(at.scene.as(at.reader, deskOpens), at.assignmentId);
    expect(page.criteria.map(({ key, claim }) => [key, claim])).toEqual([
      ["ringkasan", null],
      ["dampak", { label: { id: "ringkasan", en: "ringkasan (en)" }, value: "obat sampai di pulau" }],
    ]);
  });

  it("knows the neighbours in the queue and the state of the window", () => {
    const at = handedOut({}, ["Satu", "Dua"]);
    const page = (now: number) => getSheetPage(at.scene.as(at.reader, now), at.assignmentId);
    const items = listMyQueue(at.scene.as(at.reader, deskOpens), desk(at.scene)).items.map(({ assignmentId, number }) => ({ assignmentId, number }));
    const own = items.findIndex(({ assignmentId }) => assignmentId === at.assignmentId);
    expect(page(deskOpens).queue).toEqual({ done: 0, of: 2, previous: items[own - 1] ?? null, next: items[own + 1] ?? null });
    expect([deskOpens - 1, deskOpens, deskCloses - 1, deskCloses].map((now) => page(now).window)).toEqual(["notYet", "open", "open", "closed"]);
  });
});

describe("blind reading", () => {
  const blind = { rubrics: [{ ...deskRubric, blind: true }, interviewRubric] };
  const words = (text: string) => ({ id: text, en: `${text} (en)` });

  it("hides agency, unit, innovator, letters and names of files everywhere", () => {
    const at = handedOut(blind);
    const page = getSheetPage(at.scene.as(at.reader, deskOpens), at.assignmentId);
    const { levels } = deskRubric.criteria[0] as (typeof deskRubric.criteria)[number];
    const criterion = (key: string, name: string, help: string, weightBp: number) => ({
      ...{ key, name: words(name), help: words(help), weightBp, levels, claim: null, mark: null, note: "" },
    });
    const part = { limit: null, required: true, words: 0, text: "", table: null, choices: [], files: [] };
    expect(page).toEqual({
      assignmentId: at.assignmentId,
      editionId: at.scene.editionId,
      zone: "Asia/Jakarta",
      stage: { key: "proposal", kind: "desk", name: words("Penilaian proposal"), opensAt: deskOpens, closesAt: deskCloses },
      window: "open",
      roundClosedAt: null,
      blind: true,
      entry: {
        number: "2026-0001",
        title: "Apotek Singgah",
        group: { id: "Kelompok umum", en: "Kelompok umum" },
        category: { id: "Pelayanan", en: "Pelayanan" },
        agency: null,
        words: 4,
      },
      parts: [
        {
          ...part,
          ...{ key: "ringkasan", kind: "longText", label: { id: "ringkasan", en: "ringkasan (en)" } },
          ...{ text: "obat sampai di pulau", words: 4, limit: 5, weightBp: 2_500 },
        },
        {
          ...part,
          ...{ key: "aplikasi", kind: "choice", label: { id: "aplikasi", en: "aplikasi (en)" } },
          ...{ choices: [{ id: "Tidak", en: "Tidak" }], weightBp: null },
        },
      ],
      maxMark: 10_000,
      criteria: [criterion("ringkasan", "Ringkasan", "Jelas", 2_500), criterion("dampak", "Dampak", "Terukur", 7_500)],
      others: null,
      sheet: { id: null, status: "draft", revision: 0, note: "", privateNote: "", savedAt: null, lockedAt: null },
      provisional: { mark: null, weightBp: 0 },
      queue: { done: 0, of: 1, previous: null, next: null },
    });
  });

  it("hides the agency in the queue", () => {
    const names = (change: Partial<Definition>) => {
      const at = handedOut(change);
      return listMyQueue(at.scene.as(at.reader, deskOpens), desk(at.scene)).items.map((item) => item.agencyName);
    };
    expect(names({})).toEqual(["Pemerintah Kabupaten Wakatobi"]);
    expect(names(blind)).toEqual([null]);
  });

  it("opens files to the reader as blind, to others not at all", () => {
    const access = (change: Partial<Definition>) => {
      const at = handedOut(change);
      const of = (actor: Actor | null) => findReadingAccess(at.scene.as(actor, deskOpens), at.proposalId);
      return [of(at.reader), of(at.scene.juror), of(null)];
    };
    expect(access({})).toEqual([{ blind: false }, null, null]);
    expect(access(blind)).toEqual([{ blind: true }, null, null]);
  });
});

describe("progress", () => {
  it("counts by assessor and lists readings without their marks", () => {
    const at = handedOut({}, ["Satu", "Dua"]);
    const { scene, reader, other } = at;
    lockSheet(scene.as(reader, deskOpens + 1), sheet(at.assignmentId));
    const ctx = scene.as(scene.organiser);
    expect(scoringProgress(ctx, desk(scene))).toEqual({
      assigned: 4,
      locked: 1,
      draft: 0,
      assessors: [
        { userId: reader.userId, name: "Penilai 01", assigned: 2, locked: 1, draft: 0, lastAt: deskOpens + 1 },
        { userId: other.userId, name: "Penilai 02", assigned: 2, locked: 0, draft: 0, lastAt: null },
      ],
    });
    const page = { limit: 10, offset: 0 };
    const locked = listSheets(ctx, { ...desk(scene), ...page, state: "locked" });
    expect({ total: locked.total, rows: locked.rows.map(({ number, assessor, state }) => [number, assessor, state]) }).toEqual({
      total: 1,
      rows: [["2026-0001", "Penilai 01", "locked"]],
    });
    expect(listSheets(ctx, { ...desk(scene), ...page, state: "todo" }).total).toBe(3);
    expect(listSheets(ctx, { ...desk(scene), ...page, userId: other.userId }).total).toBe(2);
  });

  it("is for organiser, chair and auditor", () => {
    const { scene, reader } = handedOut();
    const auditor = seated(scene, "Auditor 01", "auditor");
    const read = (actor: Actor | null) => [
      refusalOf(() => scoringProgress(scene.as(actor), desk(scene))),
      refusalOf(() => listSheets(scene.as(actor), { ...desk(scene), limit: 1, offset: 0 })),
    ];
    expect([scene.organiser, scene.chair, auditor].map(read)).toEqual(Array(3).fill(["done", "done"]));
    const unknown = ["competitions.editionUnknown", "competitions.editionUnknown"];
    expect([null, reader, scene.juror, scene.screener, scene.admin].map(read)).toEqual(Array(5).fill(unknown));
  });

  it("costs the same for one reading and for three", () => {
    const cost = ({ scene }: Desk) =>
      countStatements(scene.world.ctx, () => {
        scoringProgress(scene.as(scene.organiser), desk(scene));
        listSheets(scene.as(scene.organiser), { ...desk(scene), limit: 10, offset: 0 });
      });
    expect(cost(handedOut({}, ["Satu", "Dua", "Tiga"]))).toBe(cost(handedOut()));
  });
});

describe("a full edition", () => {
  it("has its locked sheets read at 10,000 of them", () => {
    const { scene, proposalId } = handedOut();
    const { db } = scene.world.ctx;
    // Rows alone: ten thousand operations would take minutes.
    db.$client.exec(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into users (id, email, name, locale, system_role, created_at) select 'usr_' || i, i || '@contoh.go.id', 'Penilai', 'id', 'none', 1 from n;
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
      insert into assignments (id, edition_id, stage, proposal_id, user_id, assigned_at)
        select 'asg_' || i, '${scene.editionId}', 'proposal', '${proposalId}', 'usr_' || i, 1 from n;
      insert into score_sheets (id, assignment_id, edition_id, stage, proposal_id, user_id, status, note, revision, updated_at, locked_at)
        select 'sht' || substr(id, 4), id, edition_id, stage, proposal_id, user_id, 'locked', '', 1, 1, 1 from assignments where id glob 'asg_[0-9]*' and user_id = 'usr_' || substr(id, 5);
      insert into marks (sheet_id, criterion_key, mark, note)
        select id, key, 8000, '' from score_sheets, (select 'ringkasan' as key union select 'dampak') where id like 'sht%' and user_id glob 'usr_[0-9]*';
    `);
    const sheets = listLockedSheets(scene.world.ctx, desk(scene));
    expect(sheets.length).toBe(10_000);
  });
});
