/** Points written as "84", "84,5" or "84.50"; null when it is no number. */
export function readPoints(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  return /^\d{1,4}(\.\d{1,2})?$/.test(trimmed) ? Number(trimmed) : null;
}

export type LevelRange = { value: string; from: number; to: number };

/** The level that holds the points, both ends included. Points between two ranges, as 89,5 of 75-89 and 90-100, belong to the lower. */
export const levelOf = <Level extends LevelRange>(levels: readonly Level[], points: number): Level | undefined =>
  levels.find((level) => points >= level.from && (points <= level.to || points < nextFrom(levels, level)));

function nextFrom(levels: readonly LevelRange[], level: LevelRange): number {
  const above = levels.map((one) => one.from).filter((from) => from > level.from);
  return above.length > 0 ? Math.min(...above) : level.from;
}
