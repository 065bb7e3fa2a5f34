type Point = [number, number];

/**
 * The minimum of a function of two values by Nelder and Mead (1965), from a simplex of side 1, until the values at its corners
 * differ by no more than `tolerance` and lie that close together, or 600 evaluations.
 */
export function minimise(f: (at: Point) => number, start: Point, tolerance: number): Point {
  let evaluations = 0;
  const valued = (at: Point): { at: Point; value: number } => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  let corners = [valued(start), valued([start[0] + 1, start[1]]), valued([start[0], start[1] + 1])] as const;
  const along = (from: Point, to: Point, by: number): Point => [from[0] + by * (to[0] - from[0]), from[1] + by * (to[1] - from[1])];
  while (evaluations < 600) {
    const [best, middle, worst] = [...corners].sort((a, b) => a.value - b.value) as [Corner, Corner, Corner];
    corners = [best, middle, worst];
    if (worst.value - best.value <= tolerance && size(corners) <= 1e-7) break;
    const centre: Point = [(best.at[0] + middle.at[0]) / 2, (best.at[1] + middle.at[1]) / 2];
    const reflected = valued(along(centre, worst.at, -1));
    if (reflected.value < best.value) {
      const expanded = valued(along(centre, worst.at, -2));
      corners = [best, middle, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < middle.value) corners = [best, middle, reflected];
    else {
      const nearer = reflected.value < worst.value ? reflected : worst;
      const contracted = valued(along(centre, nearer.at, 0.5));
      corners =
        contracted.value < nearer.value
          ? [best, middle, contracted]
          : [best, valued(along(best.at, middle.at, 0.5)), valued(along(best.at, worst.at, 0.5))];
    }
  }
  return [...corners].sort((a, b) => a.value - b.value)[0]?.at ?? start;
}

type Corner = { at: Point; value: number };

const size = ([a, b, c]: readonly [Corner, Corner, Corner]): number =>
  Math.max(...[b, c].map(({ at }) => Math.max(Math.abs(at[0] - a.at[0]), Math.abs(at[1] - a.at[1]))));
