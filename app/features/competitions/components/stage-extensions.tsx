import { buttonClass } from "#app/components/button.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { ExtensionForm } from "#app/features/competitions/components/extension-form.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { StageExtension } from "#app/features/competitions/types.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Every change of the schedule since the edition opened, with its reason; nothing while there was none. */
export function ScheduleChanges({ extensions }: { extensions: readonly StageExtension[] }) {
  const t = useTranslate();
  const { definition } = useRules();
  if (extensions.length === 0) return null;
  const { zone, stages } = definition;
  const records = extensions.map(({ stage, closedAt, closesAt, reason, extendedAt }) => {
    const name = stages.find(({ key }) => key === stage)?.name;
    const [before, after] = [formatDeadline(t.locale, closedAt, zone), formatDeadline(t.locale, closesAt, zone)] as const;
    return {
      key: `${stage} ${extendedAt} ${closesAt}`,
      title: t("competitions.rules.stages.change", { stage: name ? inLocale(t.locale, name) : stage, before, after }),
      sub: reason,
      meta: t("competitions.rules.stages.changed", { time: formatInstant(t.locale, extendedAt, zone) }),
    };
  });
  return (
    <Panel title={t("competitions.rules.stages.changes")} id="changes">
      <RecordList records={records} />
    </Panel>
  );
}

/** For the secretariat of an open edition: each stage with a form that unfolds. */
export function ExtendStages() {
  const t = useTranslate();
  const { definition } = useRules();
  return (
    <Panel title={t("competitions.rules.stages.extend")} id="extension">
      <Stack gap="small">
        <p>{t("competitions.rules.stages.extendNote")}</p>
        {definition.stages.map((stage) => (
          <details key={stage.key} className="confirm-fold">
            <summary className={buttonClass({ variant: "quiet", dense: true })}>
              {t("competitions.rules.stages.extendOf", { stage: inLocale(t.locale, stage.name) })}
            </summary>
            <div className="dialog">
              <div className="dialog__body">
                <ExtensionForm stage={stage} zone={definition.zone} action={`../stages/${stage.key}/extension`} />
              </div>
            </div>
          </details>
        ))}
      </Stack>
    </Panel>
  );
}
