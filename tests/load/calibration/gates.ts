/** What a part of a bench measured, said in lines; a gate that is missed ends the process with 1. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints whether a promise was kept, with the figures it rests on. */
export function gate(name: string, isKept: boolean, figures: string): void {
  say(`${isKept ? "  kept  " : "  MISSED"} ${name}: ${figures}`);
  if (!isKept) process.exitCode = 1;
}

export function timed<T>(work: () => T): [T, number] {
  const startedAt = performance.now();
  const result = work();
  return [result, (performance.now() - startedAt) / 1_000];
}

/** Work and the seconds a core was busy with it: on a shared machine the clock counts what others do as well. */
export function worked<T>(work: () => T): [T, number, number] {
  const startedAt = process.cpuUsage();
  const [result, seconds] = timed(work);
  const { user, system } = process.cpuUsage(startedAt);
  return [result, (user + system) / 1e6, seconds];
}

/** The most memory this process ever held, MiB. */
export const mostMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

export const three = (value: number): string => value.toFixed(3);
