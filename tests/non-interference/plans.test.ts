import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#app/lib/ctx.ts";
import { randomFor, secrets } from "#tests/non-interference/secrets.ts";
import { snapshot } from "#tests/non-interference/snapshot.ts";
import { type Hidden, makeHidden, type PersonName } from "#tests/non-interference/world.ts";

/** Every read that searches or lists entries, with somebody who may use it and something hidden from them. */
const searches: { read: RegExp; person: PersonName; secret: number }[] = [
  { read: /^proposals\/entries\.listEntryPage$/, person: "organiser", secret: 2 },
  { read: /^screening\/queue\.listScreeningQueue$/, person: "screener", secret: 2 },
  { read: /^screening\/queue\.listScreeningQueue$/, person: "barredScreener", secret: 1 },
  { read: /^screening\/similarity\.listPairPage$/, person: "barredScreener", secret: 1 },
  { read: /^proposals\/extensions\.listExtensionPage$/, person: "organiser", secret: 2 },
  { read: /^proposals\/invitations\.listInvitations$/, person: "organiser", secret: 2 },
  { read: /^notifications\/outbox\.listOutbox$/, person: "organiser", secret: 2 },
  { read: /^proposals\/overview\.getAgencyOverview$/, person: "ownAdmin", secret: 0 },
];

/** The statements of a read with the plan SQLite makes of each. The product keeps no statistics of its tables: a plan follows from the text. */
function plansOf(ctx: Ctx, work: () => void): string[] {
  const client = ctx.db.$client;
  const prepare = client.prepare.bind(client);
  const plans = new Set<string>();
  client.prepare = ((source: string) => {
    if (/^\s*(select|with)/i.test(source)) {
      const values = (source.match(/\?/g) ?? []).map(() => null);
      const steps = prepare(`explain query plan ${source}`).all(...values) as { detail: string }[];
      plans.add(`${source}: ${steps.map(({ detail }) => detail).join("; ")}`);
    }
    return prepare(source);
  });
  try {
    work();
  } finally {
    client.prepare = prepare;
  }
  return [...plans].sort();
}

describe("a search applies the person's scope inside the query", () => {
  let hidden: Hidden;
  let changed: Ctx[];
  beforeAll(async () => {
    hidden = await makeHidden();
    changed = [];
    for (const { change } of secrets.slice(0, 3)) {
      const ctx = hidden.copy();
      await change(ctx, hidden.known, randomFor(3));
      changed.push(ctx);
    }
  });

  for (const { read, person, secret } of searches) {
    it(`${read.source.replaceAll(/[\\^$]/g, "")} by ${person}: hidden rows change neither plan nor bytes`, () => {
      const asked = { known: hidden.known, person, at: ["screening"], only: read } as const;
      const base = hidden.copy();
      const [before, after] = [base, changed[secret] as Ctx].map((ctx) => {
        let found = new Map<string, string>();
        const plans = plansOf(ctx, () => (found = snapshot(ctx, asked)));
        return { plans, found: [...found] };
      });
      expect(before?.plans.length).toBeGreaterThan(0);
      expect(after?.plans).toEqual(before?.plans);
      expect(after?.found).toEqual(before?.found);
    });
  }
});
