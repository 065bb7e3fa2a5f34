import { describe, expect, it } from "vitest";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { grantExtension, revokeExtension } from "#app/features/proposals/extensions/operations.server.ts";
import { countExtensions, getExtensionRow, listExtendable, listExtensionPage, listRunning, windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { closingOf, draftingWindow, latestExtension, stateOf } from "#app/features/proposals/extensions/rules.ts";
import { getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { createProposal, saveAnswers } from "#app/features/proposals/operations.server.ts";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { reviseSubmitted, submitProposal, withdrawProposal, handOver } from "#app/features/proposals/submission/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { addAgency, addMember, asked, closesAt, completeDraft, definition, makeScene, opensAt, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { moved } from "#tests/support/moved.ts";

const day = 24 * 3_600_000;
const words = (text: string) => ({ id: text, en: text });
const screening = { key: "seleksi", kind: "screening" as const, name: words("Seleksi"), opensAt: closesAt, closesAt: closesAt + 10 * day };
const withScreening: Partial<Definition> = { stages: [...definition.stages, screening] };
const reason = "Jaringan di kabupaten putus dua hari.";

let count = 0;
function organiserOf({ world, editionId }: Scene): Actor {
  count += 1;
  return world.person(`Sekretariat ${count}`, `edition:${editionId}:organiser`);
}

const grant = (scene: Scene, change: Partial<Parameters<typeof grantExtension>[1]> = {}, now = closesAt + day) =>
  grantExtension(scene.as(organiserOf(scene), now), {
    ...{ editionId: scene.editionId, agencyId: scene.agencyId, proposalId: null, closesAt: closesAt + 3 * day, reason },
    ...change,
  });

describe("the window of an agency", () => {
  const agencyId = "agc_a" as Id<"agency">;
  const proposalId = "prop_a" as Id<"proposal">;
  const one = { agencyId, proposalId: null, closesAt: closesAt + day, reason: "a", revokedAt: null };
  it.each([
    ["nothing granted: the close of registration", [], closesAt],
    ["granted to the agency: for every proposal", [one], closesAt + day],
    ["granted to this proposal", [{ ...one, proposalId }], closesAt + day],
    ["granted to another proposal of the agency", [{ ...one, proposalId: "prop_b" as Id<"proposal"> }], closesAt],
    ["granted to another agency", [{ ...one, agencyId: "agc_b" as Id<"agency"> }], closesAt],
    ["taken back", [{ ...one, revokedAt: 5 }], closesAt],
    ["the latest of two", [one, { ...one, proposalId, closesAt: closesAt + 2 * day }], closesAt + 2 * day],
    ["one that ends before registration does", [{ ...one, closesAt: closesAt - day }], closesAt],
  ])("%s", (_rule, extensions, expected) => {
    expect(closingOf(definition, extensions, { agencyId, proposalId })).toBe(expected);
  });

  it("opens no earlier than registration, and names the reason it is longer", () => {
    expect(draftingWindow(definition, [one], { agencyId, proposalId })).toEqual({
      opensAt,
      closesAt: closesAt + day,
      extension: { closesAt: closesAt + day, reason: "a" },
    });
  });

  it("may last until screening ends, or until the next stage begins where nothing is screened", () => {
    expect(latestExtension(definition)).toBe(null);
    expect(latestExtension({ ...definition, ...withScreening })).toBe(screening.closesAt);
    const desk = { ...screening, kind: "desk" as const };
    expect(latestExtension({ ...definition, stages: [...definition.stages, desk] })).toBe(desk.opensAt);
  });

  it("is active until its last instant, half-open", () => {
    const states = [closesAt - 1, closesAt].map((now) => stateOf({ revokedAt: null, closesAt }, now));
    expect([...states, stateOf({ revokedAt: 1, closesAt }, closesAt - 1)]).toEqual(["active", "ended", "revoked"]);
  });
});

describe("with more time for its agency", () => {
  it("everything is written until the very end and nothing from it on", () => {
    const scene = makeScene(withScreening);
    const proposalId = completeDraft(scene);
    grant(scene);
    const end = closesAt + 3 * day;
    const writer = (now: number) => scene.as(scene.writer, now);
    const save = (now: number) => refusalOf(() => saveAnswers(writer(now), { proposalId, answers: { ringkasan: `teks ${now}` } }));
    expect([save(closesAt), save(end - 1), save(end)]).toEqual(["done", "done", "competitions.windowClosed"]);
    const create = (now: number) => refusalOf(() => createProposal(writer(now), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, title: `Baru ${now}` }));
    expect([create(end - 1), create(end)]).toEqual(["done", "competitions.windowClosed"]);
    handOver(writer(end - 2), { proposalId });
    const submit = (now: number) => refusalOf(() => submitProposal(scene.as(scene.admin, now), { proposalId, accepted: true }));
    expect([submit(end), submit(end - 1)]).toEqual(["competitions.windowClosed", "done"]);
    const revise = (now: number) => refusalOf(() => reviseSubmitted(scene.as(scene.admin, now), { proposalId }));
    expect([revise(end), revise(end - 1)]).toEqual(["competitions.windowClosed", "done"]);
    const withdraw = (now: number) => refusalOf(() => withdrawProposal(scene.as(scene.admin, now), { proposalId, note: "Sudah tidak berjalan." }));
    expect([withdraw(end), withdraw(end - 1)]).toEqual(["competitions.windowClosed", "done"]);
  });

  it("another agency's window has closed", () => {
    const scene = makeScene(withScreening);
    grant(scene);
    const other = addAgency(scene.world, "74.08", "Pemerintah Kabupaten Lain");
    const admin = addMember(scene.world, { agencyId: other, name: "Admin Lain", role: "admin" });
    const create = () => createProposal(scene.as(admin, closesAt), { editionId: scene.editionId, agencyId: other, ...asked });
    expect(refusalOf(create)).toBe("competitions.windowClosed");
  });

  it("an entry that was decided on in screening stays as it is", () => {
    const scene = makeScene(withScreening);
    const { proposalId } = submitted(scene);
    moved(scene.world.ctx, { proposalId, from: ["submitted"], to: "passed" });
    grant(scene);
    expect(refusalOf(() => reviseSubmitted(scene.as(scene.admin, closesAt + day), { proposalId }))).toBe("proposals.alreadyScreened");
    expect(refusalOf(() => withdrawProposal(scene.as(scene.admin, closesAt + day), { proposalId, note: "Sudah tidak berjalan." }))).toBe("proposals.alreadyScreened");
  });

  it("ages are still counted back from the first close of registration", () => {
    const scene = makeScene(withScreening);
    // 24 months are full on 17 April 2026, a day after registration closes and within the extension.
    const proposalId = completeDraft(scene, { startedOn: "2024-04-17" });
    grant(scene);
    const codes = getEditorPage(scene.as(scene.writer, closesAt + day), proposalId).faults.map(({ code }) => code);
    expect(codes).toContain("proposals.tooYoung");
  });

  it("its pages show the end that holds for it, and why", () => {
    const scene = makeScene(withScreening);
    const proposalId = completeDraft(scene);
    grant(scene);
    const now = closesAt + day;
    const editor = getEditorPage(scene.as(scene.writer, now), proposalId);
    const [card] = getAgencyOverview(scene.as(scene.writer, now), scene.agencyId).editions;
    expect([editor.closesAt, editor.writable, card?.closesAt, card?.open]).toEqual([closesAt + 3 * day, true, closesAt + 3 * day, true]);
    const at = { editionId: scene.editionId, agencyId: scene.agencyId };
    expect(listRunning({ ...scene.world.ctx, now }, at).map((one) => one.reason)).toEqual([reason]);
    expect(listRunning({ ...scene.world.ctx, now: closesAt + 3 * day }, at)).toEqual([]);
  });

  it("one proposal's extension leaves the agency's others closed", () => {
    const scene = makeScene(withScreening);
    const [first, second] = [completeDraft(scene), completeDraft(scene, { title: "Yang lain (data latihan)" })];
    grant(scene, { proposalId: first });
    const save = (proposalId: typeof first) => refusalOf(() => saveAnswers(scene.as(scene.writer, closesAt + day), { proposalId, answers: { ringkasan: "baru" } }));
    expect([save(first), save(second)]).toEqual(["done", "competitions.windowClosed"]);
  });
});

describe("granting and taking back", () => {
  it("refuses an end that is not later, or too late to be screened", () => {
    const scene = makeScene(withScreening);
    expect(refusalOf(() => grant(scene, { closesAt }, opensAt))).toBe("proposals.extensionNotLater");
    expect(refusalOf(() => grant(scene, { closesAt: closesAt + 10 * day + 1 }))).toBe("proposals.extensionTooLong");
    expect(refusalOf(() => grant(scene, { closesAt: closesAt + 10 * day }))).toBe("done");
    expect(refusalOf(() => grant(scene, { closesAt: closesAt + 9 * day }))).toBe("proposals.extensionNotLater");
  });

  it("refuses a proposal of another agency, a withdrawn one and a decided one", () => {
    const scene = makeScene(withScreening);
    const { proposalId } = submitted(scene);
    const other = addAgency(scene.world, "74.08", "Pemerintah Kabupaten Lain");
    expect(refusalOf(() => grant(scene, { agencyId: other, proposalId }))).toBe("proposals.unknown");
    moved(scene.world.ctx, { proposalId, from: ["submitted"], to: "failed" });
    expect(refusalOf(() => grant(scene, { proposalId }))).toBe("proposals.notExtendable");
  });

  it("names a draft to the secretariat by its unit and beginning, neither by its title nor in a search for it, and an entry by its title", () => {
    const scene = makeScene(withScreening);
    const draft = completeDraft(scene, { title: "Rahasia instansi" });
    const { proposalId } = submitted(scene, { title: "Sudah diajukan" });
    grant(scene, { proposalId: draft });
    grant(scene, { proposalId });
    const organiser = scene.as(organiserOf(scene));
    const extendable = listExtendable(organiser, { editionId: scene.editionId, agencyId: scene.agencyId });
    expect(extendable.map(({ id, title, unit }) => [id, title, unit])).toEqual([[draft, null, asked.unit], [proposalId, "Sudah diajukan", asked.unit]]);
    const titles = (search: string) => listExtensionPage(organiser, scene.editionId, { search, page: 1 }).rows.map((row) => row.proposal?.title).sort();
    expect([titles(""), titles("Rahasia"), titles("diajukan")]).toEqual([["Sudah diajukan", null].sort(), [], ["Sudah diajukan"]]);
  });

  it("closes the window at once, tells the agency both times, and leaves a trace", () => {
    const scene = makeScene(withScreening);
    const proposalId = completeDraft(scene);
    const extensionId = grant(scene);
    const organiser = scene.as(organiserOf({ ...scene, world: scene.world }), closesAt + 2 * day);
    revokeExtension(organiser, { extensionId, reason: "Diberikan kepada instansi yang keliru." });
    expect(refusalOf(() => saveAnswers(scene.as(scene.writer, closesAt + 2 * day), { proposalId, answers: { ringkasan: "x" } }))).toBe("competitions.windowClosed");
    expect(refusalOf(() => revokeExtension(organiser, { extensionId, reason }))).toBe("proposals.extensionRevoked");
    const letters = scene.world.ctx.db.select().from(outbox).all().map(({ template, recipient }) => `${template} ${recipient}`);
    expect(letters).toEqual([`extensionGranted ${scene.admin.email}`, `extensionRevoked ${scene.admin.email}`]);
    expect(scene.world.ctx.db.select().from(notices).all().map(({ kind }) => kind)).toEqual(["extensionGranted", "extensionRevoked"]);
    const actions = scene.world.ctx.db.select({ action: auditEntries.action }).from(auditEntries).all().map(({ action }) => action).filter((action) => action.includes("Extension"));
    expect(actions).toEqual(["proposals.grantExtension", "proposals.revokeExtension"]);
  });

  it("tells the public how many agencies have more time, and nobody else which", () => {
    const scene = makeScene(withScreening);
    grant(scene);
    const { id } = getEdition(scene.world.ctx, scene.editionId);
    expect(countExtensions(scene.world.ctx, id)).toBe(1);
    const at = { editionId: scene.editionId, agencyId: scene.agencyId };
    const filter = { search: "", page: 1 };
    for (const actor of [scene.admin, scene.writer, null]) {
      expect(refusalOf(() => listExtensionPage(scene.as(actor), scene.editionId, filter))).toBe("competitions.editionUnknown");
      expect(refusalOf(() => listExtendable(scene.as(actor), at))).toBe("competitions.editionUnknown");
    }
    const [row] = listExtensionPage(scene.as(organiserOf(scene)), scene.editionId, filter).rows;
    expect(refusalOf(() => getExtensionRow(scene.as(scene.admin), { editionId: scene.editionId, id: row?.id as never }))).toBe("proposals.extensionUnknown");
    expect(windowFor(scene.world.ctx, getEdition(scene.world.ctx, scene.editionId), { ...at, proposalId: null }).closesAt).toBe(closesAt + 3 * day);
  });
});
