import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { describe, expect, it } from "vitest";
import {
  beat,
  failJob,
  finishJob,
  queueRecurring,
  resumeJobs,
  sweepHistory,
  takeNextJob,
} from "#app/jobs/operations.server.ts";
import { findSetting, heartbeatKey } from "#app/jobs/queries.server.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { type Handlers, handlers } from "#app/jobs/registry.ts";
import { jobAfterFailure } from "#app/jobs/rules.ts";
import { dueKinds, schedule } from "#app/jobs/schedule.ts";
import { startWorker, workOnce } from "#app/jobs/worker.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { jobs } from "#db/schema/jobs.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const log = pino({ level: "silent" });
const minute = 60_000;

const queue = (world: World, kind: string, dedupeKey?: string): void =>
  inTransaction(world.ctx, () => enqueue(world.ctx, { kind, payload: { n: 1 }, ...(dedupeKey ? { dedupeKey } : {}) }));

const statuses = (world: World): string[] => world.ctx.db.select().from(jobs).all().map(({ status }) => status);

describe("the queue", () => {
  it("takes due work once, oldest first", () => {
    const world = makeWorld();
    queue(world, "b.later");
    expect(takeNextJob(world.at(world.ctx.now - 1).ctx)).toBeUndefined();
    expect(takeNextJob(world.ctx)?.kind).toBe("b.later");
    expect(takeNextJob(world.ctx)).toBeUndefined();
  });

  it("queues the same work once while it waits, and again when it is done", () => {
    const world = makeWorld();
    queueRecurring(world.ctx, "jobs.historySweep", 1);
    queueRecurring(world.ctx, "jobs.historySweep", 2);
    expect(statuses(world)).toEqual(["queued"]);
    const job = takeNextJob(world.ctx);
    if (job) finishJob(world.ctx, job);
    queueRecurring(world.ctx, "jobs.historySweep", 3);
    expect(statuses(world)).toEqual(["done", "queued"]);
  });

  it("tries again after 1, 2, 4 … 64 minutes and gives up at the eighth failure", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => jobAfterFailure(attempts, 0));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64].map((minutes) => ({ status: "queued", runAt: minutes * minute })));
    expect(jobAfterFailure(8, 5)).toEqual({ status: "failed", runAt: 5 });
  });

  it("queues again what a dead worker left running", () => {
    const world = makeWorld();
    queue(world, "a.thing");
    takeNextJob(world.ctx);
    expect([statuses(world), resumeJobs(world.ctx), statuses(world)]).toEqual([["running"], 1, ["queued"]]);
  });

  it("forgets done work after a week and keeps what failed", () => {
    const world = makeWorld();
    queue(world, "a.done");
    queue(world, "a.failed");
    const [first, second] = [takeNextJob(world.ctx), takeNextJob(world.ctx)];
    if (first) finishJob(world.ctx, first);
    if (second) failJob(world.ctx, { ...second, attempts: 8 }, "no");
    sweepHistory(world.at(world.ctx.now + 7 * 24 * 60 * minute).ctx);
    expect(statuses(world).toSorted()).toEqual(["done", "failed"]);
    sweepHistory(world.at(world.ctx.now + 7 * 24 * 60 * minute + 1).ctx);
    expect(statuses(world)).toEqual(["failed"]);
  });
});

describe("one turn of the worker", () => {
  it("does a job with its payload", async () => {
    const world = makeWorld();
    queue(world, "a.thing");
    const seen: unknown[] = [];
    const known: Handlers = { "a.thing": (_ctx, payload) => void seen.push(payload) };
    expect(await workOnce({ clock: () => world.ctx, handlers: known, log })).toBe(true);
    expect(await workOnce({ clock: () => world.ctx, handlers: known, log })).toBe(false);
    expect([seen, statuses(world)]).toEqual([[{ n: 1 }], ["done"]]);
  });

  it("keeps the reason of a failure and tries again later", async () => {
    const world = makeWorld();
    queue(world, "a.thing");
    const known: Handlers = { "a.thing": () => Promise.reject(new Error("disk is full")) };
    await workOnce({ clock: () => world.ctx, handlers: known, log });
    const [job] = world.ctx.db.select().from(jobs).all();
    expect([job?.status, job?.attempts, job?.lastError, job?.runAt]).toEqual(["queued", 1, "disk is full", world.ctx.now + minute]);
  });

  it("does not lose a job of a kind nobody handles", async () => {
    const world = makeWorld();
    queue(world, "a.mystery");
    await workOnce({ clock: () => world.ctx, handlers: {}, log });
    const [job] = world.ctx.db.select().from(jobs).all();
    expect([job?.status, job?.lastError]).toEqual(["queued", "no handler for jobs of kind a.mystery"]);
  });
});

describe("the schedule", () => {
  it("has a handler for every kind", () => {
    expect(schedule.filter(({ kind }) => !(kind in handlers))).toEqual([]);
  });

  it("is due at the start and then when its time has passed", () => {
    const all = schedule.map(({ kind }) => kind);
    expect(dueKinds(new Map(), 0)).toEqual(all);
    const queued = new Map(all.map((kind) => [kind, 0]));
    for (const { kind, every } of schedule) {
      expect([dueKinds(queued, every - 1).includes(kind), dueKinds(queued, every).includes(kind)]).toEqual([false, true]);
    }
  });
});

describe("the sweep of sessions", () => {
  it("deletes those that ended by the real clock and no others", async () => {
    const world = makeWorld();
    const { userId } = world.person("Ani");
    const row = (id: string, expiresAt: number) => ({ id, userId, expiresAt });
    world.ctx.db.insert(sessions).values([row("over", 999), row("running", 1_000)]).run();
    queueRecurring(world.ctx, "accounts.sessionSweep", 1_000_000);
    await workOnce({ clock: () => world.ctx, handlers, log });
    expect(world.ctx.db.select({ id: sessions.id }).from(sessions).all()).toEqual([{ id: "running" }]);
  });
});

describe("a running worker", () => {
  it("beats, resumes what was left, and finishes the job in hand before it stops", async () => {
    const world = makeWorld();
    queue(world, "a.slow");
    takeNextJob(world.ctx);
    const steps: string[] = [];
    const known: Handlers = {
      ...handlers,
      "a.slow": async () => {
        steps.push("begun");
        await pause(50);
        steps.push("done");
      },
    };
    const worker = startWorker({ clock: () => world.ctx, realNow: () => 1_234, handlers: known, send: null, lettersAMinute: 60, log });
    for (let tries = 0; tries < 100 && steps.length === 0; tries += 1) await pause(5);
    await worker.stop();
    expect(steps).toEqual(["begun", "done"]);
    expect(findSetting(world.ctx, heartbeatKey)).toBe("1234");
  });

  it("says that it lives by the real clock", () => {
    const world = makeWorld();
    beat(world.ctx, 99);
    expect(findSetting(world.ctx, heartbeatKey)).toBe("99");
  });
});
