import { LinkButton } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { BarredReading } from "#app/features/scoring/bars/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Readings of people in conflict with the entry; each is taken back here. */
export function BarredPanel({ readings, endBase }: { readings: readonly BarredReading[]; endBase: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("scoring.barred.title")}>
      <p className="soft">{t("scoring.barred.lead")}</p>
      <RecordList
        records={readings.map(({ assignmentId, number, title, assessor, locked }) => ({
          key: assignmentId,
          title: `${number} ${title}`,
          sub: locked ? t("scoring.barred.locked", { assessor }) : assessor,
          aside: (
            <LinkButton to={`${endBase}/${assignmentId}/end`} variant="quiet" dense aria-label={`${t("scoring.ending.submit")}, ${number}, ${assessor}`}>
              {t("scoring.ending.submit")}
            </LinkButton>
          ),
        }))}
      />
    </Panel>
  );
}
