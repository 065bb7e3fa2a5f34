import type { Server } from "node:http";
import type { RequestHandler } from "express";

/** Turns of the event loop in a row in which people may come in before the next of those who wait is served. */
const mostArrivals = 500;

export type Turns = { handler: RequestHandler; watch: (server: Server) => void };

/**
 * Begins one request a turn of the event loop, and only when nobody else came in during the turn before. Node takes one new line a
 * turn; so that the instant of arrival of a request is noted within one answer's time, however many wait, those who arrive are let
 * in before the next answer is worked on: at a deadline that instant decides.
 */
export function makeTurns(): Turns {
  const waiting: (() => void)[] = [];
  let arrivals = 0;
  let lookedAt = 0;
  let held = 0;
  const turn = (): void => {
    const came = arrivals > lookedAt && held < mostArrivals;
    lookedAt = arrivals;
    held = came ? held + 1 : 0;
    if (!came) waiting.shift()?.();
    if (waiting.length > 0) setImmediate(turn);
  };
  return {
    handler: (_request, _response, next) => {
      arrivals += 1;
      if (waiting.push(() => next()) === 1) setImmediate(turn);
    },
    watch: (server) => void server.on("connection", () => (arrivals += 1)),
  };
}
