import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Definition, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { acceptedKinds, sizeLimitOf } from "#app/features/proposals/attachments/rules.ts";
import type { ScanState } from "#app/features/proposals/attachments/types.ts";
import { getStanding } from "#app/features/proposals/eligibility/queries.server.ts";
import {
  askedFields,
  identitySection,
  type Section,
  type SectionState,
  sectionsOf,
  sectionState,
  takesFile,
} from "#app/features/proposals/form/rules.ts";
import { mayCreateProposal, maySubmitProposal, mayWriteProposal } from "#app/features/proposals/policy.ts";
import { getOwnProposal } from "#app/features/proposals/queries.server.ts";
import { findOpenCorrection, requireWritable } from "#app/features/proposals/corrections/queries.server.ts";
import { isRunning } from "#app/features/proposals/corrections/rules.ts";
import {
  findAnswers,
  findLiveAttachments,
  type StoredAnswer,
} from "#app/features/proposals/store.server.ts";
import { completeness, submissionFaults } from "#app/features/proposals/submission/rules.ts";
import type { SubmissionFault } from "#app/features/proposals/submission/types.ts";
import type { Attachment, AttachmentId, ItemState, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { listUnitOptions, type UnitOption } from "#app/features/proposals/units/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import type { FileKind } from "#app/lib/uploads/types.ts";

export type Scene = { proposal: Proposal; edition: Edition };

/** A proposal of the asking person's agency with its edition; 404 for everybody else. */
export function getScene(ctx: Ctx, id: ProposalId): Scene {
  const proposal = getOwnProposal(ctx, id);
  return { proposal, edition: getEdition(ctx, proposal.editionId) };
}

/**
 * The same for whoever is about to write into it. Refuses `proposals.alreadySubmitted` (409), whoever may not write at its
 * present position (403), and any instant outside registration (409).
 */
export function getOpenDraft(ctx: Ctx, id: ProposalId): Scene {
  const scene = getScene(ctx, id);
  if (scene.proposal.status === "submitted") throw new DomainError("proposals.alreadySubmitted", { kind: "conflict" });
  authorize(mayWriteProposal(ctx.actor, scene.proposal));
  requireWritable(ctx, scene);
  return scene;
}

export type EditorFile = { id: AttachmentId; fileName: string; bytes: number; uploadedAt: number; sha256: string; scan: ScanState };

export type EditorField = FormField & {
  value: string;
  words: number;
  /** Revision that is shown: what the form sends back to find out that somebody else wrote meanwhile. */
  revision: number;
  savedAt: number | null;
  state: ItemState;
  file: EditorFile | null;
  takesFile: boolean;
  sizeLimit: number;
  /** Kinds of files the question takes. */
  kinds: FileKind[];
};

export type EditorSection = {
  key: string;
  /** null for the sections that every form has. */
  label: Words | null;
  /** Words below the name of a named page. */
  help: Words | null;
  /** The page is one question's own and bears its name. */
  alone: boolean;
  state: SectionState;
  done: number;
  total: number;
  words: number | null;
  limit: number | null;
  fields: EditorField[];
};

export type EditorPage = {
  proposal: Proposal;
  agency: { id: Proposal["agencyId"]; name: string; zone: string };
  edition: Pick<Edition, "slug" | "rehearsal"> & Pick<Definition, "name" | "zone" | "groups" | "categories">;
  closesAt: number | null;
  writable: boolean;
  /** While a correction runs: the parts that may be changed, `identity` for the first page; null = all. */
  openParts: string[] | null;
  isAdmin: boolean;
  sections: EditorSection[];
  faults: SubmissionFault[];
  /** Open units of the agency's tree; empty where it keeps none and the unit is written freely. */
  units: UnitOption[];
};

/** Everything the editor shows of one proposal, for members of its agency (404 for others). Writing is refused by operations. */
export function getEditorPage(ctx: Ctx, id: ProposalId): EditorPage {
  const { proposal, edition } = getScene(ctx, id);
  const { definition } = edition;
  const { name, zone } = getAgency(ctx, proposal.agencyId);
  const [answers, attachments] = [findAnswers(ctx, id), findLiveAttachments(ctx, id)];
  const draft = { identity: proposal, answers, attachments };
  const standing = getStanding(ctx, proposal);
  const correction = findOpenCorrection(ctx, id);
  const running = correction && isRunning(correction, ctx.now) ? correction : null;
  const window = windowFor(ctx, edition, { agencyId: proposal.agencyId, proposalId: id });
  return {
    proposal,
    agency: { id: proposal.agencyId, name, zone },
    edition: {
      ...{ slug: edition.slug, rehearsal: edition.rehearsal, name: definition.name, zone: definition.zone },
      groups: definition.groups.filter(
        ({ key, byInvitation }) =>
          key === proposal.groupKey ||
          (mayCreateProposal(ctx.actor, proposal.agencyId, byInvitation) && (!byInvitation || Boolean(standing.invitations[key]))),
      ),
      categories: definition.categories,
    },
    closesAt: running ? running.dueAt : window.closesAt,
    writable: edition.status === "open" && mayWriteProposal(ctx.actor, proposal) && (running !== null || isOpen(window, ctx.now)),
    openParts: running && running.fields.length > 0 ? running.fields : null,
    isAdmin: maySubmitProposal(ctx.actor, proposal.agencyId),
    sections: sectionsFor(definition, draft),
    faults: submissionFaults(definition, draft, standing),
    units: listUnitOptions(ctx, proposal.agencyId),
  };
}

type Stored = { identity: Proposal; answers: StoredAnswer[]; attachments: Attachment[] };

function sectionsFor(definition: Definition, draft: Stored): EditorSection[] {
  const states = new Map(completeness(definition, draft).map((item) => [item.key, item]));
  const values = Object.fromEntries(draft.answers.map((answer) => [answer.fieldKey, answer.value]));
  const fields = askedFields(definition, draft.identity.groupKey, values).map((field) =>
    fieldOf(field, draft, states.get(field.key)?.state ?? "empty"),
  );
  const identity = [...states.values()].filter((item) => item.section === identitySection);
  const first = summary({ key: identitySection, label: null, help: null, alone: false, fields: [] }, identity.map((item) => item.state));
  const rest = sectionsOf(fields, definition.sections).map((section) => summary(section, section.fields.map((field) => field.state)));
  return [first, ...rest];
}

function summary(section: Section<EditorField>, states: ItemState[]): EditorSection {
  const [only] = section.fields;
  const text = section.alone ? only : undefined;
  return {
    ...section,
    state: sectionState(states),
    done: states.filter((state) => state === "complete").length,
    total: states.filter((state) => state !== "empty").length,
    words: text ? text.words : null,
    limit: text?.maxWords || null,
  };
}

const editorFile = ({ id, fileName, bytes, uploadedAt, sha256, scan = "none" }: Attachment): EditorFile => ({ id, fileName, bytes, uploadedAt, sha256, scan });

function fieldOf(field: FormField, { answers, attachments }: Stored, state: ItemState): EditorField {
  const answer = answers.find((one) => one.fieldKey === field.key);
  const file = attachments.find((one) => one.fieldKey === field.key);
  return {
    ...field,
    value: answer?.value ?? "",
    words: answer?.words ?? 0,
    revision: answer?.revision ?? 0,
    savedAt: answer?.updatedAt ?? null,
    state,
    file: file ? editorFile(file) : null,
    takesFile: takesFile(field),
    sizeLimit: sizeLimitOf(field),
    kinds: acceptedKinds(field),
  };
}
