import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createProposal, moveEntry, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { Standing } from "#app/features/proposals/eligibility/types.ts";
import { handOver, returnToUnit, reviseSubmitted, submitProposal, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { completeness, submissionFaults } from "#app/features/proposals/submission/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { proposalEvents, submissions } from "#db/schema/proposals.ts";
import {
  addAgency,
  addMember,
  asked,
  closesAt,
  completeDraft,
  definition,
  invited,
  makeScene,
  opensAt,
  refusalOf,
  type Scene,
  submitted,
  whole,
} from "#tests/features/proposals/scene.ts";
import { moved } from "#tests/support/moved.ts";

const submit = (scene: Scene, proposalId: ProposalId, now?: number) =>
  submitProposal(scene.as(scene.admin, now), { proposalId, accepted: true });

const handedOver = (scene: Scene, change = {}): ProposalId => {
  const proposalId = completeDraft(scene, change);
  handOver(scene.as(scene.writer), { proposalId });
  return proposalId;
};

describe("handing over and returning", () => {
  it("takes only a complete draft to the admin, who is told", () => {
    const scene = makeScene();
    const { editionId, agencyId, writer, admin } = scene;
    const bare = createProposal(scene.as(writer), { editionId, agencyId, ...asked });
    expect(refusalOf(() => handOver(scene.as(writer), { proposalId: bare }))).toBe("proposals.identity.startedOn");
    const proposalId = handedOver(scene, { title: "Lengkap" });
    expect(getProposal(scene.world.ctx, proposalId).status).toBe("atAgency");
    const told = scene.world.ctx.db.select().from(notices).all().map(({ userId, kind }) => ({ userId, kind }));
    expect(told).toEqual([{ userId: admin.userId, kind: "proposalHandedOver" }]);
  });

  it("gives a draft back with a note that the writer is sent", () => {
    const scene = makeScene();
    const proposalId = handedOver(scene);
    returnToUnit(scene.as(scene.admin), { proposalId, note: "Tambahkan angka sebelum dan sesudah." });
    expect(getProposal(scene.world.ctx, proposalId).status).toBe("atUnit");
    const mails = scene.world.ctx.db.select().from(outbox).all();
    expect(mails.map(({ recipient, template, params }) => ({ recipient, template, note: params.note }))).toEqual([
      { recipient: scene.writer.email, template: "proposalReturned", note: "Tambahkan angka sebelum dan sesudah." },
    ]);
  });

  it("keeps every step in the history", () => {
    const scene = makeScene();
    const proposalId = handedOver(scene);
    returnToUnit(scene.as(scene.admin), { proposalId, note: "Periksa lagi judulnya." });
    const events = scene.world.ctx.db.select().from(proposalEvents).where(eq(proposalEvents.proposalId, proposalId)).all();
    expect(events.map(({ kind, actorId, note }) => [kind, actorId, note])).toEqual([
      ["create", scene.writer.userId, ""],
      ["handOver", scene.writer.userId, ""],
      ["return", scene.admin.userId, "Periksa lagi judulnya."],
    ]);
  });
});

describe("what keeps a draft from being submitted", () => {
  const identity = { ...asked, ...whole };
  const draft = (answers: Record<string, [string, number]>, change = {}) => ({
    identity: { ...identity, ...change },
    answers: Object.entries(answers).map(([fieldKey, [value, words]]) => ({ fieldKey, value, words })),
    attachments: [{ id: "att_1" as never, fieldKey: "surat", fileName: "a.pdf", bytes: 1, sha256: "0", uploadedAt: 0 }],
  });
  const whole5 = { ringkasan: ["a b c d e", 5] as [string, number], aplikasi: ["tidak", 1] as [string, number] };
  const alone: Standing = { agency: { codes: ["74.07"], kind: "kabupaten" }, sameTitle: null, submitted: {}, invitations: {}, awards: [] };
  const codes = (given: ReturnType<typeof draft>, standing = alone) =>
    submissionFaults(definition, given, standing).map(({ code, section }) => `${code} ${section}`);

  it("is nothing for a complete one", () => {
    expect(codes(draft(whole5))).toEqual([]);
  });

  it("is every missing, unreadable and overlong answer, with its section", () => {
    expect(codes(draft({ ringkasan: ["a b c d e f", 6], aplikasi: ["ya", 1], spbe: ["kosong", 1] }))).toEqual([
      "proposals.fieldOver ringkasan",
      "proposals.fieldInvalid details",
    ]);
    expect(codes(draft({}, { innovator: " " }))).toEqual([
      "proposals.identity.innovator identity",
      "proposals.fieldMissing ringkasan",
      "proposals.fieldMissing details",
    ]);
  });

  it("says by how many words an answer is over", () => {
    const [fault] = submissionFaults(definition, draft({ ...whole5, ringkasan: ["…", 28] }), alone);
    expect(fault?.params).toEqual({ label: { id: "ringkasan", en: "ringkasan (en)" }, over: 23 });
  });

  it("is an innovation younger than the group asks on the day registration closes", () => {
    expect(codes(draft(whole5, { startedOn: "2024-04-16" }))).toEqual([]);
    expect(codes(draft(whole5, { startedOn: "2024-04-17" }))).toEqual(["proposals.tooYoung identity"]);
    const [fault] = submissionFaults(definition, draft(whole5, { startedOn: "2025-06-10" }), alone);
    expect(fault?.params).toMatchObject({ months: 10, needed: 24, closing: { at: closesAt - 60_000, zone: "Asia/Jakarta" } });
  });

  it("is a title the agency has submitted, and a full quota, but not for groups by invitation", () => {
    expect(codes(draft(whole5), { ...alone, sameTitle: 391, submitted: { umum: 2 } })).toEqual([
      "proposals.sameTitle identity",
      "proposals.quotaFull identity",
    ]);
    const special = draft({ ...whole5, pembaruan: ["lebih jauh", 2] }, { groupKey: "khusus" });
    expect(codes(special, { ...alone, submitted: { umum: 9, khusus: 8 }, invitations: { khusus: 9 } })).toEqual([]);
  });

  it("shows in the completeness list with words and limits", () => {
    const items = completeness(definition, draft({ ...whole5, ringkasan: ["a b c d e f", 6] }));
    expect(items.map(({ key, state, words, limit }) => [key, state, words, limit])).toEqual([
      ["title", "complete", null, null],
      ["categoryKey", "complete", null, null],
      ["startedOn", "complete", null, null],
      ["unit", "complete", null, null],
      ["innovator", "complete", null, null],
      ["ringkasan", "over", 6, 5],
      ["aplikasi", "complete", null, null],
      ["surat", "complete", null, null],
    ]);
  });
});

describe("submitting", () => {
  it("freezes the content, hashes it and gives a number", () => {
    const scene = makeScene();
    const { proposalId, receipt } = submitted(scene);
    const [row] = scene.world.ctx.db.select().from(submissions).all();
    expect(receipt).toEqual({ number: 1, text: "2026-0001", version: 1, sha256: sha256Hex(row?.content ?? "") });
    expect(JSON.parse(row?.content ?? "")).toMatchObject({
      format: "anugerah/proposal/1",
      edition: "kipp-2026",
      number: "2026-0001",
      version: 1,
      submittedAt: scene.world.ctx.now,
      agency: { code: "74.07", name: "Pemerintah Kabupaten Wakatobi" },
      answers: { ringkasan: { value: "obat sampai di pulau", words: 4 }, aplikasi: { value: "tidak", words: 1 } },
    });
    const { status, reach, number, submittedAt } = getProposal(scene.world.ctx, proposalId);
    expect({ status, reach, number, submittedAt }).toEqual({
      status: "submitted",
      reach: "submitted",
      number: 1,
      submittedAt: scene.world.ctx.now,
    });
  });

  it("writes to whoever submitted, the writer and every admin, once each", () => {
    const scene = makeScene();
    const second = addMember(scene.world, { agencyId: scene.agencyId, name: "Admin Kedua", role: "admin" });
    submitted(scene);
    const letters = scene.world.ctx.db.select().from(outbox).all().filter((mail) => mail.template === "proposalSubmitted");
    expect(letters.map(({ recipient, params }) => [recipient, params.number]).toSorted()).toEqual(
      [scene.admin, scene.writer, second].map(({ email }) => [email, "2026-0001"]).toSorted(),
    );
  });

  it("decides by the server's clock: the last millisecond counts, the next does not", () => {
    const scene = makeScene();
    const [early, late] = [handedOver(scene, { title: "Satu" }), handedOver(scene, { title: "Dua" })];
    expect(refusalOf(() => submit(scene, early, opensAt - 1))).toBe("competitions.windowNotYet");
    expect(refusalOf(() => submit(scene, early, closesAt - 1))).toBe("done");
    expect(refusalOf(() => submit(scene, late, closesAt))).toBe("competitions.windowClosed");
    expect(getProposal(scene.world.ctx, late).status).toBe("atAgency");
  });

  it("numbers without gaps, whatever is refused in between", () => {
    const scene = makeScene({ groups: definition.groups.map((group) => ({ ...group, quotaPerAgency: 0 })) });
    const numbers = ["Satu", "Dua", "Tiga"].map((title) => {
      const receipt = submit(scene, handedOver(scene, { title }));
      const again = handedOver(scene, { title });
      expect(refusalOf(() => submit(scene, again))).toBe("proposals.sameTitle");
      return receipt.number;
    });
    expect(numbers).toEqual([1, 2, 3]);
  });

  it("gives a number back when the transaction around it fails", () => {
    const scene = makeScene();
    const first = handedOver(scene, { title: "Satu" });
    const failing = () =>
      inTransaction(scene.world.ctx, () => {
        submit(scene, first);
        throw new Error("power cut");
      });
    expect(failing).toThrow("power cut");
    expect(getProposal(scene.world.ctx, first).number).toBeNull();
    expect(submit(scene, handedOver(scene, { title: "Dua" })).number).toBe(1);
    expect(submit(scene, first).number).toBe(2);
  });

  it("counts the quota an agency and a group, of what was submitted", () => {
    const scene = makeScene();
    submitted(scene, { title: "Satu" });
    const { proposalId: second } = submitted(scene, { title: "Dua" });
    const third = handedOver(scene, { title: "Tiga" });
    expect(refusalOf(() => submit(scene, third))).toBe("proposals.quotaFull");
    const elsewhere = addAgency(scene.world, "74.01", "Pemerintah Kabupaten Buton");
    const admin = addMember(scene.world, { agencyId: elsewhere, name: "Admin Buton", role: "admin" });
    const there = { ...scene, agencyId: elsewhere, admin, writer: admin };
    expect(refusalOf(() => submitted(there, { title: "Satu" }))).toBe("done");
    withdrawProposal(scene.as(scene.admin), { proposalId: second, note: "Diganti proposal lain." });
    expect(refusalOf(() => submit(scene, third))).toBe("done");
  });

  it("counts an entry by its last submission while a correction of it is open", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene, { title: "Satu" });
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    const { revision } = getProposal(scene.world.ctx, proposalId);
    const moved = { ...asked, ...whole, title: "Lain sama sekali", groupKey: "khusus" };
    invited(scene);
    saveIdentity(scene.as(scene.admin), { proposalId, revision, ...moved });
    const second = handedOver(scene, { title: "Satu" });
    expect(refusalOf(() => submit(scene, second))).toBe("proposals.sameTitle");
    submitted(scene, { title: "Dua" });
    const third = handedOver(scene, { title: "Tiga" });
    expect(refusalOf(() => submit(scene, third))).toBe("proposals.quotaFull");
    expect(getAgencyOverview(scene.as(scene.admin), scene.agencyId).editions[0]?.quotas[0]?.used).toBe(2);
  });

  it("leaves answers and files of questions no longer asked out of what is frozen", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const by = scene.as(scene.writer);
    saveAnswers(by, { proposalId, answers: { aplikasi: "ya", spbe: "https://contoh.go.id/spbe" } });
    saveAnswers(by, { proposalId, answers: { aplikasi: "tidak" } });
    handOver(by, { proposalId });
    submit(scene, proposalId);
    expect(Object.keys(getSubmittedContent(scene.world.ctx, proposalId).answers).toSorted()).toEqual(["aplikasi", "ringkasan"]);
  });

  it("refuses a draft still at the unit, and one already submitted", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    expect(refusalOf(() => submit(scene, proposalId))).toBe("proposals.stepNotPossible");
    handOver(scene.as(scene.writer), { proposalId });
    submit(scene, proposalId);
    expect(refusalOf(() => submit(scene, proposalId))).toBe("proposals.stepNotPossible");
  });
});

describe("correcting and withdrawing", () => {
  it("keeps number and first version when a correction is submitted", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    saveAnswers(scene.as(scene.admin), { proposalId, answers: { ringkasan: "obat tiba lebih cepat" } });
    expect(getSubmittedContent(scene.world.ctx, proposalId).answers.ringkasan?.value).toBe("obat sampai di pulau");
    const { text, version } = submit(scene, proposalId);
    expect({ text, version }).toEqual({ text: "2026-0001", version: 2 });
    expect(getSubmittedContent(scene.world.ctx, proposalId).answers.ringkasan?.value).toBe("obat tiba lebih cepat");
    expect(scene.world.ctx.db.select().from(submissions).all().map((row) => row.version)).toEqual([1, 2]);
  });

  it("lets nobody write while submitted, and only the admin while a correction is open", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const write = (by: Scene["admin"]) =>
      refusalOf(() => saveAnswers(scene.as(by), { proposalId, answers: { ringkasan: `oleh ${by.name}` } }));
    expect([write(scene.admin), write(scene.writer)]).toEqual(["proposals.alreadySubmitted", "proposals.alreadySubmitted"]);
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    expect([write(scene.admin), write(scene.writer)]).toEqual(["done", "accounts.notAllowed"]);
  });

  it("takes a withdrawn proposal out for good and keeps its number used", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    withdrawProposal(scene.as(scene.admin), { proposalId, note: "Digabung dengan yang lain." });
    const { status, reach, number } = getProposal(scene.world.ctx, proposalId);
    expect({ status, reach, number }).toEqual({ status: "withdrawn", reach: "draft", number: 1 });
    expect(refusalOf(() => reviseSubmitted(scene.as(scene.admin), { proposalId }))).toBe("proposals.stepNotPossible");
    expect(submitted(scene).receipt.number).toBe(2);
  });

  it("closes with registration", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const after = scene.as(scene.admin, closesAt);
    expect(refusalOf(() => reviseSubmitted(after, { proposalId }))).toBe("competitions.windowClosed");
    expect(refusalOf(() => withdrawProposal(after, { proposalId, note: "Terlambat ditarik." }))).toBe("competitions.windowClosed");
  });

  it("lets an older form of the identity overwrite nothing after a step", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const { revision } = getProposal(scene.world.ctx, proposalId);
    handOver(scene.as(scene.writer), { proposalId });
    const late = { proposalId, revision, ...asked, ...whole, title: "Judul lama" };
    expect(refusalOf(() => saveIdentity(scene.as(scene.admin), late))).toBe("proposals.stale");
  });
});

describe("moving an entry on", () => {
  const move = (scene: Scene, proposalId: ProposalId) =>
    moved(scene.world.ctx, { proposalId, from: ["submitted"], to: "passed" });

  it("happens once, from where the caller believed it to be", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    move(scene, proposalId);
    expect(getProposal(scene.world.ctx, proposalId).reach).toBe("passed");
    expect(refusalOf(() => move(scene, proposalId))).toBe("proposals.reachChanged");
  });

  it("never happens to what is no entry, and only inside a transaction", () => {
    const scene = makeScene();
    const draft = completeDraft(scene);
    expect(refusalOf(() => move(scene, draft))).toBe("proposals.reachChanged");
    expect(() => moveEntry(scene.world.ctx, { proposalId: draft, from: ["draft"], to: "submitted" })).toThrow("transaction");
  });
});
