/** Points written as "84", "84,5" or "84.50"; null when it is no number. */
export function readPoints(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  return /^\d{1,4}(\.\d{1,2})?$/.test(trimmed) ? Number(trimmed) : null;
}

export type LevelRange = { value: string; from: number; to: number };

/** The level whose range, both ends included, holds the points. */
export const levelOf = <Level extends LevelRange>(levels: readonly Level[], points: number): Level | undefined =>
  levels.find((level) => points >= level.from && points < nextFrom(levels, level));

/** Points such as 89,5 between 75-89 and 90-100 belong to the lower level. */
function nextFrom(levels: readonly LevelRange[], level: LevelRange): number {
  const above = levels.map((one) => one.from).filter((from) => from > level.from);
  return above.length > 0 ? Math.min(...above) : level.to + Number.EPSILON * level.to * 2;
}
