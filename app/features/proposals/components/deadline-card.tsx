import { Clock } from "lucide-react";
import { Deadline } from "#app/components/deadline.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useNow } from "#app/components/use-now.ts";
import { inBothZones } from "#app/features/proposals/components/times.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

type DeadlineCardProps = { now: number; closesAt: number; zones: { own: string; edition: string } };

/** How long registration still runs, counting down, in the agency's zone first and the edition's below it. */
export function DeadlineCard({ now: loadedAt, closesAt, zones }: DeadlineCardProps) {
  const t = useTranslate();
  const now = useNow(loadedAt);
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

/** The same in one line that stays in view while one writes on a narrow screen. */
export function DeadlineBar({ now: loadedAt, closesAt, zones }: DeadlineCardProps) {
  const t = useTranslate();
  const now = useNow(loadedAt);
  const [own] = inBothZones(t.locale, closesAt - minute, zones);
  return (
    <p className="due-bar">
      <Icon of={Clock} small />
      <span>{t("drafting.deadlineBar", { left: timeLeft(t, closesAt - now), time: own?.text ?? "" })}</span>
    </p>
  );
}

function timeLeft(t: Translate, left: number): string {
  if (left <= 0) return t("drafting.left.over");
  const [days, hours] = [Math.floor(left / day), Math.floor((left % day) / hour)];
  if (days > 0) return t("common.duration.days", { days, hours });
  const minutes = Math.floor((left % hour) / minute);
  if (hours > 0) return t("common.duration.hours", { hours, minutes });
  return t("drafting.left.minutes", { minutes, seconds: Math.floor((left % minute) / 1_000) });
}
