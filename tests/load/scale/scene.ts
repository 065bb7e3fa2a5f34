import { type House, openAnyHouse } from "#app/cli/house.ts";
import { listAgencies } from "#app/features/agencies/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { AwardList, Definition } from "#app/features/competitions/definition/types.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import { readConfig } from "#app/lib/config.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";
import { inTransaction } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { readerExpertise } from "#db/schema/assignment.ts";
import { editions } from "#db/schema/competitions.ts";
import { seedReference } from "#db/seed.ts";
import { criterion, definition, deskRubric, month } from "#tests/features/ranking/edition.ts";
import { addAgency, addEntry, addSeat, type Scene } from "#tests/features/ranking/scene.ts";
import { worldOn } from "#tests/support/world.ts";

export type ScaleScene = Scene & { house: House };

const categories = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, name: { id: `Kategori ${index + 1}`, en: `Category ${index + 1}` }, sdgs: [] }));
const weights = [500, 2_000, 2_500, 500, 2_000, 2_000, 500];
export const criteria = weights.map((weightBp, index) => criterion(`c${index}`, weightBp));

/** Three readers an entry, marks calibrated before they rank. */
const rules: Definition = {
  ...definition,
  categories,
  rubrics: definition.rubrics.map((rubric) => (rubric.stage === "desk" ? { ...deskRubric, criteria, readers: 3 } : rubric)),
  lists: definition.lists.map((list): AwardList => (list.key === "top2" ? { ...list, size: 99, reserve: 50, quantity: "calibrated" } : list)),
};

/**
 * An edition whose screening is over: `entries` passed entries of the real agencies, and people in their seats. Its rows are written
 * in lots, each with its entry in the log, since so many submissions by operations would take an hour.
 */
export function makeScaleScene(dataDir: string, size: { entries: number; assessors: number }): ScaleScene {
  const house = openAnyHouse(readConfig({ DATA_DIR: dataDir, NODE_ENV: "production" }));
  migrateDatabase(house.db);
  house.db.$client.pragma("synchronous = OFF");
  const world = worldOn(house.db, house.config.filesDir, month(1));
  // What is signed here is examined with the keys of the house.
  world.ctx.keys = house.keys;
  seedReference(world.ctx);
  const editionId = addRules(world.ctx);
  const people = inTransaction(world.ctx, () => {
    const seat = (name: string, role: SeatRole): Actor => addSeat(world, editionId, name, role);
    const seated = { organiser: seat("Sekretariat", "organiser"), chair: seat("Ketua", "chair"), signatory: seat("Penanda Tangan", "signatory"), evaluator: seat("Penilai 000", "evaluator") };
    const evaluators = [seated.evaluator, ...Array.from({ length: size.assessors - 1 }, (_, index) => seat(`Penilai ${String(index + 1).padStart(3, "0")}`, "evaluator"))];
    evaluators.forEach(({ userId }, index) => know(house, { editionId, userId, from: index * 5 }));
    note(world.ctx, editionId, "scale.seat");
    return seated;
  });
  const scene: ScaleScene = { world, editionId, ...people, as: world.as, house };
  enter(scene, size.entries);
  return scene;
}

function addRules(ctx: Scene["world"]["ctx"]): EditionId {
  return inTransaction(ctx, () => {
    const id = ctx.newId("edition");
    const counters = { revision: 1, lastNumber: 0, tieSeed: 7, createdAt: ctx.now, openedAt: ctx.now };
    ctx.db.insert(editions).values({ id, slug: "skala", presetKey: null, createdBy: "usr_x" as Id<"user">, definition: rules, status: "open", rehearsal: true, ...counters }).run();
    note(ctx, id, "scale.open");
    return id;
  });
}

const note = (ctx: Scene["world"]["ctx"], editionId: EditionId, action: string): void =>
  recordAudit(ctx, { action, subject: { kind: "edition", id: editionId }, editionId });

/** Everybody is an expert in four categories and able in four more. */
function know({ db }: House, { editionId, userId, from }: { editionId: EditionId; userId: Id<"user">; from: number }): void {
  const rows = Array.from({ length: 8 }, (_, index) => ({ category: `k${(from + index) % categories.length}`, band: index < 4 ? ("expert" as const) : ("able" as const) }));
  db.insert(readerExpertise).values(rows.map((row) => ({ editionId, userId, ...row, setBy: userId, setAt: 0 }))).run();
}

function enter(scene: ScaleScene, entries: number): void {
  const { ctx } = scene.world;
  const agencies = listAgencies(ctx, { limit: 10_000, offset: 0 });
  inTransaction(ctx, () => void addAgency(scene.world, "Kabupaten Latihan"));
  const categorise = ctx.db.$client.prepare("update proposals set category_key = 'k' || (number % 21) where edition_id = ? and number between ? and ?");
  inLots(entries, (from, to) => {
    inTransaction(ctx, () => {
      for (let number = from; number <= to; number += 1) addEntry(scene, { agencyId: (agencies[number % agencies.length] as (typeof agencies)[number]).id, number });
      categorise.run(scene.editionId, from, to);
      note(ctx, scene.editionId, "scale.enter");
    });
  });
  inTransaction(ctx, () => {
    ctx.db.update(editions).set({ lastNumber: entries }).run();
    note(ctx, scene.editionId, "scale.count");
  });
}

/** Every reading marked and locked: what an entry is worth, how severe its reader is, and chance. */
export function markAll({ world: { ctx }, editionId }: ScaleScene): number {
  const client = ctx.db.$client;
  const readings = client.prepare("select id, proposal_id as entry, user_id as reader from assignments where edition_id = ? and ended_at is null order by id").all(editionId) as { id: string; entry: string; reader: string }[];
  const random = seededRandom(11);
  const drawn = new Map<string, number>();
  const own = (key: string, spread: number): number => {
    const known = drawn.get(key) ?? spread * chance(random);
    drawn.set(key, known);
    return known;
  };
  const sheet = client.prepare(
    "insert into score_sheets (id, assignment_id, edition_id, stage, proposal_id, user_id, status, note, revision, updated_at, locked_at) values (?, ?, ?, 'desk', ?, ?, 'locked', '', 1, ?, ?)",
  );
  const mark = client.prepare("insert into marks (sheet_id, criterion_key, mark, note) values (?, ?, ?, '')");
  inLots(readings.length, (from, to) => {
    inTransaction(ctx, () => {
      for (const { id, entry, reader } of readings.slice(from - 1, to)) {
        const sheetId = ctx.newId("sheet");
        sheet.run(sheetId, id, editionId, entry, reader, ctx.now, ctx.now);
        for (const { key } of criteria) mark.run(sheetId, key, within(70 + own(entry, 8) + own(reader, 6) + 5 * chance(random)));
      }
      note(ctx, editionId, "scale.mark");
    });
  });
  return readings.length;
}

/** About normal, mean 0, variance 1. */
const chance = (random: Random): number => Array.from({ length: 12 }, () => random()).reduce((sum, one) => sum + one, -6);

const within = (points: number): number => Math.max(0, Math.min(10_000, Math.round(points) * 100));

/** From 1 to `count`, five hundred at a time. */
function inLots(count: number, work: (from: number, to: number) => void): void {
  for (let from = 1; from <= count; from += 500) work(from, Math.min(count, from + 499));
}
