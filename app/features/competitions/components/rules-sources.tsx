import { Panel } from "#app/components/panel.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Where the copied values come from, in the order in which the page refers to them. */
export function RulesSources() {
  const t = useTranslate();
  const { sources } = useRules().sources;
  return (
    <Panel title={t("competitions.rules.sources.title")} id="sources">
      <p className="faint">{t(sources.length > 0 ? "competitions.rules.sources.note" : "competitions.rules.sources.empty")}</p>
      <ol className="source-list">
        {sources.map(({ kind, text, url }, index) => (
          <li key={index} id={`source-${index + 1}`}>
            {text} ({t(`competitions.sourceKinds.${kind}`)})
            {url && (
              <>
                {" "}
                <a href={url} rel="noreferrer">
                  {url}
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
