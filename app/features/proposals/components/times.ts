import { formatDay, formatInstant, formatTime, zoneName } from "#app/i18n/format.ts";
import type { Locale } from "#app/lib/ctx.ts";

/** An instant as the agency's clock and the edition's clock show it; one entry where both keep the same zone. */
export function inBothZones(locale: Locale, at: number, zones: { own: string; edition: string }): { zone: string; text: string }[] {
  const known = [...new Map([zones.own, zones.edition].map((zone) => [zoneName(zone), zone])).values()];
  return known.map((zone) => ({ zone: zoneName(zone), text: `${formatDay(locale, at, zone)}, ${formatTime(locale, at, zone)}` }));
}

/** The agency's own time first, the edition's in brackets where it differs. */
export function ownTimeFirst(locale: Locale, at: number, zones: { own: string; edition: string }): string {
  const own = formatInstant(locale, at, zones.own);
  return zoneName(zones.own) === zoneName(zones.edition) ? own : `${own} (${formatTime(locale, at, zones.edition)})`;
}
