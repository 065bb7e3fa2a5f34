import { describe, expect, it } from "vitest";
import { DomainError } from "#app/lib/errors.ts";
import { keepThreads, ThreadsBusy } from "#app/lib/threads/kept.server.ts";
import { runInThread } from "#app/lib/threads/run.server.ts";
import { CalledOff, ThreadBroke } from "#app/lib/threads/thread.server.ts";
import type { Job } from "#app/lib/threads/types.ts";

const job = (name: string, input: unknown = null): Job => ({ module: "tests/lib/threads/jobs.ts", name, input });
const which = job("whichThread");
const later = (words: string, ms = 1): Job => job("sayLater", { words, ms });
const one = { most: 1, idleMs: 60_000 };
const thrown = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error);

describe("a kept thread", () => {
  it("does the next job as well, also after a refusal, which is thrown as what it was", async () => {
    const ask = keepThreads(one);
    const first = await ask(which);
    const refused = await thrown(ask(job("refuse")));
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ code: "ranking.changed", kind: "conflict", params: { count: 3 } });
    expect(await ask(which)).toBe(first);
  });

  it("is not used again once a job broke, whose words are told", async () => {
    const ask = keepThreads(one);
    const first = await ask(which);
    await expect(ask(job("breakDown"))).rejects.toThrow("the table is bent");
    expect(await ask(which)).not.toBe(first);
  });

  it("is ended when a job is late, and another does the next", async () => {
    const ask = keepThreads(one);
    expect(await thrown(ask(job("loop"), { timeoutMs: 400 }))).toBeInstanceOf(ThreadBroke);
    expect(await ask(later("here"))).toBe("here");
  });

  it("ends without its process when a job takes too much memory", async () => {
    const ask = keepThreads({ ...one, memoryMb: 48, silent: true });
    expect(await thrown(ask(job("hoard")))).toBeInstanceOf(ThreadBroke);
    expect(await ask(later("here"))).toBe("here");
  });

  it("is given back when nobody asks for a while", async () => {
    const ask = keepThreads({ most: 1, idleMs: 1 });
    const first = await ask(which);
    await expect.poll(async () => (await ask(which)) === first, { interval: 50 }).toBe(false);
  });
});

describe("jobs for kept threads", () => {
  it("are done in the order of asking, no more at a time than there are threads", async () => {
    const ask = keepThreads(one);
    const done: string[] = [];
    const note = async (words: string, ms: number): Promise<void> => void done.push(await ask<string>(later(words, ms)));
    await Promise.all([note("slow", 60), note("quick", 1), note("last", 1)]);
    expect(done).toEqual(["slow", "quick", "last"]);
    const two = keepThreads({ most: 2, idleMs: 60_000 });
    const threads = await Promise.all(Array.from({ length: 6 }, () => two(which)));
    expect(new Set(threads).size).toBe(2);
  });

  it("are refused when too many wait, and left undone when they are called off before their turn", async () => {
    const ask = keepThreads({ ...one, waitingMost: 1 });
    const off = new AbortController();
    const first = ask(later("first", 30));
    const second = thrown(ask(later("second"), { signal: off.signal }));
    expect(await thrown(ask(later("third")))).toBeInstanceOf(ThreadsBusy);
    off.abort();
    expect(await second).toBeInstanceOf(CalledOff);
    expect(await first).toBe("first");
    expect(await ask(later("fourth"))).toBe("fourth");
  });
});

describe("a thread for one job", () => {
  it("ends when it is called off, and throws what the job threw", async () => {
    expect(await runInThread(later("done"))).toBe("done");
    const off = new AbortController();
    const working = thrown(runInThread(job("loop"), { signal: off.signal }));
    off.abort();
    expect(await working).toBeInstanceOf(CalledOff);
    await expect(runInThread(job("refuse"))).rejects.toMatchObject({ code: "ranking.changed" });
    await expect(runInThread(job("nothing"))).rejects.toThrow("has no nothing");
  });
});
