import type { Definition } from "#app/features/competitions/definition/types.ts";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { handOver, submitProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { announceDecisions } from "#app/features/screening/letters/operations.server.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { compareEntry } from "#app/features/screening/similarity/operations.server.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import { type EarlyScene, organiserName } from "#tests/e2e/early/scene.ts";
import { addEdition, asked, definition, kept, pdf, type Scene, whole } from "#tests/features/proposals/scene.ts";
import { judged, oneFailed, seated } from "#tests/features/screening/scene.ts";

const day = 86_400_000;
export const [firstName, secondName] = ["Satu Penyaring", "Dua Penyaring"];
export const reason = { id: "Surat pernyataan tidak lengkap", en: "The statement letter is incomplete" };

/** Screening opened five days ago and has five to go: two voices for a rejection, one return, appeals. */
function isScreened(now: number): Definition {
  const rules = { ...definition, ...judged };
  const stages = rules.stages.map((stage, index) => {
    const opensAt = now + (index * 10 - 15) * day;
    return { ...stage, opensAt, closesAt: opensAt + 10 * day };
  });
  const reasons = [{ key: "surat", text: reason }];
  return {
    ...rules,
    stages,
    fields: rules.fields.map((field) => (field.key === "ringkasan" ? { ...field, maxWords: 200 } : field)),
    screening: { requirements: [], reasons, corrections: { times: 1, days: 3 }, secondScreener: true, appealDays: 5, appealDecisionDays: 5 },
  };
}

export type Screened = {
  /** Address of its screening. */
  base: string;
  /** A submitted entry, free for the taking. */
  entry: (title: string) => ProposalId;
  /** An entry that two have rejected and whose agency knows. */
  rejected: (title: string) => ProposalId;
};

export async function openScreening({ writing, enrol }: EarlyScene): Promise<Screened> {
  const now = Date.now();
  for (const name of [firstName, secondName]) await enrol(name);
  const editionId = addEdition(writing.world, isScreened(now), "menyaring");
  const scene: Scene = { ...writing, editionId, as: (actor, at = now - 10 * day) => writing.as(actor, at) };
  const [first, second] = [firstName, secondName].map((name) => seated(scene, name, "screener")) as [Actor, Actor];
  const organiser = seated(scene, organiserName, "organiser");
  const entry = (title: string): ProposalId => {
    const proposalId = submit(scene, title);
    compareEntry(scene.as(systemActor, now), { proposalId });
    return proposalId;
  };
  return {
    base: `/screening/${editionId}`,
    entry,
    rejected: (title) => {
      const proposalId = entry(title);
      for (const voice of [first, second]) decideScreening(scene.as(voice, now - 2 * day), { proposalId, outcome: "failed", checks: oneFailed(), reason: "-", reasonKeys: ["surat"] });
      announceDecisions(scene.as(organiser, now - day), { editionId });
      return proposalId;
    },
  };
}

/** One text for all entries whose titles begin alike: somebody will have to say what that means. */
const textOf = (title: string): string =>
  Array.from({ length: 20 }, (_, index) => `perahu ${title.split(",")[0]?.replaceAll(" ", "")}${index} membawa obat ke pulau`).join(" ");

function submit(scene: Scene, title: string): ProposalId {
  const { editionId, agencyId, admin, writer, as } = scene;
  const proposalId = createProposal(as(writer), { editionId, agencyId, ...asked, ...whole, title });
  saveAnswers(as(writer), { proposalId, answers: { ringkasan: textOf(title), aplikasi: "tidak" } });
  attachFile(as(writer), { proposalId, fieldKey: "surat", fileName: "Surat pernyataan.pdf", file: kept(scene, pdf()) });
  handOver(as(writer), { proposalId });
  submitProposal(as(admin), { proposalId, accepted: true });
  return proposalId;
}
