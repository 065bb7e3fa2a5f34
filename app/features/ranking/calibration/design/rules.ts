import { tellsPanels } from "#app/features/ranking/calibration/pieces/rules.ts";
import type { Design, Mark } from "#app/features/ranking/calibration/types.ts";
import { DomainError } from "#app/lib/errors.ts";

const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const indexed = (names: readonly string[]): Map<string, number> => new Map(names.map((name, index) => [name, index]));

/**
 * Marks as arrays for the fit; the order of the input changes nothing. Refuses an empty table (`ranking.marksNone`), the same
 * assessor twice on an entry (`ranking.markTwice`) and an entry in two strata (`ranking.stratumTwice`).
 */
export function designOf(marks: readonly Mark[]): Design {
  if (marks.length === 0) throw new DomainError("ranking.marksNone");
  const entries = inOrder(marks.map(({ entry }) => entry));
  const assessors = inOrder(marks.map(({ assessor }) => assessor));
  const strata = inOrder(marks.map(({ stratum }) => stratum));
  const [entryAt, assessorAt, stratumAt] = [indexed(entries), indexed(assessors), indexed(strata)];
  const read = marks
    .map((mark) => ({ mark, i: entryAt.get(mark.entry) ?? 0, j: assessorAt.get(mark.assessor) ?? 0 }))
    .sort((a, b) => a.i - b.i || a.j - b.j);
  const stratumOf = new Int32Array(entries.length).fill(-1);
  const first = new Int32Array(entries.length + 1);
  read.forEach(({ mark, i, j }, at) => {
    const before = read[at - 1];
    const params = { entry: mark.entry, assessor: mark.assessor };
    if (before?.i === i && before.j === j) throw new DomainError("ranking.markTwice", { params });
    const g = stratumAt.get(mark.stratum) ?? 0;
    if (stratumOf[i] !== -1 && stratumOf[i] !== g) throw new DomainError("ranking.stratumTwice", { params: { entry: mark.entry } });
    stratumOf[i] = g;
    first[i + 1] = at + 1;
  });
  const design = {
    ...{ entries, assessors, strata, stratumOf, first },
    readers: Int32Array.from(read, ({ j }) => j),
    values: Float64Array.from(read, ({ mark }) => mark.value),
  };
  return { ...design, ...panelsOf(design, read) };
}

type Sorted = readonly { mark: Mark; i: number }[];

/** The panels that sat, and which heard each mark; none where they are one or cannot be told from what is known of a mark without them. */
function panelsOf({ entries, assessors, strata, stratumOf, readers }: Pick<Design, "entries" | "assessors" | "strata" | "stratumOf" | "readers">, read: Sorted): Pick<Design, "panels" | "panelOf" | "hasUntoldPanels"> {
  const panels = inOrder(read.map(({ mark }) => mark.panel ?? ""));
  const at = indexed(panels);
  const panelOf = Int32Array.from(read, ({ mark }) => at.get(mark.panel ?? "") ?? 0);
  const isTold = tellsPanels({
    panels: { kinds: panels.length, of: panelOf },
    strata: { kinds: strata.length, of: read.map(({ i }) => stratumOf[i] as number) },
    entries: { kinds: entries.length, of: read.map(({ i }) => i) },
    assessors: { kinds: assessors.length, of: readers },
  });
  return isTold ? { panels, panelOf, hasUntoldPanels: false } : { panels: [], panelOf: new Int32Array(0), hasUntoldPanels: panels.length > 1 };
}

/** Number of reads of entry i. */
export const readsOf = ({ first }: Design, i: number): number => (first[i + 1] as number) - (first[i] as number);

/** Mean of the marks of each entry as given, points. */
export function rawMeans(design: Design): Float64Array {
  return Float64Array.from(design.entries, (_, i) => {
    const [from, to] = [design.first[i] as number, design.first[i + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += design.values[at] as number;
    return sum / (to - from);
  });
}

/** Number of marks of each assessor. */
export const marksGiven = ({ assessors, readers }: Design): Int32Array => countsOf(assessors.length, readers);

/** Number of marks given in each panel. */
export const marksHeard = ({ panels, panelOf }: Design): Int32Array => countsOf(panels.length, panelOf);

function countsOf(kinds: number, of: Int32Array): Int32Array {
  const counts = new Int32Array(kinds);
  for (const kind of of) counts[kind] = (counts[kind] as number) + 1;
  return counts;
}
