import { lastNumberOf } from "#app/features/competitions/queries.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { keepThreads } from "#app/lib/threads/kept.server.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { computing, pages, type Pages } from "#app/routes/aside/pages.server.ts";
import type { Order } from "#app/routes/aside/types.ts";

/** Ms given to one page. */
const pageMs = 120_000;

/** The one thread a process keeps for pages, one after the other. */
const askKept = keepThreads({ most: 1, idleMs: 300_000, memoryMb: 2_048 });

/** Entries of an edition from which its pages are read aside; below, each takes less than the way to a thread and back. */
const largeFrom = 1_000;

type Asking = { params: Order["address"]["params"]; request: Pick<Request, "url" | "signal"> };
type Answer<K extends keyof Pages> = Awaited<ReturnType<Pages[K]>>;

/**
 * Reads a page, that of a large edition in a thread on a connection of its own, so that nobody else waits for it. Throws what the page
 * refuses; where the thread ends without an answer, `ranking.tooHeavy` (409).
 */
export async function readAside<K extends keyof Pages>(ctx: SignedInCtx, page: K, { params, request }: Asking): Promise<Answer<K>> {
  const address = { params: { ...params }, url: request.url };
  const { name: file, memory } = ctx.db.$client;
  // What lives in memory is seen by no other thread.
  if (memory || !isLong(ctx, page, params)) return pages[page](ctx, address) as Answer<K>;
  const { now, locale, requestId, baseUrl, actor } = ctx;
  const { withheld: _withheld, ...who } = actor;
  const order: Order = { file, now, locale, requestId, baseUrl, actor: who, page, address };
  const job = { module: "app/aside.server.ts", name: "answerAside", input: order };
  try {
    return await (computing.includes(page) ? runInThread<Answer<K>>(job, { signal: request.signal }) : askKept<Answer<K>>(job, { signal: request.signal, timeoutMs: pageMs }));
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError("ranking.tooHeavy", { kind: "conflict" });
  }
}

const isLong = (ctx: SignedInCtx, page: keyof Pages, params: Asking["params"]): boolean => {
  const editionId = parseId("edition", params.editionId);
  return computing.includes(page) || (editionId !== null && lastNumberOf(ctx, editionId) >= largeFrom);
};
