/** A claim without a sign of work for this long is free again, ms. */
export const claimMs = 2 * 3_600_000;

/** Whether a claim still keeps others away. */
export const isLive = (claim: { activeAt: number } | undefined, now: number): boolean => claim !== undefined && now < claim.activeAt + claimMs;
