import type { Definition } from "#app/features/competitions/definition/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Links to the parts of a long page. */
export function RulesContents({ definition }: { definition: Definition }) {
  const t = useTranslate();
  const parts = [
    ["stages", t("competitions.rules.stages.title")],
    ["basics", t("competitions.rules.basics.title")],
    ["groups", t("competitions.rules.groups.title")],
    ["categories", t("competitions.rules.categories.title")],
    ["fields", t("competitions.rules.fields.title")],
    ...definition.rubrics.map((rubric, index) => [`rubrics-${index}`, t("competitions.rules.rubrics.title", { stage: stageName(definition, rubric.stage) })]),
    ["lists", t("competitions.rules.lists.title")],
    ["interview", t("competitions.rules.interview.title")],
    ["judging", t("competitions.rules.judging.title")],
    ["objections", t("competitions.rules.objections.title")],
    ["sources", t("competitions.rules.sources.title")],
  ];
  return (
    <nav className="contents" aria-label={t("competitions.rules.sections")}>
      <ul>
        {parts.map(([id, words]) => (
          <li key={id}>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const stageName = ({ stages }: Definition, key: string) => stages.find((stage) => stage.key === key)?.name ?? { id: key, en: key };
