type Point = readonly number[];
type Corner = { at: Point; value: number };

/** Evaluations after which the search ends, for each value searched. */
const mostEvaluations = 300;

/**
 * The minimum of a function of two or more values by Nelder and Mead (1965), from a simplex of side 1, until the values at its
 * corners differ by no more than `tolerance` and lie that close together, or 300 evaluations a value.
 */
export function minimise(f: (at: Point) => number, start: Point, tolerance: number): Point {
  let evaluations = 0;
  const valued = (at: Point): Corner => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  let corners = [valued(start), ...start.map((_, moved) => valued(start.map((value, k) => (k === moved ? value + 1 : value))))];
  while (evaluations < mostEvaluations * start.length) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const [best, worst] = [corners[0] as Corner, corners.at(-1) as Corner];
    if (worst.value - best.value <= tolerance && size(corners) <= 1e-7) break;
    const kept = corners.slice(0, -1);
    const found = beyond(kept, worst, valued);
    corners = found ? [...kept, found] : [best, ...corners.slice(1).map(({ at }) => valued(along(best.at, at, 0.5)))];
  }
  return corners.toSorted((a, b) => a.value - b.value)[0]?.at ?? start;
}

/** A corner better than the worst, away from it through the middle of the others or between; undefined where there is none. */
function beyond(kept: readonly Corner[], worst: Corner, valued: (at: Point) => Corner): Corner | undefined {
  const [best, second] = [kept[0] as Corner, kept.at(-1) as Corner];
  const centre = best.at.map((_, k) => kept.reduce((sum, { at }) => sum + (at[k] as number), 0) / kept.length);
  const reflected = valued(along(centre, worst.at, -1));
  if (reflected.value < best.value) {
    const expanded = valued(along(centre, worst.at, -2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < second.value) return reflected;
  const nearer = reflected.value < worst.value ? reflected : worst;
  const contracted = valued(along(centre, nearer.at, 0.5));
  return contracted.value < nearer.value ? contracted : undefined;
}

const along = (from: Point, to: Point, by: number): Point => from.map((value, k) => value + by * ((to[k] as number) - value));

const size = ([first, ...others]: readonly Corner[]): number =>
  Math.max(...others.flatMap(({ at }) => at.map((value, k) => Math.abs(value - (first?.at[k] as number)))));
