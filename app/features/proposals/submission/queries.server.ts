import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayReadProposal } from "#app/features/proposals/policy.ts";
import { listVersions } from "#app/features/proposals/reading/queries.server.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId, SubmittedContent } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";

export type Receipt = {
  number: string;
  version: number;
  sha256: string;
  submittedAt: number;
  submittedBy: string;
  title: string;
  agency: { name: string; zone: string };
  edition: { name: Words; zone: string; rehearsal: boolean };
  unit: string;
  innovator: string;
  group: Words;
  category: Words;
  parts: { label: Words; words: number | null; file: { fileName: string; bytes: number; sha256: string } | null }[];
};

/** What the receipt of the version that stands says; 404 for whoever may not read the proposal, and while nothing was submitted. */
export function getReceipt(ctx: Ctx, id: ProposalId): Receipt {
  const proposal = getProposal(ctx, id);
  if (!mayReadProposal(ctx.actor, proposal) || proposal.number === null) throw notFound("proposals.unknown");
  const { definition, rehearsal } = getEdition(ctx, proposal.editionId);
  const { name, zone } = getAgency(ctx, proposal.agencyId);
  const content = getSubmittedContent(ctx, id);
  const { version, sha256, submittedAt, title, unit, innovator } = content;
  return {
    ...{ version, sha256, submittedAt, title, unit, innovator },
    number: numberText(definition.year, proposal.number),
    submittedBy: listVersions(ctx, id)[0]?.submittedBy ?? "",
    agency: { name, zone },
    edition: { name: definition.name, zone: definition.zone, rehearsal },
    group: nameOf(definition.groups, content.groupKey),
    category: nameOf(definition.categories, content.categoryKey),
    parts: partsOf(definition, content),
  };
}

const nameOf = (items: readonly { key: string; name: Words }[], key: string): Words =>
  items.find((item) => item.key === key)?.name ?? { id: key, en: key };

/** Questions in the order of the form, as far as they were answered or hold a file. */
function partsOf(definition: Definition, content: SubmittedContent): Receipt["parts"] {
  return definition.fields.flatMap((field) => {
    const answer = content.answers[field.key];
    const file = content.attachments.find((one) => one.fieldKey === field.key);
    if (!answer && !file) return [];
    const isText = field.kind === "longText" || field.kind === "shortText";
    const { fileName, bytes, sha256 } = file ?? { fileName: "", bytes: 0, sha256: "" };
    return [{ label: field.label, words: isText && answer ? answer.words : null, file: file ? { fileName, bytes, sha256 } : null }];
  });
}
