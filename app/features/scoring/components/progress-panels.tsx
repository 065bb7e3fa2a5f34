import { Link } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Funnel } from "#app/components/figure-tile.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { CellBar } from "#app/components/progress.tsx";
import { Select } from "#app/components/select.tsx";
import type { Sort } from "#app/components/sort-link.ts";
import type { ScoringProgress, SheetRow } from "#app/features/scoring/queries.server.ts";
import { type ReadingState, readingStates } from "#app/features/scoring/types.ts";
import { formatInstant, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

const tones: Record<ReadingState, Tone> = { todo: "open", draft: "info", locked: "ok" };

export function ReadingBadge({ state }: { state: ReadingState }) {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`scoring.states.${state}`)}</Badge>;
}

/** Handed out, locked, begun, not begun: drawn and printed. */
export function ScoringFigures({ progress: { assigned, locked, draft } }: { progress: ScoringProgress }) {
  const t = useTranslate();
  const counted = { locked, draft, todo: assigned - locked - draft };
  const figures = (["locked", "draft", "todo"] as const).map((key) => ({
    key,
    label: t(`scoring.progress.${key}`),
    figure: formatNumber(t.locale, counted[key]),
    share: assigned === 0 ? 0 : counted[key] / assigned,
    unit: assigned === 0 ? undefined : t("scoring.progress.share", { share: percent(t.locale, counted[key] / assigned) }),
  }));
  const whole = { key: "assigned", label: t("scoring.progress.assigned"), figure: formatNumber(t.locale, assigned), share: assigned === 0 ? 0 : 1 };
  return <Funnel label={t("scoring.progress.figures")} figures={[whole, ...figures]} missingWord={t("common.none")} />;
}

const percent = (locale: "id" | "en", share: number): string => formatShare(locale, Math.round(share * 100) * 100);

type AssessorPanelProps = {
  /** A page of them. */
  assessors: ScoringProgress["assessors"];
  people: { total: number; page: number; pageSize: number; sort: Sort };
  zone: string;
};

/** How far each assessor is. */
export function AssessorPanel({ assessors, people: { total, page, pageSize, sort }, zone }: AssessorPanelProps) {
  const t = useTranslate();
  const from = (page - 1) * pageSize + 1;
  const pages = Math.ceil(total / pageSize);
  const title = t("scoring.progress.assessors");
  const columns: Column<ScoringProgress["assessors"][number]>[] = [
    { key: "name", header: t("scoring.progress.name"), rowHeader: true, sortable: true, render: (row) => row.name },
    {
      key: "done",
      header: t("scoring.progress.done"),
      sortable: true,
      render: (row) => (
        <CellBar share={row.assigned === 0 ? 0 : row.locked / row.assigned} words={t("scoring.desk.done", { done: row.locked, count: row.assigned })} />
      ),
    },
    { key: "draft", header: t("scoring.progress.draft"), align: "end", tight: true, folds: true, sortable: true, render: (row) => formatNumber(t.locale, row.draft) },
    {
      key: "lastAt",
      header: t("scoring.progress.lastAt"),
      tight: true,
      folds: true,
      sortable: true,
      render: (row) => (row.lastAt === null ? <Missing word={t("common.none")} /> : formatInstant(t.locale, row.lastAt, zone)),
    },
  ];
  return (
    <Panel title={title} flush>
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
      />
      {total > pageSize && (
        <Pagination
          page={page}
          pages={pages}
          param="people"
          summary={t("assignment.loads.range", { from, to: from + assessors.length - 1, count: total })}
          words={pageWords(t, pages)}
        />
      )}
    </Panel>
  );
}

export type SheetsPanelProps = {
  rows: readonly SheetRow[];
  total: number;
  page: number;
  pageSize: number;
  zone: string;
  search: { stage: string; assessor?: string; state?: ReadingState };
  assessors: ScoringProgress["assessors"];
  /** Where a locked sheet is opened again; null for whoever may not. */
  reopenBase: string | null;
  /** Where a reading that is not locked is taken back; null for whoever may not. */
  endBase: string | null;
};

/** Every reading with the state of its sheet, a page at a time; the chair opens locked ones again from here. */
export function SheetsPanel(props: SheetsPanelProps) {
  const t = useTranslate();
  const title = t("scoring.progress.sheets");
  return (
    <Panel title={title}>
      <SheetsFilter {...props} />
      <DataTable
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={props.rows}
        rowKey={(row) => row.assignmentId}
        empty={<EmptyState title={t("scoring.progress.emptyFiltered")} />}
        columns={useColumns(props)}
      />
      {props.total > 0 && <Pages {...props} />}
    </Panel>
  );
}

function useColumns({ zone, reopenBase, endBase }: SheetsPanelProps): Column<SheetRow>[] {
  const t = useTranslate();
  const columns: Column<SheetRow>[] = [
    {
      key: "title",
      header: t("scoring.progress.proposal"),
      rowHeader: true,
      render: (row) => (
        <>
          {row.title}
          <CellNote>
            {row.number}, {row.assessor}
          </CellNote>
        </>
      ),
    },
    { key: "state", header: t("scoring.progress.state"), tight: true, render: (row) => <ReadingBadge state={row.state} /> },
    {
      key: "savedAt",
      header: t("scoring.progress.lastAt"),
      tight: true,
      folds: true,
      render: (row) => (row.savedAt === null ? <Missing word={t("common.none")} /> : formatInstant(t.locale, row.savedAt, zone)),
    },
  ];
  if (reopenBase === null && endBase === null) return columns;
  const render = (row: SheetRow) => {
    const locked = row.state === "locked";
    if ((locked ? reopenBase : endBase) === null) return null;
    const word = t(locked ? "scoring.reopening.submit" : "scoring.ending.submit");
    const to = locked ? `${reopenBase}/${row.sheetId}/reopening` : `${endBase}/${row.assignmentId}/end`;
    return (
      <Link className="btn btn--quiet btn--dense" to={to} aria-label={`${word}, ${row.number}, ${row.assessor}`}>
        {word}
      </Link>
    );
  };
  const header = <span className="vh">{t("scoring.progress.action")}</span>;
  return [...columns, { key: "action", header, align: "end", tight: true, render }];
}

function SheetsFilter({ search, assessors }: SheetsPanelProps) {
  const t = useTranslate();
  const assessor = assessors.find((one) => one.userId === search.assessor)?.name;
  const active = [assessor, search.state && t(`scoring.states.${search.state}`)].filter(Boolean);
  const clear = `?stage=${search.stage}`;
  return (
    <FilterBar
      label={t("scoring.progress.filter")}
      submitWord={t("common.filter")}
      keep={{ stage: search.stage }}
      active={active.length > 0 ? [{ key: "all", label: active.join(", "), removeTo: clear, removeWord: t("common.clear") }] : []}
    >
      <Select
        key={`a${search.assessor}`}
        name="assessor"
        dense
        label={t("scoring.progress.assessor")}
        emptyLabel={t("scoring.progress.allAssessors")}
        defaultValue={search.assessor ?? ""}
        options={assessors.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <Select
        key={`s${search.state}`}
        name="state"
        dense
        label={t("scoring.progress.state")}
        emptyLabel={t("scoring.progress.allStates")}
        defaultValue={search.state ?? ""}
        options={readingStates.map((state) => ({ value: state, label: t(`scoring.states.${state}`) }))}
      />
    </FilterBar>
  );
}

function Pages({ page, pageSize, total, rows }: SheetsPanelProps) {
  const t = useTranslate();
  const pages = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t("scoring.progress.range", { from, to: from + rows.length - 1, count: total })}
      words={pageWords(t, pages)}
    />
  );
}

const pageWords = (t: Translate, pages: number) => ({
  label: t("common.table.pages"),
  previous: t("common.previous"),
  next: t("common.next"),
  page: (one: number) => t("common.table.page", { page: one, pages }),
});
