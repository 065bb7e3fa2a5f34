import { isSinceSecond } from "#app/features/competitions/commitments/rules.ts";
import { partsOf, type PlacedEntry } from "#app/features/ranking/competing/rules.ts";
import { composeList, drawsFor } from "#app/features/ranking/composition/rules.ts";
import type { ComputedList, ListInput } from "#app/features/ranking/computing/types.ts";
import { cutList, cutOf } from "#app/features/ranking/cut/rules.ts";
import { orderEntries } from "#app/features/ranking/ordering/rules.ts";
import { peersOf } from "#app/features/ranking/profiles/rules.ts";
import { countingStages } from "#app/features/ranking/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { EntryFigures } from "#app/features/ranking/composition/types.ts";
import type { RunStep } from "#app/features/ranking/types.ts";

/** How an entry is called in the marks of a stage: names sort as numbers do. */
export const entryName = (number: number): string => String(number).padStart(7, "0");

/** How an assessor is called in the marks: by the number drawn for the edition. */
export const assessorName = (pseudonym: number): string => String(pseudonym).padStart(5, "0");

/**
 * A whole list from plain data: calibrated, composed, ordered by its quantity, cut. Marks of entries that do not compete help to
 * know the assessors. The order of input changes nothing. Refuses what `orderEntries` and `cutOf` refuse.
 */
export function computeFromMarks(input: ListInput, step?: (now: RunStep) => void): ComputedList {
  const { award, definition, seed } = input;
  const scored = input.scored.toSorted((a, b) => a.number - b.number);
  const cut = cutOf(award);
  const draws = input.draws ?? drawsFor(scored.length);
  const entries = scored.map(({ number }) => entryName(number));
  const composed = composeList({ stages: input.stages, entries, size: cut.size, seed, draws, trims: isSinceSecond(input.model) }, step);
  const figures = new Map(scored.map(({ number }, index) => [number, composed.entries[index] as EntryFigures]));
  const { quantity, passOn, composition, ties } = award;
  const ordered = orderEntries({ entries: scored, composition, rubrics: definition.rubrics, ties, tieSeed: seed, quantity, passOn, figures });
  const rows = cutList(ordered, cut, partsOf(input.placed, definition));
  return {
    rows: rows.map((row) => ({ ...row, figures: figures.get(row.number) as EntryFigures })),
    model: { seed, draws, stages: composed.stages, warnings: composed.warnings.map((one) => ({ ...one, assessor: one.assessor === null ? null : Number(one.assessor) })) },
    assessors: composed.assessors,
    peers: peersOf({ entries: scored, categoryOf: categoriesOf(input.placed) }, countingStages({ composition, rubrics: definition.rubrics }).map(({ rubric }) => rubric)),
  };
}

function categoriesOf(placed: readonly PlacedEntry[]): (id: ProposalId) => string {
  const keys = new Map(placed.map(({ id, categoryKey }) => [id, categoryKey]));
  return (id) => keys.get(id) ?? "";
}
