import type { RequestHandler } from "express";

/**
 * Begins one request a turn of the event loop. Between two of them everything that has come in is looked at, so that the instant of
 * arrival of a request is noted within one answer's time, however many wait: at a deadline that instant decides.
 */
export function takeTurns(): RequestHandler {
  const waiting: (() => void)[] = [];
  const turn = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(turn);
  };
  return (_request, _response, next) => {
    if (waiting.push(() => next()) === 1) setImmediate(turn);
  };
}
