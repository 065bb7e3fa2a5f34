import { CellNote, type Column } from "#app/components/data-table.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { PlaceBadge } from "#app/features/ranking/components/ranking-table.tsx";
import type { ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import type { Translate } from "#app/i18n/translator.ts";

type Placed = Pick<ListPageRow, "rank" | "number" | "title" | "agencyName" | "listed" | "reserve">;

/** Which entry a row is and where it stands: the first columns of every table that is read before a signature or a vote. */
export const placedColumns = <Row extends Placed>(t: Translate, year: number): Column<Row>[] => [
  { key: "rank", header: t("ranking.table.rank"), align: "end", tight: true, render: (row) => row.rank },
  { key: "number", header: t("ranking.table.number"), tight: true, folds: true, render: (row) => numberText(year, row.number) },
  {
    key: "entry",
    header: t("ranking.table.title"),
    rowHeader: true,
    render: (row) => (
      <>
        {row.title}
        <CellNote>{row.agencyName}</CellNote>
      </>
    ),
  },
  { key: "place", header: t("ranking.table.state"), tight: true, folds: true, render: (row) => <PlaceBadge row={row} /> },
];
