import type { PublishedComposition, SourcePart, YearAggregate } from "#app/features/archive/types.ts";

/** The competitions whose earlier years are kept, in the order in which the archive shows them. */
export const archivedCompetitions = ["kipp", "sp4n", "kovablik", "unpsa"] as const;

/** What a year is counted by, in the order of an edition's life. A composition is kept apart. */
export const yearMeasures = ["registered", "submitted", "passedAdmin", "nominated", "finalists", "winners"] as const;

/** The parts of a published source, divided by semicolons; an address becomes a link under the name of its host. */
export function sourceParts(source: string): SourcePart[] {
  return source
    .split(/\s*;\s+/)
    .filter((part) => part !== "")
    .map((part) => {
      const url = /^https?:\/\/\S+$/.test(part) ? part : null;
      return { text: url ? new URL(url).host.replace(/^www\./, "") : part, url };
    });
}

/** `composition.top99.kota.agencies`: one figure of a composition as it is kept among a year's aggregates. */
const compositionMeasure = /^composition\.([^.]+)\.([^.]+)\.(agencies|innovations)$/;

export const isComposition = (measure: string): boolean => compositionMeasure.test(measure);

/**
 * Puts published compositions together from a year's aggregates, kinds in the order of the ministry's own sentence. A line
 * without both figures is left out: nothing is computed to fill a gap.
 */
export function compositionsOf(aggregates: readonly Pick<YearAggregate, "measure" | "value" | "source">[]): PublishedComposition[] {
  const found = new Map<string, { source: string; figures: Map<string, { agencies?: number; innovations?: number }> }>();
  for (const { measure, value, source } of aggregates) {
    const [, tier, kind, of] = compositionMeasure.exec(measure) ?? [];
    if (!tier || !kind || value === null) continue;
    const one = found.get(tier) ?? { source, figures: new Map() };
    one.figures.set(kind, { ...one.figures.get(kind), [of as string]: value });
    found.set(tier, one);
  }
  return [...found].map(([tier, { source, figures }]) => {
    const lines = [...figures].flatMap(([kind, { agencies, innovations }]) =>
      agencies === undefined || innovations === undefined ? [] : [{ kind, agencies, innovations }],
    );
    const sum = (of: "agencies" | "innovations"): number => lines.reduce((total, line) => total + line[of], 0);
    return { tier, lines, total: { agencies: sum("agencies"), innovations: sum("innovations") }, source };
  });
}
