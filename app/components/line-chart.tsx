import { type ReactNode, useId } from "react";
import { niceTicks, scaled } from "#app/components/chart-scale.ts";

/** Lines differ by their dashes, not by colour alone. */
export type LineLook = "solid" | "dashed" | "dotted" | "thin";
export type Line = { key: string; label: string; look: LineLook; points: readonly { x: number; y: number }[] };
/** A single known value, with its words beside it. */
export type LineMark = { key: string; x: number; y: number; label: string };

type LineChartProps = {
  title: string;
  /** What the eye sees, in a sentence. */
  desc: string;
  lines: readonly Line[];
  marks?: readonly LineMark[];
  ticks: readonly { x: number; label: string }[];
  /** An upright line with its word: the close. */
  edge?: { x: number; label: string };
  format: (value: number) => string;
  source?: ReactNode;
};

const size = { width: 720, height: 292, left: 52, right: 92, top: 22, bottom: 248 };

/** Lines over a common axis from zero; the numbers belong in a table beside it. */
export function LineChart({ title, desc, lines, marks = [], ticks, edge, format, source }: LineChartProps) {
  const id = useId().replace(/\W/g, "");
  const { x, y, levels } = scalesOf(lines, marks, edge);
  return (
    <figure className="chart-pair__figure">
      <div className="chart-scroll" tabIndex={0} role="region" aria-label={title}>
        <svg className="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`t${id} d${id}`}>
          <title id={`t${id}`}>{title}</title>
          <desc id={`d${id}`}>{desc}</desc>
          {levels.map((level) => (
            <g key={level}>
              <line className="chart__grid" x1={size.left} x2={size.width - size.right} y1={y(level)} y2={y(level)} />
              <text x={size.left - 8} y={y(level) + 4} textAnchor="end">
                {format(level)}
              </text>
            </g>
          ))}
          {ticks.map((tick) => (
            <text key={tick.x} className="chart__label" x={x(tick.x)} y={size.bottom + 20} textAnchor="middle">
              {tick.label}
            </text>
          ))}
          {edge && <Edge at={x(edge.x)} label={edge.label} />}
          {lines.map((line) => (
            <path key={line.key} className={`chart__line chart__line--${line.look}`} d={pathOf(line, x, y)} />
          ))}
          {placedMarks(marks, x, y).map(({ key, ...mark }) => (
            <MarkPoint key={key} {...mark} />
          ))}
          <line className="chart__axis" x1={size.left} x2={size.width - size.right} y1={size.bottom} y2={size.bottom} />
        </svg>
      </div>
      <figcaption>
        <ul className="legend">
          {lines.map(({ key, label, look }) => (
            <li key={key}>
              <svg width="28" height="10" viewBox="0 0 28 10" aria-hidden="true" focusable="false">
                <path className={`chart__line chart__line--${look}`} d="M1 5H27" />
              </svg>
              {label}
            </li>
          ))}
        </ul>
        {source && <div className="chart-source">{source}</div>}
      </figcaption>
    </figure>
  );
}

type Scale = (value: number) => number;

function scalesOf(lines: readonly Line[], marks: readonly LineMark[], edge: { x: number } | undefined): { x: Scale; y: Scale; levels: number[] } {
  const points = [...lines.flatMap((line) => line.points), ...marks];
  const across = [...points.map((point) => point.x), ...(edge ? [edge.x] : [])];
  const from = across.reduce((a, b) => Math.min(a, b), across[0] ?? 0);
  const to = across.reduce((a, b) => Math.max(a, b), across[0] ?? 1);
  const levels = niceTicks(points.reduce((most, { y }) => Math.max(most, y), 0));
  return {
    x: (value) => size.left + scaled(value - from, to - from, size.width - size.left - size.right),
    y: (value) => size.bottom - scaled(value, levels.at(-1) ?? 1, size.bottom - size.top),
    levels,
  };
}

const pathOf = ({ points }: Line, x: Scale, y: Scale): string => points.map((point, index) => `${index === 0 ? "M" : "L"}${x(point.x)} ${y(point.y)}`).join("");

function Edge({ at, label }: { at: number; label: string }) {
  return (
    <g>
      <line className="chart__edge" x1={at} x2={at} y1={size.top - 6} y2={size.bottom} />
      <text className="chart__value" x={at} y={size.top - 10} textAnchor="end">
        {label}
      </text>
    </g>
  );
}

type Placed = { x: number; y: number; wordsAt: number; before: boolean; label: string };

const lineOfWords = 13;

/** Words of marks that lie close together are moved down, one line each; those short of the right end stand before their mark. */
function placedMarks(marks: readonly LineMark[], x: Scale, y: Scale): (Placed & { key: string })[] {
  const end = size.width - size.right;
  const last = { true: Number.NEGATIVE_INFINITY, false: Number.NEGATIVE_INFINITY };
  return marks.toSorted((a, b) => b.y - a.y).map(({ key, label, ...at }) => {
    const before = x(at.x) < end - 1 && x(at.x) > (size.left + end) / 2;
    const wordsAt = Math.max(y(at.y) + 4, last[`${before}`] + lineOfWords);
    last[`${before}`] = wordsAt;
    return { key, label, x: x(at.x), y: y(at.y), wordsAt, before };
  });
}

function MarkPoint({ x, y, wordsAt, before, label }: Placed) {
  return (
    <g>
      <circle className="chart__mark" cx={x} cy={y} r="4" />
      <text x={before ? x - 8 : x + 8} y={wordsAt} textAnchor={before ? "end" : "start"}>
        {label}
      </text>
    </g>
  );
}
