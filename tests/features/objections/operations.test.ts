import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { decideObjection, fileObjection, type Filing } from "#app/features/objections/operations.server.ts";
import { countOpen, countPublic, listObjections } from "#app/features/objections/queries.server.ts";
import type { ObjectionId } from "#app/features/objections/types.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { findCurrentList, findPlace, getList } from "#app/features/ranking/queries.server.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/notifications.ts";
import { objections } from "#db/schema/objections.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { bar, makeProvisional, makeRanked, minutes } from "#tests/features/ranking/scene.ts";
import { computeList } from "#app/features/ranking/operations.server.ts";
import { countStatements } from "#tests/support/world.ts";

type Provisional = ReturnType<typeof makeProvisional>;
const closesAt = Date.UTC(2026, 3, 6, 17);
const text = "Data manfaat yang dilaporkan tidak sesuai dengan catatan layanan kami.";

function file(scene: Provisional, change: Partial<Filing> = {}, now?: number): string {
  const filing = { listId: scene.listId, name: "Warga", email: "warga@contoh.id", text, ...change };
  return fileObjection(scene.as(null, now), filing);
}

const publicNote = "Tanggal mulai penerapan ternyata setelah pendaftaran ditutup.";

const idOf = (scene: Provisional, number: number): ObjectionId =>
  scene.world.ctx.db.select({ id: objections.id }).from(objections).where(eq(objections.number, number)).get()!.id;

const decide = (scene: Provisional, number: number, upheld: boolean): void =>
  decideObjection(scene.as(scene.organiser), { objectionId: idOf(scene, number), upheld, decision: "Bukti pembanding telah diperiksa bersama.", publicNote });

const letters = (scene: Provisional) =>
  scene.world.ctx.db
    .select()
    .from(outbox)
    .where(eq(outbox.recipient, "warga@contoh.id"))
    .orderBy(asc(outbox.createdAt), asc(outbox.dedupeKey))
    .all();

describe("filing", () => {
  it("is open to a visitor, numbers inside the edition and writes a receipt", () => {
    const scene = makeProvisional();
    expect([file(scene), file(scene, { proposalId: scene.entries[0]! })]).toEqual(["2026/SG/0001", "2026/SG/0002"]);
    expect(letters(scene).map((letter) => [letter.template, letter.params.name])).toEqual([
      ["objectionReceived", "Warga"],
      ["objectionReceived", "Warga"],
    ]);
  });

  it("ends with the window, to the millisecond", () => {
    const scene = makeProvisional();
    expect([refusalOf(() => file(scene, {}, closesAt - 1)), refusalOf(() => file(scene, {}, closesAt))]).toEqual([
      "done",
      "objections.windowClosed",
    ]);
  });

  it("is not known of a list that is not published, nor of one that is not there", () => {
    const scene = makeRanked();
    const listId = computeList(scene.as(scene.organiser), { editionId: scene.editionId, listKey: "top2" });
    expect(refusalOf(() => file({ ...scene, listId }))).toBe("objections.noExamination");
    expect(refusalOf(() => file({ ...scene, listId: "lst_tidak_ada" as typeof listId }))).toBe("ranking.listUnknown");
  });

  it("is about a listed entry, not one of the reserve or another", () => {
    const scene = makeProvisional();
    const outcomes = scene.entries.map((proposalId) => refusalOf(() => file(scene, { proposalId })));
    expect(outcomes).toEqual(["done", "done", "objections.entryNotListed", "objections.entryNotListed"]);
  });

  it("is refused from the sixth of a day from one address on, and welcome the day after and from others", () => {
    const scene = makeProvisional();
    const now = scene.world.ctx.now;
    for (let index = 0; index < 5; index += 1) file(scene);
    expect(refusalOf(() => file(scene))).toBe("objections.tooMany");
    expect(refusalOf(() => file(scene, { email: "lain@contoh.id" }))).toBe("done");
    expect(refusalOf(() => file(scene, {}, now + 86_400_000 - 1))).toBe("objections.tooMany");
    expect(refusalOf(() => file(scene, {}, now + 86_400_000))).toBe("done");
  });

  it("keeps name, address and words out of the log", () => {
    const scene = makeProvisional();
    file(scene);
    const records = scene.world.ctx.db.select({ record: auditEntries.record }).from(auditEntries).all();
    expect(records.filter(({ record }) => /warga|manfaat/i.test(record ?? ""))).toEqual([]);
  });
});

describe("deciding", () => {
  it("against it changes nothing of the list and tells its author why", () => {
    const scene = makeProvisional();
    file(scene, { proposalId: scene.entries[0]! });
    decide(scene, 1, false);
    expect(getList(scene.world.ctx, scene.listId).status).toBe("provisional");
    expect(letters(scene).map((letter) => [letter.template, letter.params.decision])).toEqual([
      ["objectionReceived", undefined],
      ["objectionRejected", "Bukti pembanding telah diperiksa bersama."],
    ]);
  });

  it("for one about an entry takes it off the list and starts signing again", () => {
    const scene = makeProvisional();
    file(scene, { proposalId: scene.entries[0]! });
    decide(scene, 1, true);
    const standing = findCurrentList(scene.world.ctx, { editionId: scene.editionId, listKey: "top2" });
    expect([standing?.status, standing?.version]).toEqual(["draft", 2]);
    expect(scene.entries.map((entry) => findPlace(scene.world.ctx, standing!.id, entry))).toEqual([
      undefined,
      "listed",
      "listed",
      "outside",
    ]);
  });

  it("for one about the list as a whole takes off the entry that is named, if it is listed", () => {
    const scene = makeProvisional();
    file(scene);
    const uphold = (entryNumber: number) => decideObjection(scene.as(scene.organiser), { objectionId: idOf(scene, 1), upheld: true, decision: "Bukti telah diperiksa bersama.", publicNote, entryNumber });
    expect([refusalOf(() => uphold(3)), refusalOf(() => uphold(99)), refusalOf(() => uphold(2))]).toEqual(["objections.entryNotListed", "objections.entryNotListed", "done"]);
    const standing = findCurrentList(scene.world.ctx, { editionId: scene.editionId, listKey: "top2" });
    expect([standing?.publicNote, scene.entries.map((entry) => findPlace(scene.world.ctx, standing!.id, entry))]).toEqual([publicNote, ["listed", undefined, "listed", "outside"]]);
  });

  it("changes a published list only with a note for everybody", () => {
    const scene = makeProvisional();
    file(scene, { proposalId: scene.entries[0]! });
    const uphold = (note?: string) => decideObjection(scene.as(scene.organiser), { objectionId: idOf(scene, 1), upheld: true, decision: "Bukti telah diperiksa bersama.", ...(note === undefined ? {} : { publicNote: note }) });
    expect([refusalOf(() => uphold()), refusalOf(() => uphold("   terlalu pendek  ")), refusalOf(() => uphold(publicNote))]).toEqual(["objections.noteMissing", "objections.noteMissing", "done"]);
  });

  it("is unknown to whoever may not judge the entry it is about, and refused to whoever may not judge the one that moves up", () => {
    for (const index of [0, 2]) {
      const scene = makeProvisional();
      file(scene, { proposalId: scene.entries[0]! });
      bar(scene.world, { editionId: scene.editionId, person: scene.organiser, proposalId: scene.entries[index]! });
      expect([refusalOf(() => decide(scene, 1, true)), refusalOf(() => decide(scene, 1, false))]).toEqual(index === 0 ? ["objections.unknown", "objections.unknown"] : ["objections.inConflict", "done"]);
    }
  });

  it("for one about the list as a whole is recorded with its reason alone", () => {
    const scene = makeProvisional();
    file(scene);
    decide(scene, 1, true);
    expect(getList(scene.world.ctx, scene.listId).status).toBe("provisional");
    expect(countPublic(scene.world.ctx, scene.listId)).toEqual({ filed: 1, open: 0, upheld: 1, rejected: 0 });
  });

  it("for a second one works on the version that stands, and for an entry already gone is recorded alone", () => {
    const scene = makeProvisional();
    file(scene, { proposalId: scene.entries[0]! });
    file(scene, { proposalId: scene.entries[0]! });
    file(scene, { proposalId: scene.entries[1]! });
    for (const number of [1, 2, 3]) decide(scene, number, true);
    const standing = findCurrentList(scene.world.ctx, { editionId: scene.editionId, listKey: "top2" });
    expect([standing?.version, scene.entries.map((entry) => findPlace(scene.world.ctx, standing!.id, entry))]).toEqual([
      3,
      [undefined, undefined, "listed", "outside"],
    ]);
  });

  it("happens once", () => {
    const scene = makeProvisional();
    file(scene);
    decide(scene, 1, false);
    expect(refusalOf(() => decide(scene, 1, true))).toBe("objections.alreadyDecided");
  });

  it("is refused to members of an agency on the list or in its reserve, past ones too", () => {
    const scene = makeProvisional();
    file(scene);
    const agencyId = scene.admins[0]!.grants[0]!.scopeId as never;
    const member = { agencyId, userId: scene.organiser.userId, role: "writer", unit: "Dinas" } as const;
    scene.world.ctx.db.insert(agencyMembers).values({ ...member, createdAt: 0, removedAt: 1 }).run();
    expect(refusalOf(() => decide(scene, 1, true))).toBe("objections.inConflict");
  });

  it("of an unknown objection is a 404", () => {
    const scene = makeProvisional();
    const input = { objectionId: "obj_x" as ObjectionId, upheld: true, decision: "Alasan yang cukup panjang." };
    expect(refusalOf(() => decideObjection(scene.as(scene.organiser), input))).toBe("objections.unknown");
  });
});

describe("counting and listing", () => {
  it("counts every version of a list: a new one does not do away with what was filed on the old", () => {
    const scene = makeProvisional();
    file(scene, { proposalId: scene.entries[0]! });
    file(scene);
    decide(scene, 1, true);
    const second = findCurrentList(scene.world.ctx, { editionId: scene.editionId, listKey: "top2" })!.id;
    signMinutes(scene.as(scene.chair), { listId: second, ...minutes });
    approveList(scene.as(scene.signatory), { listId: second });
    expect([countOpen(scene.world.ctx, second), countOpen(scene.world.ctx, scene.listId)]).toEqual([1, 1]);
  });

  it("shows open ones first, by number, and filters by state", () => {
    const scene = makeProvisional();
    for (const proposalId of [null, scene.entries[1]!, null]) file(scene, { proposalId });
    decide(scene, 1, false);
    const ctx = scene.as(scene.organiser);
    const page = listObjections(ctx, scene.editionId);
    expect(page.rows.map((row) => [row.number, row.status, row.entry?.number ?? null, row.decidedByName])).toEqual([
      [2, "open", 2, ""],
      [3, "open", null, ""],
      [1, "rejected", null, "Sekretariat"],
    ]);
    const closed = listObjections(ctx, scene.editionId, { status: "rejected", page: 1 });
    expect([closed.rows.map((row) => row.number), closed.matching, closed.counts]).toEqual([
      [1],
      1,
      { filed: 3, open: 2, upheld: 0, rejected: 1 },
    ]);
    expect(page.rows[0]?.dueAt).toBe(scene.world.ctx.now + 3 * 86_400_000);
  });

  it("costs the same for one objection and for three", () => {
    const [one, three] = [makeProvisional(), makeProvisional()];
    file(one);
    for (let index = 0; index < 3; index += 1) file(three);
    const cost = (scene: Provisional): number =>
      countStatements(scene.world.ctx, () => void listObjections(scene.as(scene.organiser), scene.editionId));
    expect(cost(three)).toBe(cost(one));
  });
});
