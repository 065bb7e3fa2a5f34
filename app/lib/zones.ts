const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it does. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}

/** Minutes east of UTC that a zone keeps at an instant. */
export function zoneOffsetMinutes(zone: string, at: number): number {
  const parts = clockOf(zone).formatToParts(at);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"), get("second"));
  return Math.round((local - Math.floor(at / 1000) * 1000) / 60_000);
}

/** The instant at which clocks of the zone show `YYYY-MM-DDTHH:MM`; null when the text is not such a time. */
export function instantOfLocal(zone: string, local: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const guess = Date.parse(`${local}:00Z`);
  if (Number.isNaN(guess) || new Date(guess).toISOString().slice(0, 16) !== local) return null;
  const first = guess - zoneOffsetMinutes(zone, guess) * 60_000;
  return guess - zoneOffsetMinutes(zone, first) * 60_000;
}

/** `YYYY-MM-DDTHH:MM` as clocks of the zone show it: the value of a datetime-local control. */
export const localOfInstant = (zone: string, at: number): string =>
  new Date(at + zoneOffsetMinutes(zone, at) * 60_000).toISOString().slice(0, 16);

/** The day `YYYY-MM-DD` of an instant in the zone. */
export const dayOfInstant = (zone: string, at: number): string => localOfInstant(zone, at).slice(0, 10);

export const isKnownZone = (zone: string): boolean => Intl.supportedValuesOf("timeZone").includes(zone);
