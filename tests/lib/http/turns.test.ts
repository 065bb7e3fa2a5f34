import { setImmediate as turn } from "node:timers/promises";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { takeTurns } from "#app/lib/http/turns.server.ts";

describe("requests that wait for their turn", () => {
  it("begin in the order they came, one a turn of the event loop", async () => {
    const take = takeTurns();
    const begun: number[] = [];
    for (const number of [1, 2, 3]) void take({} as Request, {} as Response, () => begun.push(number));
    const seen = [];
    for (let index = 0; index < 4; index += 1) {
      seen.push(begun.length);
      await turn();
    }
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(begun).toEqual([1, 2, 3]);
  });

});
