import { Panel, Stack } from "#app/components/panel.tsx";
import { Findings } from "#app/features/screening/components/check-fields.tsx";
import { OutcomeBadge } from "#app/features/screening/components/queue-table.tsx";
import type { ScreeningPage } from "#app/features/screening/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Everything that was said of an entry, the latest first: nothing is overwritten. */
export function VerdictList({ page: { verdicts, checklist, zone } }: { page: Pick<ScreeningPage, "verdicts" | "checklist" | "zone"> }) {
  const t = useTranslate();
  if (verdicts.length === 0) return null;
  return (
    <Panel title={t("screening.page.verdicts")}>
      <Stack>
        {verdicts.map((verdict) => (
          <article key={verdict.version} className="stack stack--small">
            <h3>{t(`screening.verdicts.${verdict.kind}`)}</h3>
            {verdict.kind !== "undo" && <OutcomeBadge outcome={verdict.outcome} />}
            <p className="faint small">{t("screening.page.by", { name: verdict.decidedBy, time: formatInstant(t.locale, verdict.decidedAt, zone) })}</p>
            {verdict.reasons !== "" && <p className="letter">{verdict.reasons}</p>}
            {verdict.kind !== "undo" && (
              <details>
                <summary>{t("screening.page.notes")}</summary>
                <Findings checks={verdict.checks} checklist={checklist} />
              </details>
            )}
          </article>
        ))}
      </Stack>
    </Panel>
  );
}
