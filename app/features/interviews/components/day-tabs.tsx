import { TabsNav } from "#app/components/tabs-nav.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The days of a calendar, each with its address; the year stands in the table's own title. */
export function DayTabs({ days, day }: { days: readonly string[]; day: string | null }) {
  const t = useTranslate();
  const tabs = days.map((one) => ({
    to: `?day=${one}`,
    label: formatDay(t.locale, Date.parse(`${one}T12:00:00Z`), "UTC").replace(/ \d{4}$/, ""),
    current: one === day,
  }));
  return <TabsNav label={t("interviews.dayNav")} tabs={tabs} />;
}
