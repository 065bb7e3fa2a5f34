import { Notice } from "#app/components/notice.tsx";
import type { Forecast } from "#app/features/scoring/signals/forecast/rules.ts";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type ForecastProps = { whole: Forecast; late: readonly string[]; zone: string };

/** When the marking will be done at the pace of late, and who will not be in time. */
export function ForecastWords({ whole: { aDay, finishesAt, late: isLate }, late, zone }: ForecastProps) {
  const t = useTranslate();
  const pace = aDay === null ? t("scoring.forecast.noPace") : t("scoring.forecast.pace", { count: formatNumber(t.locale, Math.round(aDay * 10) / 10) });
  const end = finishesAt === null ? "" : t(isLate ? "scoring.forecast.late" : "scoring.forecast.inTime", { date: formatDate(t.locale, finishesAt, zone) });
  return (
    <Notice tone={isLate || late.length > 0 ? "warn" : "info"} title={t("scoring.forecast.title")}>
      <p>
        {pace} {end}
      </p>
      {late.length > 0 && <p>{t("scoring.forecast.people", { names: late.join(", ") })}</p>}
    </Notice>
  );
}
