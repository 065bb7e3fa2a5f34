import type { Ctx } from "#app/lib/ctx.ts";
import type { Known } from "#tests/non-interference/world.ts";

/** One way to ask: a name for the report, and the asking itself. */
export type Asking = [label: string, ask: (ctx: Ctx) => unknown];

/** A read that answers a person: every way this world can ask it. */
export type Answers = { kind: "answers"; ways: (known: Known) => Asking[] };

/**
 * A read below the policies: it knows nothing of the person, and whoever calls it has asked first. `forRoutes` says why a page may
 * call it nevertheless; without it no page may.
 */
export type Below = { kind: "below"; reason: string; forRoutes: string | null };

/** By folder below app/features, by name of the export. */
export type ReadTable = Record<string, Record<string, Answers | Below>>;

export const answers = (ways: (known: Known) => Asking[]): Answers => ({ kind: "answers", ways });

/** Asks with each of the ids or words. */
export const each = <T>(of: (known: Known) => readonly T[], ask: (ctx: Ctx, one: T) => unknown): Answers =>
  answers((known) => of(known).map((one) => [typeof one === "string" ? one : JSON.stringify(one), (ctx) => ask(ctx, one)]));

export const below = (reason: string, names: readonly string[]): Record<string, Below> =>
  Object.fromEntries(names.map((name) => [name, { kind: "below", reason, forRoutes: null } as const]));

/** Below the policies and yet called by pages, for the reason given. */
export const openToPages = (reasons: Record<string, string>): Record<string, Below> =>
  Object.fromEntries(Object.entries(reasons).map(([name, reason]) => [name, { kind: "below", reason, forRoutes: reason } as const]));
