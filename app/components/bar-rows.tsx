import { type BarChartProps, type BarRow, HatchPattern, hatchFill } from "#app/components/bar-series.tsx";
import { largest, scaled } from "#app/components/chart-scale.ts";

const size = { width: 640, label: 168, value: 64, bar: 14, gap: 14 };

/** Bars that lie under names, one a series, each with its figure at its end. */
export function BarRows({ title, desc, series, rows, format, missingWord, id }: BarChartProps & { id: string }) {
  const top = largest(rows);
  const step = size.bar * series.length + size.gap;
  return (
    <svg className="chart" viewBox={`0 0 ${size.width} ${Math.max(1, rows.length) * step}`} role="img" aria-labelledby={`t${id} d${id}`}>
      <title id={`t${id}`}>{title}</title>
      <desc id={`d${id}`}>{desc}</desc>
      <HatchPattern id={id} />
      {rows.map((row, index) => (
        <RowBars key={row.key} row={row} looks={series} top={top} y={index * step + size.gap / 2} format={format} missingWord={missingWord} id={id} />
      ))}
      <line className="chart__axis" x1={size.label} x2={size.label} y1={0} y2={rows.length * step} />
    </svg>
  );
}

type RowProps = {
  row: BarRow;
  looks: BarChartProps["series"];
  top: number;
  y: number;
  format: (value: number) => string;
  missingWord: string;
  id: string;
};

function RowBars({ row, looks, top, y, format, missingWord, id }: RowProps) {
  const room = size.width - size.label - size.value;
  const middle = y + (size.bar * looks.length) / 2 + 4;
  return (
    <g>
      <text className="chart__label" x={size.label - 10} y={middle} textAnchor="end">
        {row.label}
      </text>
      {row.note ? (
        <text x={size.label + 8} y={middle}>
          {row.note}
        </text>
      ) : (
        looks.map((series, index) => {
          const value = row.values[index] ?? null;
          const length = value === null ? 0 : scaled(value, top, room);
          const barY = y + index * size.bar;
          return (
            <g key={series.key}>
              <rect className={`bar-look bar-look--${series.look}`} fill={hatchFill(series.look, id)} x={size.label} y={barY} width={length} height={size.bar - 2} />
              <text className={index === 0 ? "chart__value" : undefined} x={size.label + length + 7} y={barY + size.bar - 4}>
                {value === null ? missingWord : format(value)}
              </text>
            </g>
          );
        })
      )}
    </g>
  );
}
