/** Words of titles and ranks that stand in many names and name nobody. */
const common = new Set(["prof", "drs", "dra", "ir", "apt", "sos", "msi", "mkes", "mm", "mpd", "phd", "hj", "haji", "data", "latihan", "penilai", "kabupaten", "kota", "provinsi"]);
/** Shorter parts of a name stand in too many other words. */
const leastLetters = 4;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
/** What stands in brackets after a name says something of the person and is no part of it. */
const bare = (name: string): string => name.replaceAll(/\([^)]*\)/g, " ");
const plain = (text: string): string => wordsOf(text).join(" ").toLowerCase();

/**
 * Names that a text for an entrant may not hold: a person by the whole name or by any longer part of it that is written with a
 * capital, an agency by its whole name. A part can also be an ordinary word: whoever releases the text decides.
 */
export function namesIn(text: string, named: { people: readonly string[]; agencies: readonly string[] }): string[] {
  const all = ` ${plain(text)} `;
  const capitals = new Set(wordsOf(text).filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.toLowerCase()));
  const holds = (name: string): boolean => plain(bare(name)) !== "" && all.includes(` ${plain(bare(name))} `);
  const parts = named.people.flatMap((name) =>
    wordsOf(bare(name)).filter((part) => part.length >= leastLetters && !common.has(part.toLowerCase()) && capitals.has(part.toLowerCase())),
  );
  return [...new Set([...named.people.filter(holds), ...named.agencies.filter(holds), ...parts])];
}
