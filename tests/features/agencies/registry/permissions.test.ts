import { beforeEach, describe, expect, it } from "vitest";
import { mergeUnentered } from "#app/acts/merge-agencies.server.ts";
import { importAgencies, inviteMember } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode, getAgency, listAdminIds, listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { addUnit, applyRegistry, changeUnit, mergeAgencies, readRegistry, renameAgency } from "#app/features/agencies/registry/operations.server.ts";
import { agencyNameOn, findMerge, getRegistryImport, listRegistry, listRenames, listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { diffOf, treeOf } from "#app/features/agencies/registry/rules.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { buton, province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let ctx: Ctx;
const idOf = (code: string) => findAgencyByCode(world.ctx, code)?.id as AgencyId;

beforeEach(() => {
  world = makeWorld();
  importAgencies(world.ctx, [province, wakatobi, buton]);
  ctx = world.as(world.person("Sekretariat", "system::organiser"));
});

describe("renaming an agency", () => {
  it("keeps the earlier name for documents of its days", () => {
    renameAgency(ctx, { agencyId: idOf("74.07"), name: "Pemerintah Kabupaten Kepulauan Tukang Besi", validFrom: "2026-05-01", source: "PP 12/2026" });
    expect(getAgency(ctx, idOf("74.07")).name).toBe("Pemerintah Kabupaten Kepulauan Tukang Besi");
    expect(agencyNameOn(ctx, idOf("74.07"), "2026-04-30")).toBe(wakatobi.name);
    expect(agencyNameOn(ctx, idOf("74.07"), "2026-05-01")).toBe("Pemerintah Kabupaten Kepulauan Tukang Besi");
  });

  it("refuses the name it has", () => {
    expect(() => renameAgency(ctx, { agencyId: idOf("74.07"), name: wakatobi.name, validFrom: "2026-05-01", source: "PP" })).toThrow("agencies.sameName");
  });
});

describe("merging agencies", () => {
  it("moves the members and keeps the agency with its reason", () => {
    const userId = inviteMember(world.ctx, { agencyId: idOf("74.07"), email: "ani@x.go.id", name: "Ani", role: "admin", unit: "Bagian" });
    expect(mergeUnentered(ctx, { fromId: idOf("74.07"), intoId: idOf("74.01"), reason: "Digabung oleh undang-undang." })).toBe(1);
    expect(listAgencyGrants(world.ctx, userId)).toEqual([
      { scope: "agency", scopeId: idOf("74.01"), role: "admin" },
      { scope: "agency", scopeId: idOf("74.07"), role: "heir" },
    ]);
    expect(listAdminIds(world.ctx, idOf("74.01"))).toEqual([userId]);
    expect(findMerge(ctx, idOf("74.07"))?.intoId).toBe(idOf("74.01"));
  });

  it("refuses itself, and an agency that went up already", () => {
    const merge = (from: string, into: string) => mergeAgencies(ctx, { fromId: idOf(from), intoId: idOf(into), reason: "Digabung." });
    expect(() => merge("74.07", "74.07")).toThrow("agencies.mergeItself");
    merge("74.07", "74.01");
    expect(() => merge("74.07", "74")).toThrow("agencies.merged");
    expect(() => merge("74", "74.07")).toThrow("agencies.merged");
  });
});

describe("units", () => {
  it("stand in a tree that knows no circle, and close without being lost", () => {
    const agencyId = idOf("74");
    const top = addUnit(ctx, { agencyId, name: "Dinas Kesehatan", kind: "office", parentId: null });
    const below = addUnit(ctx, { agencyId, name: "Puskesmas Wangi", kind: "unit", parentId: top });
    expect(treeOf(listUnits(ctx, agencyId)).map(({ name, depth }) => [name, depth])).toEqual([["Dinas Kesehatan", 0], ["Puskesmas Wangi", 1]]);
    const change = { agencyId, unitId: top, name: "Dinas Kesehatan", kind: "office" as const, closed: false };
    expect(() => changeUnit(ctx, { ...change, parentId: below })).toThrow("agencies.unitCircle");
    changeUnit(ctx, { ...change, parentId: null, closed: true });
    expect(listUnits(ctx, agencyId).find(({ id }) => id === top)?.closedAt).toBe(ctx.now);
  });

  it("belong to their agency alone", () => {
    const other = addUnit(ctx, { agencyId: idOf("74.01"), name: "Dinas", kind: "office", parentId: null });
    expect(() => addUnit(ctx, { agencyId: idOf("74"), name: "X", kind: "unit", parentId: other })).toThrow("agencies.unitUnknown");
  });
});

describe("a registry file", () => {
  const header = ["code", "name", "kind", "province", "parent", "zone"];
  const sheetOf = (...rows: string[][]) => ({ header, rows, lines: rows.map((_, index) => index + 2) });
  const line = (code: string, name: string, parent = "74") => [code, name, "kabupaten", "74", parent, "Asia/Makassar"];

  it("says what is new, what changes from and to, what stays and what is missing", () => {
    const importId = readRegistry(ctx, { fileName: "kode.csv", sheet: sheetOf(line("74.07", "Wakatobi Baru"), line("74.02", "Muna")) });
    const { seeds } = getRegistryImport(ctx, importId);
    expect(diffOf(seeds, listRegistry(ctx))).toEqual({
      changes: [
        { code: "74.07", name: wakatobi.name, what: "changed", facts: [{ fact: "name", before: wakatobi.name, after: "Wakatobi Baru" }] },
        { code: "74.02", name: "Muna", what: "created", facts: [] },
      ],
      unchanged: 0,
      missing: [{ code: "74.01", name: buton.name }],
    });
    expect(applyRegistry(ctx, { importId })).toMatchObject({ created: 1 });
    expect(listRenames(ctx, idOf("74.07")).map(({ before }) => before)).toEqual([wakatobi.name]);
    expect(() => applyRegistry(ctx, { importId })).toThrow("agencies.importOver");
  });

  it("names every fault by line and is not taken in with one", () => {
    const importId = readRegistry(ctx, { fileName: "kode.csv", sheet: sheetOf(line("74.02", "Muna"), line("74.02", "Muna", "99"), ["", "", "desa", "x", "", "WIB"]) });
    expect(getRegistryImport(ctx, importId).faults.map((one) => `${one.line} ${one.field}`)).toEqual(["3 code", "3 parent", "4 code", "4 name", "4 kind", "4 province", "4 zone"]);
    expect(() => applyRegistry(ctx, { importId })).toThrow("agencies.importFaulty");
    expect(() => readRegistry(ctx, { fileName: "a.csv", sheet: { ...sheetOf(), header: ["code"] } })).toThrow("agencies.columnsMissing");
  });
});

const keepers = ["system::organiser", "system::operator", "edition:edn_x:organiser"];
const others = ["system::auditor", "edition:edn_x:screener", "agency:own:writer", "agency:agc_other:admin"];
it.each([...keepers, "agency:own:admin", ...others])("renameAgency, mergeAgencies, readRegistry, applyRegistry, addUnit and changeUnit by %s", (grant) => {
  const agencyId = idOf("74");
  const asked = world.as(world.person("Siapa", grant.replace("own", agencyId)));
  const unitId = addUnit(ctx, { agencyId, name: "Dinas", kind: "office", parentId: null });
  const importId = readRegistry(ctx, { fileName: "a.csv", sheet: { header: ["code", "name", "kind", "province", "parent", "zone"], rows: [], lines: [] } });
  const files = [
    () => void readRegistry(asked, { fileName: "a.csv", sheet: { header: ["code", "name", "kind", "province", "parent", "zone"], rows: [], lines: [] } }),
    () => void applyRegistry(asked, { importId }),
  ];
  const registry = [
    () => renameAgency(asked, { agencyId, name: "Nama Baru", validFrom: "2026-05-01", source: "PP 1" }),
    () => void mergeAgencies(asked, { fromId: idOf("74.07"), intoId: idOf("74.01"), reason: "Digabung." }),
  ];
  const units = [
    () => void addUnit(asked, { agencyId, name: "Seksi", kind: "unit", parentId: null }),
    () => changeUnit(asked, { agencyId, unitId, name: "Dinas", kind: "office", parentId: null, closed: false }),
  ];
  const check = (acts: (() => void)[], allowed: boolean) => {
    for (const act of acts) if (allowed) expect(act).not.toThrow(); else expect(act).toThrow("accounts.notAllowed");
  };
  check(registry, keepers.includes(grant));
  check(files, grant.startsWith("system::") && keepers.includes(grant));
  check(units, keepers.includes(grant) || grant === "agency:own:admin");
});
