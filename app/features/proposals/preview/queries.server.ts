import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Definition, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, groupOf, isFileQuestion } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { answerWords, askedFields } from "#app/features/proposals/form/rules.ts";
import { rowsOf } from "#app/features/proposals/form/rows/rules.ts";
import { getOwnProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { findAnswers, findLiveAttachments } from "#app/features/proposals/store.server.ts";
import type { Proposal, ProposalId, SubmittedContent } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** One question of the preview, ready to be set in lines: a text, or a table of rows, and the names of its files. */
export type PreviewPart = {
  key: string;
  label: Words;
  isLong: boolean;
  text: Words;
  table: { heads: Words[]; rows: string[][] } | null;
  words: number | null;
  limit: number | null;
  /** null where a blind reader is not told the name. */
  files: (string | null)[];
};

export type PreviewSource = {
  proposal: Proposal;
  edition: Pick<Edition, "id" | "slug" | "rehearsal"> & { name: Words; zone: string };
  definition: Definition;
  agency: { id: Proposal["agencyId"]; name: string; zone: string };
  /** The draft in the shape of a version, or the version that stands. */
  content: Pick<SubmittedContent, "title" | "groupKey" | "categoryKey" | "startedOn" | "unit" | "innovator" | "answers" | "attachments">;
  isDraft: boolean;
  /** Whether those who mark it first are told whose it is. */
  blind: boolean;
};

/** A proposal of the own agency as it would be read if it were handed in now; 404 for everybody else. */
export function getPreviewSource(ctx: Ctx, id: ProposalId): PreviewSource {
  const proposal = getOwnProposal(ctx, id);
  const edition = getEdition(ctx, proposal.editionId);
  const { definition } = edition;
  const agency = getAgency(ctx, proposal.agencyId);
  const isDraft = proposal.status === "atUnit" || proposal.status === "atAgency" || proposal.number === null;
  return {
    proposal,
    edition: { id: edition.id, slug: edition.slug, rehearsal: edition.rehearsal, name: definition.name, zone: definition.zone },
    definition,
    agency: { id: agency.id, name: agency.name, zone: agency.zone },
    content: isDraft ? draftContent(ctx, proposal) : getSubmittedContent(ctx, id),
    isDraft,
    blind: definition.rubrics[0]?.blind ?? false,
  };
}

function draftContent(ctx: Ctx, proposal: Proposal): PreviewSource["content"] {
  const { title, groupKey, categoryKey, unit, innovator } = proposal;
  const answers = findAnswers(ctx, proposal.id).map(({ fieldKey, value, words }) => [fieldKey, { value, words }] as const);
  return {
    ...{ title, groupKey, categoryKey, unit, innovator },
    startedOn: proposal.startedOn ?? "",
    answers: Object.fromEntries(answers),
    attachments: findLiveAttachments(ctx, proposal.id),
  };
}

export type PreviewSheet = {
  title: string;
  number: string | null;
  group: Words;
  category: Words;
  /** null where the reader is not told whose it is. */
  author: { agency: string; unit: string; innovator: string } | null;
  parts: PreviewPart[];
};

/** What an evaluator reads, in the order of the form; a blind one gets neither the author nor letters that name signers. */
export function previewSheet({ proposal, definition, agency, content, blind }: PreviewSource): PreviewSheet {
  const values = Object.fromEntries(Object.entries(content.answers).map(([key, answer]) => [key, answer.value]));
  const fields = askedFields(definition, content.groupKey, values).filter((field) => !blind || !isFileQuestion(field));
  return {
    title: content.title,
    number: proposal.number === null ? null : numberText(definition.year, proposal.number),
    group: groupOf(definition, content.groupKey).name,
    category: categoryOf(definition, content.categoryKey).name,
    author: blind ? null : { agency: agency.name, unit: content.unit, innovator: content.innovator },
    parts: fields.map((field) => partOf(field, content, blind)),
  };
}

function partOf(field: FormField, content: PreviewSource["content"], blind: boolean): PreviewPart {
  const { value, words } = content.answers[field.key] ?? { value: "", words: 0 };
  const isText = field.kind === "longText" || field.kind === "shortText";
  const rows = field.kind === "rows" ? rowsOf(value) : null;
  return {
    ...{ key: field.key, label: field.label, isLong: field.kind === "longText" },
    text: rows ? { id: "", en: "" } : answerWords(field, value),
    table: rows && rows.length > 0 ? { heads: field.columns.map((column) => column.label), rows: rows.map((row) => field.columns.map(({ key }) => row[key] ?? "")) } : null,
    words: isText ? words : null,
    limit: isText ? field.maxWords || null : null,
    files: content.attachments.filter((file) => file.fieldKey === field.key).map((file) => (blind ? null : file.fileName)),
  };
}
