import { G, Path, Svg } from "@react-pdf/renderer";
import { paper } from "#app/lib/pdf.server.tsx";

/** Drawn in pixels of 1/96 inch: A4 landscape is 1123 by 794. */
const tile = 41;
const left = 69.5;
const top = 69;
const columns = 25;
const rows = 17;

type Point = { x: number; y: number; filled: boolean };

/** Centres of the tiles along the four sides; every second one is filled. */
const tiles: Point[] = Array.from({ length: columns * rows }, (_, index) => {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  return { column, row, x: left + column * tile, y: top + row * tile, filled: (column + row) % 2 === 0 };
}).filter(({ column, row }) => column === 0 || row === 0 || column === columns - 1 || row === rows - 1);

const n = (value: number): string => String(Math.round(value * 100) / 100);
const signs = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Four petals around a centre, the kawung. */
const petals = ({ x, y }: Point): string =>
  signs
    .map(([sx, sy]) => {
      const [ox, oy, ix, iy] = [x + sx * 18.86, y + sy * 18.86, x + sx * 1.64, y + sy * 1.64].map(n);
      return `M${ox} ${oy}A17.22 17.22 0 0 1 ${ix} ${iy}A17.22 17.22 0 0 1 ${ox} ${oy}Z`;
    })
    .join("");

const veins = ({ x, y }: Point): string =>
  signs.map(([sx, sy]) => `M${n(x + sx * 6.2)} ${n(y + sy * 6.2)}L${n(x + sx * 12.6)} ${n(y + sy * 12.6)}`).join("");

const diamond = (x: number, y: number, half: number): string =>
  `M${n(x)} ${n(y - half)}L${n(x + half)} ${n(y)}L${n(x)} ${n(y + half)}L${n(x - half)} ${n(y)}Z`;

/** The small diamonds between tiles, each drawn once. */
const joints = [
  ...new Set(tiles.flatMap(({ x, y }) => [[0, -20.5], [0, 20.5], [-20.5, 0], [20.5, 0]].map(([dx, dy]) => diamond(x + (dx as number), y + (dy as number), 2.1)))),
].join("");

/** A rope between the two inner lines: one slanted thread every 12.5 pixels. */
const rope = [
  ...Array.from({ length: 74 }, (_, i) => 99 + i * 12.5).flatMap((x) => [107.5, 695.5].map((y) => `M${n(x)} ${y}c6.25 -1 1.25 -7 12.5 -9`)),
  ...Array.from({ length: 46 }, (_, i) => 120 + i * 12.5).flatMap((y) => [99, 1015].map((x) => `M${x} ${n(y)}c1 -6.25 7 -1.25 9 -12.5`)),
].join("");

/** Forty-eight thin leaves around the middle, as on money: a copy blurs them. */
const rosette = Array.from({ length: 48 }, (_, i) => {
  const [cos, sin] = [Math.cos((i * Math.PI) / 24), Math.sin((i * Math.PI) / 24)];
  const at = (radius: number): string => `${n(561.5 + radius * cos)} ${n(403 + radius * sin)}`;
  return `M${at(40)}A123 123 0 0 1 ${at(214)}A123 123 0 0 1 ${at(40)}`;
}).join("");

const box = (x: number, y: number): string => `M${x} ${y}H${1123 - x}V${794 - y}H${x}Z`;

const filled = tiles.filter((point) => point.filled).map(petals).join("");
const outlined = tiles.filter((point) => !point.filled).map(petals).join("");
const veinLines = tiles.map(veins).join("");
const centres = tiles.map(({ x, y }) => diamond(x, y, 3)).join("");

/** Everything above is computed once a process; a certificate only refers to it. Smaller than the page, or it would not fit one. */
export function KawungBorder() {
  return (
    <Svg viewBox="20 20 1083 754" style={{ position: "absolute", top: 15, left: 15, width: 812.25, height: 565.5 }}>
      <Path d={rosette} stroke={paper.accent} strokeWidth={0.5} strokeOpacity={0.13} fill="none" />
      <G stroke={paper.accent} fill="none">
        <Path d={box(40, 39.5)} strokeWidth={2.4} />
        <Path d={box(45, 44.5)} strokeWidth={0.7} />
        <Path d={box(94, 93.5)} strokeWidth={0.7} />
        <Path d={outlined} strokeWidth={1.1} />
      </G>
      <Path d={filled} fill={paper.accent} />
      <Path d={joints} fill={paper.accent} />
      <G stroke={paper.mark} fill="none">
        <Path d={veinLines} strokeWidth={1.1} strokeLinecap="round" />
        <Path d={rope} strokeWidth={0.9} />
        <Path d={`${box(99, 98.5)}${box(108, 107.5)}`} strokeWidth={0.7} />
      </G>
      <Path d={centres} fill={paper.mark} />
    </Svg>
  );
}
