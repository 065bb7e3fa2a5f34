import { readdirSync, readFileSync } from "node:fs";

/** Most memory a process or one it started has held, MiB; 0 once it is gone. */
export function peakOf(pid: number): number {
  try {
    const held = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
    return Math.max(held, ...childrenOf(pid).map(peakOf));
  } catch {
    return 0;
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number));

/** The longest that somebody else waits for a small answer meanwhile, ms. */
export async function whileOthersAsk<T>(url: string, work: () => Promise<T>): Promise<{ result: T; ms: number; longest: number }> {
  let [isOver, longest] = [false, 0];
  const others = (async () => {
    while (!isOver) {
      const asked = performance.now();
      // A line of its own each time: a server that was held up closes the lines that were kept open.
      await (await fetch(`${url}/healthz`, { headers: { connection: "close" } })).arrayBuffer();
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const started = performance.now();
  try {
    const result = await work();
    return { result, ms: performance.now() - started, longest };
  } finally {
    isOver = true;
    await others;
  }
}
