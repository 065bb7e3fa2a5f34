import { BarChart } from "#app/components/bar-chart.tsx";
import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { Funnel } from "#app/components/figure-tile.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { ScreeningProgress } from "#app/features/screening/progress/queries.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { outcomes } from "#app/features/screening/types.ts";
import { formatInstant, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";

const states = ["undecided", ...outcomes] as const;

/** Submitted, decided, passed, failed: drawn and printed. */
export function ScreeningFigures({ counts }: Pick<ScreeningProgress, "counts">) {
  const t = useTranslate();
  const all = counts.undecided + counts.passed + counts.failed;
  const figures = states.map((state) => ({
    key: state,
    label: t(`screening.outcomes.${state}`),
    figure: formatNumber(t.locale, counts[state]),
    share: all === 0 ? 0 : counts[state] / all,
    unit: all === 0 ? undefined : t("screening.progress.share", { share: formatShare(t.locale, Math.round((counts[state] / all) * 100) * 100) }),
    now: state === "undecided" && counts.undecided > 0,
  }));
  const whole = { key: "all", label: t("screening.progress.submitted"), figure: formatNumber(t.locale, all), share: 1 };
  return <Funnel label={t("screening.progress.figures")} figures={[whole, ...figures]} missingWord={t("common.none")} />;
}

export function KindPanel({ byKind }: Pick<ScreeningProgress, "byKind">) {
  const t = useTranslate();
  const title = t("screening.progress.byKind");
  const columns: Column<ScreeningProgress["byKind"][number]>[] = [
    { key: "kind", header: t("screening.progress.kind"), rowHeader: true, render: (row) => t(`agencies.kinds.${row.kind}`) },
    ...states.map((state) => ({
      key: state,
      header: t(`screening.outcomes.${state}`),
      align: "end" as const,
      render: (row: ScreeningProgress["byKind"][number]) => formatNumber(t.locale, row[state]),
    })),
  ];
  return (
    <Panel title={title} flush span={6}>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={byKind}
        rowKey={(row) => row.kind}
        columns={columns}
      />
    </Panel>
  );
}

export function ScreenerPanel({ byScreener, zone }: Pick<ScreeningProgress, "byScreener" | "zone">) {
  const t = useTranslate();
  const title = t("screening.progress.byScreener");
  return (
    <Panel title={title} flush span={6}>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={byScreener}
        rowKey={(row) => row.userId}
        columns={[
          { key: "name", header: t("screening.progress.screener"), rowHeader: true, render: (row) => row.name || <Missing word={t("common.none")} /> },
          { key: "decided", header: t("screening.progress.decided"), align: "end", render: (row) => formatNumber(t.locale, row.passed + row.failed) },
          { key: "passed", header: t("screening.outcomes.passed"), align: "end", render: (row) => formatNumber(t.locale, row.passed) },
          { key: "failed", header: t("screening.outcomes.failed"), align: "end", render: (row) => formatNumber(t.locale, row.failed) },
          { key: "lastAt", header: t("screening.progress.lastAt"), render: (row) => formatInstant(t.locale, row.lastAt, zone) },
        ]}
      />
    </Panel>
  );
}

/** On what grounds entries fail; more than one may stand on the same entry. */
export function GroundsPanel({ grounds }: Pick<ScreeningProgress, "grounds">) {
  const t = useTranslate();
  const title = t("screening.progress.grounds");
  return (
    <Panel title={title} span={12}>
      {grounds.length === 0 ? (
        <p className="soft">{t("screening.progress.noneFailed")}</p>
      ) : (
        <BarChart
          title={t("screening.progress.groundsChart")}
          desc={t("screening.progress.groundsDesc")}
          form="rows"
          series={[{ key: "count", label: t("screening.progress.count"), look: "fill" }]}
          rows={grounds.map(({ key, name, count }) => ({ key, label: name ? inLocale(t.locale, name) : t(`screening.checks.${key}` as MessageKey), values: [count] }))}
          format={(value) => formatNumber(t.locale, value)}
          missingWord={t("common.none")}
          table={{ head: t("screening.progress.ground"), label: t("screening.progress.groundsTable") }}
        />
      )}
    </Panel>
  );
}
