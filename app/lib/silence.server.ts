import { type SQL, sql } from "drizzle-orm";

/** Rows in whose text, plain or JSON, none of the words stands; no condition where there are no words. */
export function saysNothingOf(text: SQL, words: readonly string[]): SQL | undefined {
  if (words.length === 0) return undefined;
  const forms = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]);
  return sql`not exists (select 1 from json_each(${JSON.stringify([...new Set(forms)])}) word where instr(${text}, word.value) > 0)`;
}
