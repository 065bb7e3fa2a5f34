import { type StepState, StepList } from "#app/components/step-list.tsx";
import type { EditorSection } from "#app/features/proposals/form/queries.server.ts";
import type { SectionState } from "#app/features/proposals/form/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLocale } from "#app/lib/words.ts";

const states: Record<SectionState, StepState> = { complete: "ok", over: "over", invalid: "over", partial: "part", missing: "none" };

export const sectionName = (t: Translate, section: Pick<EditorSection, "key" | "label">): string =>
  section.label ? inLocale(t.locale, section.label) : t(`proposals.sections.${section.key}` as MessageKey);

type SectionNavProps = { proposalId: string; sections: readonly EditorSection[]; current: string };

/** The sections of a proposal with how far each is: words of a text, parts of the others. */
export function SectionNav({ proposalId, sections, current }: SectionNavProps) {
  const t = useTranslate();
  const steps = sections.map((section) => ({
    key: section.key,
    to: `/proposals/${proposalId}/edit/${section.key}`,
    label: sectionName(t, section),
    state: section.key === current && states[section.state] !== "over" ? ("now" as const) : states[section.state],
    stateWord: t(`proposals.sectionStates.${section.state}`),
    count: countOf(t, section),
    current: section.key === current,
  }));
  return <StepList label={t("proposals.sections.label")} steps={steps} />;
}

function countOf(t: Translate, { state, words, limit, done, total }: EditorSection): string {
  if (words === null || limit === null) return state === "complete" ? t("proposals.sectionStates.complete") : `${done}/${total}`;
  if (words > limit) return t("proposals.editor.excess", { count: words - limit });
  return `${formatNumber(t.locale, words)}/${formatNumber(t.locale, limit)}`;
}
