import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { ConflictRules } from "#app/features/competitions/definition/judging/types.ts";
import { declareAgencyConflict, declareConflict, declareHomeRegion } from "#app/features/conflicts/operations.server.ts";
import { registerHeads, registerRows } from "#app/features/conflicts/components/register-csv.ts";
import { decideAgencyObjection, objectToAssessor } from "#app/features/conflicts/objecting/operations.server.ts";
import { listAgencyObjections, listOwnObjections } from "#app/features/conflicts/objecting/queries.server.ts";
import { conflictPairs, findConflict, listBars } from "#app/features/conflicts/queries.server.ts";
import { decideConflict } from "#app/features/conflicts/register/operations.server.ts";
import { getConflict, getWholeRegister, listConflicts, listDetected } from "#app/features/conflicts/register/queries.server.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { seats } from "#db/schema/competitions.ts";
import { notices } from "#db/schema/notifications.ts";
import { proposals } from "#db/schema/proposals.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { entry, fromAgency, type JudgingScene, judgingScene, seated } from "#tests/features/screening/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const reason = "Saya pernah membina unit ini.";
const day = 86_400_000;
const rules = (change: Partial<ConflictRules> = {}) => ({ conflicts: { sameRegion: false, formerPostYears: 0, byAgency: "no" as const, ...change } });

/** Whether a person may not judge the entry, by each of the three ways of asking, which must agree. */
function barred(scene: JudgingScene, { userId }: Actor, proposalId: ReturnType<typeof entry>, now = scene.world.ctx.now): boolean {
  const ctx = { ...scene.world.ctx, now };
  const { editionId, agencyId } = scene;
  const bars = listBars(ctx, { editionId, userId });
  const answers = [
    findConflict(ctx, { editionId, agencyId, proposalId, userId }) !== null,
    conflictPairs(ctx, editionId).has(pairKey(userId, proposalId)),
    bars.agencyIds.includes(agencyId) || bars.proposalIds.includes(proposalId),
  ];
  expect(new Set(answers).size).toBe(1);
  return answers[0] as boolean;
}

describe("a declared conflict", () => {
  it("bars at once, is confirmed, and bars no longer once ended or refused; then it may be declared again", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { juror, organiser, editionId, agencyId } = scene;
    const conflictId = declareAgencyConflict(scene.as(juror), { editionId, agencyId, kind: "supervision", reason });
    expect(barred(scene, juror, proposalId)).toBe(true);
    decideConflict(scene.as(organiser), { conflictId, step: "confirm", reason: "Sudah diperiksa." });
    expect(barred(scene, juror, proposalId)).toBe(true);
    decideConflict(scene.as(organiser), { conflictId, step: "reject", reason: "Instansi yang berbeda." });
    expect(barred(scene, juror, proposalId)).toBe(false);
    expect(refusalOf(() => decideConflict(scene.as(organiser), { conflictId, step: "confirm", reason: "Keliru menolak." }))).toBe("conflicts.settled");
    expect(refusalOf(() => declareAgencyConflict(scene.as(juror), { editionId, agencyId, reason }))).toBe("done");
  });

  it("ends after the day the secretariat names, and a new one may then be declared", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { juror, organiser } = scene;
    const conflictId = declareConflict(scene.as(juror), { proposalId, reason });
    const { now } = scene.world.ctx;
    decideConflict(scene.as(organiser), { conflictId, step: "expire", endsOn: new Date(now + 10 * day).toISOString().slice(0, 10), reason: "Masa kerja sama habis." });
    expect([now, now + 9 * day, now + 12 * day].map((at) => barred(scene, juror, proposalId, at))).toEqual([true, true, false]);
    expect(refusalOf(() => declareConflict(scene.as(juror, now + 9 * day), { proposalId, reason }))).toBe("conflicts.alreadyDeclared");
    const late = scene.as(organiser, now + 12 * day);
    expect(getConflict(late, conflictId).state).toBe("expired");
    expect(listConflicts(late, { editionId: scene.editionId, state: "expired", limit: 9, offset: 0 }).total).toBe(1);
    expect(refusalOf(() => declareConflict(scene.as(juror, now + 12 * day), { proposalId, reason }))).toBe("done");
  });

  it("is refused an end in the past, and nobody decides his own", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const both = { ...scene.juror, grants: [...scene.juror.grants, ...scene.organiser.grants] };
    const conflictId = declareConflict(scene.as(both), { proposalId, reason });
    expect(refusalOf(() => decideConflict(scene.as(both), { conflictId, step: "confirm", reason }))).toBe("conflicts.ownConflict");
    expect(refusalOf(() => decideConflict(scene.as(scene.organiser), { conflictId, step: "expire", endsOn: "2020-01-01", reason }))).toBe("conflicts.dayOver");
  });

  it("of a former post bars as long as the edition says", () => {
    const scene = judgingScene(rules({ formerPostYears: 2 }));
    const proposalId = entry(scene);
    const { editionId, agencyId, juror, chair } = scene;
    declareAgencyConflict(scene.as(juror), { editionId, agencyId, kind: "post", endedOn: "2020-01-31", reason });
    declareAgencyConflict(scene.as(chair), { editionId, agencyId, kind: "post", endedOn: "2025-12-31", reason });
    expect([juror, chair].map((person) => barred(scene, person, proposalId))).toEqual([false, true]);
    expect(refusalOf(() => declareAgencyConflict(scene.as(scene.screener), { editionId, agencyId, kind: "post", endedOn: "2099-01-01", reason }))).toBe("conflicts.dayToCome");
  });

  it("says that a blind reader recognised the entry, and tells the secretariat at once", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const id = declareConflict(scene.as(scene.juror), { proposalId, kind: "recognised", reason });
    const { source, kind, entry: number } = getConflict(scene.as(scene.organiser), id);
    expect({ source, kind, number }).toEqual({ source: "recognised", kind: "recognised", number: "2026-0001" });
    const told = scene.world.ctx.db.select().from(notices).where(eq(notices.kind, "conflictDeclared")).all();
    expect(told.map(({ userId }) => userId)).toEqual([scene.organiser.userId]);
  });
});

describe("a detected conflict", () => {
  it("of a former member ends with the years the edition names", () => {
    const asked = (change: Partial<ConflictRules>) => {
      const scene = judgingScene(rules(change));
      const proposalId = entry(scene);
      const past = { agencyId: scene.agencyId, userId: scene.juror.userId, role: "writer", unit: "Dinas", createdAt: 0, removedAt: scene.world.ctx.now - 400 * day } as const;
      scene.world.ctx.db.insert(agencyMembers).values(past).run();
      return barred(scene, scene.juror, proposalId);
    };
    expect([asked({}), asked({ formerPostYears: 2 }), asked({ formerPostYears: 1 })]).toEqual([true, true, false]);
  });

  it("by province stands only where the edition says so, for members and for whoever names a home province", () => {
    const asked = (sameRegion: boolean) => {
      const scene = judgingScene(rules({ sameRegion }));
      const proposalId = entry(scene);
      const sister = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
      const far = fromAgency(scene, "33.15", "Pemerintah Kabupaten Grobogan");
      const join = (agencyId: JudgingScene["agencyId"], { userId }: Actor) =>
        scene.world.ctx.db.insert(agencyMembers).values({ agencyId, userId, role: "writer", unit: "Dinas", createdAt: 0, removedAt: null }).run();
      join(sister.agencyId, scene.juror);
      join(far.agencyId, scene.chair);
      const said = refusalOf(() => declareHomeRegion(scene.as(scene.screener), { editionId: scene.editionId, regionCode: "74" }));
      return [...[scene.juror, scene.chair, scene.screener].map((person) => barred(scene, person, proposalId)), said];
    };
    expect([asked(false), asked(true)]).toEqual([
      [false, false, false, "conflicts.regionNotAsked"],
      [true, false, true, "done"],
    ]);
  });

  it("by entries written together bars the writer and whoever has ever written with one of its writers", () => {
    const scene = judgingScene();
    const mate = seated(scene, "Penilai Sejawat", "evaluator");
    const other = fromAgency(scene, "74.09", "Pemerintah Kabupaten Buton");
    const shared = entry(other, "Perahu Baca");
    const theirs = entry(scene);
    const { db } = scene.world.ctx;
    const written = (proposalId: typeof shared, { userId }: Actor) => db.update(proposals).set({ createdBy: userId }).where(eq(proposals.id, proposalId)).run();
    written(shared, mate);
    db.$client.prepare("update answers set updated_by = ? where proposal_id = ? and field_key = 'ringkasan'").run(scene.writer.userId, shared);
    expect(barred(scene, mate, theirs)).toBe(true);
    expect(barred(other, mate, shared)).toBe(true);
    expect(barred(scene, scene.juror, theirs)).toBe(false);
    expect(listDetected(scene.as(scene.organiser), scene.editionId).coWritten).toEqual([{ person: "Penilai Sejawat", entries: 2 }]);
  });
});

describe("an agency's objection", () => {
  const objection = (scene: JudgingScene, about: "person" | "organisation", name: string) =>
    objectToAssessor(scene.as(scene.admin), { editionId: scene.editionId, agencyId: scene.agencyId, about, name, reason });

  it("bars whom it names as the edition allows, and nobody else", () => {
    const asked = (byAgency: "confirmed" | "atOnce") => {
      const scene = judgingScene(rules({ byAgency }));
      const proposalId = entry(scene);
      const objectionId = objection(scene, "person", "Dr. Juri 01, M.Si.");
      const before = [scene.juror, scene.chair].map((person) => barred(scene, person, proposalId));
      decideAgencyObjection(scene.as(scene.organiser), { objectionId, step: "confirm", reason: "Benar terkait." });
      const confirmed = barred(scene, scene.juror, proposalId);
      decideAgencyObjection(scene.as(scene.organiser), { objectionId, step: "expire", reason: "Tidak terkait lagi." });
      return [...before, confirmed, barred(scene, scene.juror, proposalId)];
    };
    expect([asked("confirmed"), asked("atOnce")]).toEqual([
      [false, false, true, false],
      [true, false, true, false],
    ]);
  });

  it("is taken by the secretariat to mean a person it did not name exactly", () => {
    const scene = judgingScene(rules({ byAgency: "confirmed" }));
    const proposalId = entry(scene);
    const objectionId = objection(scene, "person", "Pak Ketua Panel");
    const confirm = (meantUserId: Actor["userId"]) => refusalOf(() => decideAgencyObjection(scene.as(scene.organiser), { objectionId, step: "confirm", meantUserId, reason }));
    expect([confirm(scene.admin.userId), confirm(scene.organiser.userId), confirm(scene.chair.userId)]).toEqual(["conflicts.notSeated", "conflicts.ownConflict", "done"]);
    expect(barred(scene, scene.chair, proposalId)).toBe(true);
    expect(listAgencyObjections(scene.as(scene.organiser), scene.editionId).map(({ means }) => means)).toEqual([["Ketua 01"]]);
  });

  it("tells the agency the same whether or not somebody of that name judges", () => {
    const said = (name: string) => {
      const scene = judgingScene(rules({ byAgency: "atOnce" }));
      const objectionId = objection(scene, "person", name);
      decideAgencyObjection(scene.as(scene.organiser), { objectionId, step: "confirm", reason: "Benar terkait." });
      return listOwnObjections(scene.as(scene.writer), scene).map(({ name: named, ...row }) => ({ ...row, named: named.length }));
    };
    expect(said("Juri 01")).toEqual(said("Juri 99"));
  });

  it("is refused where the edition offers none", () => {
    expect(refusalOf(() => objection(judgingScene(), "person", "Juri 01"))).toBe("conflicts.objectionNotOffered");
  });
});

describe("the register", () => {
  it("costs the same for one conflict and for three", () => {
    const cost = (count: number) => {
      const scene = judgingScene();
      const proposalId = entry(scene);
      for (const person of [scene.juror, scene.chair, scene.screener].slice(0, count)) declareConflict(scene.as(person), { proposalId, reason });
      return countStatements(scene.world.ctx, () => {
        listConflicts(scene.as(scene.organiser), { editionId: scene.editionId, limit: 10, offset: 0 });
        listDetected(scene.as(scene.organiser), scene.editionId);
      });
    };
    expect(cost(3)).toBe(cost(1));
  });

  it("keeps for its file what was said by somebody who has given up his seat, what was refused, and who decided", () => {
    const scene = judgingScene();
    const proposalId = entry(scene);
    const { editionId, organiser, juror } = scene;
    const conflictId = declareConflict(scene.as(juror), { proposalId, reason });
    declareConflict(scene.as(scene.chair), { proposalId, reason: "Ketua mengenal timnya." });
    decideConflict(scene.as(organiser), { conflictId, step: "reject", reason: "Instansi yang berbeda." });
    scene.world.ctx.db.update(seats).set({ removedAt: scene.world.ctx.now }).where(eq(seats.userId, juror.userId)).run();
    const { declared } = getWholeRegister(scene.as(organiser), editionId);
    const told = declared.map((row) => ({ person: row.person, entry: row.entry, state: row.state, decidedBy: row.decidedBy, seated: row.seated }));
    expect(told.sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
      { person: "Juri 01", entry: "2026-0001", state: "rejected", decidedBy: "Sekretariat 01", seated: false },
      { person: "Ketua 01", entry: "2026-0001", state: "declared", decidedBy: null, seated: true },
    ]);
  });

  it("is written as lines of one width, every declared, objected and detected one", () => {
    const scene = judgingScene(rules({ byAgency: "confirmed" }));
    const proposalId = entry(scene);
    const { editionId, agencyId } = scene;
    declareConflict(scene.as(scene.juror), { proposalId, reason });
    objectToAssessor(scene.as(scene.admin), { editionId, agencyId, about: "person", name: "Ketua 01", reason });
    scene.world.ctx.db.insert(agencyMembers).values({ agencyId, userId: scene.chair.userId, role: "writer", unit: "Dinas", createdAt: 5, removedAt: 9 }).run();
    const ctx = scene.as(scene.organiser);
    const t = translators.id;
    const lines = registerRows(t, "Asia/Jakarta", { ...getWholeRegister(ctx, editionId), objections: listAgencyObjections(ctx, editionId) });
    expect(lines.map((line) => [line.length, line[0], line[4]])).toEqual([
      [12, "Juri 01", "Dinyatakan penilai"],
      [12, "Ketua 01", "Disampaikan instansi"],
      [12, "Ketua 01", "Terdeteksi"],
    ]);
    expect(registerHeads(t)).toHaveLength(12);
  });

  it("says of a former member from when until when", () => {
    const scene = judgingScene();
    const past = { agencyId: scene.agencyId, userId: scene.juror.userId, role: "writer", unit: "Dinas", createdAt: 5, removedAt: 9 } as const;
    scene.world.ctx.db.insert(agencyMembers).values(past).run();
    expect(listDetected(scene.as(scene.organiser), scene.editionId).ties).toEqual([
      { userId: scene.juror.userId, person: "Juri 01", agencyName: "Pemerintah Kabupaten Wakatobi", reason: "formerMember", from: 5, until: 9 },
    ]);
  });

  it("exists for the secretariat and auditors alone", () => {
    const scene = judgingScene();
    const conflictId = declareConflict(scene.as(scene.juror), { proposalId: entry(scene), reason });
    const auditor = seated(scene, "Auditor 01", "auditor");
    const read = (actor: Actor | null) => [
      refusalOf(() => listConflicts(scene.as(actor), { editionId: scene.editionId, limit: 1, offset: 0 })),
      refusalOf(() => listDetected(scene.as(actor), scene.editionId)),
      refusalOf(() => getWholeRegister(scene.as(actor), scene.editionId)),
      refusalOf(() => listAgencyObjections(scene.as(actor), scene.editionId)),
      refusalOf(() => getConflict(scene.as(actor), conflictId)),
    ];
    expect([scene.organiser, auditor].map(read)).toEqual(Array(2).fill(Array(5).fill("done")));
    const none = [...Array<string>(4).fill("competitions.editionUnknown"), "conflicts.unknown"];
    expect([scene.juror, scene.chair, scene.admin, null].map(read)).toEqual(Array(4).fill(none));
  });
});
