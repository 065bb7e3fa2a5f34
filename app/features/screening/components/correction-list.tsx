import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ownTimeFirst } from "#app/features/screening/components/times.ts";
import type { CorrectionView } from "#app/features/screening/corrections/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type Zones = { own: string; edition: string };

/** What an agency was asked to correct, the latest first, with what became of it. */
export function CorrectionList({ corrections, zones }: { corrections: readonly CorrectionView[]; zones: Zones }) {
  const t = useTranslate();
  return (
    <>
      {corrections.map((correction) => (
        <Panel key={correction.number} title={t("screening.correction.numbered", { number: correction.number })}>
          <CorrectionFacts correction={correction} zones={zones} />
        </Panel>
      ))}
    </>
  );
}

function CorrectionFacts({ correction, zones }: { correction: CorrectionView; zones: Zones }) {
  const t = useTranslate();
  const { requestedAt, reasons, note, parts, extensions } = correction;
  const time = (at: number): string => ownTimeFirst(t.locale, at, zones);
  const named = parts.map(({ label }) => (label ? inLocale(t.locale, label) : t("screening.correction.identity")));
  return (
    <DescriptionList
      items={[
        { term: t("screening.correction.state"), value: <CorrectionState correction={correction} zones={zones} /> },
        { term: t("screening.correction.asked"), value: time(requestedAt) },
        ...(reasons.length > 0 ? [{ term: t("screening.correction.reasons"), value: reasons.map((words) => inLocale(t.locale, words)).join(" ") }] : []),
        ...(note ? [{ term: t("screening.correction.note"), value: <span className="whitespace-pre-line">{note}</span> }] : []),
        { term: t("screening.correction.parts"), value: named.length > 0 ? named.join(", ") : t("screening.correction.all") },
        ...extensions.map(({ at, to, reason }) => ({
          key: String(at),
          term: t("screening.correction.extended"),
          value: t("screening.correction.extendedTo", { time: time(to - 60_000), reason }),
        })),
      ]}
    />
  );
}

function CorrectionState({ correction: { outcome, closedAt, dueAt }, zones }: { correction: CorrectionView; zones: Zones }) {
  const t = useTranslate();
  if (outcome === null || closedAt === null) return <>{t("screening.correction.running", { time: ownTimeFirst(t.locale, dueAt - 60_000, zones) })}</>;
  return <>{t(`screening.correction.${outcome}`, { time: ownTimeFirst(t.locale, closedAt, zones) })}</>;
}
