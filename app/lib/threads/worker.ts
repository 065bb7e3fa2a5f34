import { parentPort, workerData } from "node:worker_threads";
import type { Job, Said } from "#app/lib/threads/types.ts";

type Work = (input: unknown, say: (value: unknown) => void) => unknown;

const { module, name, input } = workerData as Job;
const post = (said: Said): void => parentPort?.postMessage(said);

try {
  const loaded = (await import(module)) as Record<string, Work>;
  const work = loaded[name];
  if (!work) throw new Error(`${module} has no ${name}`);
  post({ kind: "answer", value: await work(input, (value) => post({ kind: "progress", value })) });
} catch (error) {
  post({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
}
