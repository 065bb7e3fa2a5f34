import { BarChart } from "#app/components/bar-chart.tsx";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { ScreeningFigures } from "#app/features/screening/figures/queries.server.ts";
import { fewestPairs } from "#app/features/screening/figures/rules.ts";
import { formatNumber, formatPlainDay, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Decisions a day, drawn and in a table. */
export function DayPanel({ byDay }: Pick<ScreeningFigures, "byDay">) {
  const t = useTranslate();
  return (
    <Panel title={t("screening.figures.perDay")} span={12}>
      <BarChart
        title={t("screening.figures.perDayChart")}
        desc={t("screening.figures.perDayDesc")}
        series={[
          { key: "decided", label: t("screening.figures.decided"), look: "outline" },
          { key: "passed", label: t("screening.figures.passed"), look: "fill" },
        ]}
        rows={byDay.map(({ day, decided, passed }) => ({ key: day, label: formatPlainDay(t.locale, day), values: [decided, passed] }))}
        format={(value) => formatNumber(t.locale, value)}
        missingWord={t("common.none")}
        table={{ head: t("screening.figures.day"), label: t("screening.figures.perDayTable") }}
      />
    </Panel>
  );
}

/** How many a working day, how long each takes, and what share passes, person by person. */
export function SpeedPanel({ byScreener, csv }: Pick<ScreeningFigures, "byScreener"> & { csv: string }) {
  const t = useTranslate();
  const title = t("screening.figures.title");
  return (
    <Panel title={title} flush span={8} aside={<LinkButton to={csv} dense variant="quiet" download>{t("screening.figures.csv")}</LinkButton>}>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={byScreener}
        rowKey={(row) => row.userId}
        columns={[
          { key: "name", header: t("screening.figures.screener"), rowHeader: true, render: (row) => row.name || <Missing word={t("common.none")} /> },
          { key: "decided", header: t("screening.figures.decided"), align: "end", render: (row) => formatNumber(t.locale, row.decided) },
          { key: "rate", header: t("screening.figures.rate"), align: "end", render: (row) => formatNumber(t.locale, row.perDay, 1) },
          {
            key: "median",
            header: t("screening.figures.median"),
            align: "end",
            render: (row) => (row.medianMinutes === null ? <Missing word={t("common.none")} /> : formatNumber(t.locale, row.medianMinutes, 1)),
          },
          { key: "share", header: t("screening.figures.share"), align: "end", render: (row) => formatShare(t.locale, Math.round((row.passed / row.decided) * 10_000)) },
        ]}
      />
    </Panel>
  );
}

/** How far second screeners agree with first ones, in words. */
export function AgreementPanel({ agreement: { entries, findings, agreed, kappa } }: Pick<ScreeningFigures, "agreement">) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  return (
    <Panel title={t("screening.figures.agreement")} span={4}>
      {agreed === null ? (
        <p className="soft">{t("screening.figures.agreementNone")}</p>
      ) : (
        <p>{t("screening.figures.agreed", { share: formatShare(t.locale, Math.round(agreed * 10_000)), findings: print(findings), entries: print(entries) })}</p>
      )}
      {kappa !== null && <p>{t("screening.figures.kappa", { value: formatNumber(t.locale, kappa, 2) })}</p>}
      {kappa === null && entries < fewestPairs && <p className="faint small">{t("screening.figures.kappaLater", { least: fewestPairs })}</p>}
    </Panel>
  );
}
