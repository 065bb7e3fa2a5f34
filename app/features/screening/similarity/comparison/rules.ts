import { diffWordsWithSpace } from "diff";
import type { Passage } from "#app/features/screening/similarity/types.ts";

/** A stretch of a passage: said by both, or by this text alone. */
export type Stretch = { text: string; own: boolean };

/** One passage as it stands in one of the texts, with what leads to it and away from it; `file` when it stands in a file. */
export type SideText = { before: string; stretches: Stretch[]; after: string; words: number; file: string | null };
export type ComparedPassage = { mine: SideText; other: SideText };

/** UTF-16 units of context on either side. */
const context = 160;

/** The passages of two texts side by side, with the words that differ marked on either side. */
export const comparedPassages = (
  texts: { mine: string; other: string },
  passages: readonly Passage[],
  fileOf: (side: "mine" | "other", place: number) => string | null,
): ComparedPassage[] =>
  passages.map(([fromA, toA, fromB, toB]) => {
    const changes = diffWordsWithSpace(texts.mine.slice(fromA, toA), texts.other.slice(fromB, toB));
    const sideOf = (side: "mine" | "other", [from, to]: [number, number], foreign: "added" | "removed"): SideText => {
      const text = texts[side];
      return {
        before: leading(text, from),
        stretches: changes.filter((change) => !change[foreign]).map(({ value, added, removed }) => ({ text: value, own: added || removed })),
        after: trailing(text, to),
        words: text.slice(from, to).split(/\s+/).length,
        file: fileOf(side, from),
      };
    };
    return { mine: sideOf("mine", [fromA, toA], "added"), other: sideOf("other", [fromB, toB], "removed") };
  });

/** Cut at a blank, so that no word is halved. */
function leading(text: string, to: number): string {
  const from = Math.max(0, to - context);
  const piece = text.slice(from, to);
  return from === 0 ? piece : `… ${piece.slice(piece.indexOf(" ") + 1)}`;
}

function trailing(text: string, from: number): string {
  const piece = text.slice(from, from + context);
  return from + context >= text.length ? piece : `${piece.slice(0, Math.max(0, piece.lastIndexOf(" ")))} …`;
}
