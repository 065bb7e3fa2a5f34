import { Panel, Stack } from "#app/components/panel.tsx";
import type { PublicAnnouncement } from "#app/features/proposals/announcements/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** What the secretariat announced to everybody, the latest first. */
export function PublicAnnouncements({ announcements, zone }: { announcements: readonly PublicAnnouncement[]; zone: string }) {
  const t = useTranslate();
  if (announcements.length === 0) return null;
  return (
    <Panel title={t("communications.announcements.title")} id="announcements">
      <Stack>
        {announcements.map(({ id, title, body, dueAt }) => (
          <article key={id}>
            <h3>{inLocale(t.locale, title)}</h3>
            <p className="faint small">{formatInstant(t.locale, dueAt, zone)}</p>
            <p className="letter">{inLocale(t.locale, body)}</p>
          </article>
        ))}
      </Stack>
    </Panel>
  );
}
