/** Round steps from zero to at least `max`: 1, 2, 2.5 or 5 times a power of ten, about `count` of them. */
export function niceTicks(max: number, count = 4): number[] {
  if (max <= 0) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const whole = max >= 4 ? Math.max(1, Math.round(step)) : step;
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < max) ticks.push(Number((ticks.length * whole).toPrecision(12)));
  return ticks;
}

/** Length of a value on an axis from zero to `top`, in drawing units. Bars always start at zero. */
export const scaled = (value: number, top: number, length: number): number =>
  top <= 0 ? 0 : Math.round((Math.max(0, value) / top) * length * 100) / 100;

/** The largest known value of all series; unknown ones take no part. */
export const largest = (rows: readonly { values: readonly (number | null)[] }[]): number =>
  Math.max(0, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
