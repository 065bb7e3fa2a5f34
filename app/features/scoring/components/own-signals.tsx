import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import { correlation, points, signed } from "#app/features/scoring/components/signals-panel.tsx";
import type { OwnSignals } from "#app/features/scoring/signals/queries.server.ts";
import { leastSheets } from "#app/features/scoring/signals/rules.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** How one marks oneself, from nobody's sheets but one's own. */
export function OwnSignalsPanel({ own }: { own: OwnSignals }) {
  const t = useTranslate();
  const few = t("scoring.own.few", { least: leastSheets });
  if (own.sheets < leastSheets) return <EmptyState title={t("scoring.own.tooFew", { least: leastSheets, count: own.sheets })} />;
  const say = (value: number | null, print: (known: number) => string): string => (value === null ? few : print(value));
  return (
    <Panel title={t("scoring.own.figures")}>
      <DescriptionList
        items={[
          { term: t("scoring.own.sheets"), value: formatNumber(t.locale, own.sheets) },
          { term: t("scoring.own.mean"), value: say(own.mean, (value) => points(t.locale, value)) },
          { term: t("scoring.own.spread"), value: say(own.spread, (value) => points(t.locale, value)) },
          { term: t("scoring.own.halo"), value: say(own.halo, (value) => correlation(t.locale, value)) },
          { term: t("scoring.own.identical"), value: say(own.identical, (value) => formatShare(t.locale, Math.round(value * 10_000))) },
          { term: t("scoring.own.minutes"), value: say(own.minutes, (value) => points(t.locale, value)) },
          { term: t("scoring.own.trend"), value: say(own.trend, (value) => signed(t.locale, value)) },
        ]}
      />
    </Panel>
  );
}
