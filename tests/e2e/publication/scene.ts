import { eq } from "drizzle-orm";
import { openAnyHouse } from "#app/cli/house.ts";
import { createUser } from "#app/features/accounts/operations.server.ts";
import { recordMove } from "#app/features/ranking/deliberation/operations.server.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { noteDemoFilled } from "#app/jobs/operations.server.ts";
import { readConfig } from "#app/lib/config.server.ts";
import { type Actor, systemActor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { editions } from "#db/schema/competitions.ts";
import { definition } from "#tests/features/ranking/edition.ts";
import { addSeat, makeRanked } from "#tests/features/ranking/scene.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const day = 86_400_000;
export const password = "payung senja kopi";
export const mailOf = (name: string): string => `${name.toLowerCase().replaceAll(" ", ".")}@contoh.go.id`;

/** Who sits in the panel beside its chair. */
export const jurors = ["Juri 01", "Juri 02", "Juri 03", "Juri 04"] as const;

/** Everybody who signs in, and everybody the scenes seat. */
const people = ["Sekretariat", "Ketua", "Penanda Tangan", "Penilai 01", "Penilai 02", "Penilai 03", ...jurors, "Admin Kabupaten Satu", "Admin Kabupaten Dua"];

export type Publishing = { world: World; close: () => void };

/** A data folder that passes for a filled demo, so that its clock can be moved, with accounts and nothing else. */
export async function openPublishing(dataDir: string): Promise<Publishing> {
  const house = openAnyHouse(readConfig({ DATA_DIR: dataDir, DEMO: "1" }));
  migrateDatabase(house.db);
  const made = makeWorld(Date.now());
  const ctx = { ...made.ctx, db: house.db, files: house.files, keys: house.keys, actor: systemActor };
  noteDemoFilled(ctx);
  const ids = new Map<string, Id<"user">>();
  for (const name of people) ids.set(name, await createUser(ctx, { email: mailOf(name), name, password, systemRole: "none" }));
  const person = (name: string, ...grants: string[]): Actor => ({
    ...{ userId: ids.get(name) as Id<"user">, name, email: mailOf(name) },
    grants: grants.map((grant) => ((parts) => ({ scope: parts[0], scopeId: parts[1], role: parts[2] }))(grant.split(":")) as Actor["grants"][number]),
  });
  return { world: { ...made, ctx, person, as: (actor, now = ctx.now) => ({ ...ctx, actor, now }) }, close: house.close };
}

export type PublicationScene = ReturnType<typeof makeRanked> & { jurors: Actor[]; slug: string; listId: ListId; digest: string };

/** A real edition whose desk closed yesterday: its list computed, with one move of the plenary. `now` is that of the product's clock. */
export function makePublication({ world: { ctx, ...rest } }: Publishing, { slug, now }: { slug: string; now: number }): PublicationScene {
  const world: World = { ...rest, ctx: { ...ctx, now }, as: (actor, at = now) => ({ ...ctx, actor, now: at }) };
  const name = { id: `Kompetisi Inovasi ${slug}`, en: `Innovation competition ${slug}` };
  const stages = definition.stages.map((stage, index) => ({ ...stage, opensAt: now + (index - 2) * 30 * day - day, closesAt: now + (index - 1) * 30 * day - day }));
  const lists = definition.lists.map((list) => ({ ...list, name: { id: `Daftar ${list.key}`, en: `List ${list.key}` } }));
  const scene = makeRanked({ name, stages, lists }, { world, slug });
  world.ctx.db.update(editions).set({ rehearsal: false }).where(eq(editions.id, scene.editionId)).run();
  for (const evaluator of ["Penilai 02", "Penilai 03"]) addSeat(world, scene.editionId, evaluator, "evaluator");
  const panel = jurors.map((juror) => addSeat(world, scene.editionId, juror, "juror"));
  const draft = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  const present = ["Penilai 01", "Penilai 02", "Penilai 03"].map((evaluator) => world.person(evaluator).userId);
  const session = { place: "Jakarta", heldOn: dayOfInstant("Asia/Jakarta", now), present, inFavour: 2, against: 1, abstained: 0 };
  const listId = recordMove(scene.as(scene.chair), { listId: draft, entering: 3, leaving: 2, reason: "Bukti lapangannya lebih kuat.", ...session });
  return { ...scene, jurors: panel, slug, listId, digest: getList(world.ctx, listId).digest };
}
