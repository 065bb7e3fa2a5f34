import { Link } from "@remix-run/react";
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
import type { Quantity } from "#app/features/competitions/definition/types.ts";
import { isInBand, rankChange, sidesChanged } from "#app/features/ranking/evidence/rules.ts";
import type { FiguredRow, ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import { formatMark, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

export type RankingTableProps = {
  rows: readonly FiguredRow[];
  /** What the version ranks by, its places, and the fitted model; null where marks were only averaged. */
  ranked: { quantity: Quantity; size: number; model: object | null };
  /** Address of the list's page, below which every entry is explained; null for whoever may not read that. */
  explained: string | null;
  /** Below which remarks are released; null for whoever may not, and before publication. */
  remarks: string | null;
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

function useColumns({ year, names, ranked, explained, remarks }: RankingTableProps): Column<FiguredRow>[] {
  const t = useTranslate();
  return [
    { key: "rank", header: t("ranking.table.rank"), align: "end", sortable: true, tight: true, render: (row) => formatNumber(t.locale, row.rank) },
    { key: "number", header: t("ranking.table.number"), sortable: true, tight: true, folds: true, render: (row) => numberText(year, row.number) },
    {
      key: "title",
      header: t("ranking.table.title"),
      sortable: true,
      rowHeader: true,
      render: (row) => (
        <div className="min-w-32 sm:min-w-48">
          {explained === null ? row.title : <Link to={`${explained}/entries/${row.number}`}>{row.title}</Link>}
          <CellNote>
            {row.agencyName}, {t(`agencies.kinds.${row.agencyKind}`)}
          </CellNote>
        </div>
      ),
    },
    { key: "state", header: t("ranking.table.state"), folds: true, render: (row) => <Place row={row} names={names} ranked={ranked} /> },
    { key: "score", header: ranked.model ? t(`ranking.table.heads.${ranked.quantity}`) : t("ranking.table.score"), align: "end", tight: true, render: (row) => <b>{formatMark(t.locale, row.score)}</b> },
    ...(ranked.model ? fitted(t, ranked) : []),
    { key: "reads", header: t("ranking.table.reads"), align: "end", tight: true, folds: true, render: (row) => row.reads },
    ...(remarks === null ? [] : [{ key: "remarks", header: t("ranking.remarks.title"), tight: true, folds: true, render: (row: FiguredRow) => <Link to={`${remarks}/${row.proposalId}`}>{t("ranking.remarks.open")}</Link> }]),
  ];
}

/** What the model adds: the values that do not rank, the places won or lost by it, and how sure a place is. */
function fitted(t: Translate, { quantity, size }: RankingTableProps["ranked"]): Column<FiguredRow>[] {
  const beside = (["raw", "calibrated"] as const).filter((value) => value !== quantity);
  return [
    ...beside.map((value): Column<FiguredRow> => ({ key: value, header: t(`ranking.table.heads.${value}`), align: "end", tight: true, folds: true, render: (row) => <Points value={row[value]} /> })),
    { key: "change", header: t("ranking.table.change"), align: "end", tight: true, folds: true, render: (row) => <Change row={row} quantity={quantity} /> },
    { key: "chance", header: t("ranking.table.chance", { size }), align: "end", tight: true, folds: true, render: (row) => <Chance row={row} /> },
  ];
}

function Points({ value }: { value: number | null }) {
  const t = useTranslate();
  return value === null ? <Missing word={t("ranking.table.unknown")} /> : <>{formatNumber(t.locale, value, 2)}</>;
}

/** Places won or lost by value against the raw order, in words and not by colour: what a draw alone parted is level, and says so. */
function Change({ row, quantity }: { row: FiguredRow; quantity: Quantity }) {
  const t = useTranslate();
  const change = rankChange(row, quantity);
  if (change === null) return <Missing word={t("ranking.table.unknown")} />;
  if (change === 0) return <>{t(row.tieBrokenBy === "draw" ? "ranking.table.drawn" : "ranking.table.same")}</>;
  return <>{t(change > 0 ? "ranking.table.up" : "ranking.table.down", { count: formatNumber(t.locale, Math.abs(change)) })}</>;
}

/** How likely it is among the best so many, and the ranks that hold it in nine draws of ten. */
function Chance({ row }: { row: FiguredRow }) {
  const t = useTranslate();
  if (row.pTop === null || row.rankLow === null || row.rankHigh === null) return <Missing word={t("ranking.table.unknown")} />;
  return (
    <>
      {formatShare(t.locale, Math.round(row.pTop * 10_000))}
      <CellNote>{t("ranking.table.between", { low: formatNumber(t.locale, row.rankLow), high: formatNumber(t.locale, row.rankHigh) })}</CellNote>
    </>
  );
}

/** Where a row stands, by which rule when its place alone would not have listed it, and which rule parted it from its equals. */
function Place({ row, names, ranked }: { row: FiguredRow; names: RuleNames; ranked: RankingTableProps["ranked"] }) {
  const t = useTranslate();
  const sides = sidesChanged(row, ranked);
  return (
    <>
      <PlaceBadge row={row} />
      {row.listedBy && <CellNote>{listedByWords(t, names, row.listedBy)}</CellNote>}
      {row.tieBrokenBy !== null && <CellNote>{t("ranking.table.tied", { by: tieWords(t, names, row.tieBrokenBy) })}</CellNote>}
      {row.nominee && <CellNote>{t("ranking.table.nominee")}</CellNote>}
      {isInBand(row.pTop) && <CellNote>{t("ranking.table.band")}</CellNote>}
      {sides.length > 0 && <CellNote>{t("ranking.table.sensitive", { ways: sides.map((way) => t(`ranking.ways.${way}`)).join(", ") })}</CellNote>}
    </>
  );
}

/** Whether a row is listed, waits in the reserve or is outside. */
export function PlaceBadge({ row }: { row: Pick<ListPageRow, "listed" | "reserve"> }) {
  const t = useTranslate();
  if (row.listed) return <Badge tone="ok">{t("ranking.table.inList")}</Badge>;
  if (row.reserve) return <Badge tone="info">{t("ranking.table.inReserve")}</Badge>;
  return <Badge tone="open">{t("ranking.table.outside")}</Badge>;
}
