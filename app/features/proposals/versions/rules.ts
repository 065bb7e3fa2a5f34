import { diffArrays, diffWordsWithSpace } from "diff";
import type { WordRun } from "#app/features/proposals/drafting/types.ts";
import type { Block, ChangeKind, FileChange } from "#app/features/proposals/versions/types.ts";
import type { SubmittedFile } from "#app/features/proposals/types.ts";

/**
 * Most changes looked for before two texts are shown whole, one struck out and one marked: by paragraphs, and by words inside
 * a paragraph that changed. Counted and not timed, so that the same versions always read the same; at most about 0.1 s a text.
 */
const mostParagraphEdits = 400;
const mostWordEdits = 600;

/** Two texts paragraph by paragraph, and word by word in the paragraphs that differ. */
export function compareTexts(first: string, second: string): Block[] {
  if (first === second) return first === "" ? [] : first.split("\n").map(sameBlock);
  const changes = diffArrays(linesOf(first), linesOf(second), { maxEditLength: mostParagraphEdits });
  if (!changes) return [whole(first, "first"), whole(second, "second")];
  const blocks: Block[] = [];
  let gone: string[] = [];
  for (const { added, removed, value } of changes) {
    if (removed) {
      gone = value;
      continue;
    }
    if (added) blocks.push(...paired(gone, value));
    else blocks.push(...gone.map((line) => whole(line, "first")), ...value.map(sameBlock));
    gone = [];
  }
  return [...blocks, ...gone.map((line) => whole(line, "first"))];
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split("\n"));
const sameBlock = (text: string): Block => ({ same: true, runs: [{ text, in: "both" }] });
const whole = (text: string, place: "first" | "second"): Block => ({ same: false, runs: [{ text, in: place }] });

/** Paragraphs that took one another's place, each beside the one in the same position. */
function paired(gone: readonly string[], come: readonly string[]): Block[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Block[] => {
    const [from, to] = [gone[index], come[index]];
    if (from === undefined) return to === undefined ? [] : [whole(to, "second")];
    return to === undefined ? [whole(from, "first")] : [{ same: false, runs: wordRuns(from, to) }];
  }).flat();
}

function wordRuns(first: string, second: string): WordRun[] {
  const changes = diffWordsWithSpace(first, second, { maxEditLength: mostWordEdits });
  if (!changes) return [...whole(first, "first").runs, ...whole(second, "second").runs];
  return changes.map(({ value, added, removed }) => ({ text: value, in: added ? "second" : removed ? "first" : "both" }));
}

/** What happened to a text; null where nothing did. */
export function changeOf(first: string, second: string): ChangeKind | null {
  if (first === second) return null;
  if (first === "") return "added";
  return second === "" ? "removed" : "changed";
}

type File = Pick<SubmittedFile, "fieldKey" | "fileName" | "sha256">;

/** What happened to the file of each question: told by its content, so that a new name alone is no new file. */
export function compareFiles(first: readonly File[], second: readonly File[]): (Omit<FileChange, "label"> & { fieldKey: string })[] {
  const keys = [...new Set([...first, ...second].map(({ fieldKey }) => fieldKey))];
  return keys.flatMap((fieldKey) => {
    const [from, to] = [first, second].map((files) => files.find((file) => file.fieldKey === fieldKey));
    const kind = fileChange(from, to);
    return kind ? [{ fieldKey, kind, from: from?.fileName ?? null, to: to?.fileName ?? null }] : [];
  });
}

function fileChange(from: File | undefined, to: File | undefined): FileChange["kind"] | null {
  if (!from) return "added";
  if (!to) return "removed";
  if (from.sha256 !== to.sha256) return "replaced";
  return from.fileName === to.fileName ? null : "renamed";
}

/** The two versions a page compares, the older first: those asked for where they exist and differ, else the last two. */
export function pairOf(versions: readonly number[], asked: { from: number | null; to: number | null }): { from: number; to: number } | null {
  const ordered = versions.toSorted((a, b) => a - b);
  const [before, last] = [ordered.at(-2), ordered.at(-1)];
  if (before === undefined || last === undefined) return null;
  const { from, to } = asked;
  if (from === null || to === null || from === to || !ordered.includes(from) || !ordered.includes(to)) return { from: before, to: last };
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** `2026-0417`, and a SHA-256 however its digits are grouped on paper. */
export const readNumber = (typed: string): { year: number; number: number } | null => {
  const match = /^(\d{4})-(\d{1,9})$/.exec(typed.trim());
  return match ? { year: Number(match[1]), number: Number(match[2]) } : null;
};

export const readDigest = (typed: string): string | null => {
  const hex = typed.replaceAll(/[\s:-]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
};
