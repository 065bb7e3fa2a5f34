import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applyPeople } from "#app/acts/apply-people.server.ts";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { mergeAgencies } from "#app/features/agencies/registry/operations.server.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { createEditionFrom } from "#app/features/competitions/operations.server.ts";
import { applyImport, discardImport, mendRow, readPeople } from "#app/features/competitions/people/operations.server.ts";
import { getImport, listImportRows, listImports, listRowsOf } from "#app/features/competitions/people/queries.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { users } from "#db/schema/accounts.ts";
import { seats } from "#db/schema/competitions.ts";
import { outbox } from "#db/schema/notifications.ts";
import { buton, province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { countStatements, makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let editionId: EditionId;
let ctx: Ctx;

beforeEach(() => {
  world = makeWorld();
  importAgencies(world.ctx, [province, wakatobi]);
  const founder = world.person("Sekretariat", "system::organiser");
  editionId = createEditionFrom(world.as(founder), { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
  const organiser: Actor = { ...founder, grants: [{ scope: "edition", scopeId: editionId, role: "organiser" }] };
  ctx = world.as(organiser);
});

const header = ["nama", "surel", "peran", "asal lembaga"];
const sheetOf = (...rows: string[][]) => ({ header, rows, lines: rows.map((_, index) => index + 2) });
const six = () =>
  sheetOf(
    ["Ani", "ani@x.go.id", "evaluator", "Biro"],
    ["Budi", "budi@", "evaluator", "Biro"],
    ["Cici", "cici@x.go.id", "raja", "Biro"],
    ["Ani", "ani@x.go.id", "evaluator", "Biro"],
    ["Dedi", "dedi@x.go.id", "juror", "Biro"],
    ["Eka", "eka@wakatobi.go.id", "admin lokal", "74.07"],
  );
const read = (sheet = six()) => readPeople(ctx, { kind: "seats", scopeId: editionId, fileName: "orang.csv", sheet });
const letters = () => world.ctx.db.select().from(outbox).all().length;

describe("importing people", () => {
  it("invites nobody before it is applied, then everybody whose row has no fault", async () => {
    const importId = await read();
    expect(getImport(ctx, importId).counts).toEqual({ newAccount: 3, existing: 0, already: 0, fault: 3, done: 0, failed: 0 });
    expect(letters()).toBe(0);
    await applyImport(ctx, { importId });
    await applyPeople(world.ctx, { importId });
    expect(getImport(ctx, importId)).toMatchObject({ status: "done", counts: { done: 3, fault: 3, newAccount: 0 } });
    expect(listSeats(ctx, editionId).map(({ name, role }) => `${name} ${role}`).sort()).toEqual(["Ani evaluator", "Dedi juror", "Sekretariat organiser"]);
    expect(listAdminIds(world.ctx, findAgencyByCode(world.ctx, "74.07")?.id as AgencyId)).toHaveLength(1);
    expect(letters()).toBe(3);
  });

  it("takes no name that two agencies share: whoever is meant is said by code", async () => {
    importAgencies(world.ctx, [{ ...wakatobi, code: "74.88" }]);
    const importId = await read(sheetOf(["Eka", "eka@x.go.id", "admin lokal", wakatobi.name], ["Feri", "feri@x.go.id", "admin lokal", "74.88"]));
    expect(listImportRows(ctx, importId, { limit: 9 }).map(({ verdict }) => verdict)).toEqual(["fault", "newAccount"]);
  });

  it("invites nobody twice when the worker does the job again", async () => {
    const importId = await read();
    await applyImport(ctx, { importId });
    await applyPeople(world.ctx, { importId });
    await applyPeople(world.ctx, { importId });
    expect(letters()).toBe(3);
  });

  it("judges every row again when one is mended", async () => {
    const importId = await read();
    mendRow(ctx, { importId, line: 2, name: "Ani", email: "ani@x.go.id", role: "juror", place: "Biro" });
    expect(listImportRows(ctx, importId, { verdict: "fault", limit: 9 }).map(({ line }) => line)).toEqual([3, 4]);
  });

  it("does only what the person who applied it may still do", async () => {
    const importId = await read();
    await applyImport(ctx, { importId });
    world.ctx.db.update(seats).set({ removedAt: 1 }).where(eq(seats.editionId, editionId)).run();
    await applyPeople(world.ctx, { importId });
    expect(getImport(ctx, importId).counts).toMatchObject({ failed: 3, done: 0 });
    expect(letters()).toBe(0);
  });

  it("judges again only the rows of the address that was mended, whatever else the table holds", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => [`Orang ${index}`, `orang${index}@x.go.id`, "evaluator", "Biro"]);
    const importId = await read(sheetOf(...rows, ["Orang 7", "orang7@x.go.id", "evaluator", "Biro"]));
    const mended = { importId, line: 9, name: "Orang 7", email: "baru@x.go.id", role: "evaluator", place: "Biro" };
    expect(listImportRows(ctx, importId, { verdict: "fault", limit: 9 }).map(({ line }) => line)).toEqual([402]);
    mendRow(ctx, mended);
    expect(listImportRows(ctx, importId, { verdict: "fault", limit: 9 })).toEqual([]);
    expect(listRowsOf(ctx, importId, ["orang7@x.go.id"]).map(({ line }) => line)).toEqual([402]);
  });

  it("goes on past a row that fails for a reason nobody foresaw, and says so beside it", async () => {
    const importId = await read();
    await applyImport(ctx, { importId });
    world.ctx.db.$client.exec("create trigger broken before insert on users when new.email = 'ani@x.go.id' begin select raise(abort, 'broken'); end");
    await expect(applyPeople(world.ctx, { importId })).rejects.toThrow("broken");
    expect(getImport(ctx, importId)).toMatchObject({ status: "done", counts: { done: 2, failed: 1 } });
    expect(listImportRows(ctx, importId, { verdict: "failed", limit: 9 })).toMatchObject([{ email: "ani@x.go.id", faults: [{ key: "people.faults.unforeseen" }] }]);
    await applyPeople(world.ctx, { importId });
    expect(letters()).toBe(2);
  });

  it("invites a person whose account is locked like any other, who may be unlocked", async () => {
    const locked = world.person("Ani");
    world.ctx.db.update(users).set({ email: "ani@x.go.id", lockedAt: 1 }).where(eq(users.id, locked.userId)).run();
    const importId = await read();
    await applyImport(ctx, { importId });
    await applyPeople(world.ctx, { importId });
    expect(getImport(ctx, importId)).toMatchObject({ status: "done", counts: { done: 3, failed: 0 } });
  });

  it("names the agency in which the one of a row went up", async () => {
    importAgencies(world.ctx, [buton]);
    const [from, into] = ["74.07", "74.01"].map((code) => findAgencyByCode(world.ctx, code)?.id as AgencyId) as [AgencyId, AgencyId];
    mergeAgencies(world.ctx, { fromId: from, intoId: into, reason: "Digabung." });
    const importId = await read(sheetOf(["Eka", "eka@x.go.id", "admin lokal", "74.07"]));
    const fault = { field: "place", key: "people.faults.agencyGone", params: { agency: "74.07", into: buton.name } };
    expect(listImportRows(ctx, importId, { limit: 9 }).map(({ faults }) => faults)).toEqual([[fault]]);
  });

  it("is over once it was thrown away or applied", async () => {
    const importId = await read();
    discardImport(ctx, { importId });
    await expect(applyImport(ctx, { importId })).rejects.toThrow("people.importOver");
    expect(listImports(ctx, { kind: "seats", scopeId: editionId })).toEqual([]);
    const faulty = await read(sheetOf(["", "", "", "x"]));
    await expect(applyImport(ctx, { importId: faulty })).rejects.toThrow("people.nothingToApply");
  });

  it("reads ten thousand rows with faults", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Orang ${index}`, index % 7 === 0 ? "salah" : `orang${index}@x.go.id`, "evaluator", "Biro"]);
    const importId = await read(sheetOf(...rows));
    expect(getImport(ctx, importId).counts).toMatchObject({ fault: 1_429, newAccount: 8_571 });
  });

  it("shows a page at the same cost for one row and for three", async () => {
    const cost = async (...rows: string[][]) => {
      const importId = await read(sheetOf(...rows));
      return countStatements(ctx, () => { getImport(ctx, importId); listImportRows(ctx, importId, { limit: 50 }); });
    };
    const rows = six().rows;
    expect(await cost(...rows.slice(0, 3))).toBe(await cost(rows[0] as string[]));
  });
});
