import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  assignEvaluators,
  assignReaders,
  endAssignment,
  endAssignmentsOf,
  recuse,
  recuseFromAgency,
} from "#app/features/assignment/operations.server.ts";
import { assignmentSummary, findAssignment, listAssignments } from "#app/features/assignment/queries.server.ts";
import { listPlans } from "#app/features/assignment/plans/queries.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { inviteMember } from "#app/features/agencies/operations.server.ts";
import { lockSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import { findReadingAccess } from "#app/features/scoring/sheet/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { bar } from "#tests/features/ranking/scene.ts";
import { assignmentPlans } from "#db/schema/assignment.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/notifications.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import {
  deskCloses,
  deskOpens,
  deskRubric,
  finalist,
  fromAgency,
  interviewOpens,
  interviewRubric,
  type JudgingScene,
  judgingScene,
  passed,
  seated,
} from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const reason = "Saya pernah membina unit ini.";
const desk = ({ editionId }: JudgingScene) => ({ editionId, stage: "proposal" });
const assignAt = (scene: JudgingScene, now = deskOpens) => assignEvaluators(scene.as(scene.organiser, now), desk(scene));
const readersOf = (scene: JudgingScene, proposalId: Id<"proposal">) =>
  listAssignments(scene.world.ctx, desk(scene))
    .filter((pair) => pair.proposalId === proposalId)
    .map((pair) => pair.userId)
    .sort();

/** The reader handed out first recuses himself. */
function recuseFirst(scene: JudgingScene, people: readonly Actor[]): Actor {
  const [first] = listAssignments(scene.world.ctx, desk(scene));
  const holder = people.find(({ userId }) => userId === first?.userId) as Actor;
  recuse(scene.as(holder, deskOpens), { assignmentId: first?.id as Id<"assignment">, reason });
  return holder;
}

describe("handing out the desk", () => {
  it("gives every entry that passed its readers and no other entry any", () => {
    const scene = judgingScene();
    const [one, two] = [passed(scene), passed(scene, "Perahu Baca")];
    expect(assignAt(scene)).toEqual({ assigned: 4, lacking: [] });
    const both = scene.evaluators.map(({ userId }) => userId).sort();
    expect([one, two].map((id) => readersOf(scene, id))).toEqual([both, both]);
  });

  it("adds nothing the second time and fills only what is missing after a recusal that nobody could take over", () => {
    const scene = judgingScene();
    const entry = passed(scene);
    assignAt(scene);
    expect(assignAt(scene)).toEqual({ assigned: 0, lacking: [] });
    const holder = recuseFirst(scene, scene.evaluators);
    const kept = scene.evaluators.map(({ userId }) => userId).filter((userId) => userId !== holder.userId);
    expect(readersOf(scene, entry)).toEqual(kept);
    const third = seated(scene, "Penilai 03", "evaluator");
    expect(assignAt(scene)).toEqual({ assigned: 1, lacking: [] });
    expect(readersOf(scene, entry)).toEqual([...kept, third.userId].sort());
  });

  it("calls another reader at once when one recuses himself, and says to the office no word of his", () => {
    const scene = judgingScene();
    const third = seated(scene, "Penilai 03", "evaluator");
    const entry = passed(scene);
    assignAt(scene);
    const holder = recuseFirst(scene, [...scene.evaluators, third]);
    const others = [...scene.evaluators, third].map(({ userId }) => userId).filter((userId) => userId !== holder.userId);
    expect(readersOf(scene, entry)).toEqual(others.sort());
    const [plan] = listPlans(scene.as(scene.organiser, deskOpens), desk(scene));
    expect([plan?.kind, plan?.cause, plan?.status, plan?.added, plan?.ended]).toEqual(["refill", "recusal", "applied", 1, 0]);
    expect(JSON.stringify(scene.world.ctx.db.select().from(assignmentPlans).all())).not.toContain(reason);
  });

  it("never gives an entry to a member of its agency, a former one too, nor to whoever declared a conflict", () => {
    const scene = judgingScene();
    const [member, declared] = scene.evaluators as [Actor, Actor];
    const spare = [seated(scene, "Penilai 03", "evaluator"), seated(scene, "Penilai 04", "evaluator")];
    inviteMember(scene.as(scene.admin), { agencyId: scene.agencyId, email: member.email, name: member.name, role: "writer", unit: "Dinas" });
    const own = passed(scene);
    declareConflict(scene.as(declared), { proposalId: own, reason });
    const elsewhere = passed(fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton"), "Perahu Baca");
    assignAt(scene);
    expect(readersOf(scene, own)).toEqual(spare.map(({ userId }) => userId).sort());
    expect(readersOf(scene, elsewhere)).toEqual([member.userId, declared.userId].sort());
  });

  it("reports an entry that too few may read and fills the others", () => {
    const scene = judgingScene();
    const [first] = scene.evaluators as [Actor];
    const blocked = passed(scene);
    const free = passed(scene, "Perahu Baca");
    declareConflict(scene.as(first), { proposalId: blocked, reason });
    expect(assignAt(scene)).toEqual({ assigned: 3, lacking: [{ proposalId: blocked, missing: 1 }] });
    expect(readersOf(scene, free).length).toBe(2);
    expect(refusalOf(() => assignAt(scene))).toBe("assignment.notEnoughReaders");
  });

  it("tells every assessor once how many entries wait", () => {
    const scene = judgingScene();
    passed(scene);
    passed(scene, "Perahu Baca");
    assignAt(scene);
    const letters = scene.world.ctx.db.select().from(outbox).all().filter((mail) => mail.template === "assigned");
    expect(letters.map(({ recipient, params }) => [recipient, params.count])).toEqual(
      expect.arrayContaining(scene.evaluators.map(({ email }) => [email, 2])),
    );
    expect(letters.length).toBe(2);
  });

  it("binds the edition once and writes one entry into the log", () => {
    const scene = judgingScene();
    passed(scene);
    const count = () => scene.world.ctx.db.select().from(auditEntries).orderBy(asc(auditEntries.seq)).all();
    const before = count().length;
    assignAt(scene);
    const added = count().slice(before).map((row) => JSON.parse(row.record ?? "{}") as { action: string; data: { count?: number } });
    expect(added.map(({ action, data }) => [action, data.count])).toEqual([["competitions.commit", undefined], ["assignment.assign", 2]]);
  });

  it.each([
    ["before the desk opens", deskOpens - 1, "done"],
    ["in its last millisecond", deskCloses - 1, "done"],
    ["once it has closed", deskCloses, "competitions.windowClosed"],
  ])("%s", (_, now, answer) => {
    const scene = judgingScene();
    passed(scene);
    expect(refusalOf(() => assignAt(scene, now))).toBe(answer);
  });

  it("is refused for a stage that is no desk, without assessors, and without a number of readers", () => {
    const scene = judgingScene();
    const interview = { editionId: scene.editionId, stage: "wawancara" };
    expect(refusalOf(() => assignEvaluators(scene.as(scene.organiser, deskOpens), interview))).toBe("assignment.notADesk");
    const unknown = judgingScene({ rubrics: [{ ...deskRubric, readers: null }, interviewRubric] });
    expect(refusalOf(() => assignAt(unknown))).toBe("assignment.readersUnknown");
    const empty = judgingScene();
    empty.world.ctx.db.$client.exec("update seats set removed_at = 1 where role = 'evaluator'");
    expect(refusalOf(() => assignAt(empty))).toBe("assignment.noAssessors");
  });
});

describe("assigning a panel", () => {
  function paneled() {
    const scene = judgingScene();
    const proposalId = finalist(scene);
    const assign = (userId: Id<"user">, id = proposalId) =>
      assignReaders(scene.as(scene.organiser, interviewOpens), { editionId: scene.editionId, stage: "wawancara", pairs: [{ proposalId: id, userId }] });
    return { scene, proposalId, assign };
  }

  it("adds new pairs once and keeps those that stand", () => {
    const { scene, assign } = paneled();
    expect([assign(scene.juror.userId), assign(scene.juror.userId), assign(scene.chair.userId)]).toEqual([
      { assigned: 1 },
      { assigned: 0 },
      { assigned: 1 },
    ]);
  });

  it("is refused for people without the stage's seat, for entries that are not there, and for conflicts", () => {
    const { scene, proposalId, assign } = paneled();
    const early = passed(scene, "Perahu Baca");
    expect(refusalOf(() => assign((scene.evaluators[0] as Actor).userId))).toBe("assignment.notSeated");
    expect(refusalOf(() => assign(scene.juror.userId, early))).toBe("assignment.notAnEntry");
    declareConflict(scene.as(scene.juror), { proposalId, reason });
    expect(refusalOf(() => assign(scene.juror.userId))).toBe("assignment.inConflict");
    inviteMember(scene.as(scene.admin), { agencyId: scene.agencyId, email: scene.chair.email, name: "Ketua 01", role: "writer", unit: "Dinas" });
    expect(refusalOf(() => assign(scene.chair.userId))).toBe("assignment.inConflict");
    expect(listAssignments(scene.world.ctx, { editionId: scene.editionId, stage: "wawancara" })).toEqual([]);
  });
});

describe("recusal", () => {
  function assigned() {
    const scene = judgingScene();
    const entry = passed(scene);
    assignAt(scene);
    const mine = (actor: Actor) => listAssignments(scene.world.ctx, desk(scene)).find((pair) => pair.userId === actor.userId)?.id as Id<"assignment">;
    return { scene, entry, mine, reader: scene.evaluators[0] as Actor, other: scene.evaluators[1] as Actor };
  }

  it("ends the assignment, keeps it as history, and closes the entry's files", () => {
    const { scene, entry, mine, reader } = assigned();
    const assignmentId = mine(reader);
    expect(findReadingAccess(scene.as(reader, deskOpens), entry)).toEqual({ blind: false });
    recuse(scene.as(reader, deskOpens), { assignmentId, reason });
    const { endedAt, endReason } = findAssignment(scene.world.ctx, assignmentId) ?? {};
    expect({ endedAt, endReason }).toEqual({ endedAt: deskOpens, endReason: reason });
    expect(findReadingAccess(scene.as(reader, deskOpens), entry)).toBe(null);
    expect(refusalOf(() => recuse(scene.as(reader, deskOpens), { assignmentId, reason }))).toBe("assignment.unknown");
  });

  it("is for the holder alone, inside the window", () => {
    const { scene, mine, reader, other } = assigned();
    const attempt = (actor: Actor, now: number) => refusalOf(() => recuse(scene.as(actor, now), { assignmentId: mine(reader), reason }));
    expect(attempt(other, deskOpens)).toBe("assignment.unknown");
    expect(attempt({ ...reader, grants: [] }, deskOpens)).toBe("assignment.unknown");
    expect(attempt(reader, deskOpens - 1)).toBe("competitions.windowNotYet");
    expect(attempt(reader, deskCloses)).toBe("competitions.windowClosed");
    expect(attempt(reader, deskCloses - 1)).toBe("done");
  });

  it("from an agency ends everything held of it and nothing else", () => {
    const scene = judgingScene();
    const [one, two] = [passed(scene), passed(scene, "Perahu Baca")];
    const elsewhere = passed(fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton"), "Sekolah Malam");
    assignAt(scene);
    const reader = scene.evaluators[0] as Actor;
    const { editionId, agencyId } = scene;
    expect(recuseFromAgency(scene.as(reader, deskOpens), { editionId, agencyId, reason })).toEqual({ ended: 2 });
    expect([one, two, elsewhere].map((id) => readersOf(scene, id).includes(reader.userId))).toEqual([false, false, true]);
  });
});

describe("taking a reading back", () => {
  const marks = { marks: { ringkasan: 8_000, dampak: 8_000 }, notes: {}, note: "", revision: 0 };

  function assigned() {
    const scene = judgingScene();
    const entry = passed(scene);
    assignAt(scene);
    const mine = (actor: Actor) => listAssignments(scene.world.ctx, desk(scene)).find((pair) => pair.userId === actor.userId)?.id as Id<"assignment">;
    return { scene, entry, mine, reader: scene.evaluators[0] as Actor, other: scene.evaluators[1] as Actor };
  }

  it("frees an entry of a reader who will not lock, even after the stage has closed", () => {
    const { scene, entry, mine, reader, other } = assigned();
    const assignmentId = mine(reader);
    saveMarks(scene.as(reader, deskOpens), { assignmentId, ...marks });
    const end = () => refusalOf(() => endAssignment(scene.as(scene.organiser, deskCloses), { assignmentId, reason }));
    expect([end(), end()]).toEqual(["done", "assignment.unknown"]);
    const { endedAt, endReason } = findAssignment(scene.world.ctx, assignmentId) ?? {};
    expect({ endedAt, endReason }).toEqual({ endedAt: deskCloses, endReason: reason });
    expect(readersOf(scene, entry)).toEqual([other.userId]);
  });

  it("is unknown to an organiser in conflict with its entry", () => {
    const { scene, entry, mine, reader, other } = assigned();
    bar(scene.world, { editionId: scene.editionId, person: scene.organiser, proposalId: entry });
    expect(refusalOf(() => endAssignment(scene.as(scene.organiser), { assignmentId: mine(reader), reason }))).toBe("assignment.unknown");
    expect(readersOf(scene, entry)).toEqual([reader, other].map(({ userId }) => userId).sort());
  });

  it("is refused once the sheet is locked", () => {
    const { scene, mine, reader } = assigned();
    const assignmentId = mine(reader);
    lockSheet(scene.as(reader, deskOpens), { assignmentId, ...marks });
    expect(refusalOf(() => endAssignment(scene.as(scene.organiser), { assignmentId, reason }))).toBe("assignment.sheetLocked");
  });

  it("of a whole person ends what is not locked and counts it", () => {
    const { scene, entry, mine, reader } = assigned();
    const first = mine(reader);
    const other = passed(scene, "Perahu Baca");
    assignAt(scene);
    lockSheet(scene.as(reader, deskOpens), { assignmentId: first, ...marks });
    const { editionId } = scene;
    const end = () => endAssignmentsOf(scene.as(scene.organiser), { editionId, userId: reader.userId, reason });
    expect([end(), end()]).toEqual([1, 0]);
    expect([entry, other].map((id) => readersOf(scene, id).includes(reader.userId))).toEqual([true, false]);
  });

  it("leaves the place of a reader without a seat to somebody else", () => {
    const { scene, entry, reader, other } = assigned();
    const third = seated(scene, "Penilai 03", "evaluator");
    scene.world.ctx.db.$client.exec(`update seats set removed_at = 1 where user_id = '${reader.userId}'`);
    expect(assignmentSummary(scene.as(scene.organiser), desk(scene)).complete).toBe(0);
    expect(assignAt(scene)).toEqual({ assigned: 1, lacking: [] });
    expect(readersOf(scene, entry)).toEqual([reader, other, third].map(({ userId }) => userId).sort());
  });
});

describe("the summary", () => {
  it("shows loads, and why entries lack readers", () => {
    const scene = judgingScene();
    const [first, second] = scene.evaluators as [Actor, Actor];
    const blocked = passed(scene);
    passed(scene, "Perahu Baca");
    declareConflict(scene.as(first), { proposalId: blocked, reason });
    const summary = () => assignmentSummary(scene.as(scene.organiser), desk(scene));
    expect(summary().lacking.map(({ number, has, inConflict, reason: why }) => ({ number, has, inConflict, why }))).toEqual([
      { number: "2026-0001", has: 0, inConflict: 1, why: "conflicts" },
      { number: "2026-0002", has: 0, inConflict: 0, why: "unassigned" },
    ]);
    assignAt(scene);
    const { lacking, assessors, ...figures } = summary();
    expect(figures).toEqual({ stage: "proposal", readers: 2, entries: 2, complete: 1, assigned: 3, lackingTotal: 1, canFill: false });
    expect(lacking.map(({ number, has }) => ({ number, has }))).toEqual([{ number: "2026-0001", has: 1 }]);
    expect(assessors).toEqual([
      { userId: first.userId, name: "Penilai 01", organisation: "Panitia", load: 1, conflicts: 1 },
      { userId: second.userId, name: "Penilai 02", organisation: "Panitia", load: 2, conflicts: 0 },
    ]);
  });

  it("gives the entries without readers a page at a time, with how many there are", () => {
    const scene = judgingScene();
    for (const title of ["Satu", "Dua", "Tiga"]) passed(scene, title);
    const { lacking, lackingTotal, canFill } = assignmentSummary(scene.as(scene.organiser), desk(scene), { limit: 2, offset: 2 });
    expect([lacking.map(({ number }) => number), lackingTotal, canFill]).toEqual([["2026-0003"], 3, true]);
  });

  it("says that seats are missing where more readers are asked than assessors sit", () => {
    const scene = judgingScene({ rubrics: [{ ...deskRubric, readers: 3 }, interviewRubric] });
    passed(scene);
    expect(assignmentSummary(scene.as(scene.organiser), desk(scene)).lacking.map((entry) => entry.reason)).toEqual(["seats"]);
  });

  it("is for organiser, chair and auditor; for others the edition does not exist", () => {
    const scene = judgingScene();
    const auditor = seated(scene, "Auditor 01", "auditor");
    const read = (actor: Actor | null) => refusalOf(() => assignmentSummary(scene.as(actor), desk(scene)));
    expect([scene.organiser, scene.chair, auditor].map(read)).toEqual(["done", "done", "done"]);
    const unknown = "competitions.editionUnknown";
    expect([null, scene.evaluators[0] as Actor, scene.juror, scene.screener, scene.admin].map(read)).toEqual(Array(5).fill(unknown));
  });

  it("costs the same for one entry and for three", () => {
    const scenes = [1, 3].map((count) => {
      const scene = judgingScene();
      for (const title of ["Satu", "Dua"].slice(0, count)) passed(scene, title);
      if (count > 2) passed(fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton"), "Tiga");
      assignAt(scene);
      return scene;
    });
    const [one, three] = scenes.map((scene) => countStatements(scene.world.ctx, () => assignmentSummary(scene.as(scene.organiser), desk(scene))));
    expect(three).toBe(one);
  });
});
