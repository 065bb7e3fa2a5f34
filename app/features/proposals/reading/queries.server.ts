import { desc, eq } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { getStanding } from "#app/features/proposals/eligibility/queries.server.ts";
import { windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { answerWords, askedFields } from "#app/features/proposals/form/rules.ts";
import { findOpenCorrection } from "#app/features/proposals/corrections/queries.server.ts";
import { isRunning } from "#app/features/proposals/corrections/rules.ts";
import { isProposalMember, mayReadProposal, maySubmitProposal, mayWithdrawProposal, mayWriteProposal } from "#app/features/proposals/policy.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { canStep, isDraft, numberText } from "#app/features/proposals/rules.ts";
import { findAnswers, findLiveAttachments } from "#app/features/proposals/store.server.ts";
import { submissionFaults } from "#app/features/proposals/submission/rules.ts";
import type { SubmissionFault } from "#app/features/proposals/submission/types.ts";
import type { Identity, Proposal, ProposalId, ProposalStatus, Reach, SubmittedContent } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { fingerprint } from "#app/lib/hash.server.ts";
import { proposalEvents, submissions } from "#db/schema/proposals.ts";

export type PreviewItem = {
  key: string;
  label: Words;
  value: Words;
  isLong: boolean;
  words: number | null;
  limit: number | null;
  file: { id: string; fileName: string; bytes: number } | null;
};

export type ProposalVersion = { version: number; sha256: string; fingerprint: string; submittedAt: number; submittedBy: string };
export type ProposalEvent = { seq: number; at: number; kind: string; actor: string; note: string; reach: Reach | null };

export type ProposalPage = {
  id: ProposalId;
  number: string | null;
  status: ProposalStatus;
  reach: Reach;
  agency: Pick<Agency, "id" | "name" | "zone">;
  edition: Pick<Edition, "id" | "slug" | "rehearsal"> & { name: Words; zone: string; declaration: Words; closesAt: number | null; open: boolean };
  identity: Identity & { group: Words; category: Words };
  /** Whether the draft is shown, not the version that stands. */
  isDraft: boolean;
  preview: PreviewItem[];
  versions: ProposalVersion[];
  /** Empty for whoever is not of the agency. */
  events: ProposalEvent[];
  faults: SubmissionFault[];
  isMember: boolean;
  may: { write: boolean; handOver: boolean; return: boolean; submit: boolean; revise: boolean; withdraw: boolean };
};

/**
 * One proposal as its reader may see it: members of the agency see the draft and its history, organisers and auditors of the
 * edition the version that stands; for anybody else it does not exist (404).
 */
export function getProposalPage(ctx: Ctx, id: ProposalId): ProposalPage {
  const proposal = getProposal(ctx, id);
  if (!mayReadProposal(ctx.actor, proposal)) throw notFound("proposals.unknown");
  const isMember = isProposalMember(ctx.actor, proposal);
  const edition = getEdition(ctx, proposal.editionId);
  const agency = getAgency(ctx, proposal.agencyId);
  const { definition } = edition;
  const registration = windowFor(ctx, edition, { agencyId: proposal.agencyId, proposalId: id });
  const open = edition.status === "open" && isOpen(registration, ctx.now);
  const correction = findOpenCorrection(ctx, id);
  const correcting = edition.status === "open" && correction !== undefined && isRunning(correction, ctx.now);
  const shown = isMember && proposal.status !== "submitted" ? null : getSubmittedContent(ctx, id);
  const draft = shown ? draftOfContent(shown) : draftOf(ctx, proposal);
  return {
    ...{ id, status: proposal.status, reach: proposal.reach, isMember },
    number: proposal.number === null ? null : numberText(definition.year, proposal.number),
    agency: { id: agency.id, name: agency.name, zone: agency.zone },
    edition: {
      ...{ id: edition.id, slug: edition.slug, rehearsal: edition.rehearsal, open, closesAt: correcting ? correction.dueAt : registration.closesAt },
      ...{ name: definition.name, zone: definition.zone, declaration: definition.declaration },
    },
    identity: namedIdentity(definition, draft.identity),
    isDraft: shown === null,
    preview: previewOf(definition, draft),
    versions: listVersions(ctx, id),
    events: isMember ? listEvents(ctx, id) : [],
    faults: isMember && isDraft(proposal.status) ? faultsOf(ctx, definition, proposal) : [],
    may: stepsOf(ctx, proposal, { open, writing: open || correcting }),
  };
}

type Shown = {
  identity: Identity;
  answers: { fieldKey: string; value: string; words: number }[];
  attachments: { id: string; fieldKey: string; fileName: string; bytes: number }[];
};

const draftOf = (ctx: Ctx, proposal: Proposal) => ({
  identity: proposal,
  answers: findAnswers(ctx, proposal.id),
  attachments: findLiveAttachments(ctx, proposal.id),
});

const draftOfContent = ({ answers, attachments, ...identity }: SubmittedContent): Shown => ({
  identity,
  attachments,
  answers: Object.entries(answers).map(([fieldKey, answer]) => ({ fieldKey, ...answer })),
});

function namedIdentity(definition: Definition, identity: Identity): ProposalPage["identity"] {
  const { title, groupKey, categoryKey, unit, innovator, startedOn } = identity;
  const nameOf = (items: readonly { key: string; name: Words }[], key: string): Words =>
    items.find((item) => item.key === key)?.name ?? { id: key, en: key };
  return {
    ...{ title, groupKey, categoryKey, unit, innovator, startedOn },
    group: nameOf(definition.groups, groupKey),
    category: nameOf(definition.categories, categoryKey),
  };
}

function previewOf(definition: Definition, draft: Shown): PreviewItem[] {
  const values = Object.fromEntries(draft.answers.map((answer) => [answer.fieldKey, answer.value]));
  const words = new Map(draft.answers.map((answer) => [answer.fieldKey, answer.words]));
  return askedFields(definition, draft.identity.groupKey, values).map((field) => {
    const file = draft.attachments.find((one) => one.fieldKey === field.key);
    const isText = field.kind === "longText" || field.kind === "shortText";
    return {
      key: field.key,
      label: field.label,
      value: answerWords(field, values[field.key] ?? ""),
      isLong: field.kind === "longText",
      words: isText ? (words.get(field.key) ?? 0) : null,
      limit: isText ? field.maxWords || null : null,
      file: file ? { id: file.id, fileName: file.fileName, bytes: file.bytes } : null,
    };
  });
}

function faultsOf(ctx: Ctx, definition: Definition, proposal: Proposal): SubmissionFault[] {
  return submissionFaults(definition, draftOf(ctx, proposal), getStanding(ctx, proposal));
}

/** `open`: registration runs; `writing`: that, or a correction does. */
function stepsOf({ actor }: Ctx, proposal: Proposal, { open, writing }: { open: boolean; writing: boolean }): ProposalPage["may"] {
  const { status, agencyId } = proposal;
  const asAdmin = writing && maySubmitProposal(actor, agencyId);
  const write = writing && mayWriteProposal(actor, proposal);
  return {
    write,
    handOver: write && canStep(status, "handOver"),
    return: asAdmin && canStep(status, "return"),
    submit: asAdmin && canStep(status, "submit"),
    revise: open && asAdmin && canStep(status, "revise"),
    withdraw: open && mayWithdrawProposal(actor, proposal) && canStep(status, "withdraw"),
  };
}

/** Versions of a proposal, the one that stands first. The caller has authorised. */
export function listVersions(ctx: Pick<Ctx, "db">, id: ProposalId): ProposalVersion[] {
  const rows = ctx.db
    .select({
      version: submissions.version,
      sha256: submissions.sha256,
      submittedAt: submissions.submittedAt,
      by: submissions.submittedBy,
    })
    .from(submissions)
    .where(eq(submissions.proposalId, id))
    .orderBy(desc(submissions.version))
    .all();
  const names = namesOf(ctx, rows.map((row) => row.by));
  return rows.map(({ by, ...row }) => ({ ...row, fingerprint: fingerprint(row.sha256), submittedBy: names.get(by) ?? "" }));
}

const unsigned = new Set(["reach", "correct", "lapse"]);

function listEvents(ctx: Ctx, id: ProposalId): ProposalEvent[] {
  const rows = ctx.db.select().from(proposalEvents).where(eq(proposalEvents.proposalId, id)).orderBy(desc(proposalEvents.seq)).all();
  const names = namesOf(ctx, rows.map((row) => row.actorId));
  return rows.map(({ seq, at, kind, actorId, note, data }) => ({
    ...{ seq, at, kind, note },
    // Who judged an entry is told to nobody; that it moved is.
    actor: unsigned.has(kind) ? "" : (names.get(actorId) ?? ""),
    reach: (data.reach as Reach | undefined) ?? null,
  }));
}
