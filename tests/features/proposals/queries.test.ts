import { describe, expect, it } from "vitest";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import { getDownload } from "#app/features/proposals/attachments/queries.server.ts";
import { entryPageSize, listEntryPage } from "#app/features/proposals/entries/queries.server.ts";
import { getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { entryFilterInput } from "#app/features/proposals/inputs.ts";
import { createProposal, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getAgencyOverview, getNewProposalPage } from "#app/features/proposals/overview/queries.server.ts";
import { countByStatus, getEntry, getProposal, listEntries } from "#app/features/proposals/queries.server.ts";
import { getProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { findLiveAttachments } from "#app/features/proposals/store.server.ts";
import { handOver, returnToUnit, reviseSubmitted, submitProposal, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { getReceipt } from "#app/features/proposals/submission/queries.server.ts";
import { countStatements } from "#tests/support/world.ts";
import { kept,
  addAgency,
  addMember,
  asked,
  closesAt,
  completeDraft,
  definition,
  invited,
  makeScene,
  pdf,
  refusalOf,
  type Scene,
  submitted,
  whole,
} from "#tests/features/proposals/scene.ts";

const free = { groups: definition.groups.map((group) => ({ ...group, quotaPerAgency: 0 })) };
const filter = (change = {}) => entryFilterInput.parse(change);
const seat = (scene: Scene, role: string) => scene.world.person(role, `edition:${scene.editionId}:${role}`);

const neighbour = (scene: Scene): Scene => {
  const agencyId = addAgency(scene.world, "74.01", "Pemerintah Kabupaten Buton");
  const admin = addMember(scene.world, { agencyId, name: "Admin Buton", role: "admin" });
  return { ...scene, agencyId, admin, writer: admin };
};

describe("entries", () => {
  it("are what was submitted and not withdrawn, by number", () => {
    const scene = makeScene(free);
    completeDraft(scene, { title: "Draf saja" });
    submitted(scene, { title: "Satu" });
    const { proposalId: gone } = submitted(scene, { title: "Dua" });
    submitted(scene, { title: "Tiga" });
    withdrawProposal(scene.as(scene.admin), { proposalId: gone, note: "Tidak dilanjutkan." });
    const entries = listEntries(scene.world.ctx, { editionId: scene.editionId });
    expect(entries.map(({ number, title, agencyName, agencyKind, provinceCode, reach }) => [number, title, agencyName, agencyKind, provinceCode, reach])).toEqual([
      [1, "Satu", "Pemerintah Kabupaten Wakatobi", "kabupaten", "74", "submitted"],
      [3, "Tiga", "Pemerintah Kabupaten Wakatobi", "kabupaten", "74", "submitted"],
    ]);
    expect(refusalOf(() => getEntry(scene.world.ctx, gone))).toBe("proposals.unknown");
  });

  it("show what was submitted while a correction is being drafted", () => {
    const scene = makeScene(free);
    const { proposalId } = submitted(scene, { title: "Judul resmi" });
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    const { revision } = getProposal(scene.world.ctx, proposalId);
    saveIdentity(scene.as(scene.admin), { proposalId, revision, ...asked, ...whole, title: "Judul coba-coba", unit: "Puskesmas" });
    const { title, unit } = getEntry(scene.world.ctx, proposalId);
    expect({ title, unit }).toEqual({ title: "Judul resmi", unit: "Dinas Kesehatan" });
    const reader = getProposalPage(scene.as(seat(scene, "organiser")), proposalId);
    expect([reader.identity.title, reader.isDraft, reader.events]).toEqual(["Judul resmi", false, []]);
    expect(getProposalPage(scene.as(scene.writer), proposalId).identity.title).toBe("Judul coba-coba");
  });

  it("are filtered, searched, sorted and paged for those who may list them", () => {
    const scene = makeScene(free);
    for (const title of ["Cahaya", "Apotek", "Bahari"]) submitted(scene, { title });
    submitted(neighbour(scene), { title: "Dermaga" });
    const ctx = scene.as(seat(scene, "organiser"));
    const titles = (change = {}) => listEntryPage(ctx, scene.editionId, filter(change)).rows.map((row) => row.title);
    expect(titles()).toEqual(["Cahaya", "Apotek", "Bahari", "Dermaga"]);
    expect(titles({ sort: "title" })).toEqual(["Apotek", "Bahari", "Cahaya", "Dermaga"]);
    expect(titles({ sort: "title", dir: "desc" })).toEqual(["Dermaga", "Cahaya", "Bahari", "Apotek"]);
    expect(titles({ search: "buton" })).toEqual(["Dermaga"]);
    expect(titles({ search: "2026-0002" })).toEqual(["Apotek"]);
    expect(titles({ search: "100%" })).toEqual([]);
    expect(titles({ group: "khusus" })).toEqual([]);
    expect(titles({ kind: "kabupaten", reach: "submitted" })).toEqual(["Cahaya", "Apotek", "Bahari", "Dermaga"]);
    expect(titles({ reach: "passed" })).toEqual([]);
    expect(listEntryPage(ctx, scene.editionId, filter({ page: 9 }))).toMatchObject({ page: 1, pages: 1, total: 4, pageSize: entryPageSize });
    for (const role of ["juror", "evaluator"]) {
      expect(refusalOf(() => listEntryPage(scene.as(seat(scene, role)), scene.editionId, filter()))).toBe("competitions.editionUnknown");
    }
    expect(refusalOf(() => listEntryPage(scene.as(scene.admin), scene.editionId, filter()))).toBe("competitions.editionUnknown");
  });

  it("cost the same statements for one row and for three", () => {
    const cost = (titles: string[]) => {
      const scene = makeScene(free);
      for (const title of titles) submitted(scene, { title });
      const ctx = scene.as(seat(scene, "organiser"));
      return countStatements(scene.world.ctx, () => listEntryPage(ctx, scene.editionId, filter()));
    };
    expect(cost(["Satu", "Dua", "Tiga"])).toBe(cost(["Satu"]));
  });

  it("are counted by position and by stage", () => {
    const scene = makeScene(free);
    const { proposalId } = submitted(scene, { title: "Satu" });
    submitted(scene, { title: "Dua" });
    completeDraft(scene, { title: "Tiga" });
    withdrawProposal(scene.as(scene.admin), { proposalId, note: "Tidak dilanjutkan." });
    expect(countByStatus(scene.world.ctx, scene.editionId)).toEqual({
      registered: 3,
      status: { atUnit: 1, atAgency: 0, submitted: 1, withdrawn: 1 },
      reach: { draft: 2, submitted: 1, failed: 0, passed: 0, finalist: 0, winner: 0 },
    });
  });
});

describe("a proposal's page", () => {
  it("exists for its agency, after submission for organisers and auditors, and for nobody else", () => {
    const scene = makeScene();
    const draft = completeDraft(scene, { title: "Draf" });
    const { proposalId } = submitted(scene, { title: "Diajukan" });
    const people = {
      admin: scene.admin,
      writer: scene.writer,
      neighbour: neighbour(scene).admin,
      organiser: seat(scene, "organiser"),
      screener: seat(scene, "screener"),
      auditor: seat(scene, "auditor"),
      evaluator: seat(scene, "evaluator"),
      systemAuditor: scene.world.person("Auditor sistem", "system::auditor"),
      operator: scene.world.person("Operator", "system::operator"),
    };
    const seen = (id: typeof draft) =>
      Object.entries(people).filter(([, actor]) => refusalOf(() => getProposalPage(scene.as(actor), id)) === "done").map(([name]) => name);
    expect(seen(draft)).toEqual(["admin", "writer"]);
    expect(seen(proposalId)).toEqual(["admin", "writer", "organiser", "auditor", "systemAuditor"]);
  });

  it("offers the steps its reader can take now, and none after registration", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const steps = (by: Scene["admin"], now?: number) =>
      Object.entries(getProposalPage(scene.as(by, now), proposalId).may).filter(([, open]) => open).map(([step]) => step);
    expect(steps(scene.writer)).toEqual(["write", "handOver", "withdraw"]);
    handOver(scene.as(scene.writer), { proposalId });
    expect(steps(scene.writer)).toEqual([]);
    expect(steps(scene.admin)).toEqual(["write", "return", "submit", "withdraw"]);
    expect(steps(scene.admin, closesAt)).toEqual([]);
  });

  it("shows the writer why the draft came back", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    handOver(scene.as(scene.writer), { proposalId });
    returnToUnit(scene.as(scene.admin), { proposalId, note: "Angka dampak belum ada." });
    const [last] = getProposalPage(scene.as(scene.writer), proposalId).events;
    expect(last).toMatchObject({ kind: "return", note: "Angka dampak belum ada.", actor: scene.admin.name });
  });
});

describe("the editor", () => {
  it("lists sections with their state and what keeps the draft back", () => {
    const scene = makeScene();
    invited(scene);
    const { editionId, agencyId, writer } = scene;
    const proposalId = createProposal(scene.as(writer), { editionId, agencyId, ...asked, ...whole });
    const page = getEditorPage(scene.as(writer), proposalId);
    expect(page.sections.map(({ key, state, done, total }) => [key, state, done, total])).toEqual([
      ["identity", "complete", 5, 5],
      ["ringkasan", "missing", 0, 1],
      ["details", "missing", 0, 1],
      ["files", "missing", 0, 1],
    ]);
    expect(page.faults.map(({ section }) => section)).toEqual(["ringkasan", "details", "files"]);
    expect(page.edition.groups.map(({ key }) => key)).toEqual(["umum"]);
    expect(getEditorPage(scene.as(scene.admin), proposalId).edition.groups.map(({ key }) => key)).toEqual(["umum", "khusus"]);
  });

  it("is for members, and for writing only while registration runs", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    expect(getEditorPage(scene.as(scene.writer), proposalId).writable).toBe(true);
    expect(getEditorPage(scene.as(scene.writer, closesAt), proposalId).writable).toBe(false);
    expect(refusalOf(() => getEditorPage(scene.as(seat(scene, "organiser")), proposalId))).toBe("proposals.unknown");
  });
});

describe("an agency's overview", () => {
  it("counts what was submitted against the quota and hides other agencies", () => {
    const scene = makeScene();
    submitted(scene, { title: "Satu" });
    completeDraft(scene, { title: "Dua" });
    submitted(neighbour(scene), { title: "Tetangga" });
    const [edition, ...others] = getAgencyOverview(scene.as(scene.writer), scene.agencyId).editions;
    expect(others).toEqual([]);
    expect(edition?.quotas).toEqual([{ group: definition.groups[0]?.name, used: 1, limit: 2 }]);
    expect(edition?.proposals.map(({ title, number, status }) => [title, number, status]).toSorted()).toEqual([
      ["Dua", null, "atUnit"],
      ["Satu", "2026-0001", "submitted"],
    ]);
    expect(refusalOf(() => getAgencyOverview(scene.as(neighbour(makeScene()).admin), scene.agencyId))).toBe("agencies.unknown");
  });

  it("offers a new proposal only while registration runs", () => {
    const scene = makeScene();
    const at = { agencyId: scene.agencyId, editionId: null };
    expect(getNewProposalPage(scene.as(scene.writer), at).groups.map(({ key }) => key)).toEqual(["umum"]);
    expect(refusalOf(() => getNewProposalPage(scene.as(scene.writer, closesAt), at))).toBe("competitions.editionUnknown");
  });

  it("costs the same statements for one proposal and for three", () => {
    const cost = (titles: string[]) => {
      const scene = makeScene();
      for (const title of titles) completeDraft(scene, { title });
      return countStatements(scene.world.ctx, () => getAgencyOverview(scene.as(scene.writer), scene.agencyId));
    };
    expect(cost(["Satu", "Dua", "Tiga"])).toBe(cost(["Satu"]));
  });
});

describe("downloads", () => {
  it("give a draft's file to its agency, a submitted one to readers of the entry, and nothing to anybody else", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const [standing] = findLiveAttachments(scene.world.ctx, proposalId);
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    const drafted = attachFile(scene.as(scene.admin), { proposalId, fieldKey: "surat", fileName: "Baru.pdf", file: kept(scene, pdf("baru")) });
    const may = (actor: Scene["admin"], id: typeof drafted, reads = false) =>
      refusalOf(() => getDownload(scene.as(actor), id, () => (reads ? { blind: false } : null))) === "done";
    const id = standing?.id ?? ("att_0" as never);
    const juror = seat(scene, "juror");
    expect([may(scene.writer, id), may(scene.writer, drafted)]).toEqual([true, true]);
    const organiser = seat(scene, "organiser");
    expect([may(organiser, id), may(organiser, drafted)]).toEqual([true, false]);
    const screener = seat(scene, "screener");
    expect([may(screener, id), may(screener, id, true), may(screener, drafted, true)]).toEqual([false, true, false]);
    expect([may(juror, id), may(juror, id, true), may(juror, drafted, true)]).toEqual([false, true, false]);
    expect(may(neighbour(scene).admin, id)).toBe(false);
  });

  it("of what no scanner has seen yet are for its agency alone", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const [standing] = findLiveAttachments(scene.world.ctx, proposalId);
    scene.world.ctx.db.$client.prepare("update file_contents set scan = 'pending'").run();
    const load = (actor: Scene["admin"]) => refusalOf(() => getDownload(scene.as(actor), standing?.id ?? ("att_0" as never), () => null));
    expect([load(scene.writer), load(seat(scene, "organiser"))]).toEqual(["done", "proposals.fileNotScanned"]);
  });

  it("give a blind reader evidence without its name, and no statement letter", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    attachFile(scene.as(scene.admin), { proposalId, fieldKey: "ringkasan", fileName: "Dinkes Wakatobi.pdf", file: kept(scene, pdf("bukti")) });
    handOver(scene.as(scene.writer), { proposalId });
    submitProposal(scene.as(scene.admin), { proposalId, accepted: true });
    const juror = seat(scene, "juror");
    const given = (blind: boolean) =>
      findLiveAttachments(scene.world.ctx, proposalId)
        .toSorted((a, b) => a.fieldKey.localeCompare(b.fieldKey))
        .map(({ id }) => {
          const file = { name: "" };
          const answer = refusalOf(() => (file.name = getDownload(scene.as(juror), id, () => ({ blind })).fileName));
          return answer === "done" ? file.name : answer;
        });
    expect(given(false)).toEqual(["Dinkes Wakatobi.pdf", "Surat pernyataan.pdf"]);
    expect(given(true)).toEqual(["berkas.pdf", "proposals.attachmentUnknown"]);
  });

  it("give a receipt to whoever may read the proposal, once something was submitted", () => {
    const scene = makeScene();
    const draft = completeDraft(scene, { title: "Draf" });
    const { proposalId, receipt } = submitted(scene, { title: "Diajukan" });
    const { number, version, sha256, submittedBy, agency, parts } = getReceipt(scene.as(scene.writer), proposalId);
    expect({ number, version, sha256, submittedBy, agency: agency.name }).toEqual({
      ...{ number: receipt.text, version: 1, sha256: receipt.sha256 },
      ...{ submittedBy: scene.admin.name, agency: "Pemerintah Kabupaten Wakatobi" },
    });
    expect(parts.map(({ label, words, file }) => [label.id, words, file?.fileName ?? null])).toEqual([
      ["ringkasan", 4, null],
      ["aplikasi", null, null],
      ["surat", null, "Surat pernyataan.pdf"],
    ]);
    expect(refusalOf(() => getReceipt(scene.as(scene.writer), draft))).toBe("proposals.unknown");
    expect(refusalOf(() => getReceipt(scene.as(seat(scene, "evaluator")), proposalId))).toBe("proposals.unknown");
  });
});
