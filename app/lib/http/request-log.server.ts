import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "#app/lib/log.server.ts";

/**
 * Gives every request a number, said in its answer and in every log line about it, and its instant of arrival: the moment its
 * head was read, before any of its body. That instant decides on which side of a deadline it fell.
 */
export function identifyRequest(): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = randomUUID();
    response.locals.arrivedAt = Date.now();
    response.set("X-Request-Id", response.locals.requestId as string);
    next();
  };
}

/** One line a request, when it ends. Addresses are kept without their query: it may hold a secret or a person's words. */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const path = request.path.replace(/^\/(invitations|email-confirmations|calendars)\/.+/, "/$1/…");
    response.on("close", () => {
      const line = {
        requestId: response.locals.requestId as string,
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        finished: response.writableFinished,
      };
      if (response.statusCode >= 500) log.error(line, "request");
      else log.info(line, "request");
    });
    next();
  };
}
