import type { AwardList, Definition } from "#app/features/competitions/definition/types.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import type { ProposalId, Reach } from "#app/features/proposals/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import { approveList, computeList, signMinutes } from "#app/features/ranking/operations.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { editions, seats } from "#db/schema/competitions.ts";
import { conflicts } from "#db/schema/conflicts.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";
import { marks as markRows, scoreSheets } from "#db/schema/scoring.ts";
import { definition, month } from "#tests/features/ranking/edition.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

export type Scene = {
  world: World;
  editionId: EditionId;
  organiser: Actor;
  chair: Actor;
  signatory: Actor;
  evaluator: Actor;
  as: (actor: Actor | null, now?: number) => Ctx;
};

/** An open edition with its seats taken and nothing submitted; in a world of its own unless one is given. */
export function makeScene(change: Partial<Definition> = {}, { world, slug } = { world: makeWorld(month(3)), slug: "kipp-2026" }): Scene {
  const editionId = addEdition(world, { ...definition, ...change }, slug);
  const seat = (name: string, role: SeatRole): Actor => addSeat(world, editionId, name, role);
  return {
    world,
    editionId,
    organiser: seat("Sekretariat", "organiser"),
    chair: seat("Ketua", "chair"),
    signatory: seat("Penanda Tangan", "signatory"),
    evaluator: seat("Penilai 01", "evaluator"),
    as: world.as,
  };
}

function addEdition({ ctx }: World, rules: Definition, slug: string): EditionId {
  const id = ctx.newId("edition");
  const counters = { revision: 1, lastNumber: 0, tieSeed: 7, createdAt: ctx.now, openedAt: ctx.now };
  const names = { slug, presetKey: null, createdBy: "usr_x" as Id<"user"> };
  ctx.db.insert(editions).values({ id, ...names, definition: rules, status: "open", rehearsal: true, ...counters }).run();
  return id;
}

export function addSeat(world: World, editionId: EditionId, name: string, role: SeatRole): Actor {
  const actor = world.person(name, `edition:${editionId}:${role}`);
  const seat = { id: world.ctx.newId("seat"), editionId, userId: actor.userId, role, organisation: "Universitas" };
  world.ctx.db.insert(seats).values({ ...seat, createdAt: world.ctx.now, removedAt: null }).run();
  return actor;
}

/** A declared conflict between a person and one entry. */
export function bar({ ctx }: World, { editionId, person, proposalId }: { editionId: EditionId; person: Actor; proposalId: ProposalId }): void {
  const said = { source: "declared", kind: "other", state: "declared", reason: "Pernah mendampingi", declaredAt: ctx.now } as const;
  ctx.db.insert(conflicts).values({ id: ctx.newId("conflict"), editionId, userId: person.userId, proposalId, ...said }).run();
}

export type Zone = "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura";

export function addAgency(world: World, name: string, zone: Zone = "Asia/Makassar"): { agencyId: Id<"agency">; admin: Actor } {
  const { ctx } = world;
  const agencyId = ctx.newId("agency");
  const region = { kind: "kabupaten", provinceCode: "74", parentId: null, source: "test" } as const;
  ctx.db.insert(agencies).values({ id: agencyId, code: agencyId, name, zone, ...region }).run();
  const admin = world.person(`Admin ${name}`, `agency:${agencyId}:admin`);
  const member = { agencyId, userId: admin.userId, role: "admin", unit: "Bagian Organisasi" } as const;
  ctx.db.insert(agencyMembers).values({ ...member, createdAt: ctx.now, removedAt: null }).run();
  return { agencyId, admin };
}

export type NewEntry = { agencyId: Id<"agency">; number: number; reach?: Reach; groupKey?: string };

/** A submitted entry that has reached a stage. */
export function addEntry({ world: { ctx }, editionId }: Scene, entry: NewEntry): ProposalId {
  const id = ctx.newId("proposal");
  const title = `Inovasi ${entry.number} (data latihan)`;
  const identity = { title, titleKey: `inovasi${entry.number}`, unit: "Dinas Kesehatan", innovator: "Tim", startedOn: "2024-01-01" };
  const place = { groupKey: entry.groupKey ?? "umum", categoryKey: "layanan", status: "submitted", reach: entry.reach ?? "passed" } as const;
  const userId = ctx.db.select({ id: agencyMembers.userId }).from(agencyMembers).get()?.id as Id<"user">;
  const times = { createdAt: ctx.now, updatedAt: ctx.now, submittedAt: ctx.now };
  const owner = { editionId, agencyId: entry.agencyId, number: entry.number, createdBy: userId };
  ctx.db.insert(proposals).values({ id, ...owner, ...identity, ...place, revision: 1, ...times }).run();
  const version = { id: ctx.newId("submission"), proposalId: id, version: 1, content: "{}", sha256: "0".repeat(64) };
  ctx.db.insert(submissions).values({ ...version, submittedBy: userId, submittedAt: ctx.now }).run();
  return id;
}

export type NewSheet = { proposalId: ProposalId; userId: Id<"user">; marks: Record<string, number>; stage?: string };

/** An assignment with its sheet, locked unless said otherwise. */
export function addSheet({ world: { ctx }, editionId }: Scene, sheet: NewSheet, status: "locked" | "draft" = "locked"): void {
  const place = { editionId, stage: sheet.stage ?? "desk", proposalId: sheet.proposalId, userId: sheet.userId };
  const assignmentId = ctx.newId("assignment");
  ctx.db.insert(assignments).values({ id: assignmentId, ...place, assignedAt: ctx.now, endedAt: null, endReason: null }).run();
  const id = ctx.newId("sheet");
  const state = { status, note: "", revision: 1, updatedAt: ctx.now, lockedAt: status === "locked" ? ctx.now : null };
  ctx.db.insert(scoreSheets).values({ id, assignmentId, ...place, ...state }).run();
  const rows = Object.entries(sheet.marks).map(([criterionKey, mark]) => ({ sheetId: id, criterionKey, mark, note: "" }));
  if (rows.length > 0) ctx.db.insert(markRows).values(rows).run();
}

/** Four entries of two agencies, read once at the desk: numbers 1 to 4 with marks 90, 80, 70 and 60. */
export function makeRanked(change: Partial<Definition> = {}, place?: Parameters<typeof makeScene>[1]): Scene & { entries: ProposalId[]; admins: Actor[] } {
  const scene = makeScene(change, place);
  const places = [addAgency(scene.world, "Kabupaten Satu"), addAgency(scene.world, "Kabupaten Dua")];
  const entries = [9_000, 8_000, 7_000, 6_000].map((mark, index) => {
    const { agencyId } = places[index % 2] as (typeof places)[number];
    const proposalId = addEntry(scene, { agencyId, number: index + 1 });
    addSheet(scene, { proposalId, userId: scene.evaluator.userId, marks: { kebaruan: mark, manfaat: mark } });
    return proposalId;
  });
  return { ...scene, entries, admins: places.map((place) => place.admin) };
}

export const minutes = { minutesNumber: "BA-01/2026", minutes: "Panel bersidang dan menyepakati daftar ini." };

/** The list of a scene computed, signed and approved: provisional from the scene's instant on. */
export function makeProvisional(change: Partial<Definition> = {}): ReturnType<typeof makeRanked> & { listId: ListId } {
  const scene = makeRanked(change);
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  signMinutes(scene.as(scene.chair), { listId, ...minutes });
  approveList(scene.as(scene.signatory), { listId });
  return { ...scene, listId };
}

const linked = (quantity: "raw" | "calibrated", change: Partial<AwardList> = {}): AwardList[] =>
  definition.lists.map((list) => (list.key === "top2" ? { ...list, quantity, ...change } : list));

/** Marks of a pair: what each of the two gives entries 1 to 4. */
const pairs = [
  [9_000, 8_400],
  [8_000, 7_900],
  [7_000, 6_800],
  [6_000, 5_500],
] as const;

/** Four entries read twice: the first two by one pair of evaluators, the others by another, so that nothing links the pairs. */
export function makeUnlinked(change: Partial<AwardList> = {}): Scene & { entries: ProposalId[]; admins: Actor[]; listId: ListId } {
  const scene = makeScene({ lists: linked("calibrated", change) });
  const { agencyId, admin } = addAgency(scene.world, "Kabupaten Satu");
  const readers = ["A", "B", "C", "D"].map((name) => addSeat(scene.world, scene.editionId, `Penilai ${name}`, "evaluator"));
  const entries = pairs.map((given, index) => {
    const proposalId = addEntry(scene, { agencyId, number: index + 1 });
    given.forEach((mark, second) => {
      const { userId } = readers[(index < 2 ? 0 : 2) + second] as Actor;
      addSheet(scene, { proposalId, userId, marks: { kebaruan: mark, manfaat: mark } });
    });
    return proposalId;
  });
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  return { ...scene, entries, admins: [admin], listId };
}

/** The same four entries read by three evaluators in turn, so that all of them are linked; ranked by calibrated marks. */
export function makeCalibrated(change: Partial<AwardList> = {}): Scene & { entries: ProposalId[]; admins: Actor[]; listId: ListId; readers: Actor[] } {
  const scene = makeScene({ lists: linked("calibrated", change) });
  const { agencyId, admin } = addAgency(scene.world, "Kabupaten Satu");
  const readers = [scene.evaluator, addSeat(scene.world, scene.editionId, "Penilai 02", "evaluator"), addSeat(scene.world, scene.editionId, "Penilai 03", "evaluator")];
  const entries = pairs.map((given, index) => {
    const proposalId = addEntry(scene, { agencyId, number: index + 1 });
    given.forEach((mark, second) => {
      const { userId } = readers[(index + second) % 3] as Actor;
      addSheet(scene, { proposalId, userId, marks: { kebaruan: mark, manfaat: mark } });
    });
    return proposalId;
  });
  const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
  return { ...scene, entries, admins: [admin], listId, readers };
}
