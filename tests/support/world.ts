import { createHash } from "node:crypto";
import type { Actor, Ctx, Grant } from "#app/lib/ctx.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { openFileStore } from "#app/lib/files.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { idMaker } from "#app/lib/new-id.server.ts";
import { seededRandom } from "#app/lib/random.ts";
import { keysFromSeed } from "#app/lib/signing-keys.server.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { users } from "#db/schema/accounts.ts";
import { freshPath } from "#tests/support/folders.ts";

const keys = keysFromSeed("test");

let migrated: Buffer | undefined;

const opened: Db[] = [];

/** A migrated database in memory, copied from the first one made: about a millisecond. */
function freshDatabase(): Db {
  if (!migrated) {
    const db = openDatabase(":memory:");
    migrateDatabase(db);
    migrated = db.$client.serialize();
  }
  return opening(migrated);
}

function opening(bytes: Buffer): Db {
  const db = openDatabase(bytes);
  opened.push(db);
  return db;
}

/** Closes the databases of all worlds: their memory is SQLite's, which no collector of garbage counts. */
export function closeWorlds(): void {
  for (const db of opened.splice(0)) db.$client.close();
}

/** 1 March 2026, 09.00 WIB. */
export const startOfWorld = Date.UTC(2026, 2, 1, 2);

export type World = {
  ctx: Ctx;
  /** Folder of the files of this world. */
  filesRoot: string;
  /** The same world asked by another person and, if given, at another instant. */
  as: (actor: Actor | null, now?: number) => Ctx;
  at: (now: number) => World;
  /** A person with an account and the given grants (`agency:agc_x:admin`, `edition:edn_x:chair`, `system::organiser`). */
  person: (name: string, ...grants: string[]) => Actor;
};

/** A real database with a fixed clock, fixed ids and fixed randomness. The system itself is the first actor. */
export const makeWorld = (now: number = startOfWorld): World => worldOn(freshDatabase(), freshPath(), now);

/** The same on a database that stands. */
export function worldOn(db: Db, filesRoot: string, now: number): World {
  const bytes = countedBytes("world");
  const ctx: Ctx = {
    db,
    now,
    newId: idMaker(bytes),
    random: seededRandom(1),
    randomBytes: bytes,
    locale: "id",
    actor: systemActor,
    requestId: "test",
    files: openFileStore(filesRoot),
    keys,
    baseUrl: "http://localhost:3000",
  };
  return worldOf(ctx, filesRoot);
}

function countedBytes(seed: string): (size: number) => Uint8Array {
  let counter = 0;
  return (size) => {
    let bytes = Buffer.alloc(0);
    while (bytes.length < size) {
      counter += 1;
      bytes = Buffer.concat([bytes, createHash("sha256").update(`${seed}${counter}`).digest()]);
    }
    return bytes.subarray(0, size);
  };
}

function worldOf(ctx: Ctx, filesRoot: string): World {
  return {
    ctx,
    filesRoot,
    as: (actor, now = ctx.now) => ({ ...ctx, actor, now }),
    at: (now) => worldOf({ ...ctx, now }, filesRoot),
    person: (name, ...grants) => {
      const actor = makeActor(ctx, name, grants);
      ctx.db
        .insert(users)
        .values({ id: actor.userId, email: actor.email, name, passwordHash: null, locale: "id", systemRole: "none", createdAt: ctx.now })
        .run();
      return actor;
    },
  };
}

function makeActor(ctx: Ctx, name: string, grants: string[]): Actor {
  const userId: Id<"user"> = ctx.newId("user");
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".")}@contoh.go.id`;
  return { userId, name, email, grants: grants.map(grantOf) };
}

function grantOf(text: string): Grant {
  const [scope, scopeId, role] = text.split(":") as [Grant["scope"], string, string];
  return { scope, scopeId, role };
}

/**
 * A scene that is made once, and given to everybody who asks as it stood when it was made: its world has a copy of that database,
 * and whatever asks it (`world.as`, `world.ctx`) finds the copy. A context that was taken before keeps the old one.
 */
export function keptScene<S extends { world: World }>(make: () => S): () => S {
  let kept: { scene: S; bytes: Buffer } | undefined;
  return () => {
    if (kept) kept.scene.world.ctx.db = opening(kept.bytes);
    else {
      const scene = make();
      kept = { scene, bytes: scene.world.ctx.db.$client.serialize() };
    }
    return kept.scene;
  };
}

/** Number of statements the work sends to the database: a list screen costs the same for one row and for three. */
export function countStatements(ctx: Ctx, work: () => void): number {
  const client = ctx.db.$client;
  const prepare = client.prepare.bind(client);
  let statements = 0;
  client.prepare = ((source: string) => {
    statements += 1;
    return prepare(source);
  });
  try {
    work();
  } finally {
    client.prepare = prepare;
  }
  return statements;
}
