const day = 86_400_000;

/** Days looked back on for the pace: long enough for a weekend, short enough for the last push. */
const window = 7 * day;

export type Forecast = {
  /** Sheets a day at the pace of late; null before the first. */
  aDay: number | null;
  /** When the rest is locked at that pace; null when there is none left, or no pace. */
  finishesAt: number | null;
  /** By the close it will not be done. */
  late: boolean;
};

/**
 * When the rest will be locked if it goes on as in the last seven days, or since the desk opened where that is shorter. Whoever
 * has locked nothing has no pace: that is late once half the window is over.
 */
export function forecastOf(facts: { lockedAt: readonly number[]; left: number; opensAt: number; closesAt: number; now: number }): Forecast {
  const { lockedAt, left, opensAt, closesAt, now } = facts;
  const since = Math.max(opensAt, now - window);
  const recent = lockedAt.filter((at) => at >= since).length;
  const days = Math.max((now - since) / day, 1);
  const aDay = lockedAt.length === 0 ? null : recent / days;
  if (left === 0) return { aDay, finishesAt: null, late: false };
  if (!aDay) return { aDay, finishesAt: null, late: now >= opensAt && now - opensAt > (closesAt - opensAt) / 2 };
  const finishesAt = now + (left / aDay) * day;
  return { aDay, finishesAt, late: finishesAt > closesAt };
}
