import { diffArrays, diffWordsWithSpace } from "diff";
import type { Piece, SavedIdentity, WordRun } from "#app/features/proposals/drafting/types.ts";
import { longestAnswer } from "#app/features/proposals/form/rules.ts";
import type { Identity } from "#app/features/proposals/types.ts";

export type Texts = { base: string | null; mine: string; theirs: string };

/**
 * What a question holds after two people wrote from the same text: the joined text where their changes lie in different
 * paragraphs, null where they meet, where the beginning is no longer known, or where the whole would be too long for an answer.
 */
export function joinTexts({ base, mine, theirs }: Texts): string | null {
  if (mine === theirs) return mine;
  if (base === null) return null;
  const pieces = piecesOf({ base, mine, theirs });
  const lines = pieces.flatMap((piece) => (piece.kind === "agreed" ? piece.lines : []));
  const joined = lines.join("\n");
  return pieces.some((piece) => piece.kind === "collision") || joined.length > longestAnswer ? null : joined;
}

/** Both texts in one, for the writer to go on from: where they collide, the own paragraphs first, then the other person's. */
export function combineTexts({ base, mine, theirs }: Texts): string {
  const pieces = piecesOf({ base: base ?? sharedLines(mine, theirs), mine, theirs });
  return pieces.flatMap((piece) => (piece.kind === "agreed" ? piece.lines : [...piece.mine, ...piece.theirs])).join("\n");
}

/** Three-way merge over paragraphs (Khanna, Kunal and Pierce, "A formal investigation of diff3", 2007). */
export function piecesOf({ base, mine, theirs }: { base: string; mine: string; theirs: string }): Piece[] {
  const [start, own, other] = [base, mine, theirs].map(linesOf) as [string[], string[], string[]];
  const [inOwn, inOther] = [placesOf(start, own), placesOf(start, other)];
  const pieces: Piece[] = [];
  let [at, a, b] = [0, 0, 0];
  const settleUntil = (nextAt: number, nextA: number, nextB: number): void => {
    pieces.push(...settle(start.slice(at, nextAt), own.slice(a, nextA), other.slice(b, nextB)));
    [at, a, b] = [nextAt, nextA, nextB];
  };
  for (const [line, text] of start.entries()) {
    const [placeA, placeB] = [inOwn[line], inOther[line]];
    if (placeA === undefined || placeB === undefined) continue;
    settleUntil(line, placeA, placeB);
    pieces.push({ kind: "agreed", lines: [text] });
    [at, a, b] = [line + 1, placeA + 1, placeB + 1];
  }
  settleUntil(start.length, own.length, other.length);
  return pieces;
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split("\n"));

/** Between two paragraphs that all three share: whoever changed it wins, unless both did. */
function settle(start: string[], own: string[], other: string[]): Piece[] {
  if (own.length === 0 && other.length === 0) return [];
  const agreed = (lines: string[]): Piece[] => (lines.length === 0 ? [] : [{ kind: "agreed", lines }]);
  if (same(own, other) || same(start, other)) return agreed(own);
  if (same(start, own)) return agreed(other);
  // Neighbouring paragraphs, one changed by each: nothing stands between them, and still they do not meet.
  if (start.length > 1 && start.length === own.length && start.length === other.length) {
    return start.flatMap((line, index) => settle([line], own.slice(index, index + 1), other.slice(index, index + 1)));
  }
  return [{ kind: "collision", mine: own, theirs: other }];
}

const same = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((line, index) => line === two[index]);

/** For every paragraph of the first text its place in the second, where it is still there. */
function placesOf(from: string[], to: string[]): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let [at, place] = [0, 0];
  for (const { added, removed, count } of diffArrays(from, to)) {
    if (!added && !removed) for (let step = 0; step < count; step += 1) places[at + step] = place + step;
    if (!added) at += count;
    if (!removed) place += count;
  }
  return places;
}

const sharedLines = (one: string, two: string): string =>
  diffArrays(linesOf(one), linesOf(two))
    .flatMap(({ added, removed, value }) => (added || removed ? [] : value))
    .join("\n");

type Identities = Record<"base" | "mine" | "theirs", Identity>;

/** The identity after two people changed it: of each part whichever was changed; parts both changed differently collide. */
export function joinIdentities({ base, mine, theirs }: Identities): Pick<SavedIdentity, "identity" | "collisions"> {
  const identity = identityOf(mine);
  const collisions: SavedIdentity["collisions"] = [];
  for (const part of identityParts) {
    if (mine[part] === base[part]) Object.assign(identity, { [part]: theirs[part] });
    else if (theirs[part] !== base[part] && theirs[part] !== mine[part]) {
      collisions.push({ part, mine: mine[part] ?? "", theirs: theirs[part] ?? "" });
    }
  }
  return { identity, collisions };
}

const identityParts = ["title", "groupKey", "categoryKey", "unit", "innovator", "startedOn"] as const;

export const identityOf = ({ title, groupKey, categoryKey, unit, innovator, startedOn }: Identity): Identity => ({
  ...{ title, groupKey, categoryKey, unit, innovator, startedOn },
});

/** Longest texts whose words are compared one by one; beyond, the two stand beside one another unmarked (about 0.1 s). */
const longestCompared = 40_000;

/** Two texts as runs of words: shared, only in the first, only in the second. */
export function compareWords(first: string, second: string): WordRun[] {
  if (first.length + second.length > longestCompared * 2) {
    return [
      { text: first, in: "first" },
      { text: second, in: "second" },
    ];
  }
  return diffWordsWithSpace(first, second).map(({ value, added, removed }) => ({
    text: value,
    in: added ? "second" : removed ? "first" : "both",
  }));
}

/** Where the changed middle of a text lies, so that a page can put it in without moving the writer's caret. */
export function changedMiddle(from: string, to: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < from.length - start && tail < to.length - start && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}

/** Newest texts of a question that are kept whatever they are: an open page may be based on any of them. */
export const keptRevisions = 50;
/** Milliseconds without a save after which the last text of a sitting is worth keeping for itself. */
export const sittingBreak = 10 * 60_000;
/** Milliseconds for which older texts can be looked up and brought back. */
export const keptFor = 30 * 24 * 3_600_000;

/** A page says every 20 s that it is open; whoever was silent for longer has closed it. */
export const presenceLasts = 45_000;
