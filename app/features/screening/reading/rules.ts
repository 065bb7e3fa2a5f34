import type { Definition, FieldKind, FormField, Words } from "#app/features/competitions/definition/types.ts";
import { askedFields } from "#app/features/proposals/form/rules.ts";
import { type AnswerTable, answerTable } from "#app/features/proposals/form/rows/rules.ts";
import { chosen } from "#app/features/proposals/form/values/rules.ts";
import type { AttachmentId, SubmittedContent } from "#app/features/proposals/types.ts";

export type ReadingFile = { id: AttachmentId; fileName: string; bytes: number };

/** One question of the form with what was answered, as a judge reads it. */
export type ReadingPart = {
  key: string;
  kind: FieldKind;
  label: Words;
  /** As typed; for choices empty. */
  text: string;
  choices: Words[];
  /** Of an answer of rows: its heads and lines; null for anything else. */
  table: AnswerTable | null;
  /** Of a text; 0 for anything else. */
  words: number;
  /** Most words; null = no limit or not a text. */
  limit: number | null;
  required: boolean;
  files: ReadingFile[];
};

/** A submitted version in the order of the form: every question that was asked of it, answered or not. */
export function readingOf(definition: Definition, content: SubmittedContent): ReadingPart[] {
  const values = Object.fromEntries(Object.entries(content.answers).map(([key, answer]) => [key, answer.value]));
  return askedFields(definition, content.groupKey, values).map((field) => partOf(field, content));
}

function partOf(field: FormField, content: SubmittedContent): ReadingPart {
  const answer = content.answers[field.key] ?? { value: "", words: 0 };
  const isChoice = field.kind === "choice" || field.kind === "multiChoice";
  const picked = isChoice ? chosen(answer.value) : [];
  return {
    key: field.key,
    kind: field.kind,
    label: field.label,
    text: isChoice || field.kind === "rows" ? "" : answer.value,
    table: field.kind === "rows" ? answerTable(field.columns, answer.value) : null,
    choices: field.options.filter((option) => picked.includes(option.key)).map((option) => option.name),
    words: isText(field) ? answer.words : 0,
    limit: isText(field) ? field.maxWords || null : null,
    required: field.required,
    files: content.attachments.filter((file) => file.fieldKey === field.key).map(({ id, fileName, bytes }) => ({ id, fileName, bytes })),
  };
}

const isText = ({ kind }: FormField): boolean => kind === "longText" || kind === "shortText";
