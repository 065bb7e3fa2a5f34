import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { importAgencies, inviteMember, removeMember } from "#app/features/agencies/operations.server.ts";
import {
  agenciesByIds,
  countAdmins,
  countAgencies,
  findAgencyByCode,
  getAgency,
  listAdminIds,
  listAgencies,
  listAgencyGrants,
  listMembers,
  listMembershipPairs,
  listMemberships,
} from "#app/features/agencies/queries.server.ts";
import type { Agency, AgencyId } from "#app/features/agencies/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/notifications.ts";
import { buton, province, region, wakatobi } from "#tests/features/agencies/seeds.ts";
import { countStatements, makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let agency: Agency;
let admin: Actor;

beforeEach(() => {
  world = makeWorld();
  importAgencies(world.ctx, [wakatobi, province]);
  agency = findAgencyByCode(world.ctx, "74.07") as Agency;
  const userId = inviteMember(world.ctx, { ...aniInput(), agencyId: agency.id });
  admin = { userId, name: "Ani", email: "ani@wakatobi.go.id", grants: listAgencyGrants(world.ctx, userId) };
});

const aniInput = () => ({ email: " Ani@Wakatobi.go.id ", name: "Ani", role: "admin" as const, unit: "Bagian Organisasi" });
const writer = (name: string, agencyId: AgencyId = agency.id) => ({
  agencyId,
  email: `${name}@wakatobi.go.id`,
  name,
  role: "writer" as const,
  unit: "Dinas Kesehatan",
});

const actionsOf = (action: string) =>
  world.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, action)).all();

describe("taking in a registry", () => {
  it("adds what is new, updates what changed and leaves the rest", () => {
    const renamed = { ...wakatobi, name: "Pemerintah Kabupaten Wakatobi Raya" };
    expect(importAgencies(world.ctx, [province, renamed, buton])).toEqual({ created: 1, updated: 1, unchanged: 1 });
    expect(getAgency(world.ctx, agency.id).name).toBe(renamed.name);
  });

  it("changes and records nothing the second time", () => {
    expect(importAgencies(world.ctx, [province, wakatobi])).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(actionsOf("agencies.import")).toHaveLength(1);
  });

  it("leads from a region to its province", () => {
    expect(agency.parentId).toBe(findAgencyByCode(world.ctx, "74")?.id);
  });

  it("takes nothing in when one line is wrong", () => {
    const orphan = region("91.01", "Pemerintah Kabupaten Merauke");
    expect(() => importAgencies(world.ctx, [buton, orphan])).toThrow("agencies.parentUnknown");
    expect(countAgencies(world.ctx)).toBe(2);
  });
});

describe("inviting a member", () => {
  it("gives the place, writes a letter that names it, and records the act", () => {
    const userId = inviteMember(world.as(admin), writer("budi"));
    expect(listAgencyGrants(world.ctx, userId)).toEqual([{ scope: "agency", scopeId: agency.id, role: "writer" }]);
    const letter = world.ctx.db.select().from(outbox).where(eq(outbox.recipient, "budi@wakatobi.go.id")).get();
    expect(letter?.params.place).toBe("pengusul Dinas Kesehatan, Pemerintah Kabupaten Wakatobi");
    expect(actionsOf("agencies.inviteMember").map((entry) => entry.actorId)).toEqual(["usr_system", admin.userId]);
  });

  it("refuses who is a member already and leaves the membership and the mailbox as they were", () => {
    const again = { ...writer("ani"), email: "ani@wakatobi.go.id" };
    const letters = world.ctx.db.select().from(outbox).all().length;
    expect(() => inviteMember(world.as(admin), again)).toThrow("agencies.memberTaken");
    expect(listMembers(world.as(admin), agency.id).map(({ role, unit }) => ({ role, unit }))).toEqual([
      { role: "admin", unit: "Bagian Organisasi" },
    ]);
    expect(world.ctx.db.select().from(outbox).all()).toHaveLength(letters);
  });

  it("brings a former member back in the new role", () => {
    const userId = inviteMember(world.as(admin), writer("budi"));
    removeMember(world.as(admin), { agencyId: agency.id, userId });
    inviteMember(world.as(admin), { ...writer("budi"), role: "admin", unit: "Bagian Organisasi" });
    expect(listAdminIds(world.ctx, agency.id)).toHaveLength(2);
  });

  it("finds no agency that does not exist", () => {
    const nowhere = "agc_nowhere" as AgencyId;
    expect(() => inviteMember(world.ctx, { ...aniInput(), agencyId: nowhere })).toThrow("agencies.unknown");
  });
});

describe("removing a member", () => {
  it("ends the grant, keeps the row as history and records the act", () => {
    const userId = inviteMember(world.as(admin), writer("budi"));
    removeMember(world.as(admin), { agencyId: agency.id, userId });
    expect(listAgencyGrants(world.ctx, userId)).toEqual([]);
    expect(listMemberships(world.ctx, userId)).toEqual([]);
    expect(listMembers(world.as(admin), agency.id).map(({ name, active }) => [name, active])).toEqual([
      ["Ani", true],
      ["budi", false],
    ]);
    expect(listMembershipPairs(world.ctx).filter((pair) => pair.userId === userId)).toEqual([{ agencyId: agency.id, userId }]);
    expect(actionsOf("agencies.removeMember")).toHaveLength(1);
  });

  it("refuses the only local admin, and whoever is no member", () => {
    expect(() => removeMember(world.as(admin), { agencyId: agency.id, userId: admin.userId })).toThrow("agencies.lastAdmin");
    const stranger = world.person("Orang Lain");
    expect(() => removeMember(world.as(admin), { agencyId: agency.id, userId: stranger.userId })).toThrow("agencies.memberUnknown");
  });

  it("refuses a second removal", () => {
    const userId = inviteMember(world.as(admin), writer("budi"));
    removeMember(world.as(admin), { agencyId: agency.id, userId });
    expect(() => removeMember(world.as(admin), { agencyId: agency.id, userId })).toThrow("agencies.memberUnknown");
  });
});

describe("reading the registry", () => {
  it("finds by a part of the name or the start of the code, and by kind", () => {
    const names = (filter: { search?: string; kind?: "provinsi" }) =>
      listAgencies(world.ctx, { ...filter, limit: 10, offset: 0 }).map((row) => row.code);
    expect(names({ search: "wakatobi" })).toEqual(["74.07"]);
    expect(names({ search: "74" })).toEqual(["74.07", "74"]);
    expect(names({ kind: "provinsi" })).toEqual(["74"]);
    expect(names({ search: "%" })).toEqual([]);
    expect(countAgencies(world.ctx, { search: "74", kind: "provinsi" })).toBe(1);
  });

  it("shows pages of the same order", () => {
    const page = (offset: number) => listAgencies(world.ctx, { limit: 1, offset }).map((row) => row.code);
    expect([page(0), page(1), page(2)]).toEqual([["74.07"], ["74"], []]);
  });

  it("hides an agency's people from strangers", () => {
    expect(() => listMembers(world.as(world.person("Orang Lain")), agency.id)).toThrow("agencies.unknown");
    expect(() => listMembers(world.as(world.person("Admin Lain", "agency:agc_other:admin")), agency.id)).toThrow("agencies.unknown");
  });

  it("costs the same for one row and for three", () => {
    const cost = () => countStatements(world.ctx, () => {
      const rows = listAgencies(world.ctx, { limit: 50, offset: 0 });
      countAdmins(world.ctx, rows.map((row) => row.id));
      agenciesByIds(world.ctx, rows.map((row) => row.id));
      listMembers(world.as(admin), agency.id);
    });
    const few = cost();
    importAgencies(world.ctx, [buton, region("74.02", "Pemerintah Kabupaten Muna"), region("74.03", "Pemerintah Kabupaten Konawe")]);
    for (const name of ["budi", "cici", "dedi"]) inviteMember(world.as(admin), writer(name));
    expect(cost()).toBe(few);
  });
});
