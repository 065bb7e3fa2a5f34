import { describe, expect, it } from "vitest";
import { confineMember, inviteMember } from "#app/features/agencies/operations.server.ts";
import { listAgencyGrants } from "#app/features/agencies/queries.server.ts";
import { addUnit, changeUnit, mergeAgencies } from "#app/features/agencies/registry/operations.server.ts";
import { listUnitChanges } from "#app/features/agencies/registry/queries.server.ts";
import { unitsFrom, writtenNames } from "#app/features/agencies/registry/rules.ts";
import type { UnitId } from "#app/features/agencies/types.ts";
import { createProposal, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { overviewFilterInput } from "#app/features/proposals/overview/inputs.ts";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { getProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { getReceipt, listInheritedReceipts } from "#app/features/proposals/submission/queries.server.ts";
import { listUnitOptions } from "#app/features/proposals/units/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { asked, makeScene, refusalOf, type Scene, submitted, whole } from "#tests/features/proposals/scene.ts";

const write = (here: Scene, unit: string, by: Actor = here.writer) =>
  createProposal(here.as(by), { editionId: here.editionId, agencyId: here.agencyId, ...asked, ...whole, unit, title: `Inovasi ${unit}` });

const unit = (here: Scene, name: string, parentId: UnitId | null = null) => addUnit(here.as(here.admin), { agencyId: here.agencyId, name, kind: "office", parentId });

function confined(here: Scene, unitId: UnitId): Actor {
  const { agencyId } = here;
  const userId = inviteMember(here.as(here.admin), { agencyId, email: "satu@contoh.go.id", name: "Satu", role: "writer", unit: "Dinas", unitId });
  return { userId, name: "Satu", email: "satu@contoh.go.id", grants: listAgencyGrants(here.world.ctx, userId) };
}

describe("the unit of a proposal", () => {
  it("is written freely while the agency keeps no units, and one of the tree as soon as it does", () => {
    const here = makeScene();
    const free = write(here, "Dinas Lama");
    const health = unit(here, "Dinas Kesehatan");
    expect(getProposal(here.world.ctx, free)).toMatchObject({ unit: "Dinas Lama", unitId: null });
    expect(getProposal(here.world.ctx, write(here, "Dinas Kesehatan"))).toMatchObject({ unit: "Dinas Kesehatan", unitId: health });
    expect(refusalOf(() => void write(here, "Dinas Karangan"))).toBe("proposals.unitUnlisted");
  });

  it("stays what a draft named before, whatever became of the tree", () => {
    const here = makeScene();
    const health = unit(here, "Dinas Kesehatan");
    const id = write(here, "Dinas Kesehatan");
    changeUnit(here.as(here.admin), { agencyId: here.agencyId, unitId: health, name: "Dinas Kesehatan dan KB", kind: "office", parentId: null, closed: true });
    unit(here, "Dinas Lain");
    const { revision } = getProposal(here.world.ctx, id);
    const identity = { ...asked, ...whole, title: "Judul baru", unit: "Dinas Kesehatan" };
    saveIdentity(here.as(here.writer), { proposalId: id, revision, ...identity });
    expect(getProposal(here.world.ctx, id)).toMatchObject({ unit: "Dinas Kesehatan", unitId: health });
  });

  it("is said with its parent where the agency has the name twice, and no two at one place share a name", () => {
    const here = makeScene();
    const [first, second] = [unit(here, "Dinas A"), unit(here, "Dinas B")];
    unit(here, "Sekretariat", first);
    const id = unit(here, "Sekretariat", second);
    expect(getProposal(here.world.ctx, write(here, "Sekretariat (Dinas B)")).unitId).toBe(id);
    expect(refusalOf(() => void unit(here, "sekretariat", second))).toBe("agencies.unitTaken");
    expect(listUnitOptions(here.as(here.writer), here.agencyId).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      "0 Dinas A",
      "1 Sekretariat (Dinas A)",
      "0 Dinas B",
      "1 Sekretariat (Dinas B)",
    ]);
  });

  it("filters the list of the local admin with the units below it", () => {
    const here = makeScene();
    const [top, other] = [unit(here, "Dinas A"), unit(here, "Dinas B")];
    unit(here, "Puskesmas", top);
    for (const name of ["Dinas A", "Puskesmas", "Dinas B"]) write(here, name);
    const titles = (place: string) =>
      getAgencyOverview(here.as(here.admin), here.agencyId, { filter: overviewFilterInput.parse({ place, sort: "title", dir: "asc" }), pageOf: () => 1 }).editions.flatMap((one) => one.proposals.map(({ title }) => title));
    expect(titles(top)).toEqual(["Inovasi Dinas A", "Inovasi Puskesmas"]);
    expect(titles(other)).toEqual(["Inovasi Dinas B"]);
    expect(titles("")).toHaveLength(3);
  });

  it("leaves a trace of what was done to the tree", () => {
    const here = makeScene();
    const id = unit(here, "Dinas A");
    changeUnit(here.as(here.admin), { agencyId: here.agencyId, unitId: id, name: "Dinas B", kind: "office", parentId: null, closed: false });
    const changes = listUnitChanges(here.as(here.admin), here.agencyId).map(({ before, name, closed }) => ({ before, name, closed }));
    expect(changes).toEqual([{ before: "Dinas A", name: "Dinas B", closed: false }, { before: "", name: "Dinas A", closed: false }]);
    expect(refusalOf(() => void listUnitChanges(here.as(here.writer), here.agencyId))).toBe("agencies.unknown");
  });
});

describe("a writer confined to a unit", () => {
  it("sees and writes the proposals of that unit alone", () => {
    const here = makeScene();
    const own = unit(here, "Dinas A");
    unit(here, "Dinas B");
    const [mine, theirs] = [write(here, "Dinas A"), write(here, "Dinas B")];
    const writer = confined(here, own);
    const ctx = here.as(writer);
    const listed = getAgencyOverview(ctx, here.agencyId, { filter: overviewFilterInput.parse({ unit: "all" }), pageOf: () => 1 });
    expect(listed.editions.flatMap((one) => one.proposals.map(({ id }) => id))).toEqual([mine]);
    expect(listed.editions.map(({ quotas, all }) => ({ quotas, all }))).toEqual([{ quotas: [], all: 1 }]);
    expect(listed.units.map(({ name }) => name)).toEqual(["Dinas A"]);
    expect(refusalOf(() => void saveAnswers(ctx, { proposalId: mine, answers: { ringkasan: "Isi" } }))).toBe("done");
    expect(refusalOf(() => void saveAnswers(ctx, { proposalId: theirs, answers: { ringkasan: "Isi" } }))).toBe("proposals.unknown");
    expect(refusalOf(() => void getProposalPage(ctx, theirs))).toBe("proposals.unknown");
  });

  it("neither begins a proposal for another unit nor moves one there", () => {
    const here = makeScene();
    const own = unit(here, "Dinas A");
    unit(here, "Dinas B");
    const writer = confined(here, own);
    expect(refusalOf(() => void write(here, "Dinas B", writer))).toBe("proposals.otherUnit");
    const id = write(here, "Dinas A", writer);
    const identity = { ...asked, ...whole, title: "Judul", unit: "Dinas B", innovator: "", startedOn: null };
    expect(refusalOf(() => void saveIdentity(here.as(writer), { proposalId: id, revision: 1, ...identity }))).toBe("proposals.otherUnit");
  });

  it("is no local admin, and of no closed unit", () => {
    const here = makeScene();
    const { agencyId } = here;
    const ctx = here.as(here.admin);
    const unitId = unit(here, "Dinas A");
    const invited = { agencyId, email: "dua@contoh.go.id", name: "Dua", unit: "Dinas", unitId };
    expect(refusalOf(() => void inviteMember(ctx, { ...invited, role: "admin" }))).toBe("agencies.adminConfined");
    changeUnit(ctx, { agencyId, unitId, name: "Dinas A", kind: "office", parentId: null, closed: true });
    expect(refusalOf(() => void inviteMember(ctx, { ...invited, role: "writer" }))).toBe("agencies.unitClosed");
    expect(refusalOf(() => confineMember(ctx, { agencyId, userId: ctx.newId("user"), unitId: null }))).toBe("agencies.memberUnknown");
  });
});

describe("an agency that went up in another", () => {
  const merged = () => {
    const here = makeScene();
    const { proposalId } = submitted(here, { title: "Inovasi lama" });
    const intoId = here.world.ctx.newId("agency");
    here.world.ctx.db.$client.prepare("insert into agencies (id, code, name, kind, zone, source) values (?, '74.99', 'Pemerintah Kabupaten Baru', 'kabupaten', 'Asia/Makassar', 'uji')").run(intoId);
    const heirId = inviteMember(here.world.ctx, { agencyId: intoId, email: "baru@contoh.go.id", name: "Baru", role: "admin", unit: "Bagian" });
    mergeAgencies(here.world.ctx, { fromId: here.agencyId, intoId, reason: "Digabung." });
    const heir: Actor = { userId: heirId, name: "Baru", email: "baru@contoh.go.id", grants: listAgencyGrants(here.world.ctx, heirId) };
    return { here, proposalId, heir };
  };

  it("takes no member and no proposal, and says which one it went up in", () => {
    const { here } = merged();
    const invited = { agencyId: here.agencyId, email: "dua@contoh.go.id", name: "Dua", unit: "Dinas", role: "writer" as const };
    expect(refusalOf(() => void inviteMember(here.as(here.admin), invited))).toBe("agencies.gone");
    expect(refusalOf(() => void write(here, "Dinas"))).toBe("agencies.gone");
  });

  it("leaves its receipts, and nothing else of its proposals, to the local admin of that one", () => {
    const { here, proposalId, heir } = merged();
    expect(listInheritedReceipts(here.as(heir), here.agencyId).map(({ title }) => title)).toEqual(["Inovasi lama"]);
    expect(getReceipt(here.as(heir), proposalId)).toMatchObject({ title: "Inovasi lama" });
    expect(refusalOf(() => void getProposalPage(here.as(heir), proposalId))).toBe("proposals.unknown");
    expect(refusalOf(() => void listInheritedReceipts(here.as(here.writer), here.agencyId))).toBe("agencies.unknown");
  });
});

it("the tree below a unit ends where it began, even in a circle, and names stay apart", () => {
  const node = (id: string, parentId: string | null, name = id) => ({ id: id as UnitId, parentId: parentId as UnitId | null, name });
  expect([...unitsFrom([node("a", "c"), node("b", "a"), node("c", "b"), node("d", null)], "a" as UnitId)].sort()).toEqual(["a", "b", "c"]);
  expect([...writtenNames([node("a", null, "Bagian"), node("b", "a", "Bagian"), node("c", null, "Dinas")]).values()]).toEqual(["Bagian (-)", "Bagian (Bagian)", "Dinas"]);
});
