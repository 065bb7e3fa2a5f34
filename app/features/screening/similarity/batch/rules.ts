import { containment, isNotable, type ShingleIndex } from "#app/features/screening/similarity/index/rules.ts";
import { commonestTitle } from "#app/features/screening/similarity/titles/rules.ts";

/** A collection in memory: documents `0 … news - 1` are new, the others old. `titles` are title keys. */
export type Collection = { index: ShingleIndex; titles: readonly string[]; news: number };

/** Two documents that are worth a look: `a` is new, `b` old or new. Shares 0 to 1 of what counts of `a` in `b` and back. */
export type FoundPair = { a: number; b: number; containmentAB: number; containmentBA: number; sameTitle: boolean };

/**
 * Every pair of a collection with at least one new document: by shared shingles (isNotable) or by the same title, unless more
 * than 30 documents bear it. Each pair once.
 */
export function foundPairs(collection: Collection, advance: () => void = () => undefined): FoundPair[] {
  const { index, titles, news } = collection;
  const pairs = new Map<number, FoundPair>();
  const add = (a: number, b: number, shared: number): void => {
    const [countedA, countedB] = [index.counted[a] as number, index.counted[b] as number];
    pairs.set(a * titles.length + b, {
      ...{ a, b, sameTitle: titles[a] !== "" && titles[a] === titles[b] },
      ...{ containmentAB: containment(shared, countedA), containmentBA: containment(shared, countedB) },
    });
  };
  const sameTitles = titled(titles);
  for (let a = 0; a < news; a += 1) {
    const counts = new Map(index.sharing(a).map(({ b, shared }) => [b, shared]));
    const isFirst = (b: number): boolean => b >= news || a < b;
    for (const [b, shared] of counts) {
      const counted = { a: index.counted[a] as number, b: index.counted[b] as number };
      if (isFirst(b) && isNotable(shared, counted)) add(a, b, shared);
    }
    for (const b of sameTitles.get(titles[a] as string) ?? []) if (b !== a && isFirst(b)) add(a, b, counts.get(b) ?? 0);
    advance();
  }
  return [...pairs.values()];
}

/** Documents by title, without the titles that many share. */
function titled(titles: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  titles.forEach((title, text) => {
    if (title === "") return;
    const group = groups.get(title);
    if (group) group.push(text);
    else groups.set(title, [text]);
  });
  for (const [title, group] of groups) if (group.length > commonestTitle) groups.delete(title);
  return groups;
}
