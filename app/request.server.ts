import { type AppLoadContext, redirect } from "@remix-run/node";
import { findSignedIn } from "#app/features/accounts/queries.server.ts";
import type { Sessions } from "#app/features/accounts/sessions/store.server.ts";
import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { listSeatGrants } from "#app/features/competitions/queries.server.ts";
import { clockOffset } from "#app/jobs/queries.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import type { Actor, Ctx, Locale } from "#app/lib/ctx.ts";
import type { FileStore } from "#app/lib/files.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import { idMaker, systemBytes } from "#app/lib/new-id.server.ts";
import type { SigningKeys } from "#app/lib/signing-keys.server.ts";
import type { Db } from "#db/client.server.ts";

/** What a process opens once and every request borrows. Handed to Remix as its load context. */
export type Services = {
  config: Config;
  db: Db;
  files: FileStore;
  keys: SigningKeys;
  sessions: Sessions;
  log: Log;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends Services {
    requestId: string;
    nonce: string;
    network: string;
    /** Adds a cookie to the answer, whichever page or redirect it becomes. */
    addCookie: (cookie: string) => void;
  }
}

export type LoadContext = AppLoadContext;

export type SignedInCtx = Ctx & { actor: Actor };

/** Who asks, which database, what time is it, which language. The actor is null for a visitor. */
export async function publicCtx(request: Request, services: LoadContext): Promise<Ctx> {
  const actor = await actorOf(request, services);
  return makeCtx(services, {
    actor: actor?.actor ?? null,
    locale: localeOf(request) ?? actor?.locale ?? "id",
    requestId: services.requestId,
  });
}

/** As publicCtx for a page that needs a person; sends a visitor to sign in and back to what they were doing. */
export async function requireCtx(request: Request, services: LoadContext): Promise<SignedInCtx> {
  const ctx = await publicCtx(request, services);
  if (ctx.actor) return ctx as SignedInCtx;
  const url = new URL(request.url);
  // A sent form comes back to its page, where the browser has kept what was typed.
  const page = request.method === "GET" ? url.pathname + url.search : refererPath(request) ?? url.pathname;
  const expired = services.sessions.readCookie(request.headers.get("Cookie")) ? "&expired=1" : "";
  throw redirect(`/sign-in?to=${encodeURIComponent(page.replace(/\.data(?=\?|$)/, ""))}${expired}`);
}

/** The context of operations outside a request: worker, command line, tests. */
export function makeCtx(
  services: Pick<Services, "config" | "db" | "files" | "keys">,
  who: { actor: Actor | null; locale: Locale; requestId: string },
): Ctx {
  const offset = services.config.demo ? clockOffset(services) : 0;
  return {
    db: services.db,
    now: Date.now() + offset,
    newId: idMaker(systemBytes),
    random: Math.random,
    randomBytes: systemBytes,
    locale: who.locale,
    actor: who.actor,
    requestId: who.requestId,
    files: services.files,
    keys: services.keys,
    baseUrl: services.config.baseUrl,
  };
}

async function actorOf(request: Request, services: LoadContext) {
  const sessionId = services.sessions.readCookie(request.headers.get("Cookie"));
  const session = sessionId ? await services.sessions.validate(sessionId) : null;
  // A session in use is prolonged in the database; its cookie has to live as long.
  if (session?.fresh && sessionId) services.addCookie(services.sessions.sessionCookie(sessionId));
  return session ? findActor(services, session.userId) : undefined;
}

/** A person with every grant: the system's, the agencies', the editions'. */
export function findActor(services: Pick<Services, "db">, userId: Actor["userId"]) {
  const signedIn = findSignedIn(services, userId);
  if (!signedIn) return undefined;
  const grants = [...signedIn.actor.grants, ...listAgencyGrants(services, userId), ...listSeatGrants(services, userId)];
  return { ...signedIn, actor: { ...signedIn.actor, grants } };
}

function refererPath(request: Request): string | null {
  const referer = request.headers.get("Referer");
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  if (url.host !== new URL(request.url).host) return null;
  url.searchParams.set("restored", "1");
  return url.pathname + url.search;
}

/** The language of the cookie set by the switch; null when none was chosen. */
export function localeOf(request: Request): Locale | null {
  const match = /(?:^|;\s*)language=(id|en)(?:;|$)/.exec(request.headers.get("Cookie") ?? "");
  return (match?.[1] as Locale | undefined) ?? null;
}
