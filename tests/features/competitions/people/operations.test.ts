import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { applyPeople } from "#app/acts/apply-people.server.ts";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode, listAdminIds } from "#app/features/agencies/queries.server.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import { createEditionFrom } from "#app/features/competitions/operations.server.ts";
import { applyImport, discardImport, mendRow, readPeople } from "#app/features/competitions/people/operations.server.ts";
import { getImport, listImportRows, listImports } from "#app/features/competitions/people/queries.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { seats } from "#db/schema/competitions.ts";
import { outbox } from "#db/schema/notifications.ts";
import { province, wakatobi } from "#tests/features/agencies/seeds.ts";
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
    applyImport(ctx, { importId });
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
    applyImport(ctx, { importId });
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
    applyImport(ctx, { importId });
    world.ctx.db.update(seats).set({ removedAt: 1 }).where(eq(seats.editionId, editionId)).run();
    await applyPeople(world.ctx, { importId });
    expect(getImport(ctx, importId).counts).toMatchObject({ failed: 3, done: 0 });
    expect(letters()).toBe(0);
  });

  it("is over once it was thrown away or applied", async () => {
    const importId = await read();
    discardImport(ctx, { importId });
    expect(() => applyImport(ctx, { importId })).toThrow("people.importOver");
    expect(listImports(ctx, { kind: "seats", scopeId: editionId })).toEqual([]);
    const faulty = await read(sheetOf(["", "", "", "x"]));
    expect(() => applyImport(ctx, { importId: faulty })).toThrow("people.nothingToApply");
  });

  it("reads ten thousand rows with faults in under three seconds", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Orang ${index}`, index % 7 === 0 ? "salah" : `orang${index}@x.go.id`, "evaluator", "Biro"]);
    const before = performance.now();
    const importId = await read(sheetOf(...rows));
    expect(performance.now() - before).toBeLessThan(3_000);
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
