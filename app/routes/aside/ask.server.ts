import { lastNumberOf } from "#app/features/competitions/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { type Id, parseId } from "#app/lib/ids.ts";
import { keepThreads } from "#app/lib/threads/kept.server.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import { files, type Files, type Made } from "#app/routes/aside/files.server.ts";
import { computing, pages, type Pages } from "#app/routes/aside/pages.server.ts";
import type { Order } from "#app/routes/aside/types.ts";

/** Ms given to one page. */
const pageMs = 120_000;

/** Ms given to one file: a workbook of a national year has a hundred thousand rows. */
const fileMs = 300_000;

/** The one thread a process keeps for pages, one after the other. */
const askKept = keepThreads({ most: 1, idleMs: 300_000, memoryMb: 2_048 });

/** And one for files that take long at any size, so that no page waits for them; each may hold the marks of an edition in memory. */
const askFiles = keepThreads({ most: 1, idleMs: 60_000, memoryMb: 2_048 });

/** Entries of an edition from which its pages are read aside; below, each takes less than the way to a thread and back. */
const largeFrom = 1_000;

type Asking = { params: Order["address"]["params"]; request: Pick<Request, "url" | "signal"> };
type Answer<K extends keyof Pages> = Awaited<ReturnType<Pages[K]>>;
type Way = "here" | "kept" | "own" | "files";

/**
 * Reads a page, that of a large edition in a thread on a connection of its own, so that nobody else waits for it. Throws what the page
 * refuses; where the thread ends without an answer, `ranking.tooHeavy` (409).
 */
export async function readAside<K extends keyof Pages>(ctx: SignedInCtx, page: K, asking: Asking): Promise<Answer<K>> {
  const address = addressOf(asking);
  const way = computing.includes(page) ? "own" : isLarge(ctx, parseId("edition", asking.params.editionId)) ? "kept" : "here";
  return inThread(ctx, way) ? ask<Answer<K>>(orderOf(ctx, page, address), way, asking.request.signal) : (pages[page](ctx, address) as Answer<K>);
}

/** Makes a file of a list (`listId` of the address) in the same way; a drawn one, or one with all marks, in a thread at any size. */
export async function makeAside(ctx: Ctx, file: keyof Files, asking: Asking): Promise<Made> {
  const address = addressOf(asking);
  const { read, make } = files[file];
  const listId = parseId("list", asking.params.listId);
  if (!isSignedIn(ctx) || !listId) return make(read(ctx, address));
  const way = file !== "listCsv" ? "files" : isLarge(ctx, getList(ctx, listId).editionId) ? "kept" : "here";
  return inThread(ctx, way) ? ask<Made>(orderOf(ctx, file, address), way, asking.request.signal) : make(read(ctx, address));
}

const isSignedIn = (ctx: Ctx): ctx is SignedInCtx => ctx.actor !== null;

const addressOf = ({ params, request }: Asking): Order["address"] => ({ params: { ...params }, url: request.url });

const isLarge = (ctx: Ctx, editionId: Id<"edition"> | null): boolean => editionId !== null && lastNumberOf(ctx, editionId) >= largeFrom;

/** What lives in memory is seen by no other thread. */
const inThread = ({ db }: Ctx, way: Way): boolean => way !== "here" && !db.$client.memory;

function orderOf(ctx: SignedInCtx, what: string, address: Order["address"]): Order {
  const { now, locale, requestId, baseUrl, actor, db } = ctx;
  const { withheld: _withheld, ...who } = actor;
  return { file: db.$client.name, now, locale, requestId, baseUrl, actor: who, what, address };
}

async function ask<T>(order: Order, way: Way, signal: AbortSignal): Promise<T> {
  const job = { module: "app/aside.server.ts", name: "answerAside", input: order };
  try {
    if (way === "own") return await runInThread<T>(job, { signal });
    return await (way === "files" ? askFiles<T>(job, { signal, timeoutMs: fileMs }) : askKept<T>(job, { signal, timeoutMs: pageMs }));
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError("ranking.tooHeavy", { kind: "conflict" });
  }
}
