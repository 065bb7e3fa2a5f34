import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RuleValue, SourceNumber } from "#app/features/competitions/components/rule-value.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import { agencyKinds } from "#app/features/agencies/types.ts";
import { formatClock, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Name, organiser, zone, who may take part, and the statement that is accepted on submitting. */
export function RulesBasics() {
  const t = useTranslate();
  const { definition } = useRules();
  const { name, year, organiser, zone, declaration } = definition;
  const kinds = agencyKinds.filter((kind) => definition.agencyKinds.includes(kind)).map((kind) => t(`agencies.kinds.${kind}`));
  const fact = (term: string, path: string, words: string) => ({
    term,
    value: (
      <>
        {words}<SourceNumber path={path} />
      </>
    ),
  });
  return (
    <Panel title={t("competitions.rules.basics.title")} id="basics">
      <DescriptionList
        items={[
          { term: t("competitions.rules.basics.name"), value: inLocale(t.locale, name) },
          { term: t("competitions.rules.basics.year"), value: String(year) },
          fact(t("competitions.rules.basics.organiser"), "organiser", inLocale(t.locale, organiser)),
          fact(t("competitions.rules.basics.zone"), "zone", `${zoneName(zone)} (${zone})`),
          fact(t("competitions.rules.basics.agencyKinds"), "agencyKinds.0", kinds.join(", ")),
          fact(t("competitions.rules.basics.declaration"), "declaration", inLocale(t.locale, declaration)),
        ]}
      />
    </Panel>
  );
}

/** Length of the objection window and the time to decide. */
export function RulesObjections() {
  const t = useTranslate();
  return (
    <Panel title={t("competitions.rules.objections.title")} id="objections">
      <DescriptionList
        items={[
          { term: t("competitions.rules.objections.window"), value: <RuleValue path="objections.windowDays" kind="days" /> },
          { term: t("competitions.rules.objections.decision"), value: <RuleValue path="objections.decisionDays" kind="days" /> },
        ]}
      />
    </Panel>
  );
}

/** Minutes, sessions a day, hours and the time to confirm. */
export function RulesInterview() {
  const t = useTranslate();
  const { interview, zone } = useRules().definition;
  if (!interview) {
    return (
      <Panel title={t("competitions.rules.interview.title")} id="interview">
        <p>
          {t("competitions.rules.interview.none")}<SourceNumber path="interview" />
        </p>
      </Panel>
    );
  }
  const hours = interview.hours.map(([from, to]) => `${formatClock(t.locale, from)}–${formatClock(t.locale, to)}`).join(", ");
  return (
    <Panel title={t("competitions.rules.interview.title")} id="interview">
      <DescriptionList
        items={[
          { term: t("competitions.rules.interview.presentation"), value: <RuleValue path="interview.presentationMinutes" kind="minutes" /> },
          { term: t("competitions.rules.interview.questions"), value: <RuleValue path="interview.questionMinutes" kind="minutes" /> },
          { term: t("competitions.rules.interview.buffer"), value: <RuleValue path="interview.bufferMinutes" kind="minutes" /> },
          { term: t("competitions.rules.interview.perDay"), value: <RuleValue path="interview.perDay" kind="integer" /> },
          {
            term: t("competitions.rules.interview.hours"),
            value: (
              <>
                {hours} {zoneName(zone)}<SourceNumber path="interview.hours.0.0" />
              </>
            ),
          },
          { term: t("competitions.rules.interview.confirm"), value: <RuleValue path="interview.confirmHoursBefore" kind="hours" /> },
        ]}
      />
    </Panel>
  );
}
