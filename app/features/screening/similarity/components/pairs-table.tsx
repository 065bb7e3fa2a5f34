import { Link, useLocation } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { CellBar } from "#app/components/progress.tsx";
import { Select } from "#app/components/select.tsx";
import type { Sort } from "#app/components/sort-link.ts";
import { PairStateBadge, useSideName, useSideOrigin, wholePerCent } from "#app/features/screening/similarity/components/pair-words.tsx";
import type { PairSide, SimilarPair } from "#app/features/screening/similarity/queries.server.ts";
import { type PairKind, pairKinds, type PairState } from "#app/features/screening/similarity/types.ts";
import { formatInstant, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type PairsTableProps = {
  rows: readonly SimilarPair[];
  sort: Sort;
  zone: string;
  search: { state?: PairState; kind?: PairKind };
  /** Where a comparison stands, before the pair's id. */
  base: string;
};

/** Pairs of an edition: filtered, sorted, each leading to its comparison. */
export function PairsTable({ rows, sort, zone, search, base }: PairsTableProps) {
  const t = useTranslate();
  const isFiltered = search.state !== undefined || search.kind !== undefined;
  return (
    <>
      <PairFilter search={search} sort={sort} />
      <DataTable
        density="regular"
        caption={t("similarity.list.caption")}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: t("similarity.list.caption") })}
        rows={rows}
        rowKey={(row) => row.id}
        sort={sort}
        sortWords={(column) => t("common.table.sortBy", { column })}
        empty={
          <EmptyState title={isFiltered ? t("similarity.list.emptyFilter") : t("similarity.list.empty")}>
            {isFiltered ? null : t("similarity.list.emptyBody")}
          </EmptyState>
        }
        columns={useColumns({ zone, base })}
      />
    </>
  );
}

function useColumns({ zone, base }: Pick<PairsTableProps, "zone" | "base">): Column<SimilarPair>[] {
  const t = useTranslate();
  const nameOf = useSideName();
  return [
    { key: "newer", header: t("similarity.list.newer"), rowHeader: true, render: (row) => <SideCell side={row.mine} /> },
    {
      key: "other",
      header: t("similarity.list.other"),
      render: (row) => (
        <>
          <SideCell side={row.other} />
          <CellNote>{t(`similarity.kinds.${row.kind}`)}</CellNote>
        </>
      ),
    },
    { key: "share", header: t("similarity.list.share"), sortable: true, render: (row) => <Share pair={row} /> },
    { key: "foundAt", header: t("similarity.list.foundAt"), sortable: true, render: (row) => formatInstant(t.locale, row.foundAt, zone) },
    { key: "state", header: t("similarity.list.state"), tight: true, render: (row) => <PairStateBadge state={row.state} /> },
    {
      key: "compare",
      header: <span className="vh">{t("similarity.panel.compare")}</span>,
      tight: true,
      render: (row) => (
        <Link className="btn btn--quiet btn--dense" to={`${base}/${row.id}`} aria-label={t("similarity.list.compareOf", { one: nameOf(row.mine), other: nameOf(row.other) })}>
          {t("similarity.panel.compare")}
        </Link>
      ),
    },
  ];
}

function SideCell({ side }: { side: PairSide }) {
  const nameOf = useSideName();
  const originOf = useSideOrigin();
  return (
    <div className="min-w-48">
      {nameOf(side)}
      <CellNote>{originOf(side)}</CellNote>
    </div>
  );
}

function Share({ pair }: { pair: SimilarPair }) {
  const t = useTranslate();
  const greatest = Math.max(pair.shareBp, pair.otherShareBp);
  return (
    <div className="grid gap-1">
      {greatest > 0 && <CellBar share={greatest / 10_000} words={formatShare(t.locale, wholePerCent(greatest))} />}
      {pair.sameTitle && (
        <div>
          <Badge tone="warn">{t("similarity.sameTitle")}</Badge>
        </div>
      )}
    </div>
  );
}

function PairFilter({ search: { state, kind }, sort }: Pick<PairsTableProps, "search" | "sort">) {
  const t = useTranslate();
  const params = new URLSearchParams(useLocation().search);
  for (const name of ["kind", "page"]) params.delete(name);
  return (
    <FilterBar
      label={t("similarity.list.filter")}
      submitWord={t("common.filter")}
      keep={{ state, sort: sort.key, dir: sort.dir }}
      active={kind ? [{ key: "kind", label: t(`similarity.kinds.${kind}`), removeTo: `?${params.toString()}`, removeWord: t("common.clear") }] : []}
    >
      <Select
        key={kind}
        name="kind"
        dense
        label={t("similarity.list.kind")}
        emptyLabel={t("similarity.list.allKinds")}
        defaultValue={kind ?? ""}
        options={pairKinds.map((one) => ({ value: one, label: t(`similarity.kinds.${one}`) }))}
      />
    </FilterBar>
  );
}
