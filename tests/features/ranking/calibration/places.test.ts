import { expect, it } from "vitest";
import { placer } from "#app/features/ranking/calibration/uncertainty/places/rules.ts";
import { normals } from "#app/features/ranking/calibration/uncertainty/rules.ts";
import { seededRandom } from "#app/lib/random.ts";

const lower = (values: Float64Array): number[] => [...values].map((value) => values.reduce((count, other) => count + Number(other < value), 0));

const normal = normals(seededRandom(3));
const draws = (n: number, of: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => of(i));

it.each<[string, Float64Array]>([
  ["normal ones", draws(400, normal)],
  ["equals", draws(300, (i) => i % 7)],
  ["all the same", draws(50, () => 71.5)],
  ["two clusters a hair wide", draws(300, (i) => (i % 2) * 40 + 1e-9 * normal())],
  ["one far from all others", draws(200, (i) => (i === 9 ? -1e6 : normal()))],
  ["zeros of either sign", draws(40, (i) => (i % 3 === 0 ? -0 : i % 3 === 1 ? 0 : normal()))],
  ["one", draws(1, () => 5)],
])("of each value it is said how many are lower: %s", (_, values) => {
  expect([...placer(values.length)(values)]).toEqual(lower(values));
});

it("what was ranked before leaves no trace", () => {
  const place = placer(100);
  place(draws(100, normal));
  const values = draws(100, normal);
  expect([...place(values)]).toEqual(lower(values));
});
