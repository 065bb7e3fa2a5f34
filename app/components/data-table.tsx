import { Link, useLocation } from "@remix-run/react";
import { ChevronDown, ChevronsUpDown, ChevronUp } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Icon } from "#app/components/icon.tsx";
import { type Sort, sortHref } from "#app/components/sort-link.ts";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** "end" for numbers. */
  align?: "start" | "end" | "center";
  /** The loader understands `?sort=<key>&dir=asc|desc`. */
  sortable?: boolean;
  /** The cell names its row. One column of a table. */
  rowHeader?: boolean;
  /** Keeps its width; text does not wrap. */
  tight?: boolean;
  /** On a phone it stands as a line under the row's name, and not as a column out of sight. */
  folds?: boolean;
  render: (row: Row) => ReactNode;
};

type DataTableProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names the table; shown above it unless captionHidden. */
  caption: ReactNode;
  captionHidden?: boolean;
  /** Spoken name of the frame that scrolls: "Tabel proposal, dapat digeser". */
  scrollLabel: string;
  density?: "dense" | "regular";
  /** On a phone every row is a card, its cells under each other with the names of their columns. For tables of words; figures to compare stay in columns. */
  cards?: boolean;
  sort?: Sort;
  /** Spoken with the arrow: "Urutkan menurut judul". */
  sortWords?: (header: string) => string;
  /** Instead of rows: an EmptyState. */
  empty?: ReactNode;
  isCurrent?: (row: Row) => boolean;
  isMuted?: (row: Row) => boolean;
  /** A line across the table after a row: the cut. */
  lineAfter?: (row: Row) => ReactNode;
  /** Cells of a totals row by column key. */
  totals?: Record<string, ReactNode>;
  /** Without its own border, inside a flush Panel. */
  bare?: boolean;
};

/**
 * A table the server filters, sorts and pages. It scrolls inside its own frame and repeats its heads on paper. The roles are said
 * aloud where rows become cards, since some browsers forget what a table is once it is laid out otherwise.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, caption, captionHidden, scrollLabel, density = "dense", empty, totals, bare, cards } = props;
  const looks = ["table", density === "dense" && "table--dense", cards && "table--cards"].filter(Boolean).join(" ");
  if (rows.length === 0 && empty) return <div className={bare ? "" : "table-wrap"}>{empty}</div>;
  return (
    <div className={bare ? "table-wrap table-wrap--bare" : "table-wrap"} tabIndex={0} role="region" aria-label={scrollLabel}>
      <table className={looks} role={cards ? "table" : undefined}>
        <caption className={captionHidden ? "vh" : "table__caption"}>{caption}</caption>
        <thead role={cards ? "rowgroup" : undefined}>
          <tr role={cards ? "row" : undefined}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} words={props.sortWords} cards={cards} />
            ))}
          </tr>
        </thead>
        <tbody role={cards ? "rowgroup" : undefined}>
          {rows.map((row) => (
            <BodyRow key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {totals[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

type HeadProps<Row> = { column: Column<Row>; sort?: Sort; words?: (header: string) => string; cards?: boolean };

function Head<Row>({ column, sort, words, cards }: HeadProps<Row>) {
  const active = sort?.key === column.key ? sort.dir : undefined;
  const ariaSort = active === "asc" ? "ascending" : active === "desc" ? "descending" : undefined;
  return (
    <th scope="col" role={cards ? "columnheader" : undefined} className={cellClass(column)} aria-sort={ariaSort}>
      {column.sortable ? <SortLink column={column} sort={sort} words={words} /> : column.header}
    </th>
  );
}

function SortLink<Row>({ column: { key, header }, sort, words }: Omit<HeadProps<Row>, "cards">) {
  const { search } = useLocation();
  const active = sort?.key === key ? sort.dir : undefined;
  return (
    <Link className="sort" to={sortHref(search, key, sort)} preventScrollReset title={typeof header === "string" ? words?.(header) : undefined}>
      {header}
      <Icon small of={active === "asc" ? ChevronUp : active === "desc" ? ChevronDown : ChevronsUpDown} />
    </Link>
  );
}

function BodyRow<Row>({ row, columns, isCurrent, isMuted, lineAfter, cards }: DataTableProps<Row> & { row: Row }) {
  const line = lineAfter?.(row);
  return (
    <Fragment>
      <tr role={cards ? "row" : undefined} aria-current={isCurrent?.(row) ? "true" : undefined} data-muted={isMuted?.(row) || undefined} data-last={line ? true : undefined}>
        {columns.map((column) =>
          column.rowHeader ? (
            <th key={column.key} scope="row" role={cards ? "rowheader" : undefined} className={cellClass(column)}>
              {column.render(row)}
              <Folded row={row} columns={columns} />
            </th>
          ) : (
            <td key={column.key} role={cards ? "cell" : undefined} data-label={cards && typeof column.header === "string" ? column.header : undefined} className={cellClass(column)}>
              {column.render(row)}
            </td>
          ),
        )}
      </tr>
      {line && (
        <tr className="cut-line">
          <td colSpan={columns.length}>{line}</td>
        </tr>
      )}
    </Fragment>
  );
}

/** The columns that have no room on a phone, named, under the name of their row. */
function Folded<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  const folded = columns.filter(({ folds }) => folds);
  if (folded.length === 0) return null;
  return (
    <dl className="folded">
      {folded.map((column) => (
        <div key={column.key}>
          <dt>{column.header}</dt>
          <dd>{column.render(row)}</dd>
        </div>
      ))}
    </dl>
  );
}

function cellClass<Row>({ align, tight, folds }: Column<Row>): string | undefined {
  const classes = [align === "end" && "num", align === "center" && "mid", tight && "tight", folds && "folds"].filter(Boolean).join(" ");
  return classes || undefined;
}

/** The second, fainter line of a cell. */
export function CellNote({ children }: { children: ReactNode }) {
  return <span className="row-note">{children}</span>;
}

/** What is missing: a dash for the eye, a word for the ear. */
export function Missing({ word }: { word: string }) {
  return (
    <span className="missing">
      <span aria-hidden="true">–</span>
      <span className="vh">{word}</span>
    </span>
  );
}
