import { buttonClass } from "#app/components/button.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { ExtensionForm } from "#app/features/competitions/components/extension-form.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

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
