import { parentPort } from "node:worker_threads";
import { DomainError } from "#app/lib/errors.ts";
import type { Failed, Job, Said } from "#app/lib/threads/types.ts";

type Work = (input: unknown, say: (value: unknown) => void) => unknown;

const post = (said: Said): void => parentPort?.postMessage(said);

async function run({ module, name, input }: Job): Promise<void> {
  try {
    const loaded = (await import(module)) as Record<string, Work>;
    const work = loaded[name];
    if (!work) throw new Error(`${module} has no ${name}`);
    post({ kind: "answer", value: await work(input, (value) => post({ kind: "progress", value })) });
  } catch (error) {
    post(failedBy(error));
  }
}

function failedBy(error: unknown): Failed {
  if (error instanceof DomainError) return { kind: "failed", reason: error.message, refusal: { code: error.code, kind: error.kind, params: error.params } };
  return { kind: "failed", reason: error instanceof Error ? error.message : String(error), refusal: null };
}

parentPort?.on("message", (job: Job) => void run(job));
