import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { useRules } from "#app/features/competitions/components/rules-view.tsx";
import type { LoggedChange } from "#app/features/competitions/editing/queries.server.ts";
import type { StageExtension } from "#app/features/competitions/types.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type ChangeLogProps = { changes: readonly LoggedChange[]; extensions: readonly StageExtension[] };

/** Every change of the rules since the edition opened, the last first, each with its reason; nothing while there was none. */
export function ChangeLog({ changes, extensions }: ChangeLogProps) {
  const t = useTranslate();
  const { zone, stages } = useRules().definition;
  const entries = [
    ...changes.map(({ what, before, after, reason, changedAt }) => ({ at: changedAt, title: t("editor.log.change", { what, before, after }), reason })),
    ...extensions.map(({ stage, closedAt, closesAt, reason, extendedAt }) => {
      const name = stages.find(({ key }) => key === stage)?.name;
      const [before, after] = [formatDeadline(t.locale, closedAt, zone), formatDeadline(t.locale, closesAt, zone)] as const;
      return { at: extendedAt, reason, title: t("competitions.rules.stages.change", { stage: name ? inLocale(t.locale, name) : stage, before, after }) };
    }),
  ].sort((a, b) => b.at - a.at);
  if (entries.length === 0) return null;
  const records = entries.map(({ at, title, reason }, index) => ({
    key: `${at} ${index}`,
    title,
    sub: reason,
    meta: t("editor.log.by", { time: formatInstant(t.locale, at, zone) }),
  }));
  return (
    <Panel title={t("editor.log.title")} id="changes">
      <RecordList records={records} />
    </Panel>
  );
}
