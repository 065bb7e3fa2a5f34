import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction, openDatabase } from "#db/client.server.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { assignmentPlans, assignments } from "#db/schema/assignment.ts";
import { certificates } from "#db/schema/certificates.ts";
import { submissionExtensions } from "#db/schema/communications.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { panelMembers, panels, slots } from "#db/schema/interviews.ts";
import { objections } from "#db/schema/objections.ts";
import { rankingMoves } from "#db/schema/list-records.ts";
import { releasedRemarks } from "#db/schema/ranking.ts";
import { agreedValues } from "#db/schema/scoring.ts";
import { screeningAppeals } from "#db/schema/screening.ts";
import { similarityPairs } from "#db/schema/similarity.ts";
import { definition, deskRubric, interviewRubric, month } from "#tests/features/ranking/edition.ts";
import { addAgency, addEntry, addSeat, addSheet, makeScene, type Scene } from "#tests/features/ranking/scene.ts";
import { nobodys } from "#tests/non-interference/ids.ts";
import { type Hidden, hiddenWord, type Known, moments, type PersonName } from "#tests/non-interference/world.ts";

/** What stands of an entry once it is judged: by its place in the edition, the second and the fourth withheld from the people below. */
export type Judged = { scene: Scene; entries: ProposalId[]; withheld: ProposalId[]; listId: Id<"list">; panelId: Id<"panel">; readers: Actor[] };

/** Everybody who sits in the edition and is in conflict with two of its four entries. */
export const barredPeople = ["barredChair", "barredAuditor", "barredSystemAuditor", "barredOrganiser", "barredSignatory", "barredEvaluator", "barredJuror"] as const satisfies readonly PersonName[];

const words = (text: string) => ({ id: text, en: text });
/** People of no seat there, from whom everything of an entry that is not their agency's is hidden as well. */
export const judgingOutsiders = ["ownAdmin", "organiserElsewhere", "stranger", "visitor"] as const satisfies readonly PersonName[];

const content = (title: string): string =>
  JSON.stringify({ title, groupKey: "umum", categoryKey: "layanan", startedOn: "2024-01-01", unit: "Dinas", innovator: "Tim", answers: {}, attachments: [] });

const rules: Partial<Definition> = {
  rubrics: [{ ...deskRubric, readers: 2, readersMost: 4 }, interviewRubric],
  stages: [
    ...definition.stages.slice(0, 1),
    { key: "seleksi", kind: "screening", name: words("Seleksi"), opensAt: month(1), closesAt: month(1) + 86_400_000 },
    ...definition.stages.slice(1),
  ],
};

/**
 * An edition whose desk is read, whose list stands as a draft and whose interviews are set, with an objection, a certificate, a
 * plan, an agreed value, votes, letters and notices on every entry; and everybody who sits in it in conflict with half of them.
 */
export function makeJudging(): Hidden {
  const scene = makeScene(rules);
  const { ctx } = scene.world;
  const [own, other] = [addAgency(scene.world, "Kabupaten Satu"), addAgency(scene.world, `Kabupaten ${hiddenWord}`)];
  const entries = [1, 2, 3, 4].map((number) => {
    const id = addEntry(scene, { agencyId: (number % 2 === 0 ? other : own).agencyId, number, reach: "finalist" });
    const title = number % 2 === 0 ? `${hiddenWord} nomor ${number}` : `Inovasi terbuka ${number}`;
    run(ctx, "update proposals set title = ?, title_key = ? where id = ?", title, title.toLowerCase(), id);
    run(ctx, "drop trigger if exists submissions_no_rewrite");
    run(ctx, "drop trigger if exists submissions_no_delete");
    run(ctx, "update submissions set content = ? where proposal_id = ?", content(title), id);
    return id;
  });
  const readers = [scene.evaluator, addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator")];
  for (const [index, proposalId] of entries.entries()) {
    for (const [second, { userId }] of readers.entries()) {
      const mark = 9_000 - index * 700 - second * 300;
      addSheet(scene, { proposalId, userId, marks: { kebaruan: mark, manfaat: mark } });
    }
  }
  run(ctx, "update score_sheets set note = 'Catatan ' || id");
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  const panelId = ctx.newId("panel");
  const judged = { scene, entries, withheld: [entries[1], entries[3]] as ProposalId[], listId, panelId, readers };
  const elsewhere = scene.world.person("Sekretariat lain", "edition:edn_lain:organiser");
  const people = { ...seatBarred(judged, other.agencyId), ownAdmin: own.admin, organiserElsewhere: elsewhere, stranger: scene.world.person("Orang lain"), visitor: null };
  const draft = addEntry(scene, { agencyId: other.agencyId, number: 9 });
  run(ctx, "delete from submissions where proposal_id = ?", draft);
  run(ctx, "update proposals set reach = 'draft', status = 'atUnit', number = null, submitted_at = null where id = ?", draft);
  for (const [index, proposalId] of entries.entries()) addTraces(judged, { proposalId, index, people });
  const image = ctx.db.$client.serialize();
  return { ctx, copy: () => ({ ...ctx, db: openDatabase(image) }), known: { ...knownOf(judged, people), agencies: [own.agencyId, other.agencyId] } };
}

function knownOf({ scene, entries, withheld }: Judged, people: Known["people"]): Known {
  const place = scene as unknown as Known["here"];
  return {
    ...{ here: place, other: place, elsewhere: place, people },
    ...{ editions: [scene.editionId], agencies: [], proposals: [...entries, nobodys("proposal")], hiddenProposals: withheld },
    ...{ stages: ["desk", "wawancara"], lists: ["top2", "tiada"], words: ["", hiddenWord, "Inovasi", "2026-000"] },
  };
}

/** By a post held once, which bars from the agency, or by their own word, which bars from single entries. */
function seatBarred({ scene, withheld }: Judged, agencyId: Id<"agency">): Known["people"] {
  const { world, editionId } = scene;
  const { ctx } = world;
  const past = ({ userId }: Actor): void =>
    void ctx.db.insert(agencyMembers).values({ agencyId, userId, role: "writer", unit: "Dinas", createdAt: ctx.now, removedAt: ctx.now }).run();
  const said = ({ userId }: Actor): void => {
    for (const proposalId of withheld) {
      const row = { id: ctx.newId("conflict"), editionId, userId, proposalId, agencyId: null, source: "declared", reason: "Keluarga", declaredAt: ctx.now } as const;
      ctx.db.insert(conflicts).values(row).run();
    }
  };
  const seat = (name: string, role: "chair" | "auditor" | "organiser" | "signatory" | "evaluator" | "juror"): Actor => addSeat(world, editionId, name, role);
  const people = {
    ...{ barredChair: seat("Ketua terikat", "chair"), barredAuditor: seat("Auditor terikat", "auditor"), barredOrganiser: seat("Sekretariat terikat", "organiser") },
    ...{ barredSignatory: seat("Penanda tangan terikat", "signatory"), barredEvaluator: seat("Penilai terikat", "evaluator"), barredJuror: seat("Juri terikat", "juror") },
    barredSystemAuditor: world.person("Auditor sistem terikat", "system::auditor"),
  };
  for (const who of [people.barredChair, people.barredSignatory, people.barredEvaluator]) said(who);
  for (const who of [people.barredAuditor, people.barredSystemAuditor, people.barredOrganiser, people.barredJuror]) past(who);
  return people;
}

type Trace = { proposalId: ProposalId; index: number; people: Known["people"] };

/** What the later rooms know of an entry, one of each. */
function addTraces(judged: Judged, trace: Trace): void {
  const { scene, entries, listId, panelId } = judged;
  const { proposalId, index, people } = trace;
  const { ctx } = scene.world;
  const { editionId } = scene;
  const by = scene.organiser.userId;
  const at = { editionId, proposalId };
  if (index === 0) {
    ctx.db.insert(panels).values({ id: panelId, editionId, name: "Panel A", createdAt: ctx.now }).run();
    for (const who of [people.barredJuror, people.barredChair]) if (who) ctx.db.insert(panelMembers).values({ panelId, userId: who.userId }).run();
  }
  const startsAt = moments.judging + (index + 1) * 3_600_000;
  ctx.db.insert(slots).values({ id: ctx.newId("slot"), ...at, stage: "wawancara", panelId, startsAt, endsAt: startsAt + 1_200_000, meetingUrl: "https://temu", sequence: 0 }).run();
  for (const who of [people.barredEvaluator, people.barredJuror]) {
    const stage = who === people.barredJuror ? "wawancara" : "desk";
    if (who) ctx.db.insert(assignments).values({ id: ctx.newId("assignment"), ...at, stage, userId: who.userId, assignedAt: ctx.now }).run();
  }
  const filed = { name: "Warga", email: "warga@contoh.id", text: `Keberatan ${index}`, filedAt: ctx.now, status: "open", decision: "" } as const;
  ctx.db.insert(objections).values({ id: ctx.newId("objection"), ...at, listId, number: index + 1, ...filed }).run();
  const issued = { serial: `2026/T2/000${index + 1}`, sequence: index + 1, code: `KODE${index}`, claim: "{}", signature: "x", keyId: "x", rehearsal: true, issuedBy: by, issuedAt: ctx.now };
  ctx.db.insert(certificates).values({ id: ctx.newId("certificate"), ...at, listId, ...issued }).run();
  ctx.db.insert(screeningAppeals).values({ id: ctx.newId("appeal"), ...at, text: "Sanggah", filedBy: by, filedAt: ctx.now, decideBy: ctx.now, status: "open" }).run();
  ctx.db.insert(releasedRemarks).values({ ...at, text: `Umpan balik ${index}`, editedBy: by, editedAt: ctx.now }).run();
  const agency = ctx.db.$client.prepare("select agency_id from proposals where id = ?").pluck().get(proposalId) as Id<"agency">;
  ctx.db.insert(submissionExtensions).values({ id: ctx.newId("extension"), ...at, agencyId: agency, closesAt: ctx.now, reason: "Jaringan", grantedBy: by, grantedAt: ctx.now }).run();
  const agreed = { value: 7_000, marks: { kebaruan: 7_000, manfaat: 7_000 }, reason: `Sepakat ${index}`, present: [], sources: [], heldOn: "2026-03-02" };
  ctx.db.insert(agreedValues).values({ id: ctx.newId("agreement"), ...at, stage: "desk", ...agreed, recordedBy: by, recordedAt: ctx.now }).run();
  const other = entries[(index + (index === 0 ? 2 : 1)) % entries.length] as ProposalId;
  const pair = { proposalId: proposalId < other ? proposalId : other, otherProposalId: proposalId < other ? other : proposalId };
  const shares = { kind: "sameEdition", shareBp: 4_000, otherShareBp: 3_000, greatestBp: 4_000, sameTitle: false, foundAt: ctx.now, state: "unseen", note: "" } as const;
  ctx.db.insert(similarityPairs).values({ id: ctx.newId("similarity"), editionId, ...pair, ...shares }).onConflictDoNothing().run();
  const vote = { reason: `Pindah ${index}`, place: "Jakarta", heldOn: "2026-04-01", inFavour: 0, against: 1, abstained: 0, outcome: "rejected" } as const;
  ctx.db.insert(rankingMoves).values({ id: ctx.newId("move"), editionId, listKey: "top2", listId, enteringId: other, leavingId: proposalId, ...vote, present: [], recordedBy: by, recordedAt: ctx.now }).run();
  inTransaction(ctx, () => tell(ctx, { ...trace, editionId }));
  if (index === 0) ctx.db.insert(assignmentPlans).values(planFor(judged)).run();
}

/** Letters, notices and acts of an entry that name it. */
function tell(ctx: Ctx, { proposalId, people, editionId }: Trace & { editionId: Id<"edition"> }): void {
  const { number, title } = ctx.db.$client.prepare("select number, title from proposals where id = ?").get(proposalId) as { number: number; title: string };
  const params = { editionId, title, number: `2026-000${number}`, name: "Ani", edition: "KIPP", agency: "Kabupaten" };
  queueMail(ctx, { dedupeKey: `entry:${proposalId}`, recipient: "ani@contoh.id", locale: "id", template: "submitted", params });
  for (const who of barredPeople.map((name) => people[name])) {
    if (who) leaveNotice(ctx, { userId: who.userId, kind: "submitted", params, url: `/proposals/${proposalId}` });
  }
  recordAudit(ctx, { action: "proposals.submit", subject: { kind: "proposal", id: proposalId }, editionId, data: { number } });
}

/** One plan that gives every entry a reader and takes one away. */
function planFor({ scene, entries, readers }: Judged): typeof assignmentPlans.$inferInsert {
  const { ctx } = scene.world;
  const reason = { ground: "able", value: null, category: "layanan", load: 1, most: 4, linking: false, next: null } as const;
  const [first, second] = readers.map(({ userId }) => userId) as [Id<"user">, Id<"user">];
  const linkage = { components: 1, ratio: null };
  return {
    ...{ id: ctx.newId("assignmentPlan"), editionId: scene.editionId, stage: "desk", cause: "organiser", reason: "Tambah pembaca", status: "ready", seed: 1 },
    change: { kind: "readers", proposalId: entries[1] as ProposalId, readers: 3 },
    result: {
      added: entries.map((proposalId) => ({ proposalId, userId: first, reason })),
      ended: entries.map((proposalId) => ({ proposalId, userId: second, id: ctx.newId("assignment") })),
      targets: entries.map((proposalId) => ({ proposalId, before: null, after: 3 })),
      lacking: entries.map((proposalId) => ({ proposalId, missing: 1 })),
      shortages: [{ kind: "rules", entries }],
      loads: [{ userId: first, before: 1, after: 2 }],
      linkage: { before: linkage, after: linkage },
      solved: null,
    },
    ...{ createdBy: scene.organiser.userId, createdAt: ctx.now },
  };
}

const run = (ctx: Ctx, sql: string, ...values: (string | number)[]): unknown => ctx.db.$client.prepare(sql).run(...values);
