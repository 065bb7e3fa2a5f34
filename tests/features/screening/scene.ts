import type { Definition, Rubric, Stage } from "#app/features/competitions/definition/types.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { checkKeysFor } from "#app/features/screening/checklist/rules.ts";
import type { Check } from "#app/features/screening/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { seats } from "#db/schema/competitions.ts";
import { addAgency, addMember, closesAt, definition, makeScene, opensAt, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { moved } from "#tests/support/moved.ts";


const day = 86_400_000;
const words = (text: string) => ({ id: text, en: `${text} (en)` });

/** Windows follow one another: ten days of screening, twenty of desk reading, ten of finalists, ten of interviews. */
export const screeningOpens = closesAt;
export const deskOpens = closesAt + 10 * day;
export const deskCloses = closesAt + 30 * day;
export const interviewOpens = closesAt + 40 * day;
export const interviewCloses = closesAt + 50 * day;

export const stages: Stage[] = [
  { key: "pendaftaran", kind: "registration", name: words("Pendaftaran"), opensAt, closesAt },
  { key: "seleksi", kind: "screening", name: words("Seleksi administrasi"), opensAt: screeningOpens, closesAt: deskOpens },
  { key: "proposal", kind: "desk", name: words("Penilaian proposal"), opensAt: deskOpens, closesAt: deskCloses },
  { key: "finalis", kind: "finalists", name: words("Penetapan finalis"), opensAt: deskCloses, closesAt: interviewOpens },
  { key: "wawancara", kind: "interview", name: words("Wawancara"), opensAt: interviewOpens, closesAt: interviewCloses },
];

const levels = [
  { from: 0, to: 3900, name: words("Rendah") },
  { from: 4000, to: 7400, name: words("Sedang") },
  { from: 7500, to: 10_000, name: words("Tinggi") },
];

export const deskRubric: Rubric = {
  stage: "proposal",
  maxMark: 10_000,
  readers: 2,
  blind: false,
  criteria: [
    { key: "ringkasan", name: words("Ringkasan"), help: words("Jelas"), weightBp: 2_500, levels, claimField: null },
    { key: "dampak", name: words("Dampak"), help: words("Terukur"), weightBp: 7_500, levels, claimField: null },
  ],
};

export const interviewRubric: Rubric = {
  ...deskRubric,
  stage: "wawancara",
  criteria: [{ key: "paparan", name: words("Paparan"), help: words("Runtut"), weightBp: 10_000, levels, claimField: null }],
};

/** Quotas are another room's rule: here an agency enters as often as a test likes. */
const groups = definition.groups.map((group) => ({ ...group, quotaPerAgency: 0 }));

export const judged: Partial<Definition> = { groups, stages, rubrics: [deskRubric, interviewRubric] };

export type JudgingScene = Scene & {
  screener: Actor;
  organiser: Actor;
  evaluators: Actor[];
  juror: Actor;
  chair: Actor;
};

/** An edition with every stage of judging and everybody seated: two evaluators, a juror, a chair. */
export function judgingScene(change: Partial<Definition> = {}): JudgingScene {
  const scene = makeScene({ ...judged, ...change });
  return {
    ...scene,
    screener: seated(scene, "Penyaring 01", "screener"),
    organiser: seated(scene, "Sekretariat 01", "organiser"),
    evaluators: [seated(scene, "Penilai 01", "evaluator"), seated(scene, "Penilai 02", "evaluator")],
    juror: seated(scene, "Juri 01", "juror"),
    chair: seated(scene, "Ketua 01", "chair"),
  };
}

/** A person with an account and a seat in the scene's edition. */
export function seated({ world, editionId }: Scene, name: string, role: SeatRole): Actor {
  const actor = world.person(name, `edition:${editionId}:${role}`);
  const { ctx } = world;
  const row = { id: ctx.newId("seat"), editionId, userId: actor.userId, role, organisation: "Panitia", createdAt: ctx.now };
  ctx.db.insert(seats).values(row).run();
  return actor;
}

/** The same scene seen from another agency with its own admin and writer. */
export function fromAgency<S extends Scene>(scene: S, code: string, name: string): S {
  const agencyId = addAgency(scene.world, code, name);
  const admin = addMember(scene.world, { agencyId, name: `Admin ${code}`, role: "admin" });
  const writer = addMember(scene.world, { agencyId, name: `Penulis ${code}`, role: "writer" });
  return { ...scene, agencyId, admin, writer };
}

/** A submitted entry with its own title. */
export const entry = (scene: Scene, title = "Apotek Singgah (data latihan)"): ProposalId => submitted(scene, { title }).proposalId;

export const allPassed = (rules: Definition = { ...definition, ...judged }, groupKey = "umum"): Check[] =>
  checkKeysFor(rules, groupKey).map((key) => ({ key, passed: true, note: "" }));

export const oneFailed = (): Check[] => allPassed().map((check) => (check.key === "title" ? { ...check, passed: false } : check));

/** An entry that a screener has passed. */
export function passed(scene: JudgingScene, title?: string): ProposalId {
  const proposalId = entry(scene, title);
  decideScreening(scene.as(scene.screener, screeningOpens), { proposalId, outcome: "passed", checks: allPassed(), reason: "" });
  return proposalId;
}

/** An entry that has reached the interviews. */
export function finalist(scene: JudgingScene, title?: string): ProposalId {
  const proposalId = passed(scene, title);
  const { ctx } = scene.world;
  moved(ctx, { proposalId, from: ["passed"], to: "finalist" });
  return proposalId;
}
