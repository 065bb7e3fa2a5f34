import { BarChart } from "#app/components/bar-chart.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { Section, Stack } from "#app/components/panel.tsx";
import { PetalTally } from "#app/components/petal.tsx";
import { innovationsWords, kindSentence, totalSentence } from "#app/features/showcase/components/composition-words.ts";
import type { Composition } from "#app/features/showcase/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Innovations by kind of agency in sentences and petals, as the ministry tells them. */
export function KindStatistics({ composition }: { composition: Composition }) {
  const t = useTranslate();
  const number = (value: number): string => formatNumber(t.locale, value);
  return (
    <Section title={t("showcase.statistics.title")}>
      <Stack>
        <p className="lead">
          {composition.lines.map((line) => kindSentence(t, line)).join("; ")}. {totalSentence(t, composition)}
        </p>
        <DataTable
          caption={t("showcase.statistics.title")}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: t("showcase.statistics.title") })}
          density="regular"
          rows={composition.lines}
          rowKey={(line) => line.kind}
          columns={[
            { key: "kind", header: t("showcase.statistics.kind"), rowHeader: true, render: (line) => t(`agencies.kinds.${line.kind}`) },
            { key: "agencies", header: t("showcase.statistics.agencies"), align: "end", render: (line) => number(line.agencies) },
            { key: "innovations", header: t("showcase.statistics.innovations"), align: "end", render: (line) => <b>{number(line.innovations)}</b> },
            {
              key: "drawn",
              header: t("showcase.statistics.drawn"),
              render: ({ innovations }) => <PetalTally full={innovations} total={innovations} label={innovationsWords(t, innovations)} />,
            },
          ]}
          totals={{
            kind: t("showcase.statistics.sum"),
            agencies: number(composition.total.agencies),
            innovations: number(composition.total.innovations),
          }}
        />
      </Stack>
    </Section>
  );
}

export type ProvinceFigure = { provinceCode: string | null; name: string | null; innovations: number };

/** Innovations by province as bars with their table. */
export function ProvinceStatistics({ provinces }: { provinces: readonly ProvinceFigure[] }) {
  const t = useTranslate();
  const rows = provinces.map(({ provinceCode, name, innovations }) => ({
    key: provinceCode ?? "pusat",
    label: name ?? t("showcase.statistics.central"),
    values: [innovations],
  }));
  return (
    <Section title={t("showcase.statistics.provinceTitle")}>
      <BarChart
        form="rows"
        title={t("showcase.statistics.provinceChart")}
        desc={t("showcase.statistics.provinceDesc", { first: rows[0]?.label ?? "" })}
        series={[{ key: "innovations", label: t("showcase.statistics.innovations"), look: "fill" }]}
        rows={rows}
        format={(value) => formatNumber(t.locale, value)}
        missingWord={t("common.notKnown")}
        table={{ head: t("showcase.statistics.province"), label: t("showcase.statistics.provinceTable") }}
      />
    </Section>
  );
}
