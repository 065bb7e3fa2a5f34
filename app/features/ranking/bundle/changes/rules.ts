import type { BundleRow, Change } from "#app/features/ranking/bundle/types.ts";
import { DomainError } from "#app/lib/errors.ts";

/** What a change of a version touches of a row. */
type Standing = { rank: number; listed: boolean; reserve: boolean; listedBy: string | null };
type Is<R> = (row: R) => boolean;

/** Said of a row that stands on a list by the vote of the plenary. */
export const byPlenary = "plenary";

/**
 * Rows without one entry: the first of the reserve takes the place of a listed one, ranks close up, and the reserve becomes
 * shorter. Refuses `ranking.entryNotListed` for one that is neither listed nor in reserve.
 */
export function withoutEntry<R extends Standing>(rows: readonly R[], is: Is<R>): R[] {
  const leaving = rows.find(is);
  if (!leaving?.listed && !leaving?.reserve) throw new DomainError("ranking.entryNotListed", { kind: "conflict" });
  const mover = leaving.listed ? rows.find((row) => row.reserve) : undefined;
  return rows
    .filter((row) => row !== leaving)
    .map((row, index) => ({ ...row, rank: index + 1, ...(row === mover ? { listed: true, reserve: false } : {}) }));
}

/**
 * Rows after a move across the line: the one takes the place of the other, listed for reserve or for none. Ranks stay, as they
 * say what the marks say. Refuses `ranking.moveNotAcross` unless one is listed and the other is not.
 */
export function withMove<R extends Standing>(rows: readonly R[], { entering, leaving }: { entering: Is<R>; leaving: Is<R> }): R[] {
  const [up, down] = [rows.find(entering), rows.find(leaving)];
  if (!up || !down || up.listed || !down.listed) throw new DomainError("ranking.moveNotAcross", { kind: "conflict" });
  return rows.map((row) => {
    if (row === up) return { ...row, listed: true, reserve: false, listedBy: byPlenary };
    return row === down ? { ...row, listed: false, reserve: up.reserve, listedBy: null } : row;
  });
}

/** Computed rows with everything that was changed in them since, in order. */
export const withChanges = (rows: readonly BundleRow[], changes: readonly Change[]): BundleRow[] =>
  changes.reduce<BundleRow[]>((standing, change) => {
    const is = (wanted: number): Is<BundleRow> => ({ number }) => number === wanted;
    if (change.kind === "replace") return withoutEntry(standing, is(change.entry));
    return withMove(standing, { entering: is(change.entering), leaving: is(change.leaving) });
  }, [...rows]);
