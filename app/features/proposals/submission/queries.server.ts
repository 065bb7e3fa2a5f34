import { asc, and, desc, eq, ne } from "drizzle-orm";
import { isAgencyHeir } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { agencyNameOn } from "#app/features/agencies/registry/queries.server.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isProposalMember, mayReadReceipt } from "#app/features/proposals/policy.ts";
import { listVersions } from "#app/features/proposals/reading/queries.server.ts";
import { entryColumns, getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Proposal, ProposalId, SubmittedContent } from "#app/features/proposals/types.ts";
import { getVersionContent } from "#app/features/proposals/versions/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { proposals } from "#db/schema/proposals.ts";

export type Receipt = {
  number: string;
  version: number;
  sha256: string;
  submittedAt: number;
  submittedBy: string;
  /** A later version has taken the place of one that does not stand. */
  isStanding: boolean;
  title: string;
  agency: { name: string; zone: string };
  edition: { name: Words; organiser: Words; zone: string; rehearsal: boolean };
  unit: string;
  innovator: string;
  group: Words;
  category: Words;
  parts: { label: Words; words: number | null; file: { fileName: string; bytes: number; sha256: string } | null }[];
};

/**
 * What the receipt of a version says, of the one that stands where none is asked for; 404 for whoever may not read the proposal,
 * while nothing was submitted, and for an earlier version to anybody outside the agency.
 */
export function getReceipt(ctx: Ctx, id: ProposalId, asked?: number): Receipt {
  const proposal = getProposal(ctx, id);
  if (!mayReadReceipt(ctx.actor, proposal) || proposal.number === null) throw notFound("proposals.unknown");
  const standing = getSubmittedContent(ctx, id);
  if (asked !== undefined && asked !== standing.version && !isOfAgency(ctx, proposal)) throw notFound("proposals.unknown");
  const { definition, rehearsal } = getEdition(ctx, proposal.editionId);
  const { zone } = getAgency(ctx, proposal.agencyId);
  const content = asked === undefined ? standing : getVersionContent(ctx, id, asked);
  const { version, sha256, submittedAt, title, unit, innovator } = content;
  return {
    ...{ version, sha256, submittedAt, title, unit, innovator },
    number: numberText(definition.year, proposal.number),
    submittedBy: listVersions(ctx, id).find((one) => one.version === version)?.submittedBy ?? "",
    isStanding: version === standing.version,
    // The name of its day: whoever was renamed since handed it in under the earlier one.
    agency: { name: agencyNameOn(ctx, proposal.agencyId, dayOfInstant(zone, submittedAt)), zone },
    edition: { name: definition.name, organiser: definition.organiser, zone: definition.zone, rehearsal },
    group: nameOf(definition.groups, content.groupKey),
    category: nameOf(definition.categories, content.categoryKey),
    parts: partsOf(definition, content),
  };
}

const isOfAgency = ({ actor }: Ctx, proposal: Proposal): boolean => isProposalMember(actor, proposal) || isAgencyHeir(actor, proposal.agencyId);

export type ReceiptRow = { id: ProposalId; number: string; title: string; edition: Words };

/** Entries of an agency that went up in another, for that one's local admin, who reaches their receipts alone; 404 for everybody else. */
export function listInheritedReceipts(ctx: Ctx, agencyId: Proposal["agencyId"]): ReceiptRow[] {
  if (!isAgencyHeir(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  const rows = ctx.db
    .select({ id: proposals.id, number: entryColumns.number, title: entryColumns.title, editionId: proposals.editionId })
    .from(proposals)
    .where(and(eq(proposals.agencyId, agencyId), ne(proposals.reach, "draft")))
    .orderBy(desc(proposals.submittedAt), asc(proposals.id))
    .all();
  return rows.map(({ editionId, number, ...row }) => {
    const { definition } = getEdition(ctx, editionId);
    return { ...row, number: numberText(definition.year, number), edition: definition.name };
  });
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
