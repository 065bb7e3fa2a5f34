import { DomainError } from "#app/lib/errors.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";

/** Pure work of the ranking that would hold up everybody else's pages; what goes in and comes out is plain data. */
const works = {
  explore: "app/features/ranking/what-if/rules.ts",
  findGreyZone: "app/features/ranking/extra-reads/rules.ts",
} as const;

/**
 * Does it in a thread, which ends with the request. Throws what the work refuses, and `ranking.tooHeavy` (409) where the thread
 * ended without an answer.
 */
export async function inThread<Answer>(name: keyof typeof works, input: unknown, signal: AbortSignal): Promise<Answer> {
  try {
    return await runInThread<Answer>({ module: works[name], name, input }, { signal, onProgress: () => undefined });
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw new DomainError(/^ranking\.\w+$/.test(said) ? said : "ranking.tooHeavy", { kind: "conflict" });
  }
}
