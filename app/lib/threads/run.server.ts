import { type Asked, openThread, tell } from "#app/lib/threads/thread.server.ts";
import type { Job } from "#app/lib/threads/types.ts";

/**
 * Runs a function of a module in a thread of its own, so that minutes of computing stop nothing else; `signal` ends it at once. Throws
 * what the function throws, a refusal as it was and else its message, CalledOff, and ThreadBroke.
 */
export async function runInThread<Answer>(job: Job, asked: Asked = {}): Promise<Answer> {
  const worker = openThread();
  try {
    return await tell<Answer>(worker, job, asked);
  } finally {
    void worker.terminate();
  }
}
