import { describe, expect, it } from "vitest";
import { caterpillar, distribution, pageFrame, phoneFrame, scatter, severity, severitySheets } from "#app/features/ranking/plots/rules.ts";
import type { Plot, Shape } from "#app/features/ranking/plots/types.ts";

const say = String;
const ranks = [
  { label: "1. 2026-0004", rank: 1, low: 1, high: 3, listed: true },
  { label: "2. 2026-0001", rank: 2, low: 1, high: 9, listed: false },
];
const assessors = [{ label: "Penilai 4711", leniency: -6.2, se: 1.1, flagged: false }, { label: "Penilai 1234", leniency: 2, se: 0.4, flagged: true }];
const spreads = [{ label: "Pelayanan publik yang inklusif dan berkeadilan", low: 61.2, q1: 70, median: 74.5, q3: 80, high: 93.9 }];
const points = [{ raw: 61.5, calibrated: 64, listed: false }, { raw: 93, calibrated: 90.1, listed: true }];

const across = (shape: Shape): number[] => {
  if (shape.kind === "line") return [shape.x1, shape.x2];
  return shape.kind === "box" ? [shape.x, shape.x + shape.width] : [shape.x];
};
const down = (shape: Shape): number[] => {
  if (shape.kind === "line") return [shape.y1, shape.y2];
  return shape.kind === "box" ? [shape.y, shape.y + shape.height] : [shape.y];
};
const outside = ({ width, height, shapes }: Plot): Shape[] =>
  shapes.filter((shape) => across(shape).some((x) => x < 0 || x > width) || down(shape).some((y) => y < 0 || y > height));
const labels = ({ shapes }: Plot): string[] => shapes.flatMap((shape) => (shape.kind === "text" && shape.strong ? [shape.text] : []));

describe.each([
  ["a page", pageFrame],
  ["a phone", phoneFrame],
])("plots on %s", (_where, frame) => {
  it("draw everything inside their frame", () => {
    const plots = [caterpillar(ranks, { size: 1, say, frame }), severity(assessors, say, frame), distribution(spreads, say, frame), scatter(points, { say, raw: "Mentah", calibrated: "Terkalibrasi", frame })];
    expect([plots.map(({ width }) => width), plots.flatMap(outside)]).toEqual([plots.map(() => frame.width), []]);
  });

  it("let the line of the list stand between its last place and the next", () => {
    const { shapes } = caterpillar(ranks, { size: 1, say, frame });
    const dots = shapes.flatMap((shape) => (shape.kind === "dot" ? [shape.x] : []));
    const edge = shapes.flatMap((shape) => (shape.kind === "line" && shape.look === "edge" ? [shape.x1] : []));
    expect([edge.length, (edge[0] ?? 0) > (dots[0] ?? 0), (edge[0] ?? 0) < (dots[1] ?? 0)]).toEqual([1, true, true]);
  });

  it("tell listed from unlisted and flagged from others by form, not by colour", () => {
    const looks = (plot: Plot): string[] => plot.shapes.flatMap((shape) => (shape.kind === "dot" ? [shape.look] : []));
    expect([looks(caterpillar(ranks, { size: 1, say, frame })), looks(severity(assessors, say, frame))]).toEqual([["full", "hollow"], ["full", "hollow"]]);
  });
});

it("writes the name of a category out above its row, and shortens only what is longer than the drawing", () => {
  const long = spreads.map((spread) => ({ ...spread, label: `${spread.label} bagi semua` }));
  expect([labels(distribution(spreads, say)), labels(distribution(long, say, phoneFrame))]).toEqual([
    ["Pelayanan publik yang inklusif dan berkeadilan"],
    ["Pelayanan publik yang inklusif dan berkeadilan b…"],
  ]);
});

describe("assessors on paper", () => {
  const many = Array.from({ length: 70 }, (_none, at) => ({ label: `Penilai ${at}`, leniency: at === 69 ? 9 : 0, se: 1, flagged: false }));
  const dots = (plot: Plot): number[] => plot.shapes.flatMap((shape) => (shape.kind === "dot" ? [shape.x] : []));

  it("are parted into drawings of at most so many, as even as can be, none left out", () => {
    expect(severitySheets(many, say, 32).map((plot) => dots(plot).length)).toEqual([24, 24, 22]);
    expect([severitySheets(many.slice(0, 32), say, 32).length, severitySheets([], say, 32)]).toEqual([1, []]);
  });

  it("stand on one scale in all drawings", () => {
    const [first, , last] = severitySheets(many, say, 32) as [Plot, Plot, Plot];
    expect(dots(first)[0]).toBe(dots(last)[0]);
  });
});
