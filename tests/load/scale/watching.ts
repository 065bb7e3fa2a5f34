import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";

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

export type Waited = { answer: number; write: number };

/** The longest that somebody else waits meanwhile, ms: for a small answer, and for the lock under which a draft is saved. */
export async function whileOthersAsk<T>(url: string, client: Database.Database, work: () => Promise<T>): Promise<{ result: T; ms: number; waited: Waited }> {
  const waited: Waited = { answer: 0, write: 0 };
  let isOver = false;
  const again = async (what: keyof Waited, ask: () => Promise<unknown>): Promise<void> => {
    while (!isOver) {
      const asked = performance.now();
      await ask();
      waited[what] = Math.max(waited[what], performance.now() - asked);
      await pause(20);
    }
  };
  // A line of its own each time: a server that was held up closes the lines that were kept open.
  const others = [again("answer", async () => void (await (await fetch(`${url}/healthz`, { headers: { connection: "close" } })).arrayBuffer())), again("write", () => takeLock(client))];
  const started = performance.now();
  try {
    const result = await work();
    return { result, ms: performance.now() - started, waited };
  } finally {
    isOver = true;
    await Promise.all(others);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks for the write lock every few milliseconds, as an operation would, and gives it back at once. */
async function takeLock(client: Database.Database): Promise<void> {
  client.pragma("busy_timeout = 0");
  for (;;) {
    try {
      client.exec("BEGIN IMMEDIATE; ROLLBACK");
      return void client.pragma("busy_timeout = 5000");
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || error.code !== "SQLITE_BUSY") throw error;
      await pause(2);
    }
  }
}
