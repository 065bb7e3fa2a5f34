import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { reviseSubmitted } from "#app/features/proposals/submission/operations.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { getScreeningProgress } from "#app/features/screening/progress/queries.server.ts";
import { findAnnounced } from "#app/features/screening/cases/queries.server.ts";
import { getScreeningPage } from "#app/features/screening/queries.server.ts";
import { listScreeningQueue } from "#app/features/screening/queue/queries.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { asked, refusalOf, whole } from "#tests/features/proposals/scene.ts";
import {
  allPassed,
  deskOpens,
  entry,
  fromAgency,
  type JudgingScene,
  judgingScene,
  oneFailed,
  passed,
  screeningOpens,
} from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const reason = "Judul sama dengan proposal 2026-0002 dari instansi Anda.";
const pass = (proposalId: Id<"proposal">) => ({ proposalId, outcome: "passed" as const, checks: allPassed(), reason: "" });
const fail = (proposalId: Id<"proposal">) => ({ proposalId, outcome: "failed" as const, checks: oneFailed(), reason });

const decideAt = (scene: JudgingScene, proposalId: Id<"proposal">, now: number): string =>
  refusalOf(() => decideScreening(scene.as(scene.screener, now), pass(proposalId)));

describe("deciding", () => {
  it("passes an entry on and keeps the decision", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    decideScreening(scene.as(scene.screener, screeningOpens), pass(proposalId));
    expect(getProposal(scene.world.ctx, proposalId).reach).toBe("passed");
    expect(findAnnounced(scene.world.ctx, proposalId)).toEqual({
      version: 1,
      outcome: "passed",
      reasonKeys: [],
      reason: "",
      decidedAt: screeningOpens,
      announcedAt: screeningOpens,
    });
  });

  it("fails an entry and tells admin and writer the reason, once each", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { db } = scene.world.ctx;
    const before = { mails: db.select().from(outbox).all().length, notices: db.select().from(notices).all().length };
    decideScreening(scene.as(scene.screener, screeningOpens), fail(proposalId));
    expect(getProposal(scene.world.ctx, proposalId).reach).toBe("failed");
    const mails = db.select().from(outbox).all().slice(before.mails);
    expect(mails.map(({ recipient, template, params }) => ({ recipient, template, reason: params.reason }))).toEqual([
      { recipient: scene.admin.email, template: "screeningFailed", reason },
      { recipient: scene.writer.email, template: "screeningFailed", reason },
    ]);
    const left = db.select().from(notices).all().slice(before.notices);
    expect(left.map(({ userId, kind }) => ({ userId, kind }))).toEqual([
      { userId: scene.admin.userId, kind: "screeningFailed" },
      { userId: scene.writer.userId, kind: "screeningFailed" },
    ]);
  });

  it("is written into the log with its findings", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    decideScreening(scene.as(scene.screener, screeningOpens), fail(proposalId));
    const last = scene.world.ctx.db.select().from(auditEntries).orderBy(asc(auditEntries.seq)).all().at(-1);
    expect(JSON.parse(last?.record ?? "{}")).toMatchObject({
      action: "screening.decide",
      actor: scene.screener.userId,
      subject: { kind: "proposal", id: proposalId },
      data: { version: 1, outcome: "failed", reason },
    });
  });

  it("is refused a second time", () => {
    const scene = judgingScene();
    const proposalId = passed(scene);
    expect(refusalOf(() => decideScreening(scene.as(scene.screener, screeningOpens), fail(proposalId)))).toBe("screening.alreadyDecided");
  });

  it("leaves nothing behind when it does not hang together", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const bad = { ...pass(proposalId), checks: oneFailed() };
    expect(refusalOf(() => decideScreening(scene.as(scene.screener, screeningOpens), bad))).toBe("screening.passedWithFault");
    expect(getProposal(scene.world.ctx, proposalId).reach).toBe("submitted");
    expect(findAnnounced(scene.world.ctx, proposalId)).toBeUndefined();
  });

  it("takes place in [opensAt, closesAt) of screening", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    expect([screeningOpens - 1, deskOpens, deskOpens - 1].map((now) => decideAt(scene, proposalId, now))).toEqual([
      "competitions.windowNotYet",
      "competitions.windowClosed",
      "done",
    ]);
  });

  it("does not exist for whoever declared a conflict or was of the entrant's agency, and is refused to a member who knows it", () => {
    const scene = judgingScene();
    const [first, second] = [entry(scene), entry(scene, "Perahu Baca (data latihan)")];
    declareConflict(scene.as(scene.screener), { proposalId: second, reason: "Saya pernah membina unit ini." });
    expect(decideAt(scene, second, screeningOpens)).toBe("proposals.unknown");
    const past = { ...scene.writer, grants: scene.screener.grants };
    expect(decideAt({ ...scene, screener: past }, first, screeningOpens)).toBe("proposals.unknown");
    const member = { ...past, grants: [...scene.writer.grants, ...scene.screener.grants] };
    expect(decideAt({ ...scene, screener: member }, first, screeningOpens)).toBe("screening.inConflict");
    expect(decideAt(scene, first, screeningOpens)).toBe("done");
  });
});

describe("the queue", () => {
  const filter = { sort: "number", dir: "asc", limit: 50, offset: 0 } as const;

  function filled() {
    const scene = judgingScene();
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const ids = [entry(scene, "Apotek Singgah"), entry(other, "Perahu Baca"), entry(other, "Sekolah Malam")] as const;
    decideScreening(scene.as(scene.screener, screeningOpens), pass(ids[0]));
    decideScreening(scene.as(scene.screener, screeningOpens), fail(ids[1]));
    return { scene, ids };
  }

  it("lists every entry with its state and counts them", () => {
    const { scene, ids } = filled();
    const { rows, total, counts } = listScreeningQueue(scene.as(scene.screener), { editionId: scene.editionId, ...filter });
    expect(rows.map(({ proposalId, number, state, outcome }) => ({ proposalId, number, state, outcome }))).toEqual([
      { proposalId: ids[0], number: "2026-0001", state: "decided", outcome: "passed" },
      { proposalId: ids[1], number: "2026-0002", state: "decided", outcome: "failed" },
      { proposalId: ids[2], number: "2026-0003", state: "free", outcome: null },
    ]);
    expect({ total, counts }).toEqual({ total: 3, counts: { mine: 0, free: 1, taken: 0, second: 0, returned: 0, decided: 2, appealed: 0 } });
  });

  it.each([
    [{ state: "free" }, ["2026-0003"]],
    [{ state: "decided" }, ["2026-0001", "2026-0002"]],
    [{ groupKey: "khusus" }, []],
    [{ kind: "kota" }, []],
    [{ search: "perahu" }, ["2026-0002"]],
    [{ search: "buton" }, ["2026-0002", "2026-0003"]],
    [{ search: "2026-0003" }, ["2026-0003"]],
    [{ search: "%" }, []],
    [{ sort: "title", dir: "desc" }, ["2026-0003", "2026-0002", "2026-0001"]],
    [{ sort: "agency" }, ["2026-0002", "2026-0003", "2026-0001"]],
    [{ limit: 1, offset: 1 }, ["2026-0002"]],
  ] as const)("answers %j", (change, numbers) => {
    const { scene } = filled();
    const { rows } = listScreeningQueue(scene.as(scene.screener), { editionId: scene.editionId, ...filter, ...change });
    expect(rows.map((row) => row.number)).toEqual(numbers);
  });

  it("costs the same for one entry and for three", () => {
    const one = judgingScene();
    entry(one);
    const { scene } = filled();
    const cost = (of: JudgingScene) =>
      countStatements(of.world.ctx, () => listScreeningQueue(of.as(of.screener), { editionId: of.editionId, ...filter }));
    expect(cost(scene)).toBe(cost(one));
  });

  it("does not exist for people without a seat", () => {
    const { scene, ids } = filled();
    const read = (actor: JudgingScene["screener"] | null) => [
      refusalOf(() => listScreeningQueue(scene.as(actor), { editionId: scene.editionId, ...filter })),
      refusalOf(() => getScreeningPage(scene.as(actor), ids[0])),
      refusalOf(() => getScreeningProgress(scene.as(actor), scene.editionId)),
    ];
    const unknown = ["competitions.editionUnknown", "proposals.unknown", "competitions.editionUnknown"];
    expect([null, scene.admin, scene.evaluators[0] ?? null].map(read)).toEqual([unknown, unknown, unknown]);
    expect([scene.screener, scene.organiser].map(read)).toEqual([
      ["done", "done", "done"],
      ["done", "done", "done"],
    ]);
  });

  it("is told by kind of agency, by screener and by ground", () => {
    const { scene } = filled();
    const { byKind, byScreener, grounds } = getScreeningProgress(scene.as(scene.organiser), scene.editionId);
    expect({ byKind, byScreener, grounds }).toEqual({
      byKind: [{ kind: "kabupaten", undecided: 1, passed: 1, failed: 1 }],
      byScreener: [{ userId: scene.screener.userId, name: "Penyaring 01", passed: 1, failed: 1, lastAt: screeningOpens }],
      grounds: [{ key: "title", name: null, count: 1 }],
    });
  });
});

describe("the page of an entry", () => {
  it("names the same title elsewhere, and what keeps the reader from deciding", () => {
    const scene = judgingScene();
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const [first, second] = [entry(scene), entry(other)];
    const page = getScreeningPage(scene.as(scene.screener, screeningOpens), first);
    expect(page.checklist.find((item) => item.key === "title")?.params).toEqual({ numbers: "2026-0002" });
    expect(page.barred).toBeNull();
    expect(getScreeningPage(scene.as(scene.organiser, screeningOpens), first).barred).toBe("noSeat");
    expect(getScreeningPage(scene.as(scene.screener, deskOpens), first).barred).toBe("windowClosed");
    reviseSubmitted(scene.as(other.admin), { proposalId: second });
    const { revision } = getProposal(scene.world.ctx, second);
    saveIdentity(scene.as(other.admin), { proposalId: second, revision, ...asked, ...whole, title: "Judul yang lain" });
    expect(getScreeningPage(scene.as(scene.screener, screeningOpens), first).checklist).toEqual(page.checklist);
    decideScreening(scene.as(scene.screener, screeningOpens), pass(first));
    const decided = getScreeningPage(scene.as(scene.screener, screeningOpens), first);
    expect({ state: decided.caseState, by: decided.verdicts.map(({ decidedBy }) => decidedBy) }).toEqual({ state: "admitted", by: ["Penyaring 01"] });
  });
});
