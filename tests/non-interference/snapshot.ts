import { withWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, InvalidInput } from "#app/lib/errors.ts";
import { declassify } from "#tests/non-interference/declassified.ts";
import { reads } from "#tests/non-interference/reads/all.ts";
import { type Known, type Moment, moments, type PersonName } from "#tests/non-interference/world.ts";

/** Everything a person gets, by moment, read and what was asked. */
export type Snapshot = Map<string, string>;

export type Asked = { known: Known; person: PersonName; at: readonly Moment[]; only?: RegExp };

/** Asks every read as the person, in every way, and keeps the bytes of what comes back, refusals included. */
export function snapshot(ctx: Ctx, { known, person, at, only }: Asked): Snapshot {
  const found: Snapshot = new Map();
  for (const moment of at) {
    const actor = known.people[person] ?? null;
    const now = moments[moment];
    // With what is withheld from the person, as every request has it.
    const asking: Ctx = { ...ctx, now, actor: actor && withWithheld({ db: ctx.db, now }, actor) };
    for (const [read, ways] of answeringReads(known, only)) {
      for (const [label, ask] of ways) found.set(`${moment} ${read} ${label}`, bytesOf(() => declassify({ read, person, answer: ask(asking) })));
    }
  }
  return found;
}

const answeringReads = (known: Known, only: RegExp | undefined) =>
  Object.entries(reads).flatMap(([folder, exports]) =>
    Object.entries(exports).flatMap(([name, read]) => {
      const whole = `${folder}.${name}`;
      return read.kind === "answers" && (!only || only.test(whole)) ? [[whole, read.ways(known)] as const] : [];
    }),
  );

/** A refusal is an answer; anything else that is thrown is a fault of the read. */
function bytesOf(ask: () => unknown): string {
  try {
    return JSON.stringify(ask(), plain) ?? "undefined";
  } catch (error) {
    if (error instanceof DomainError) return JSON.stringify({ refused: error.code, kind: error.kind, params: error.params });
    if (error instanceof InvalidInput) return JSON.stringify({ invalid: error.faults });
    throw error;
  }
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...value] : value);

/** What differs, one line a read and what was asked of it. */
export const differences = (before: Snapshot, after: Snapshot): string[] =>
  [...before].filter(([key, bytes]) => after.get(key) !== bytes).map(([key, bytes]) => `${key}: ${shortest(bytes, after.get(key) ?? "nothing")}`);

/** Where two texts part, with a little around it. */
function shortest(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(one)}… became …${around(other)}…`;
}
