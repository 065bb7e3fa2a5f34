import { formatInstant, formatTime, zoneName } from "#app/i18n/format.ts";
import type { Locale } from "#app/lib/ctx.ts";

/** The reader's own time first, the edition's in brackets where it differs. */
export function ownTimeFirst(locale: Locale, at: number, zones: { own: string; edition: string }): string {
  const own = formatInstant(locale, at, zones.own);
  return zoneName(zones.own) === zoneName(zones.edition) ? own : `${own} (${formatTime(locale, at, zones.edition)})`;
}
