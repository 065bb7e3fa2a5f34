/** The value below which the given share (0..1) of the figures lies, by nearest rank; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const printed = (name: string, milliseconds: readonly number[]): string => {
  const figures = [0.5, 0.95, 0.99, 1].map((share) => `${percentile(milliseconds, share).toFixed(0)} ms`.padStart(9));
  return [name.padEnd(26), String(milliseconds.length).padStart(7), ...figures].join(" ");
};

export const heading = ["".padEnd(26), "asked".padStart(7), ...["median", "p95", "p99", "most"].map((word) => word.padStart(9))].join(" ");

/** Answers in order of arrival; a refusal or an unexpected answer is counted apart by its kind. */
export class Tally {
  readonly times = new Map<string, number[]>();
  readonly wrong = new Map<string, number>();
  /** What each request was, by the number the server gave it. */
  readonly names = new Map<string, string>();

  add(name: string, milliseconds: number): void {
    const known = this.times.get(name);
    if (known) known.push(milliseconds);
    else this.times.set(name, [milliseconds]);
  }

  fail(name: string): void {
    this.wrong.set(name, (this.wrong.get(name) ?? 0) + 1);
  }
}

/** The server's own times of the requests of a tally, from its log: head of the request read until the last byte was handed on. */
export function serverTimes(log: string, { names }: Tally): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const line of log.split("\n")) {
    if (!line.includes('"msg":"request"')) continue;
    const { requestId, ms } = JSON.parse(line) as { requestId: string; ms: number };
    const name = names.get(requestId);
    if (name !== undefined) (times.get(name) ?? times.set(name, []).get(name))?.push(ms);
  }
  return times;
}
