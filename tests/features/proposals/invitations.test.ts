import { describe, expect, it } from "vitest";
import { closeEdition } from "#app/features/competitions/operations.server.ts";
import { inviteEntry, withdrawInvitation } from "#app/features/proposals/invitations/operations.server.ts";
import { type InvitationFilter, invitationFilterInput } from "#app/features/proposals/invitations/inputs.ts";
import { getInvitation, listInvitations, listOwnInvitations } from "#app/features/proposals/invitations/queries.server.ts";
import type { EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import { withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { getAgencyOverview, getNewProposalPage } from "#app/features/proposals/overview/queries.server.ts";
import type { Actor, Ctx, Withheld } from "#app/lib/ctx.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/notifications.ts";
import { addAgency, addMember, completeDraft, invited, makeScene, organiserOf, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";

const reason = "Penghargaannya ternyata milik instansi lain.";
const invite = (scene: Scene, change: Partial<Parameters<typeof inviteEntry>[1]> = {}) => {
  const { editionId, agencyId } = scene;
  return inviteEntry(organiserOf(scene), { ...{ editionId, agencyId, groupKey: "khusus", awardId: null, reference: "Top 9 KIPP 2014", note: "" }, ...change });
};
const all = (change: Partial<InvitationFilter> = {}): InvitationFilter => ({ ...invitationFilterInput.parse({}), ...change });
const states = (scene: Scene, change = {}) => listInvitations(organiserOf(scene), scene.editionId, all(change)).rows.map(({ reference, state }) => [reference, state]);

describe("inviting an agency", () => {
  it("rests on an award of the archive, whose words are kept", () => {
    const scene = makeScene();
    const id = "awd_1" as NonNullable<Parameters<typeof inviteEntry>[1]["awardId"]>;
    const place = { agencyName: "Pemerintah Kabupaten Wakatobi", agencyId: scene.agencyId, unit: "", province: "", note: "", source: "https://contoh.go.id" };
    scene.world.ctx.db.insert(awardRecords).values({ id, competition: "kipp", year: 2019, tier: "Top 45", title: "Apotek", ...place }).run();
    invite(scene, { awardId: id, reference: "" });
    expect(states(scene)).toEqual([["Top 45 KIPP 2019: Apotek", "standing"]]);
  });

  it("refuses a group that is open to all, and one that rests on nothing", () => {
    const scene = makeScene();
    expect(refusalOf(() => invite(scene, { groupKey: "umum" }))).toBe("groupKey notAChoice");
    expect(refusalOf(() => invite(scene, { reference: "" }))).toBe("reference required");
    expect(refusalOf(() => invite(scene, { awardId: "awd_0" as never }))).toBe("archive.awardUnknown");
  });

  it("refuses the same invitation twice while it stands, and takes it again once withdrawn", () => {
    const scene = makeScene();
    const invitationId = invite(scene);
    expect(refusalOf(() => invite(scene))).toBe("proposals.alreadyInvited");
    withdrawInvitation(organiserOf(scene), { invitationId, reason });
    expect(refusalOf(() => invite(scene))).toBe("done");
  });

  it("refuses a closed edition", () => {
    const scene = makeScene();
    closeEdition(scene.world.as(scene.world.person("Ketua", `edition:${scene.editionId}:organiser`), Date.UTC(2027, 0, 1)), { editionId: scene.editionId });
    expect(refusalOf(() => invite(scene))).toBe("proposals.editionNotOpen");
  });

  it("tells the agency's admins in a letter, and leaves its entry in the log", () => {
    const scene = makeScene();
    invite(scene);
    const { ctx } = scene.world;
    expect(ctx.db.select().from(outbox).all().map(({ recipient, template, params }) => [recipient, template, params.reference])).toEqual([
      [scene.admin.email, "entryInvited", "Top 9 KIPP 2014"],
    ]);
    expect(ctx.db.select().from(auditEntries).all().map(({ action }) => action)).toEqual(["proposals.inviteEntry"]);
  });
});

describe("an invitation", () => {
  it("lets the admin enter the group, as often as there are invitations", () => {
    const scene = makeScene();
    invited(scene, 2);
    submitted({ ...scene, writer: scene.admin }, { groupKey: "khusus", title: "Satu" });
    submitted({ ...scene, writer: scene.admin }, { groupKey: "khusus", title: "Dua" });
    expect(refusalOf(() => submitted({ ...scene, writer: scene.admin }, { groupKey: "khusus", title: "Tiga" }))).toBe("proposals.invitationsUsed");
  });

  it("does not exist for anybody but the secretariat of its edition", () => {
    const scene = makeScene();
    const [invitationId] = invited(scene) as [EntryInvitationId];
    const withdraw = (ctx: Ctx) => refusalOf(() => withdrawInvitation(ctx, { invitationId, reason: "Keliru diundang." }));
    expect([withdraw(scene.as(scene.admin)), withdraw(scene.as(null))]).toEqual(["proposals.invitationUnknown", "proposals.invitationUnknown"]);
    expect(refusalOf(() => getInvitation(scene.as(scene.admin), { editionId: scene.editionId, id: invitationId }))).toBe("proposals.invitationUnknown");
  });

  it("is not withdrawn while an entry stands on it, and is once that is withdrawn", () => {
    const scene = makeScene();
    const [first, second] = invited(scene, 2);
    const { proposalId } = submitted({ ...scene, writer: scene.admin }, { groupKey: "khusus" });
    expect(states(scene).map(([, state]) => state).toSorted()).toEqual(["standing", "used"]);
    withdrawInvitation(organiserOf(scene), { invitationId: second as never, reason });
    expect(refusalOf(() => withdrawInvitation(organiserOf(scene), { invitationId: first as never, reason }))).toBe("proposals.invitationInUse");
    withdrawProposal(scene.as(scene.admin), { proposalId, note: "Diganti dengan yang lain." });
    expect(refusalOf(() => withdrawInvitation(organiserOf(scene), { invitationId: first as never, reason }))).toBe("done");
    expect(refusalOf(() => withdrawInvitation(organiserOf(scene), { invitationId: first as never, reason }))).toBe("proposals.invitationWithdrawn");
  });

  it("withdrawn keeps a draft but lets it not be submitted", () => {
    const scene = makeScene();
    const [invitationId] = invited(scene);
    const asAdmin = { ...scene, writer: scene.admin };
    completeDraft(asAdmin, { groupKey: "khusus", title: "Satu" });
    withdrawInvitation(organiserOf(scene), { invitationId: invitationId as never, reason });
    expect(refusalOf(() => completeDraft(asAdmin, { groupKey: "khusus", title: "Dua" }))).toBe("proposals.notInvited");
  });

  it("shows to the agency it is for, and to no other", () => {
    const scene = makeScene();
    invited(scene);
    const elsewhere = addAgency(scene.world, "74.01", "Pemerintah Kabupaten Buton");
    const stranger = addMember(scene.world, { agencyId: elsewhere, name: "Tetangga", role: "admin" });
    expect(getAgencyOverview(scene.as(scene.writer), scene.agencyId).editions[0]?.invitations.map(({ reference }) => reference)).toEqual([
      "Top 45 KIPP 2019: Apotek Singgah",
    ]);
    expect(getAgencyOverview(scene.as(stranger), elsewhere).editions[0]?.invitations).toEqual([]);
    expect(refusalOf(() => listOwnInvitations(scene.as(stranger), scene.agencyId))).toBe("agencies.unknown");
  });

  it("opens its group to the admin among the choices of a new proposal", () => {
    const scene = makeScene();
    const groups = () => getNewProposalPage(scene.as(scene.admin), { agencyId: scene.agencyId, editionId: null }).groups.map(({ key }) => key);
    expect(groups()).toEqual(["umum"]);
    invited(scene);
    expect(groups()).toEqual(["umum", "khusus"]);
  });
});

describe("the list of invitations", () => {
  it("is searched and filtered by state, for the organiser alone", () => {
    const scene = makeScene();
    const [first] = invited(scene, 2);
    withdrawInvitation(organiserOf(scene), { invitationId: first as never, reason });
    expect(states(scene, { state: "withdrawn" })).toEqual([["Top 45 KIPP 2019: Apotek Singgah", "withdrawn"]]);
    expect(states(scene, { state: "standing" })).toEqual([["Top 45 KIPP 2020: Apotek Singgah", "standing"]]);
    expect(states(scene, { search: "wakatobi" })).toHaveLength(2);
    expect(states(scene, { search: "2020" })).toHaveLength(1);
    expect(states(scene, { search: "%" })).toEqual([]);
    expect(refusalOf(() => listInvitations(scene.as(scene.admin), scene.editionId, all()))).toBe("competitions.editionUnknown");
  });
});

describe("an invitation of an agency its organiser is in conflict with", () => {
  const withheld = (change: Partial<Withheld>): Withheld => ({ agencyIds: [], proposalIds: [], words: () => [], ...change });
  const kinds: [string, (scene: Scene) => Withheld][] = [
    ["the whole agency", ({ agencyId }) => withheld({ agencyIds: [agencyId] })],
    ["one entry, whose title stands in the award it rests on", () => withheld({ words: () => ["Perahu Pintar"] })],
  ];
  it.each(kinds)("is on no list, has no page and cannot be withdrawn: %s", (_kind, given) => {
    const scene = makeScene();
    const invitationId = invite(scene, { reference: "Penghargaan terdahulu: Perahu Pintar" });
    const free = organiserOf(scene);
    const bound: Ctx = { ...free, actor: { ...(free.actor as Actor), withheld: () => given(scene) } };
    const { editionId } = scene;
    const seen = (ctx: Ctx) => [listInvitations(ctx, editionId, all()).rows.length, refusalOf(() => getInvitation(ctx, { id: invitationId, editionId }))];
    expect([seen(free), seen(bound)]).toEqual([[1, "done"], [0, "proposals.invitationUnknown"]]);
    expect(refusalOf(() => withdrawInvitation(bound, { invitationId, reason }))).toBe("proposals.invitationUnknown");
    expect(refusalOf(() => withdrawInvitation(free, { invitationId, reason }))).toBe("done");
  });
});
