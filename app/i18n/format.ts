import type { Locale } from "#app/lib/ctx.ts";

/** The only printer of dates and numbers. A printed time always names its zone. */
const tags: Record<Locale, string> = { id: "id-ID", en: "en-GB" };

const zoneNames: Record<string, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
  UTC: "UTC",
};

/** WIB, WITA, WIT; another zone by its IANA name. */
export const zoneName = (zone: string): string => zoneNames[zone] ?? zone;

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: number, zone: string, locale: Locale): Record<string, string> {
  const key = `${locale} ${zone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tags[locale], {
      timeZone: zone,
      weekday: "long",
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(key, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `Kamis, 16 April 2026` */
export function formatDay(locale: Locale, at: number, zone: string): string {
  const p = partsOf(at, zone, locale);
  return `${p.weekday}, ${p.day} ${p.month} ${p.year}`;
}

/** `16 April 2026` */
export function formatDate(locale: Locale, at: number, zone: string): string {
  const p = partsOf(at, zone, locale);
  return `${p.day} ${p.month} ${p.year}`;
}

/** `16 Apr` */
export function formatShortDate(locale: Locale, at: number, zone: string): string {
  const p = partsOf(at, zone, locale);
  return `${p.day} ${(p.month ?? "").slice(0, 3)}`;
}

/** `12.03 WIB` in Indonesian, `12:03 WIB` in English. */
export function formatTime(locale: Locale, at: number, zone: string): string {
  const p = partsOf(at, zone, locale);
  return `${p.hour}${locale === "id" ? "." : ":"}${p.minute} ${zoneName(zone)}`;
}

/** A clock time `HH:MM` of a rule, as the language writes it: `09.00`, `09:00`. The caller names the zone. */
export const formatClock = (locale: Locale, clock: string): string => (locale === "id" ? clock.replace(":", ".") : clock);

/** `Kamis, 16 April 2026 pukul 23.59 WIB` */
export function formatInstant(locale: Locale, at: number, zone: string): string {
  return `${formatDay(locale, at, zone)} ${locale === "id" ? "pukul" : "at"} ${formatTime(locale, at, zone)}`;
}

/** The last minute of a half-open window: an end at 00:00 is said as 23.59 of the day before. */
export function formatDeadline(locale: Locale, closesAt: number, zone: string): string {
  return formatInstant(locale, closesAt - 60_000, zone);
}

/** A day `YYYY-MM-DD` in words. */
export function formatPlainDay(locale: Locale, day: string): string {
  return formatDate(locale, Date.parse(`${day}T12:00:00Z`), "UTC");
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format;
}

/** `3.478` in Indonesian, `3,478` in English. */
export const formatNumber = (locale: Locale, value: number, digits = 0): string =>
  numberFormat(locale, digits).format(value);

/** Marks are kept in hundredths: 8150 is `81,50`. */
export const formatMark = (locale: Locale, hundredths: number): string =>
  numberFormat(locale, 2).format(hundredths / 100);

/** Basis points as per cent: 2500 is `25 %`. */
export const formatShare = (locale: Locale, basisPoints: number): string =>
  `${numberFormat(locale, basisPoints % 100 === 0 ? 0 : 2).format(basisPoints / 100)} %`;

/** `1,6 MB` */
export function formatBytes(locale: Locale, bytes: number): string {
  if (bytes < 1024 * 1024) return `${numberFormat(locale, 0).format(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${numberFormat(locale, 1).format(bytes / (1024 * 1024))} MB`;
}
