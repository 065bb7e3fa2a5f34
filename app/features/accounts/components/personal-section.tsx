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

/** Where the words of facts that are kept as codes stand. What has no words there is shown as it is kept. */
const wordsOf: Record<string, (code: string) => string> = {
  "account.locale": (code) => `communications.outbox.languages.${code}`,
  "account.systemRole": (code) => `accounts.system.roles.${code}`,
  "act.action": (code) => `audit.actions.${code}`,
  "appointment.status": (code) => `agencies.appointments.states.${code}`,
  "agencyObjection.state": (code) => `conflicts.states.${code}`,
  "conflict.conflictKind": (code) => `conflicts.kinds.${code}`,
  "conflict.source": (code) => `conflicts.sources.${code}`,
  "conflict.state": (code) => `conflicts.states.${code}`,
  "expertise.band": (code) => `assignment.expertise.bands.${code}`,
  "letter.status": (code) => `communications.outbox.statuses.${code}`,
  "letter.template": (code) => `notifications.mails.${code}.subject`,
  "membership.role": (code) => `agencies.roles.${code}`,
  "notice.about": (code) => `notifications.notices.${code}`,
  "objection.status": (code) => `objections.statuses.${code}`,
  "proposal.status": (code) => `proposals.statuses.${code}`,
  "screening.outcome": (code) => `screening.outcomes.${code}`,
  "seat.role": (code) => `competitions.roles.${code}`,
  "sheet.status": (code) => `scoring.states.${code}`,
};

/** A code in words; a place for names in them is left open, because what stood there may by now be hidden from the person. */
function inWords(t: Translate, fact: string, code: string): string {
  const key = wordsOf[fact]?.(code);
  const words = key === undefined ? undefined : t(key as MessageKey);
  return words === undefined || words === key ? code : words.replaceAll(/\{\w+\}/g, "…");
}

function factsOf(t: Translate, { kind, at, facts }: PersonalRecord): string {
  const time = (instant: number) => formatInstant(t.locale, instant, "Asia/Jakarta");
  const said = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== "" && value !== false)
    .map(([name, value]) => {
      const label = t(`accounts.data.facts.${name}` as MessageKey);
      if (value === true) return label;
      return `${label}: ${name.endsWith("At") && typeof value === "number" ? time(value) : inWords(t, `${kind}.${name}`, String(value))}`;
    });
  return [...(at === null ? [] : [time(at)]), ...said].join(" · ");
}
