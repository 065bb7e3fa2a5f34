import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
// First: the modules below are broken by it as they load.
import { broken, leaky, mended } from "#tests/non-interference/seams.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { makeJudging } from "#tests/non-interference/judging.ts";
import { judgingSecret } from "#tests/non-interference/judging-secret.ts";
import { reads } from "#tests/non-interference/reads/all.ts";
import { randomFor, type Secret, secrets } from "#tests/non-interference/secrets.ts";
import { type Site, sites } from "#tests/non-interference/sites.ts";
import { differences, snapshot } from "#tests/non-interference/snapshot.ts";
import { type Hidden, makeHidden, type Moment, type PersonName } from "#tests/non-interference/world.ts";

vi.mock("#app/features/accounts/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/agencies/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/assignment/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/audit/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/certificates/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/competitions/people/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/competitions/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/withholding/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/interviews/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/notifications/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/objections/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/comments/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/figures/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/proposals/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/ranking/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/scoring/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/screening/similarity/policy.ts", async (original) => leaky(await original<object>()));
vi.mock("#app/features/conflicts/withholding/queries.server.ts", async (original) => leaky(await original<object>(), whole));
vi.mock("#app/features/proposals/queries.server.ts", async (original) => leaky(await original<object>(), { shownTo: undefined }));
vi.mock("#app/features/notifications/outbox/queries.server.ts", async (original) => leaky(await original<object>(), { shownLetters: undefined }));
vi.mock("#app/lib/ctx.ts", async (original) => leaky(await original<object>(), { withheldOf: { agencyIds: [], proposalIds: [], words: () => [] } }));

/** What the functions of withholding answer when nothing is withheld. */
const { whole } = vi.hoisted(() => {
  const nothing = { agencyIds: [], proposalIds: [] };
  return { whole: { withheldFrom: nothing, judgingWithheldFrom: nothing, notWithheld: undefined, isShown: () => true } };
});

/** Scopes that hide nothing of an entry, so that no change of one can show that they are gone, each with what it hides. */
const excused: Record<string, string> = {
};

/** What was hidden and was changed, before and after, with the people it is hidden from. */
type Case = { hidden: Hidden; changed: Ctx; secret: Secret; at: Moment };

describe("the property of what a person may not see", () => {
  let cases: Case[] = [];
  beforeAll(async () => {
    const [first, second] = [await makeHidden(), makeJudging()];
    cases = [{ hidden: second, secret: judgingSecret, changed: second.copy(), at: "judging" }, ...secrets.map((secret): Case => ({ hidden: first, secret, changed: first.copy(), at: "screening" }))];
    for (const { hidden, secret, changed } of cases) await secret.change(changed, hidden.known, randomFor(7));
  });
  afterEach(() => {
    Object.assign(broken, mended);
  });

  const shows = ({ hidden, changed, secret, at }: Case, only: RegExp): PersonName | undefined =>
    secret.hiddenFrom.find((person) => {
      const wanted = { known: hidden.known, person, at: [at], only } as const;
      broken.asked = 0;
      const before = snapshot(hidden.ctx, wanted);
      // Where nobody asks the scope, its loss shows nothing.
      return broken.asked > 0 && differences(before, snapshot(changed, wanted)).length > 0;
    });

  /** Whom the broken scope lets see something of what: asked in its own folder, or in the whole room where that answers nobody. */
  function leakOf({ file, folder, name }: Site): string | undefined {
    Object.assign(broken, { policy: name, file });
    const room = folder.split("/")[0] ?? "";
    const own = Object.values(reads[folder] ?? {}).some(({ kind }) => kind === "answers");
    const only = new RegExp(own ? `^${folder}\\.` : `^${room}[/.]`);
    for (const one of cases) {
      const person = shows(one, only);
      if (person) return `${person}: ${one.secret.name}`;
    }
    return undefined;
  }

  for (const site of sites) {
    const key = `${site.folder}: ${site.name}`;
    it(`fails without ${site.name} in ${site.folder}${key in excused ? ", but for what is no entry" : ""}`, { timeout: 300_000 }, () => {
      const found = leakOf(site);
      if (key in excused) expect(found).toBeUndefined();
      else expect(found).toBeDefined();
    });
  }

  it("excuses no scope that is not there", () => {
    const keys = new Set(sites.map(({ folder, name }) => `${folder}: ${name}`));
    expect(Object.keys(excused).filter((key) => !keys.has(key))).toEqual([]);
  });
});
