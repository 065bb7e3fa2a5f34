import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Funnel } from "#app/components/figure-tile.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { CellBar } from "#app/components/progress.tsx";
import type { AssessorLoad, AssignmentSummary, LackingEntry } from "#app/features/assignment/queries.server.ts";
import type { Sort } from "#app/components/sort-link.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Entries, those with enough readers, readings handed out. */
export function AssignmentFigures({ summary: { entries, complete, assigned, readers } }: { summary: AssignmentSummary }) {
  const t = useTranslate();
  const number = (value: number) => formatNumber(t.locale, value);
  return (
    <Funnel
      label={t("assignment.figures.label")}
      missingWord={t("common.none")}
      figures={[
        { key: "entries", label: t("assignment.figures.entries"), figure: number(entries) },
        { key: "complete", label: t("assignment.figures.complete"), figure: number(complete), share: entries === 0 ? 0 : complete / entries },
        { key: "assigned", label: t("assignment.figures.assigned"), figure: number(assigned) },
        { key: "readers", label: t("assignment.figures.readers"), figure: readers === null ? null : number(readers) },
      ]}
    />
  );
}

type LoadProps = {
  /** A page of them. */
  assessors: readonly AssessorLoad[];
  people: { total: number; page: number; pageSize: number; heaviest: number; sort: Sort };
  seatsHref: string | null;
};

/** Each assessor's load against the heaviest, and how many entries he may not read. */
export function LoadPanel({ assessors, people, seatsHref }: LoadProps) {
  const t = useTranslate();
  const { heaviest, sort, total, page, pageSize } = people;
  const title = t("assignment.loads.title");
  const columns: Column<AssessorLoad>[] = [
    {
      key: "name",
      header: t("assignment.loads.name"),
      rowHeader: true,
      sortable: true,
      render: (row) => (
        <>
          {row.name}
          <CellNote>{row.organisation}</CellNote>
        </>
      ),
    },
    {
      key: "load",
      header: t("assignment.loads.load"),
      align: "end",
      sortable: true,
      render: (row) => <CellBar share={row.load / heaviest} words={formatNumber(t.locale, row.load)} />,
    },
    { key: "conflicts", header: t("assignment.loads.conflicts"), align: "end", tight: true, folds: true, sortable: true, render: (row) => formatNumber(t.locale, row.conflicts) },
  ];
  const seats = seatsHref && <LinkButton to={seatsHref}>{t("assignment.loads.seats")}</LinkButton>;
  return (
    <Panel title={title} flush span={5}>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={assessors}
        rowKey={(row) => row.userId}
        columns={columns}
        sort={sort}
        sortWords={(header) => t("common.table.sortBy", { column: header })}
        empty={
          <EmptyState title={t("assignment.loads.empty")} action={seats}>
            {t("assignment.loads.emptyBody")}
          </EmptyState>
        }
      />
      {total > pageSize && <Pages param="people" range="assignment.loads.range" total={total} shown={assessors.length} page={page} pageSize={pageSize} />}
    </Panel>
  );
}

type LackingProps = { lacking: readonly LackingEntry[]; total: number; page: number; pageSize: number };

/** Entries without enough readers and why, a page at a time. */
export function LackingPanel({ lacking, total, page, pageSize }: LackingProps) {
  const t = useTranslate();
  const title = t("assignment.lacking.title");
  return (
    <Panel title={title} flush span={7}>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={lacking}
        rowKey={(row) => row.proposalId}
        empty={<EmptyState title={t("assignment.lacking.none")} />}
        columns={[
          {
            key: "title",
            header: t("assignment.lacking.proposal"),
            rowHeader: true,
            render: (row) => (
              <>
                {row.title}
                <CellNote>
                  {row.number}, {row.agencyName}
                </CellNote>
              </>
            ),
          },
          { key: "has", header: t("assignment.lacking.has"), tight: true, render: (row) => t("assignment.lacking.of", { has: row.has, needs: row.needs }) },
          { key: "reason", header: t("assignment.lacking.reason"), folds: true, render: (row) => t(`assignment.reasons.${row.reason}`, { count: row.inConflict }) },
        ]}
      />
      {total > pageSize && <Pages param="page" range="assignment.lacking.range" total={total} shown={lacking.length} page={page} pageSize={pageSize} />}
    </Panel>
  );
}

type PagesProps = { param: "page" | "people"; range: "assignment.loads.range" | "assignment.lacking.range"; total: number; shown: number; page: number; pageSize: number };

function Pages({ param, range, total, shown, page, pageSize }: PagesProps) {
  const t = useTranslate();
  const pages = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      param={param}
      summary={t(range, { from, to: from + shown - 1, count: total })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}
