import { describe, expect, it } from "vitest";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { createEditionFrom } from "#app/features/competitions/operations.server.ts";
import { applyImport, discardImport, finishImport, mendRow, readPeople, settleRow } from "#app/features/competitions/people/operations.server.ts";
import { getImport, listImports } from "#app/features/competitions/people/queries.server.ts";
import type { ImportId, ImportKind } from "#app/features/competitions/people/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { smallDefinition } from "#tests/features/competitions/small-definition.ts";
import { makeWorld } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  organiser: ["edition:own:organiser"],
  screener: ["edition:own:screener"],
  auditor: ["edition:own:auditor"],
  otherOrganiser: ["edition:edn_other:organiser"],
  localAdmin: ["agency:own:admin"],
  writer: ["agency:own:writer"],
  otherAdmin: ["agency:agc_other:admin"],
  operator: ["system::operator"],
} as const;

type Person = keyof typeof people;
const sheet = { header: ["nama", "surel", "peran", "unit"], lines: [2], rows: [["Ani", "ani@x.go.id", "", "Biro"]] };

type Scope = { kind: ImportKind; scopeId: string };
const operations: Record<string, (ctx: Ctx, at: { scope: Scope; importId: ImportId }) => unknown> = {
  readPeople: (ctx, { scope }) => readPeople(ctx, { ...scope, fileName: "a.csv", sheet }),
  mendRow: (ctx, { importId }) => mendRow(ctx, { importId, line: 2, name: "Ani", email: "ani@x.go.id", role: "", place: "Biro" }),
  applyImport: (ctx, { importId }) => applyImport(ctx, { importId }),
  discardImport: (ctx, { importId }) => discardImport(ctx, { importId }),
  getImport: (ctx, { importId }) => getImport(ctx, importId),
  listImports: (ctx, { scope }) => listImports(ctx, scope),
};

const scopes = { seats: "organiser", members: "localAdmin" } as const satisfies Record<ImportKind, Person>;
const cases = (Object.keys(scopes) as ImportKind[]).flatMap((kind) => Object.keys(operations).map((name) => [kind, name] as const));

describe.each(cases)("%s: %s", (kind, name) => {
  it.each(Object.keys(people) as Person[])("asked by %s", async (person) => {
    const world = makeWorld();
    importAgencies(world.ctx, [province, wakatobi]);
    const editionId = createEditionFrom(world.as(world.person("Pendiri", "system::organiser")), { definition: smallDefinition, presetKey: null, slug: "kecil", rehearsal: true });
    const agencyId = findAgencyByCode(world.ctx, "74.07")?.id ?? "";
    const own = (grant: string) => grant.replace("edition:own", `edition:${editionId}`).replace("agency:own", `agency:${agencyId}`);
    const scope = { kind, scopeId: kind === "seats" ? editionId : agencyId };
    const owner = world.as(world.person("Pemilik", own(people[scopes[kind]][0])));
    const role = kind === "seats" ? "juror" : "pengusul";
    const importId = await readPeople(owner, { ...scope, fileName: "a.csv", sheet: { ...sheet, rows: [["Ani", "ani@x.go.id", role, "Biro"]] } });
    const grants = people[person]?.map(own);
    const ask = async () => operations[name]?.(world.as(grants ? world.person(person, ...grants) : null), { scope, importId });
    if (person === scopes[kind]) await expect(ask()).resolves.not.toThrow();
    else await expect(ask()).rejects.toThrow(notFound("people.importUnknown"));
  });
});

it.each(Object.keys(people) as Person[])("lets the system alone say what became of a row: settleRow, finishImport by %s", (person) => {
  const world = makeWorld();
  const ctx = world.as(people[person] ? world.person(person, ...people[person]) : null);
  const importId = "pimp_x" as ImportId;
  const both = [() => settleRow(ctx, { importId, line: 2, verdict: "done" }), () => finishImport(ctx, { importId })];
  for (const act of both) {
    if (person === "operator") expect(act).not.toThrow();
    else expect(act).toThrow(new DomainError("accounts.notAllowed", { kind: "forbidden" }));
  }
});
