import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import { formatBytes } from "#app/i18n/format.ts";
import type { Config } from "#app/lib/config.server.ts";
import type { Locale } from "#app/lib/ctx.ts";
import type { Log } from "#app/lib/log.server.ts";
import { plainPage } from "#app/lib/http/plain-page.server.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** A form must come from our own pages: the cookie alone proves nothing when another site posts. */
export function refuseForeignForms(config: Pick<Config, "baseUrl">): RequestHandler {
  const own = new URL(config.baseUrl).host;
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const origin = request.headers.origin;
    const host = origin && URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== null && (host === own || host === request.headers.host)) return next();
    if (host === null && request.headers["sec-fetch-site"] === "same-origin") return next();
    const locale = localeIn(request.headers.cookie);
    sendPage(response, { status: 403, locale, words: dictionaries[locale].pages.forbidden.anonymous, kind: "forbidden" });
  };
}

/** Refuses a body over `limit` bytes: at once when it says its length, as soon as it shows otherwise. */
export function limitBody(limit: number): RequestHandler {
  return (request, response, next) => {
    const locale = localeIn(request.headers.cookie);
    const refuse = () => {
      if (response.headersSent) return;
      const words = dictionaries[locale].pages.tooLarge.body.replace("{limit}", formatBytes(locale, limit));
      response.set("Connection", "close");
      sendPage(response, { status: 413, locale, words, kind: "tooLarge" });
      request.unpipe();
      linger(request);
    };
    if (Number(request.headers["content-length"] ?? 0) > limit) return refuse();
    if (request.headers["content-length"] === undefined && !safeMethods.has(request.method)) {
      let seen = 0;
      request.on("data", (chunk: Buffer) => {
        seen += chunk.length;
        if (seen > limit) refuse();
      });
      request.pause();
    }
    next();
  };
}

/** Bytes and ms for which the rest of a refused body is thrown away, so that its sender hears the answer before the line ends. */
const lingerBytes = 8 * 1024 * 1024;
const lingerMs = 3_000;

function linger(request: Request): void {
  const { socket } = request;
  const end = (): void => void socket.destroy();
  const timer = setTimeout(end, lingerMs).unref();
  let seen = 0;
  request.on("data", (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > lingerBytes) end();
  });
  request.once("end", () => clearTimeout(timer));
  request.on("error", () => undefined);
  request.resume();
}

/** The last word on what nobody caught: a plain page with the request's number. */
export function answerFailure(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    log.error({ requestId: response.locals.requestId as string, err: error as Error }, "failed outside a page");
    if (response.headersSent) return next(error);
    const locale = localeIn(request.headers.cookie);
    const words = dictionaries[locale].pages.failed.body.replace("{request}", response.locals.requestId as string);
    sendPage(response, { status: 500, locale, words, kind: "failed" });
  };
}

type PageKind = "forbidden" | "tooLarge" | "failed";

function sendPage(response: Response, page: { status: number; locale: Locale; words: string; kind: PageKind }): void {
  const { title } = dictionaries[page.locale].pages[page.kind];
  const home = dictionaries[page.locale].pages.home;
  response
    .status(page.status)
    .type("html")
    .send(plainPage({ locale: page.locale, title, words: page.words, home, nonce: response.locals.nonce as string }));
}

const localeIn = (cookie: string | undefined): Locale =>
  /(?:^|;\s*)language=en(?:;|$)/.test(cookie ?? "") ? "en" : "id";
