import type { Plot, Say, Shape } from "#app/features/ranking/plots/types.ts";

/** Room for a plot, in units of its drawing; labels stand `left` of what is drawn, or above it. */
export type Frame = { width: number; left: number; right: number; labels: "beside" | "above" };

/** On a page or on paper, and on a phone, where a drawing shrunk to fit could not be read. */
export const pageFrame: Frame = { width: 640, left: 168, right: 24, labels: "beside" };
export const phoneFrame: Frame = { width: 328, left: 96, right: 14, labels: "beside" };

const steps = { beside: 18, above: 34 } as const;
const foot = 26;

/** A round step for about five ticks: 1, 2, 2.5 or 5 times a power of ten. */
function ticksBetween(from: number, to: number): number[] {
  const rough = Math.max(to - from, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / size - 1e-9);
  const last = Math.floor(to / size + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => Number(((first + k) * size).toPrecision(12)));
}

type Axis = { from: number; to: number; frame: Frame; x: (value: number) => number };

const axisOf = (frame: Frame, from: number, to: number): Axis => {
  const span = to > from ? to - from : 1;
  const { width, left, right } = frame;
  return { from, to: from + span, frame, x: (value) => round(left + ((value - from) / span) * (width - left - right)) };
};

const round = (value: number): number => Math.round(value * 100) / 100;

const line = (x1: number, y1: number, x2: number, y2: number, look: Extract<Shape, { kind: "line" }>["look"]): Shape => ({ kind: "line", x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), look });
const text = (x: number, y: number, words: string, rest: { anchor?: "start" | "middle" | "end"; strong?: boolean } = {}): Shape => ({ kind: "text", x: round(x), y: round(y), text: words, anchor: rest.anchor ?? "start", strong: rest.strong ?? false });

/** Names down the left or above, a scale below, and what is drawn of each row. */
function rowsPlot(axis: Axis, given: { labels: readonly string[]; say: Say; row: (index: number, y: number) => Shape[]; over?: (bottom: number) => Shape[] }): Plot {
  const { width, left, right, labels } = axis.frame;
  const step = steps[labels];
  const bottom = Math.max(1, given.labels.length) * step + 6;
  const named = (label: string, top: number): Shape =>
    labels === "beside" ? text(left - 8, top + 14, label, { anchor: "end", strong: true }) : text(left, top + 12, label, { strong: true });
  const shapes = [
    ...ticksBetween(axis.from, axis.to).flatMap((value) => [line(axis.x(value), 0, axis.x(value), bottom, "grid"), text(axis.x(value), bottom + 16, given.say(value), { anchor: "middle" })]),
    line(left, bottom, width - right, bottom, "axis"),
    ...given.labels.flatMap((label, index) => [named(label, index * step), ...given.row(index, (index + 1) * step - 8)]),
    ...(given.over?.(bottom) ?? []),
  ];
  return { width, height: bottom + foot, shapes };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

export type RankBar = { label: string; rank: number; low: number; high: number; listed: boolean };

/** Ranks of the entries around the line with the ranks that hold each in nine draws of ten; the line stands after the last place. */
export function caterpillar(bars: readonly RankBar[], { size, say, frame = pageFrame }: { size: number; say: Say; frame?: Frame }): Plot {
  const axis = axisOf(frame, Math.min(size, least(bars.map(({ low }) => low))), Math.max(size + 1, most(bars.map(({ high }) => high))));
  return rowsPlot(axis, {
    labels: bars.map(({ label }) => label),
    say,
    row: (index, y) => {
      const { low, high, rank, listed } = bars[index] as RankBar;
      return [line(axis.x(low), y, axis.x(high), y, listed ? "main" : "soft"), { kind: "dot", x: axis.x(rank), y, r: 4, look: listed ? "full" : "hollow" }];
    },
    over: (bottom) => [line(axis.x(size + 0.5), 0, axis.x(size + 0.5), bottom, "edge")],
  });
}

export type SeverityBar = { label: string; leniency: number; se: number; flagged: boolean };

/** Half the width of a 90 % interval, in standard errors. */
const z90 = 1.645;

/** How far from 0 the intervals reach, in points; at least 1. */
const reachOf = (bars: readonly SeverityBar[]): number => Math.max(1, most(bars.map(({ leniency, se }) => Math.abs(leniency) + z90 * se)));

/** Leniency of assessors in points around 0, each with a 90 % interval; flagged ones are hollow. */
export function severity(bars: readonly SeverityBar[], say: Say, frame: Frame = pageFrame, reach = reachOf(bars)): Plot {
  const axis = axisOf(frame, -reach, reach);
  return rowsPlot(axis, {
    labels: bars.map(({ label }) => label),
    say,
    row: (index, y) => {
      const { leniency, se, flagged } = bars[index] as SeverityBar;
      return [line(axis.x(leniency - z90 * se), y, axis.x(leniency + z90 * se), y, flagged ? "soft" : "main"), { kind: "dot", x: axis.x(leniency), y, r: 4, look: flagged ? "hollow" : "full" }];
    },
    over: (bottom) => [line(axis.x(0), 0, axis.x(0), bottom, "edge")],
  });
}

/** The same for paper: as few drawings as hold at most `rows` assessors each, all with one scale, since a drawing does not go on over a page. */
export function severitySheets(bars: readonly SeverityBar[], say: Say, rows: number): Plot[] {
  const each = Math.ceil(bars.length / Math.max(1, Math.ceil(bars.length / rows)));
  const sheets = Array.from({ length: Math.ceil(bars.length / Math.max(1, each)) }, (_none, at) => bars.slice(at * each, (at + 1) * each));
  return sheets.map((sheet) => severity(sheet, say, pageFrame, reachOf(bars)));
}

export type Spread = { label: string; low: number; q1: number; median: number; q3: number; high: number };

/** Where the values of each category lie: all of them as a line, the middle half as a box, the median as a tick. */
export function distribution(spreads: readonly Spread[], say: Say, frame: Frame = pageFrame): Plot {
  // Names of categories are long: they stand above their box, as wide as the drawing.
  const roomy: Frame = { ...frame, left: frame.right, labels: "above" };
  const letters = Math.floor(frame.width / 6.6);
  const shown = (label: string): string => (label.length > letters ? `${label.slice(0, letters - 1)}…` : label);
  const axis = axisOf(roomy, Math.floor(least(spreads.map(({ low }) => low))), Math.ceil(most(spreads.map(({ high }) => high))));
  return rowsPlot(axis, {
    labels: spreads.map(({ label }) => shown(label)),
    say,
    row: (index, y) => {
      const { low, q1, median, q3, high } = spreads[index] as Spread;
      const box: Shape = { kind: "box", x: axis.x(q1), y: y - 5, width: round(Math.max(1, axis.x(q3) - axis.x(q1))), height: 10 };
      return [line(axis.x(low), y, axis.x(high), y, "soft"), box, line(axis.x(median), y - 7, axis.x(median), y + 7, "main")];
    },
  });
}

export type Point = { raw: number; calibrated: number; listed: boolean };

const squareIn = ({ width }: Frame) => (width < pageFrame.width ? { left: 34, top: 10, bottom: 260, right: width - 12 } : { left: 52, top: 10, bottom: 330, right: 616 });

/** Raw values across, calibrated ones upwards; on the diagonal both are the same. Listed entries are full, others hollow. */
export function scatter(points: readonly Point[], given: { say: Say; raw: string; calibrated: string; frame?: Frame }): Plot {
  const frame = given.frame ?? pageFrame;
  const square = squareIn(frame);
  const all = points.flatMap(({ raw, calibrated }) => [raw, calibrated]);
  const [from, to] = [Math.floor(least(all)), Math.max(Math.floor(least(all)) + 1, Math.ceil(most(all)))];
  const x = (value: number): number => round(square.left + ((value - from) / (to - from)) * (square.right - square.left));
  const y = (value: number): number => round(square.bottom - ((value - from) / (to - from)) * (square.bottom - square.top));
  const shapes: Shape[] = [
    ...ticksBetween(from, to).flatMap((value) => [
      line(square.left, y(value), square.right, y(value), "grid"),
      text(square.left - 8, y(value) + 4, given.say(value), { anchor: "end" }),
      text(x(value), square.bottom + 16, given.say(value), { anchor: "middle" }),
    ]),
    line(x(from), y(from), x(to), y(to), "edge"),
    ...points.map(({ raw, calibrated, listed }): Shape => ({ kind: "dot", x: x(raw), y: y(calibrated), r: listed ? 2.5 : 2, look: listed ? "full" : "hollow" })),
    text(square.right, square.bottom + 34, given.raw, { anchor: "end", strong: true }),
    text(square.left + 6, square.top + 4, given.calibrated, { strong: true }),
  ];
  return { width: frame.width, height: square.bottom + 42, shapes };
}

/** Least, quartiles and greatest of the values by their key, in the order of the keys; nothing of a key without values. */
export function spreadsOf(values: readonly { key: string; value: number }[], labels: ReadonlyMap<string, string>): (Spread & { key: string; count: number })[] {
  return [...labels].flatMap(([key, label]) => {
    const own = values.filter((one) => one.key === key).map(({ value }) => value).sort((a, b) => a - b);
    if (own.length === 0) return [];
    const at = (share: number): number => {
      const place = share * (own.length - 1);
      const [below, above] = [own[Math.floor(place)] as number, own[Math.ceil(place)] as number];
      return below + (above - below) * (place - Math.floor(place));
    };
    return [{ key, label, count: own.length, low: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), high: at(1) }];
  });
}
