import { describe, expect, it } from "vitest";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { readPeople } from "#app/features/competitions/people/operations.server.ts";
import { listImportRows } from "#app/features/competitions/people/queries.server.ts";
import { eraseImportRowsOf } from "#app/features/competitions/privacy/operations.server.ts";
import { province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { makeWorld } from "#tests/support/world.ts";

const sheet = {
  header: ["nama", "surel", "peran", "unit"],
  lines: [2, 3],
  rows: [["Ani", "ani@x.go.id", "pengusul", "Biro"], ["Budi", "budi@x.go.id", "pengusul", "Biro"]],
};

async function read() {
  const world = makeWorld();
  importAgencies(world.ctx, [province, wakatobi]);
  const scopeId = findAgencyByCode(world.ctx, "74.07")?.id ?? "";
  const importId = await readPeople(world.as(world.person("Admin", `agency:${scopeId}:admin`)), { kind: "members", scopeId, fileName: "a.csv", sheet });
  const ani = { userId: world.person("Ani").userId, email: "Ani@x.go.id" };
  return { world, ani, names: () => listImportRows(world.ctx, importId, { limit: 9 }).map(({ name }) => name) };
}

describe("eraseImportRowsOf", () => {
  it("takes one person out of the tables by which people were invited", async () => {
    const { world, ani, names } = await read();
    eraseImportRowsOf(world.as(world.person("Sistem", "system::operator")), ani);
    expect(names()).toEqual(["Budi"]);
  });

  it.each(["system::organiser", "system::auditor", "edition:edn_x:organiser"])("is refused to %s", async (grant) => {
    const { world, ani, names } = await read();
    expect(() => eraseImportRowsOf(world.as(world.person("Siapa", grant)), ani)).toThrow("accounts.notAllowed");
    expect(names()).toEqual(["Ani", "Budi"]);
  });
});
