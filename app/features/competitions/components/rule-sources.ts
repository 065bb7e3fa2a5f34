import { gaps, sourceOf } from "#app/features/competitions/definition/rules.ts";
import { keyedPath, valueOf } from "#app/features/competitions/editing/places/rules.ts";
import type { Definition, Preset, Source } from "#app/features/competitions/definition/types.ts";

/** A preset's sources, numbered in the order in which the page first refers to them, and which number each value leads to. */
export type NumberedSources = { sources: Source[]; numbers: Record<string, number> };

/** Parts of a definition that the page does not show as a fact with a number of its own. */
const silent =
  /^(name|year)$|\.(key|help|accept|options|levels|claimField|when|description|min|max|kind|required|groups|evidence|from|stage|serialCode|certificate)$/;

/**
 * A value that the preset leaves unknown has no source there, even where a source speaks of its neighbours. Sources of what is
 * not shown on its own come last: the list at the end of the page holds them all.
 */
export function numberSources(preset: Pick<Preset, "definition" | "sources"> | undefined, definition: Definition): NumberedSources {
  const sources: Source[] = [];
  const numbers: Record<string, number> = {};
  const numberOf = (source: Source): number => {
    const known = sources.findIndex((one) => one.kind === source.kind && one.text === source.text && one.url === source.url);
    return known >= 0 ? known + 1 : sources.push(source);
  };
  if (!preset) return { sources, numbers };
  const unknown = new Set(gaps(preset.definition).map(({ path }) => keyedPath(preset.definition, path)));
  for (const path of factPaths(definition)) {
    const own = keyedPath(definition, path);
    const source = unknown.has(own) || !isUnchanged(preset.definition, definition, own) ? null : sourceOf(preset, own);
    if (source) numbers[path] = numberOf(source);
  }
  preset.sources.forEach(numberOf);
  return { sources, numbers };
}

/** A value that was changed, added or renamed since has no source but whoever wrote it. */
const isUnchanged = (preset: Definition, definition: Definition, path: string): boolean =>
  JSON.stringify(valueOf(preset, path)) === JSON.stringify(valueOf(definition, path));

/** Dotted paths of every value that a page shows with its source. */
export function factPaths(node: unknown, path = ""): string[] {
  if (silent.test(path)) return [];
  if (typeof node !== "object" || node === null || isWords(node)) return [path];
  return Object.entries(node).flatMap(([key, value]) => factPaths(value, path === "" ? key : `${path}.${key}`));
}

const isWords = (node: object): boolean => "id" in node && "en" in node;
