import { Badge } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { listedByWords, type RuleNames, tieWords } from "#app/features/ranking/components/rule-names.ts";
import { type ListTableInput, listParts } from "#app/features/ranking/inputs.ts";
import type { ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import { formatMark, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type RankingTableProps = {
  rows: readonly ListPageRow[];
  matching: number;
  listed: number;
  pageSize: number;
  table: ListTableInput;
  year: number;
  /** The lowest rank that is listed. */
  lastListed: number;
  names: RuleNames;
};

/** The ranking behind a list: searched, filtered, sorted, paged, with the line drawn where it is cut. */
export function RankingTable(props: RankingTableProps) {
  const t = useTranslate();
  const { rows, matching, listed, lastListed, pageSize, table } = props;
  const from = (table.page - 1) * pageSize;
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  // The line stands between ranks, so only where the rows stand in their order. A share or a minimum may list below others.
  const inOrder = table.sort === "rank" && table.dir === "asc" && table.part === "all" && table.q === "";
  return (
    <Stack>
      <RankingFilter table={table} />
      <DataTable
        caption={t("ranking.table.caption")}
        scrollLabel={t("common.table.scroll", { name: t("ranking.table.caption") })}
        rows={rows}
        rowKey={(row) => row.proposalId}
        sort={{ key: table.sort, dir: table.dir }}
        sortWords={(header) => t("common.table.sortBy", { column: String(header) })}
        empty={<EmptyState title={t("ranking.table.empty")} />}
        lineAfter={(row) => (inOrder && row.rank === lastListed ? t(lastListed === listed ? "ranking.table.cut" : "ranking.table.cutByRule", { count: listed }) : null)}
        columns={useColumns(props)}
      />
      {rows.length > 0 && (
        <Pagination
          page={table.page}
          pages={pages}
          summary={t("ranking.table.range", { from: from + 1, to: from + rows.length, count: matching })}
          words={{
            label: t("common.table.pages"),
            previous: t("common.previous"),
            next: t("common.next"),
            page: (page) => t("common.table.page", { page, pages }),
          }}
        />
      )}
    </Stack>
  );
}

function RankingFilter({ table }: { table: ListTableInput }) {
  const t = useTranslate();
  const parts = listParts.map((value) => ({ value, label: t(`ranking.table.parts.${value}`) }));
  return (
    <FilterBar label={t("ranking.table.filter")} submitWord={t("common.filter")} keep={{ sort: table.sort, dir: table.dir }}>
      <TextInput dense type="search" name="q" label={t("ranking.table.search")} defaultValue={table.q} />
      <Select dense name="part" label={t("ranking.table.part")} defaultValue={table.part} options={parts} />
    </FilterBar>
  );
}

function useColumns({ year, names }: RankingTableProps): Column<ListPageRow>[] {
  const t = useTranslate();
  return [
    { key: "rank", header: t("ranking.table.rank"), align: "end", sortable: true, tight: true, render: (row) => formatNumber(t.locale, row.rank) },
    { key: "number", header: t("ranking.table.number"), sortable: true, tight: true, render: (row) => numberText(year, row.number) },
    {
      key: "title",
      header: t("ranking.table.title"),
      sortable: true,
      rowHeader: true,
      render: (row) => (
        <div className="min-w-48">
          {row.title}
          <CellNote>{row.agencyName}</CellNote>
        </div>
      ),
    },
    { key: "kind", header: t("ranking.table.kind"), tight: true, render: (row) => t(`agencies.kinds.${row.agencyKind}`) },
    { key: "score", header: t("ranking.table.score"), align: "end", tight: true, render: (row) => <b>{formatMark(t.locale, row.score)}</b> },
    { key: "reads", header: t("ranking.table.reads"), align: "end", tight: true, render: (row) => row.reads },
    { key: "tie", header: t("ranking.table.tie"), render: (row) => <TieNote by={row.tieBrokenBy} names={names} /> },
    { key: "state", header: t("ranking.table.state"), tight: true, render: (row) => <Place row={row} names={names} /> },
  ];
}

function TieNote({ by, names }: { by: string | null; names: RuleNames }) {
  const t = useTranslate();
  return by === null ? <Missing word={t("ranking.table.tieNone")} /> : <>{tieWords(t, names, by)}</>;
}

/** Where a row stands, and by which rule when its place alone would not have listed it. */
function Place({ row, names }: { row: ListPageRow; names: RuleNames }) {
  const t = useTranslate();
  return (
    <>
      <PlaceBadge row={row} />
      {row.listedBy && <CellNote>{listedByWords(t, names, row.listedBy)}</CellNote>}
    </>
  );
}

function PlaceBadge({ row }: { row: Pick<ListPageRow, "listed" | "reserve"> }) {
  const t = useTranslate();
  if (row.listed) return <Badge tone="ok">{t("ranking.table.inList")}</Badge>;
  if (row.reserve) return <Badge tone="info">{t("ranking.table.inReserve")}</Badge>;
  return <Badge tone="open">{t("ranking.table.outside")}</Badge>;
}
