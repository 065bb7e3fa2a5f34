import { CalendarDays } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { GoLink } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { DueItem } from "#app/features/proposals/calendar/types.ts";
import { formatDeadline, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

const soon = 3 * 24 * 3_600_000;

/** The next things an agency owes somebody, and the way to all of them. */
export function DueNext({ items, agency, now }: { items: readonly DueItem[]; agency: { id: string; zone: string }; now: number }) {
  const t = useTranslate();
  const records = items.map((item) => ({
    key: item.key,
    title: item.about,
    to: item.to,
    sub: t(`communications.calendar.kinds.${item.kind}`),
    meta: item.until === null ? formatDeadline(t.locale, item.at, agency.zone) : formatInstant(t.locale, item.at, agency.zone),
    aside: item.at - now < soon ? <Badge tone="warn">{t("communications.calendar.soon")}</Badge> : undefined,
  }));
  return (
    <Panel title={t("flow.home.due")}>
      {records.length === 0 ? <p className="soft">{t("flow.home.nothingDue")}</p> : <RecordList records={records} />}
      <p className="mt-4">
        <GoLink to={`/agencies/${agency.id}/calendar`} icon={CalendarDays}>
          {t("flow.home.calendar")}
        </GoLink>
      </p>
    </Panel>
  );
}
