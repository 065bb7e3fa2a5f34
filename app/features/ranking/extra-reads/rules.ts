import type { AwardList, Definition } from "#app/features/competitions/definition/types.ts";
import { composeList } from "#app/features/ranking/composition/rules.ts";
import { entryName } from "#app/features/ranking/computing/rules.ts";
import { isInBand } from "#app/features/ranking/evidence/rules.ts";
import type { GreyEntry, GreyZone, GreyZoneInput } from "#app/features/ranking/extra-reads/types.ts";
import { countedStages } from "#app/features/ranking/rules.ts";

/** Draws enough to order entries by how unsettled they are: the standard error of a share is at most 0.016. */
const draws = 1_000;

/** Entries that get one more reading at a time, before the marks are looked at again. */
export const readsAtOnce = 100;

/** The desk a list draws on alone; null for one that draws on several stages or on another list: what comes after a desk is not topped up. */
export function toppedUpDesk(definition: Definition, award: AwardList): ReturnType<typeof countedStages>[number] | null {
  const [desk, ...more] = countedStages(definition, award);
  return award.from !== null || !desk || more.length > 0 || desk.stage.kind !== "desk" ? null : desk;
}

/** How likely each entry is among the best so many, by the sheets that are locked so far. */
export function findGreyZone({ stage, entries, size, seed }: GreyZoneInput): GreyZone {
  const sorted = entries.toSorted((a, b) => a.number - b.number);
  const found = composeList({ stages: [stage], entries: sorted.map(({ number }) => entryName(number)), size, seed, draws, trims: false });
  return {
    estimable: found.stages.every(({ estimable }) => estimable),
    entries: sorted.map((entry, index) => ({ ...entry, pTop: found.entries[index]?.pTop ?? 0 })),
  };
}

/**
 * The fewest next readings that settle most: entries that the marks so far can neither list nor leave out, those first of whom
 * one more reading says most, p (1 - p) / n with n readings so far; one each, and no entry beyond `most`. A batch at a time,
 * after which the chances are drawn anew.
 */
export const proposeReads = ({ entries, estimable }: GreyZone, most: number, atOnce = readsAtOnce): GreyEntry[] =>
  estimable
    ? entries
        .filter(({ reads, pTop }) => reads > 0 && reads < most && isInBand(pTop))
        .toSorted((a, b) => gainOf(b) - gainOf(a) || a.number - b.number)
        .slice(0, atOnce)
    : [];

const gainOf = ({ pTop, reads }: GreyEntry): number => (pTop * (1 - pTop)) / reads;
