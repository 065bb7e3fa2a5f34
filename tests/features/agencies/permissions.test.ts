import { describe, expect, it } from "vitest";
import { endMembershipsOf, eraseAppointmentsOf } from "#app/features/agencies/privacy/operations.server.ts";
import { confineMember, importAgencies, inviteMember, removeMember } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import { addUnit } from "#app/features/agencies/registry/operations.server.ts";
import type { Agency } from "#app/features/agencies/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { buton, province, wakatobi } from "#tests/features/agencies/seeds.ts";
import { makeWorld } from "#tests/support/world.ts";

const people = {
  visitor: null,
  stranger: [],
  admin: ["agency:own:admin"],
  writer: ["agency:own:writer"],
  otherAdmin: ["agency:other:admin"],
  organiser: ["edition:edn_x:organiser"],
  evaluator: ["edition:edn_x:evaluator"],
  systemOrganiser: ["system::organiser"],
  operator: ["system::operator"],
  auditor: ["system::auditor"],
} as const;

type Person = keyof typeof people;

const notAllowed = new DomainError("accounts.notAllowed", { kind: "forbidden" });

const operations: Record<string, { allowed: Person[]; run: (ctx: Ctx, agency: Agency) => void }> = {
  importAgencies: { allowed: ["systemOrganiser", "operator"], run: (ctx) => importAgencies(ctx, [buton]) },
  inviteLocalAdmin: {
    allowed: ["admin", "organiser", "systemOrganiser", "operator"],
    run: (ctx, { id }) => inviteMember(ctx, { agencyId: id, email: "baru@contoh.go.id", name: "Baru", role: "admin", unit: "Bagian Organisasi" }),
  },
  inviteWriter: {
    allowed: ["admin"],
    run: (ctx, { id }) => inviteMember(ctx, { agencyId: id, email: "baru@contoh.go.id", name: "Baru", role: "writer", unit: "Puskesmas" }),
  },
  confineMember: {
    allowed: ["admin"],
    run: (ctx, { id }) => {
      const system = { ...ctx, actor: { userId: ctx.newId("user"), name: "", email: "", grants: [{ scope: "agency" as const, scopeId: id, role: "admin" }] } };
      const unitId = addUnit(system, { agencyId: id, name: "Puskesmas", kind: "unit", parentId: null });
      const userId = inviteMember(system, { agencyId: id, email: "tulis@contoh.go.id", name: "Tulis", role: "writer", unit: "Puskesmas" });
      confineMember(ctx, { agencyId: id, userId, unitId });
    },
  },
  removeMember: {
    allowed: ["admin"],
    run: (ctx, { id }) => {
      const system = { ...ctx, actor: { userId: ctx.newId("user"), name: "", email: "", grants: [{ scope: "agency" as const, scopeId: id, role: "admin" }] } };
      const userId = inviteMember(system, { agencyId: id, email: "lama@contoh.go.id", name: "Lama", role: "writer", unit: "Puskesmas" });
      removeMember(ctx, { agencyId: id, userId });
    },
  },
};

it("lets whoever invites from outside the agency invite only others", () => {
  const world = makeWorld();
  importAgencies(world.ctx, [province, wakatobi]);
  const { id: agencyId } = findAgencyByCode(world.ctx, "74.07") as Agency;
  const organiser = world.person("Sekretariat", "edition:edn_x:organiser");
  const invite = (email: string) => inviteMember(world.as(organiser), { agencyId, email, name: "Baru", role: "admin", unit: "Biro" });
  expect(() => invite(` ${organiser.email.toUpperCase()}`)).toThrow("agencies.notYourself");
  expect(() => invite("orang.lain@contoh.go.id")).not.toThrow();
});

describe.each(Object.entries(operations))("%s", (_, { allowed, run }) => {
  it.each(Object.keys(people) as Person[])("asked by %s", (person) => {
    const world = makeWorld();
    importAgencies(world.ctx, [province, wakatobi]);
    const agency = findAgencyByCode(world.ctx, "74.07") as Agency;
    const grants = people[person]?.map((grant) => grant.replace(":own:", `:${agency.id}:`));
    const ctx = world.as(grants ? world.person(person, ...grants) : null);
    if (allowed.includes(person)) expect(() => run(ctx, agency)).not.toThrow();
    else expect(() => run(ctx, agency)).toThrow(notAllowed);
  });
});

it.each(Object.entries(people))("endMembershipsOf by %s", (name, grants) => {
  const world = makeWorld();
  const person = world.person("Budi");
  const end = () => endMembershipsOf(world.as(grants && world.person("Ani", ...grants)), person.userId);
  if (name === "operator") expect(end).not.toThrow();
  else expect(end).toThrow(notAllowed);
});

it.each(Object.entries(people))("eraseAppointmentsOf by %s", (name, grants) => {
  const world = makeWorld();
  const person = world.person("Budi");
  const pseudonym = { name: "Akun dihapus", email: "x@terhapus.invalid" };
  const erase = () => eraseAppointmentsOf(world.as(grants && world.person("Ani", ...grants)), { userId: person.userId, email: person.email, pseudonym });
  if (name === "operator") expect(erase).not.toThrow();
  else expect(erase).toThrow(notAllowed);
});
