import { Panel } from "#app/components/panel.tsx";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import type { PersonalRecord } from "#app/lib/personal-record.ts";

type SectionProps = { room: string; count: number; records: readonly PersonalRecord[] };

/** What one room holds about a person, in words. */
export function PersonalSectionView({ room, count, records }: SectionProps) {
  const t = useTranslate();
  return (
    <Panel title={t(`accounts.data.rooms.${room}` as MessageKey)} aside={t("accounts.data.count", { count })} flush>
      <ul className="link-list">
        {records.map((record, index) => (
          <li key={index}>
            <span>{t(`accounts.data.kinds.${record.kind}` as MessageKey)}</span>
            <span className="faint small">{factsOf(t, record)}</span>
          </li>
        ))}
        {count > records.length && (
          <li>
            <span className="faint">{t("accounts.data.more", { count: count - records.length })}</span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function factsOf(t: Translate, { at, facts }: PersonalRecord): string {
  const time = (instant: number) => formatInstant(t.locale, instant, "Asia/Jakarta");
  const said = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== "" && value !== false)
    .map(([name, value]) => {
      const label = t(`accounts.data.facts.${name}` as MessageKey);
      if (value === true) return label;
      return `${label}: ${name.endsWith("At") && typeof value === "number" ? time(value) : String(value)}`;
    });
  return [...(at === null ? [] : [time(at)]), ...said].join(" · ");
}
