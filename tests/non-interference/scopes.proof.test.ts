import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Ctx } from "#app/lib/ctx.ts";
import { broken, leaky, mended } from "#tests/non-interference/seams.ts";
import { randomFor, secrets } from "#tests/non-interference/secrets.ts";
import { differences, snapshot } from "#tests/non-interference/snapshot.ts";
import { type Hidden, makeHidden, type PersonName } from "#tests/non-interference/world.ts";

vi.mock("#app/features/agencies/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/competitions/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/similarity/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/notifications/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/queries.server.ts", async (original) => leaky(await original<object>(), { listBars: { agencyIds: [], proposalIds: [] } }));

type Scope = { read: RegExp; person: PersonName; secret: number };

/** Each policy that scopes a read, with one person and one read that show when it is gone. */
const policies: Record<string, Scope> = {
  isAgencyMember: { read: /^proposals\/overview\.getAgencyOverview$/, person: "siblingAdmin", secret: 0 },
  mayReadProposal: { read: /^proposals\/reading\.getProposalPage$/, person: "ownAdmin", secret: 0 },
  mayListEntries: { read: /^proposals\/entries\.listEntryPage$/, person: "evaluator", secret: 0 },
  mayReadScreening: { read: /^screening\/queue\.listScreeningQueue$/, person: "evaluator", secret: 0 },
  mayReadSimilarity: { read: /^screening\/similarity\.listPairPage$/, person: "ownAdmin", secret: 0 },
  mayKeepLetters: { read: /^notifications\/outbox\.listOutbox$/, person: "stranger", secret: 0 },
  listBars: { read: /^screening\/queue\.listScreeningQueue$/, person: "barredScreener", secret: 1 },
};

/** Each condition of a statement that scopes a read; without it the statement answers for everybody. */
const conditions: Record<string, Scope & { condition: RegExp }> = {
  "an edition's entries": {
    condition: /"proposals"\."edition_id" = \?/g,
    ...{ read: /^screening\/queue\.listScreeningQueue$/, person: "screener", secret: 2 },
  },
  "an agency's proposals": {
    condition: /"proposals"\."agency_id" = \?/g,
    ...{ read: /^proposals\/overview\.getAgencyOverview$/, person: "ownAdmin", secret: 0 },
  },
  "entries that were submitted": {
    condition: /"proposals"\."(reach" <>|number" >) \?/g,
    ...{ read: /^proposals\/entries\.listEntryPage$/, person: "organiser", secret: 3 },
  },
  "an edition's letters": {
    condition: /"outbox"\."edition_id" = \?/g,
    ...{ read: /^notifications\/outbox\.listOutbox$/, person: "organiser", secret: 2 },
  },
  "agencies one is barred from": {
    condition: /"proposals"\."agency_id" not in \(\?(, \?)*\)/g,
    ...{ read: /^screening\/queue\.listScreeningQueue$/, person: "barredScreener", secret: 1 },
  },
  "one's own notices": {
    condition: /"notices"\."user_id" = \?/g,
    ...{ read: /^notifications\.listNotices$/, person: "ownAdmin", secret: 0 },
  },
};

/** Statements are prepared without the broken condition; its values stay, since they are bound by their place. */
function withoutCondition(ctx: Ctx): Ctx {
  const client = ctx.db.$client;
  const prepare = client.prepare.bind(client);
  const always = (condition: string): string => `(coalesce(${(condition.match(/\?/g) ?? []).join(", ")}, 1, 1) is not null)`;
  client.prepare = ((source: string) => prepare(broken.condition ? source.replaceAll(broken.condition, always) : source));
  return ctx;
}

describe("the property of what a person may not see", () => {
  let hidden: Hidden;
  beforeAll(async () => {
    hidden = await makeHidden();
  });
  afterEach(() => {
    Object.assign(broken, mended);
  });

  /** How many reads change for the person when the secret changes. */
  async function leaks({ read, person, secret }: Scope): Promise<number> {
    const wanted = { known: hidden.known, person, at: ["screening"], only: read } as const;
    const changed = hidden.copy();
    const { policy, condition } = broken;
    Object.assign(broken, mended);
    await secrets[secret]?.change(changed, hidden.known, randomFor(7));
    Object.assign(broken, { policy, condition });
    return differences(snapshot(withoutCondition(hidden.copy()), wanted), snapshot(withoutCondition(changed), wanted)).length;
  }

  for (const [policy, scope] of Object.entries(policies)) {
    it(`holds with ${policy} and fails without it`, async () => {
      expect(await leaks(scope)).toBe(0);
      broken.policy = policy;
      expect(await leaks(scope)).toBeGreaterThan(0);
    });
  }

  for (const [name, { condition, ...scope }] of Object.entries(conditions)) {
    it(`holds with the condition on ${name} and fails without it`, async () => {
      expect(await leaks(scope)).toBe(0);
      broken.condition = condition;
      expect(await leaks(scope)).toBeGreaterThan(0);
    });
  }
});
