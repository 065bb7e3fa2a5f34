import { beforeAll, describe, expect, it } from "vitest";
import { barredPeople, judgingOutsiders, makeJudging } from "#tests/non-interference/judging.ts";
import { judgingSecret } from "#tests/non-interference/judging-secret.ts";
import { nobodys } from "#tests/non-interference/ids.ts";
import { randomFor, seeds } from "#tests/non-interference/secrets.ts";
import { differences, snapshot } from "#tests/non-interference/snapshot.ts";
import type { Hidden } from "#tests/non-interference/world.ts";

const everybody = [...barredPeople, ...judgingOutsiders];

describe("whoever is in conflict with an entry, or no part of its edition", () => {
  let hidden: Hidden;
  beforeAll(() => {
    hidden = makeJudging();
  });
  const seen = (ctx: Hidden["ctx"], person: (typeof everybody)[number]) => snapshot(ctx, { known: hidden.known, person, at: ["judging"] });

  for (const person of everybody) {
    it(`sees no byte of it change, while it is read, ranked, heard, objected to and written of: ${person}`, { timeout: 120_000 }, async () => {
      const before = seen(hidden.ctx, person);
      const found: string[] = [];
      for (const seed of seeds) {
        const changed = hidden.copy();
        await judgingSecret.change(changed, hidden.known, randomFor(seed));
        found.push(...differences(before, seen(changed, person)).map((line) => `seed ${seed}: ${line}`));
      }
      expect(found).toEqual([]);
    });

    it(`gets the same answer to its id as to nobody's: ${person}`, () => {
      const answers = seen(hidden.ctx, person);
      const unequal = [...answers].flatMap(([key, bytes]) => {
        const id = hidden.known.hiddenProposals.find((one) => key.includes(one));
        const other = id && answers.get(key.replace(id, nobodys("proposal")));
        return id === undefined || other === undefined || other === bytes ? [] : [`${key}: ${bytes.slice(0, 120)}, not ${other.slice(0, 120)}`];
      });
      expect(unequal).toEqual([]);
    });

    it(`is told its title, number and hidden words nowhere: ${person}`, () => {
      const told = [...seen(hidden.ctx, person)].filter(([, bytes]) => /Rahasia nomor|2026-0002|2026-0004/.test(bytes)).map(([key]) => key);
      expect(told).toEqual([]);
    });
  }
});
