import { createHash } from "node:crypto";
import type { House } from "#app/cli/house.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { idMaker, systemBytes } from "#app/lib/new-id.server.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";
import { findActor } from "#app/request.server.ts";
import { inTransaction } from "#db/client.server.ts";

/** Where a rehearsal is played: one data folder, one seed, and a clock the script moves. */
export type SeasonWorld = {
  house: House;
  /** Decides what invented people do. */
  random: Random;
  /** The world as one person meets it at an instant, UTC ms. */
  as: (actor: Actor, now: number) => Ctx;
  /** The person behind an account, with every grant; kept, because a season asks for thousands. */
  personOf: (userId: Id<"user">) => Actor;
  /** To be called when somebody has been given something. */
  forget: (userId: Id<"user">) => void;
};

/** The same seed gives the same ids and the same decisions, on every machine. */
export function makeSeasonWorld(house: House, seed: number): SeasonWorld {
  const newId = idMaker(seededBytes(`season/${seed}`));
  const chance = seededRandom(seed + 0x5eed);
  const known = new Map<Id<"user">, Actor>();
  return {
    house,
    random: seededRandom(seed),
    as: (actor, now) => ({
      db: house.db,
      now,
      newId,
      random: chance,
      // Secrets of a season come from the system: whoever knows the seed must not know the links in its letters.
      randomBytes: systemBytes,
      locale: "id",
      actor,
      requestId: "season",
      files: house.files,
      keys: house.keys,
      baseUrl: house.config.baseUrl,
    }),
    personOf: (userId) => {
      const actor = known.get(userId) ?? findActor(house, userId)?.actor;
      if (!actor) throw new Error(`no account ${userId}`);
      known.set(userId, actor);
      return actor;
    },
    forget: (userId) => void known.delete(userId),
  };
}

/** An endless stream of bytes: SHA-256 of the seed and a counter. */
function seededBytes(seed: string): (size: number) => Uint8Array {
  let counter = 0;
  let pool = Buffer.alloc(0);
  return (size) => {
    while (pool.length < size) {
      counter += 1;
      pool = Buffer.concat([pool, createHash("sha256").update(`${seed}/${counter}`).digest()]);
    }
    const bytes = pool.subarray(0, size);
    pool = pool.subarray(size);
    return bytes;
  };
}

/** Items done in one transaction: one wait for the disk instead of a hundred. */
const batchSize = 100;

/** Does the work for every item in order, a batch a transaction, and tells after each batch how many are done. */
export function inBatches<T>(
  { house }: Pick<SeasonWorld, "house">,
  items: readonly T[],
  work: (item: T, index: number) => void,
  told: (done: number) => void,
): void {
  for (let from = 0; from < items.length; from += batchSize) {
    const batch = items.slice(from, from + batchSize);
    inTransaction(house, () => batch.forEach((item, offset) => work(item, from + offset)));
    told(batch.length);
  }
}

/** Instants that divide a window evenly: the `index`-th of `count`, inside [from, to). */
export const instantIn = (from: number, to: number, index: number, count: number): number =>
  from + Math.floor(((to - from) * (index + 0.5)) / Math.max(1, count));
