import { BarChart } from "#app/components/bar-chart.tsx";
import type { BarRow } from "#app/components/bar-series.tsx";
import type { YearFigures } from "#app/features/showcase/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Proposals registered and passed by year, beside the table that names what was not found. */
export function YearChart({ years }: { years: readonly YearFigures[] }) {
  const t = useTranslate();
  const rows: BarRow[] = years.map(({ year, registered, passed, held }) => ({
    key: String(year),
    label: String(year),
    values: [registered, passed],
    ...(held ? {} : { note: t("showcase.home.chartNotHeld") }),
  }));
  const range = { from: String(years[0]?.year ?? ""), to: String(years.at(-1)?.year ?? "") };
  return (
    <BarChart
      title={t("showcase.home.chartName")}
      desc={t("showcase.home.chartDesc", range)}
      series={[
        { key: "registered", label: t("showcase.home.chartRegistered"), look: "outline" },
        { key: "passed", label: t("showcase.home.chartPassed"), look: "fill" },
      ]}
      rows={rows}
      format={(value) => formatNumber(t.locale, value)}
      missingWord={t("common.notKnown")}
      table={{ head: t("showcase.home.chartYear"), label: t("showcase.home.chartTable") }}
      source={t("showcase.home.chartSource")}
    />
  );
}
