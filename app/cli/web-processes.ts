import cluster, { type Address, type Worker } from "node:cluster";
import { once } from "node:events";

/** Ms before a process that died is started again. */
const pause = 1_000;

export type WebProcesses = { port: number; stop: () => Promise<void> };

/**
 * Serves the site from several processes of this same command, which share one port and one database; ready once all listen.
 * One that dies is started again. Throws when one ends before it has ever listened.
 */
export async function runWebProcesses(given: { count: number; env: NodeJS.ProcessEnv; died: (code: number | null) => void }): Promise<WebProcesses> {
  // Whoever is free takes the next line from the system. Handed out one by one, lines would wait for each other at a deadline's rush.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let stopping = false;
  const start = (): Worker => {
    const worker = cluster.fork(given.env);
    worker.once("exit", (code: number | null) => {
      if (stopping) return;
      given.died(code);
      if (listening.has(worker)) setTimeout(() => stopping || start(), pause);
    });
    worker.once("listening", () => listening.add(worker));
    return worker;
  };
  const listening = new WeakSet<Worker>();
  const first = Array.from({ length: given.count }, start);
  const addresses = await Promise.all(first.map(addressOf));
  return {
    port: addresses[0]?.port ?? 0,
    stop: async () => {
      stopping = true;
      const living = Object.values(cluster.workers ?? {}).filter((worker): worker is Worker => worker !== undefined && !worker.isDead());
      await Promise.all(living.map(end));
    },
  };
}

async function addressOf(worker: Worker): Promise<Address> {
  const ended = once(worker, "exit").then(() => Promise.reject(new Error("A process of the site ended while it was starting.")));
  const [address] = (await Promise.race([once(worker, "listening"), ended])) as [Address];
  ended.catch(() => undefined);
  return address;
}

async function end(worker: Worker): Promise<void> {
  const gone = once(worker, "exit");
  worker.process.kill("SIGTERM");
  await gone;
}
