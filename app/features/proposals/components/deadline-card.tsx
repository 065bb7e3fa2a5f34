import { Deadline } from "#app/components/deadline.tsx";
import { inBothZones } from "#app/features/proposals/components/times.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

type DeadlineCardProps = { now: number; closesAt: number; zones: { own: string; edition: string } };

/** How long registration still runs, in the agency's zone first and the edition's below it. */
export function DeadlineCard({ now, closesAt, zones }: DeadlineCardProps) {
  const t = useTranslate();
  // The last minute inside the window: an end at 00:00 is said as 23.59 of the day before.
  const times = inBothZones(t.locale, closesAt - minute, zones);
  return (
    <Deadline
      title={t("proposals.overview.deadline")}
      left={timeLeft(t, closesAt - now)}
      zones={times.map(({ zone, text }, index) => ({
        zone,
        text: index === 0 && times.length > 1 ? `${text} ${t("proposals.overview.yourTime")}` : text,
      }))}
      note={t("proposals.overview.serverClock")}
    />
  );
}

function timeLeft(t: Translate, left: number): string {
  const [days, hours] = [Math.floor(left / day), Math.floor((left % day) / hour)];
  if (days > 0) return t("common.duration.days", { days, hours });
  const minutes = Math.floor((left % hour) / minute);
  return hours > 0 ? t("common.duration.hours", { hours, minutes }) : t("common.duration.minutes", { minutes });
}
