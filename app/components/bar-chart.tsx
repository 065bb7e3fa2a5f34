import { useId } from "react";
import { BarColumns } from "#app/components/bar-columns.tsx";
import { BarRows } from "#app/components/bar-rows.tsx";
import { type BarChartProps, hatchFill, type Series } from "#app/components/bar-series.tsx";

/** Bars from zero with the same numbers in a table. */
export function BarChart(props: BarChartProps) {
  const { title, series, form = "columns", table, source } = props;
  const id = useId().replace(/\W/g, "");
  const place = table.place ?? "beside";
  return (
    <div className={`chart-pair chart-pair--${place}`}>
      <figure className="chart-pair__figure">
        <div className="chart-scroll" tabIndex={0} role="region" aria-label={title}>
          {form === "columns" ? <BarColumns {...props} id={id} /> : <BarRows {...props} id={id} />}
        </div>
        <figcaption>
          {series.length > 1 && <Legend series={series} id={id} />}
          {source && <p className="chart-source">{source}</p>}
        </figcaption>
      </figure>
      {place === "folded" ? (
        <details>
          <summary>{table.label}</summary>
          <ChartTable {...props} />
        </details>
      ) : (
        <ChartTable {...props} />
      )}
    </div>
  );
}

function ChartTable({ series, rows, format, missingWord, table }: BarChartProps) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={table.label}>
      <table className="table table--dense">
        <caption className="vh">{table.label}</caption>
        <thead>
          <tr>
            <th scope="col">{table.head}</th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="num">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.note ? (
                <td className="num faint" colSpan={series.length}>
                  {row.note}
                </td>
              ) : (
                series.map((one, index) => (
                  <td key={one.key} className="num">
                    <TableValue value={row.values[index] ?? null} format={format} missingWord={missingWord} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableValue({ value, format, missingWord }: { value: number | null } & Pick<BarChartProps, "format" | "missingWord">) {
  return value === null ? <span className="faint">{missingWord}</span> : <>{format(value)}</>;
}

function Legend({ series, id }: { series: readonly Series[]; id: string }) {
  return (
    <ul className="legend">
      {series.map((one) => (
        <li key={one.key}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <rect className={`bar-look bar-look--${one.look}`} x=".5" y=".5" width="13" height="13" fill={hatchFill(one.look, id)} />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
