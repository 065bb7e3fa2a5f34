import type { Definition } from "#app/features/competitions/definition/types.ts";
import { createProposal, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { handOver, reviseSubmitted, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { compareNewEntries } from "#app/features/screening/similarity/jobs.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { addAgency, addMember, asked, closesAt, definition, makeScene, opensAt, question, type Scene, whole } from "#tests/features/proposals/scene.ts";

const words = (text: string) => ({ id: text, en: text });
const day = 86_400_000;

/** One long question and no file, as often as an agency likes, and a stage of screening. */
export const similarRules: Definition = {
  ...definition,
  groups: definition.groups.map((group) => ({ ...group, quotaPerAgency: 0 })),
  fields: [{ ...question("ringkasan", { maxWords: 5_000 }), help: words("-") }],
  stages: [
    { key: "pendaftaran", kind: "registration", name: words("Pendaftaran"), opensAt, closesAt },
    { key: "seleksi", kind: "screening", name: words("Seleksi"), opensAt: closesAt, closesAt: closesAt + 10 * day },
  ],
};

export type SimilarScene = Scene & { screener: Actor; organiser: Actor };

export function similarScene(rules: Definition = similarRules): SimilarScene {
  const scene = makeScene(rules);
  const { world, editionId } = scene;
  const screener = world.person("Penyaring 01", `edition:${editionId}:screener`);
  return { ...scene, screener, organiser: world.person("Sekretariat 01", `edition:${editionId}:organiser`) };
}

/** The same edition seen from another agency. */
export function fromAgency<S extends Scene>(scene: S, code: string, name: string): S {
  const agencyId = addAgency(scene.world, code, name);
  const admin = addMember(scene.world, { agencyId, name: `Admin ${code}`, role: "admin" });
  return { ...scene, agencyId, admin, writer: addMember(scene.world, { agencyId, name: `Penulis ${code}`, role: "writer" }) };
}

/** A draft at the agency's desk with a title and a long text of its own. */
export function drafted(scene: Scene, { title, text }: { title: string; text: string }): ProposalId {
  const { editionId, agencyId } = scene;
  const proposalId = createProposal(scene.as(scene.writer), { editionId, agencyId, ...asked, ...whole, title });
  saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: text } });
  handOver(scene.as(scene.writer), { proposalId });
  return proposalId;
}

/** The same, submitted. */
export function entered(scene: Scene, given: { title: string; text: string }): ProposalId {
  const proposalId = drafted(scene, given);
  submitProposal(scene.as(scene.admin), { proposalId, accepted: true });
  return proposalId;
}

/** A later version with another text or title. */
export function enteredAgain(scene: Scene, proposalId: ProposalId, change: { title?: string; text?: string }): void {
  const by = scene.as(scene.admin);
  reviseSubmitted(by, { proposalId });
  if (change.text !== undefined) saveAnswers(by, { proposalId, answers: { ringkasan: change.text } });
  if (change.title !== undefined) {
    const { groupKey, categoryKey, unit, innovator, startedOn, revision } = getProposal(by, proposalId);
    saveIdentity(by, { proposalId, revision, title: change.title, groupKey, categoryKey, unit, innovator, startedOn });
  }
  submitProposal(by, { proposalId, accepted: true });
}

export const compared = (scene: Scene): Promise<void> => compareNewEntries(scene.world.ctx);
