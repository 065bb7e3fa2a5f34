import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Badge } from "#app/components/badge.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { CellBar } from "#app/components/progress.tsx";
import { type Names, reasonSentence, shortageSentence } from "#app/features/assignment/components/reason-sentence.ts";
import type { LoadLine, MoveLine, PlanPage } from "#app/features/assignment/plans/page/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type Result = NonNullable<PlanPage["result"]>;

const namesOf = (t: Translate, { people, entries, categories }: PlanPage["called"]): Names => ({
  assessor: (id) => people[id] ?? id,
  entry: (id) => entries[id] ?? id,
  category: (key) => (categories[key] ? inLocale(t.locale, categories[key]) : key),
});

/** What changes in figures: readings, linkage before and after, how it was found. */
export function EffectPanel({ result }: { result: Result }) {
  const t = useTranslate();
  const number = (value: number, digits = 0): string => formatNumber(t.locale, value, digits);
  const ratio = (value: number | null): string => (value === null ? t("assignment.plan.noRatio") : number(value, 2));
  const { before, after } = result.linkage;
  const linked = { key: "linkage", term: t("assignment.plan.ratio"), value: t("assignment.plan.fromTo", { from: ratio(before.ratio), to: ratio(after.ratio) }) };
  const worst = { key: "worst", term: t("assignment.plan.worst"), value: t("assignment.plan.fromTo", { from: ratio(before.worst ?? null), to: ratio(after.worst ?? null) }) };
  const items = [
    ...(result.stageReaders ? stageItems(t, result.stageReaders) : []),
    { key: "added", term: t("assignment.plan.added"), value: number(result.added) },
    { key: "ended", term: t("assignment.plan.ended"), value: number(result.ended) },
    { key: "components", term: t("assignment.plan.components"), value: t("assignment.plan.fromTo", { from: number(before.components), to: number(after.components) }) },
    linked,
    ...(after.worst === undefined ? [] : [worst]),
    ...(result.solved ? solvedItems(t, result.solved) : []),
  ];
  return (
    <Panel title={t("assignment.plan.effect")} span={5}>
      <DescriptionList form="compact" items={items} />
    </Panel>
  );
}

function stageItems(t: Translate, { before, after, beyond }: NonNullable<Result["stageReaders"]>) {
  const number = (value: number): string => formatNumber(t.locale, value);
  const words = { from: before === null ? t("assignment.plan.byRules") : number(before), to: number(after) };
  return [
    { key: "stage", term: t("assignment.plan.stageReaders"), value: t("assignment.plan.fromTo", words) },
    ...(beyond > 0 ? [{ key: "beyond", term: t("assignment.plan.beyond"), value: number(beyond) }] : []),
  ];
}

function solvedItems(t: Translate, { status, method, gap, checks }: NonNullable<Result["solved"]>) {
  const percent = (share: number): string => `${formatNumber(t.locale, share * 100, 1)} %`;
  return [
    { key: "status", term: t("assignment.plan.proof"), value: status === "optimal" ? t("assignment.plan.proven") : t("assignment.plan.notProven", { gap: percent(gap) }) },
    { key: "method", term: t("assignment.plan.method"), value: t(`assignment.plan.methods.${method}`) },
    { key: "conflicts", term: t("assignment.plan.conflicts"), value: formatNumber(t.locale, checks.conflicts) },
    ...(checks.expertShare === null ? [] : [{ key: "experts", term: t("assignment.plan.expertShare"), value: percent(checks.expertShare) }]),
    { key: "loads", term: t("assignment.plan.loads"), value: t("assignment.plan.range", { from: formatNumber(t.locale, checks.loads[0]), to: formatNumber(t.locale, checks.loads[1]) }) },
  ];
}

/** Why nothing could be found, or which entries still lack readers. */
export function ShortageNotice({ result, called }: { result: Result; called: PlanPage["called"] }) {
  const t = useTranslate();
  const sentences = [
    ...result.shortages.map((shortage) => shortageSentence(t, shortage, namesOf(t, called))),
    ...result.lacking.map(({ entry, missing }) => t("assignment.plan.lacks", { entry, missing: formatNumber(t.locale, missing) })),
  ];
  if (sentences.length === 0) return null;
  return (
    <Notice tone="warn" title={t(result.shortages.length > 0 ? "assignment.plan.impossible" : "assignment.plan.lacking")}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The load of each reader afterwards, drawn against the heaviest, and what it was. */
export function PlanLoads({ loads }: { loads: readonly LoadLine[] }) {
  const t = useTranslate();
  const heaviest = Math.max(1, ...loads.map(({ before, after }) => Math.max(before, after)));
  const number = (value: number): string => formatNumber(t.locale, value);
  const title = t("assignment.plan.loadsTitle");
  const columns: Column<LoadLine>[] = [
    { key: "person", header: t("assignment.loads.name"), rowHeader: true, render: (row) => row.person },
    { key: "before", header: t("assignment.plan.before"), align: "end", tight: true, render: (row) => number(row.before) },
    { key: "after", header: t("assignment.plan.after"), align: "end", render: (row) => <CellBar share={row.after / heaviest} words={number(row.after)} /> },
  ];
  return (
    <Panel title={title} flush span={7}>
      <DataTable bare caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} rows={loads} rowKey={(row) => row.key} columns={columns} />
    </Panel>
  );
}

type MovesProps = { result: Result; called: PlanPage["called"]; page: number; pageSize: number };

/** Who begins and who ends what, each new reading with its reason. */
export function MovesPanel({ result: { moves, moveCount }, called, page, pageSize }: MovesProps) {
  const t = useTranslate();
  const names = namesOf(t, called);
  const title = t("assignment.plan.moves");
  const columns: Column<MoveLine>[] = [
    { key: "person", header: t("assignment.plan.reader"), rowHeader: true, render: (row) => (<>{row.person}<CellNote>{row.entry}, {row.title}</CellNote>{row.reason && <CellNote>{reasonSentence(t, row.reason, names)}</CellNote>}</>) },
    { key: "what", header: t("assignment.plan.what"), tight: true, render: (row) => <Badge tone={row.begins ? "ok" : "neutral"}>{t(row.begins ? "assignment.plan.begins" : "assignment.plan.ends")}</Badge> },
  ];
  return (
    <Panel title={title} flush span={12}>
      <DataTable bare caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} rows={moves} rowKey={(row) => `${row.key} ${String(row.begins)}`} columns={columns} empty={<EmptyState title={t("assignment.plan.noMoves")} />} />
      {moveCount > pageSize && <MovePages total={moveCount} shown={moves.length} page={page} pageSize={pageSize} />}
    </Panel>
  );
}

function MovePages({ total, shown, page, pageSize }: { total: number; shown: number; page: number; pageSize: number }) {
  const t = useTranslate();
  const pages = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  const words = { label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one: number) => t("common.table.page", { page: one, pages }) };
  return <Pagination page={page} pages={pages} summary={t("assignment.plan.movesRange", { from, to: from + shown - 1, count: total })} words={words} />;
}
