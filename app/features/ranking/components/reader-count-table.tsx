import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { Foreseen, Outlook, Share } from "#app/features/ranking/planning/types.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

const percent = (t: Translate, share: number): string => formatShare(t.locale, Math.round(share * 100) * 100);
const words = (t: Translate, { mean, error }: Share): string => t("ranking.planning.share", { share: percent(t, mean), error: percent(t, 2 * error) });

/** What each plan of readings costs and is expected to find. */
export function ReaderCountTable({ outlook, places }: { outlook: Outlook; places: number }) {
  const t = useTranslate();
  const title = t("ranking.planning.found", { places: formatNumber(t.locale, places) });
  const plan = ({ readers, adaptive }: Foreseen): string => t(adaptive ? "ranking.planning.adaptive" : "ranking.planning.forAll", { readers: formatNumber(t.locale, readers) });
  return (
    <Panel title={title} flush>
      <p className="panel__note">{t("ranking.planning.how", { years: formatNumber(t.locale, outlook.years), seed: outlook.seed, entries: formatNumber(t.locale, outlook.sample.entries), assessors: formatNumber(t.locale, outlook.sample.assessors) })}</p>
      <DataTable
        bare
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={outlook.plans}
        rowKey={({ readers, adaptive }) => `${readers} ${adaptive}`}
        columns={[
          { key: "plan", header: t("ranking.planning.plan"), rowHeader: true, render: plan },
          { key: "readings", header: t("ranking.planning.readings"), align: "end", tight: true, render: ({ readings }) => formatNumber(t.locale, readings) },
          { key: "perAssessor", header: t("ranking.planning.perAssessor"), align: "end", tight: true, render: ({ perAssessor }) => formatNumber(t.locale, perAssessor) },
          {
            key: "calibrated",
            header: t("ranking.planning.calibrated"),
            align: "end",
            render: ({ calibrated, raw }) => (
              <>
                {words(t, calibrated)}
                <CellNote>{t("ranking.planning.raw", { share: words(t, raw) })}</CellNote>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
