import { type BarChartProps, type BarRow, HatchPattern, hatchFill } from "#app/components/bar-series.tsx";
import { largest, niceTicks, scaled } from "#app/components/chart-scale.ts";

const size = { width: 720, height: 268, left: 44, top: 16, bottom: 228 };

/** Upright bars; a second series stands inside the first, so only a part of a whole belongs here. */
export function BarColumns({ title, desc, series, rows, format, id }: BarChartProps & { id: string }) {
  const ticks = niceTicks(largest(rows));
  const top = ticks.at(-1) ?? 1;
  const band = (size.width - size.left) / Math.max(1, rows.length);
  const y = (value: number) => size.bottom - scaled(value, top, size.bottom - size.top);
  return (
    <svg className="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`t${id} d${id}`}>
      <title id={`t${id}`}>{title}</title>
      <desc id={`d${id}`}>{desc}</desc>
      <HatchPattern id={id} />
      {ticks.slice(1).map((tick) => (
        <g key={tick}>
          <line className="chart__grid" x1={size.left} x2={size.width} y1={y(tick)} y2={y(tick)} />
          <text x={size.left - 8} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <ColumnBars key={row.key} row={row} looks={series} x={size.left + band * (index + 0.5)} width={Math.min(44, band * 0.62)} y={y} format={format} id={id} />
      ))}
      <line className="chart__axis" x1={size.left} x2={size.width} y1={size.bottom} y2={size.bottom} />
    </svg>
  );
}

type ColumnProps = {
  row: BarRow;
  looks: BarChartProps["series"];
  x: number;
  width: number;
  y: (value: number) => number;
  format: (value: number) => string;
  id: string;
};

function ColumnBars({ row, looks, x, width, y, format, id }: ColumnProps) {
  const tallest = Math.max(0, ...row.values.map((value) => value ?? 0));
  const known = row.values.some((value) => value !== null) && !row.note;
  return (
    <g>
      {known ? (
        row.values.map((value, index) => {
          const look = looks[index]?.look ?? "fill";
          if (value === null) return null;
          return (
            <rect
              key={looks[index]?.key ?? index}
              className={`bar-look bar-look--${look}`}
              fill={hatchFill(look, id)}
              x={x - width / 2}
              width={width}
              y={y(value)}
              height={Math.max(0, size.bottom - y(value))}
            />
          );
        })
      ) : (
        <line className="chart__missing" x1={x - width / 2} x2={x + width / 2} y1={size.bottom - 1} y2={size.bottom - 1} />
      )}
      <text className="chart__value" x={x} y={known ? y(tallest) - 7 : size.bottom - 8} textAnchor="middle">
        {known ? format(tallest) : "–"}
      </text>
      <text className="chart__label" x={x} y={size.bottom + 18} textAnchor="middle">
        {row.label}
      </text>
    </g>
  );
}
