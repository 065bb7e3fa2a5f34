import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { makeTurns } from "#app/lib/http/turns.server.ts";

/** Turns with a server of which only the arrivals are told, and what has begun. */
function scene() {
  const turns = makeTurns();
  const server = new EventEmitter();
  turns.watch(server as Server);
  const begun: number[] = [];
  const ask = (number: number) => void turns.handler({} as Request, {} as Response, () => begun.push(number));
  return { begun, ask, arrive: () => server.emit("connection") };
}

describe("requests that wait for their turn", () => {
  it("begin in the order they came, one a turn of the event loop", async () => {
    const { begun, ask } = scene();
    for (const number of [1, 2, 3]) ask(number);
    const seen = [];
    for (let index = 0; index < 5; index += 1) {
      seen.push(begun.length);
      await turn();
    }
    expect(seen).toEqual([0, 0, 1, 2, 3]);
    expect(begun).toEqual([1, 2, 3]);
  });

  it("let those in first who arrive in the meantime", async () => {
    const { begun, ask, arrive } = scene();
    ask(1);
    for (let index = 0; index < 20; index += 1) {
      arrive();
      await turn();
    }
    expect(begun).toEqual([]);
    await turn();
    expect(begun).toEqual([1]);
  });

  it("are not held up for ever by people who never stop arriving", async () => {
    const { begun, ask, arrive } = scene();
    ask(1);
    for (let index = 0; index < 600; index += 1) {
      arrive();
      await turn();
    }
    expect(begun).toEqual([1]);
  });
});
