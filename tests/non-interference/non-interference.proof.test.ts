import { beforeAll, describe, expect, it } from "vitest";
import { nobodys } from "#tests/non-interference/ids.ts";
import { randomFor, secrets, seeds } from "#tests/non-interference/secrets.ts";
import { differences, type Snapshot, snapshot } from "#tests/non-interference/snapshot.ts";
import { type Hidden, makeHidden, type Moment, type PersonName } from "#tests/non-interference/world.ts";

/** A table says why these bytes may say that the entry exists. */
const isDeclassified = (bytes: string): boolean => bytes === JSON.stringify("declassified");

/** Each seed at a moment of its own: a snapshot of a person is some thousand reads. */
const momentOf: Record<number, Moment> = { 1: "screening", 2: "registration" };

describe("what a person may not see", () => {
  let hidden: Hidden;
  const first = new Map<string, Snapshot>();
  const before = (person: PersonName, moment: Moment): Snapshot => {
    const known = first.get(`${person} ${moment}`) ?? snapshot(hidden.ctx, { known: hidden.known, person, at: [moment] });
    first.set(`${person} ${moment}`, known);
    return known;
  };
  beforeAll(async () => {
    hidden = await makeHidden();
  });

  for (const secret of secrets) {
    for (const seed of seeds) {
      it(`${secret.name}: changing them at random (seed ${seed}) changes no byte of any read`, { timeout: 120_000 }, async () => {
        const ctx = hidden.copy();
        await secret.change(ctx, hidden.known, randomFor(seed));
        const moment = momentOf[seed] ?? "screening";
        const seen = secret.hiddenFrom.flatMap((person) => {
          const after = snapshot(ctx, { known: hidden.known, person, at: [moment] });
          return differences(before(person, moment), after).map((line) => `${person} ${line}`);
        });
        expect(seen).toEqual([]);
      });
    }
  }

  it("is refused in the same bytes as what does not exist", () => {
    const people = [...(secrets[0]?.hiddenFrom ?? []), ...(secrets[1]?.hiddenFrom ?? [])];
    const unequal = people.flatMap((person) => {
      const seen = before(person, "screening");
      return [...seen].flatMap(([key, bytes]) => {
        const id = hidden.known.hiddenProposals.find((one) => key.endsWith(` ${one}`));
        const other = id && seen.get(key.replace(id, nobodys("proposal")));
        return id === undefined || other === bytes || isDeclassified(bytes) ? [] : [`${person} ${key}: ${bytes.slice(0, 100)}, not ${other?.slice(0, 100)}`];
      });
    });
    expect(unequal).toEqual([]);
  });
});
