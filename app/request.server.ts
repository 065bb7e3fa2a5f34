import { type AppLoadContext, redirect } from "@remix-run/node";
import { hasSecondFactor } from "#app/features/accounts/factors/queries.server.ts";
import { isFactorCompulsory } from "#app/features/accounts/factors/rules.ts";
import { findSignedIn } from "#app/features/accounts/queries.server.ts";
import { isFreshProof } from "#app/features/accounts/sessions/rules.ts";
import type { Client, Sessions } from "#app/features/accounts/sessions/store.server.ts";
import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { listSeatGrants } from "#app/features/competitions/queries.server.ts";
import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
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
    /** How the person asked; a loader that follows a sent form sees GET on its own request. */
    method: string;
    /** UTC ms of the real clock: when the head of the request was read, before its body. */
    arrivedAt: number;
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
  return ctxOf(request, services, await whoAsks(request, services));
}

/** As publicCtx for a page that needs a person; sends a visitor to sign in and back to what they were doing. */
export async function requireCtx(request: Request, services: LoadContext): Promise<SignedInCtx> {
  const person = await whoAsks(request, services);
  const ctx = ctxOf(request, services, person);
  if (person?.factorDue && !isOpenToDebtors(request)) throw redirect(factorPath);
  if (ctx.actor) return ctx as SignedInCtx;
  const expired = services.sessions.readCookie(request.headers.get("Cookie")) ? "&expired=1" : "";
  throw redirect(`/sign-in?to=${encodeURIComponent(pageOf(request))}${expired}`);
}

/** Where a second factor is set up: with the proof it asks for, the one place open to somebody who still owes theirs. */
const factorPath = "/profile/second-factor";

const isOpenToDebtors = (request: Request): boolean => {
  const { pathname } = new URL(request.url);
  return pathname.startsWith(factorPath) || pathname.startsWith("/re-authentication");
};

type Asking = { actor: Actor; locale: Locale; factorDue: boolean };

/** With what is kept from the person at this instant, so that rooms before the conflicts can leave it out. */
function ctxOf(request: Request, services: LoadContext, person: Asking | undefined): Ctx {
  const ctx = makeCtx(services, {
    actor: person?.actor ?? null,
    locale: localeOf(request) ?? person?.locale ?? "id",
    requestId: services.requestId,
    arrivedAt: services.arrivedAt,
  });
  return ctx.actor ? { ...ctx, actor: withWithheld(ctx, ctx.actor) } : ctx;
}

const asked = new WeakMap<LoadContext, Promise<Asking | undefined>>();

/** The signed-in person, looked up once for all loaders of a page; an action may change who it is, so a sent form asks anew. */
function whoAsks(request: Request, services: LoadContext): Promise<Asking | undefined> {
  if (services.method !== "GET") return findAsking(request, services);
  const found = asked.get(services) ?? findAsking(request, services);
  asked.set(services, found);
  return found;
}

/** Whoever owes a second factor holds no grant until it stands, on public pages either. */
async function findAsking(request: Request, services: LoadContext): Promise<Asking | undefined> {
  const sessionId = sessionOf(request, services);
  const session = sessionId ? await services.sessions.validate(sessionId) : null;
  if (!session || session.codeDue) return undefined;
  // A session in use is prolonged in the database; its cookie has to live as long.
  if (session.fresh) services.addCookie(services.sessions.sessionCookie(sessionId));
  const found = findActor(services, session.userId);
  if (!found) return undefined;
  const factorDue = isFactorDue(services, found.actor);
  return { actor: factorDue ? { ...found.actor, grants: [] } : found.actor, locale: found.locale, factorDue };
}

/** Whether the configuration asks a second factor of the signed-in person and none stands. */
export const owesFactor = async (request: Request, services: LoadContext): Promise<boolean> =>
  (await whoAsks(request, services))?.factorDue ?? false;

/** The page a request belongs to. A sent form comes back to its page, where the browser has kept what was typed. */
function pageOf(request: Request): string {
  const url = new URL(request.url);
  const page = request.method === "GET" ? url.pathname + url.search : refererPath(request) ?? url.pathname;
  return page.replace(/\.data(?=\?|$)/, "");
}

const isFactorDue = (services: Pick<Services, "config" | "db">, actor: Actor): boolean =>
  isFactorCompulsory(services.config.secondFactor, actor.grants) && !hasSecondFactor(services, actor.userId);

/**
 * Lets the request of a weighty act pass when its person proved in the last ten minutes (real clock) who they are, by signing in
 * or once more; sends them to do so otherwise, and back to the page, where the browser has kept what was typed. Call it first in
 * the action, after requireCtx.
 */
export async function requireFreshSign(request: Request, services: LoadContext): Promise<void> {
  const session = await services.sessions.validate(sessionOf(request, services));
  if (session && isFreshProof(session.provedAt, services.sessions.now())) return;
  throw redirect(`/re-authentication?to=${encodeURIComponent(pageOf(request))}`);
}

/** The id in the request's cookie; empty without one. */
export const sessionOf = (request: Request, services: Pick<Services, "sessions">): string =>
  services.sessions.readCookie(request.headers.get("Cookie")) ?? "";

/** From where and with what the request comes. */
export const clientOf = (request: Request, services: LoadContext): Client => ({
  network: services.network,
  userAgent: (request.headers.get("User-Agent") ?? "").slice(0, 300),
});

/** The context of operations outside a request: worker, command line, tests. */
export function makeCtx(
  services: Pick<Services, "config" | "db" | "files" | "keys">,
  who: { actor: Actor | null; locale: Locale; requestId: string; arrivedAt?: number },
): Ctx {
  const offset = services.config.demo ? clockOffset(services) : 0;
  return {
    db: services.db,
    now: (who.arrivedAt ?? Date.now()) + offset,
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
