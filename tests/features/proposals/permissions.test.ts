import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import {
  draftAnnouncement,
  releaseAnnouncement,
  retractAnnouncement,
  rewriteAnnouncement,
  tellNextPeople,
} from "#app/features/proposals/announcements/operations.server.ts";
import type { AnnouncementId } from "#app/features/proposals/announcements/types.ts";
import { closeFeed, openFeed } from "#app/features/proposals/calendar/operations.server.ts";
import { answerThread, beginThread, reopenThread, resolveThread } from "#app/features/proposals/comments/operations.server.ts";
import { grantExtension, revokeExtension } from "#app/features/proposals/extensions/operations.server.ts";
import type { ExtensionId } from "#app/features/proposals/extensions/types.ts";
import { closeRun, remindPeople } from "#app/features/proposals/reminders/operations.server.ts";
import { answerCorrection, extendCorrection, lapseCorrection, openCorrection } from "#app/features/proposals/corrections/operations.server.ts";
import type { CorrectionId } from "#app/features/proposals/corrections/types.ts";
import { attachFile, beginUpload, dropUpload, fingerprintUpload, keepFile, makeUploadRoom, receiveFile, receiveUpload, removeAttachment } from "#app/features/proposals/attachments/operations.server.ts";
import { notePresence, restoreAnswer, sweepDrafting } from "#app/features/proposals/drafting/operations.server.ts";
import { inviteEntry, withdrawInvitation } from "#app/features/proposals/invitations/operations.server.ts";
import type { EntryInvitation, EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import { tellCommented, tellHandedOver, tellInfected, tellInvited, tellReturned, tellSubmitted } from "#app/features/proposals/letters/operations.server.ts";
import { createProposal, moveEntry, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { findLiveAttachments } from "#app/features/proposals/store.server.ts";
import { handOver, returnToUnit, reviseSubmitted, submitProposal, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { addAgency, addMember, asked, completeDraft, invited, makeScene, kept, pdf, refusalOf, type Scene, submitted, whole } from "#tests/features/proposals/scene.ts";
import { freshFolder } from "#tests/support/folders.ts";

type Role = "admin" | "writer" | "neighbour" | "organiser" | "screener" | "juror" | "operator" | "visitor";
const roles: Role[] = ["admin", "writer", "neighbour", "organiser", "screener", "juror", "operator", "visitor"];

const note = "Catatan yang cukup panjang.";
type Act = (ctx: Ctx, scene: Scene, proposalId: ProposalId) => unknown;

/** Each operation on a proposal at the position where it is possible. */
const acts: Record<string, { at: "none" | "unit" | "agency" | "submitted"; act: Act }> = {
  createProposal: {
    at: "none",
    act: (ctx, { editionId, agencyId }) => createProposal(ctx, { editionId, agencyId, ...asked, title: "Baru" }),
  },
  saveIdentity: { at: "unit", act: (ctx, _, proposalId) => saveIdentity(ctx, { proposalId, revision: 1, ...asked, ...whole }) },
  saveAnswers: { at: "unit", act: (ctx, _, proposalId) => saveAnswers(ctx, { proposalId, answers: { ringkasan: "lain" } }) },
  restoreAnswer: { at: "unit", act: (ctx, _, proposalId) => restoreAnswer(ctx, { proposalId, fieldKey: "ringkasan", revision: 1 }) },
  notePresence: { at: "unit", act: (ctx, _, proposalId) => notePresence(ctx, { proposalId, section: "ringkasan" }) },
  attachFile: {
    at: "unit",
    act: (ctx, scene, proposalId) => attachFile(ctx, { proposalId, fieldKey: "surat", fileName: "b.pdf", file: kept(scene, pdf("b")) }),
  },
  beginUpload: {
    at: "unit",
    act: (ctx, _, proposalId) => beginUpload(ctx, { proposalId, fieldKey: "surat", fileName: "b.pdf", bytes: 100 }),
  },
  removeAttachment: {
    at: "unit",
    act: (ctx, { world }, proposalId) =>
      removeAttachment(ctx, { attachmentId: findLiveAttachments(world.ctx, proposalId)[0]?.id ?? ("att_0" as never) }),
  },
  beginThread: { at: "unit", act: (ctx, _, proposalId) => beginThread(ctx, { proposalId, part: "", text: note }) },
  answerThread: { at: "submitted", act: (ctx, scene, proposalId) => answerThread(ctx, { threadId: threadOf(scene, proposalId), text: note }) },
  resolveThread: { at: "submitted", act: (ctx, scene, proposalId) => resolveThread(ctx, { threadId: threadOf(scene, proposalId) }) },
  reopenThread: {
    at: "unit",
    act: (ctx, scene, proposalId) => {
      const threadId = threadOf(scene, proposalId);
      resolveThread(scene.as(scene.admin), { threadId });
      return reopenThread(ctx, { threadId });
    },
  },
  handOver: { at: "unit", act: (ctx, _, proposalId) => handOver(ctx, { proposalId }) },
  returnToUnit: { at: "agency", act: (ctx, _, proposalId) => returnToUnit(ctx, { proposalId, note }) },
  saveAnswersAtAgency: { at: "agency", act: (ctx, _, proposalId) => saveAnswers(ctx, { proposalId, answers: { ringkasan: "lain" } }) },
  submitProposal: { at: "agency", act: (ctx, _, proposalId) => submitProposal(ctx, { proposalId, accepted: true }) },
  reviseSubmitted: { at: "submitted", act: (ctx, _, proposalId) => reviseSubmitted(ctx, { proposalId }) },
  withdrawOwnDraft: { at: "unit", act: (ctx, _, proposalId) => withdrawProposal(ctx, { proposalId, note }) },
  inviteEntry: {
    at: "none",
    act: (ctx, { editionId, agencyId }) =>
      inviteEntry(ctx, { editionId, agencyId, groupKey: "khusus", awardId: null, reference: "Top 9 KIPP 2014", note: "" }),
  },
  withdrawInvitation: {
    at: "none",
    act: (ctx, scene) => withdrawInvitation(ctx, { invitationId: invited(scene)[0] as EntryInvitationId, reason: note }),
  },
  withdrawSubmitted: { at: "submitted", act: (ctx, _, proposalId) => withdrawProposal(ctx, { proposalId, note }) },
};

/** A thread the admin began. */
const threadOf = (scene: Scene, proposalId: ProposalId) => beginThread(scene.as(scene.admin), { proposalId, part: "", text: note });

const [yes, no, hidden] = ["done", "accounts.notAllowed", "proposals.unknown"];
const everybodyElse = (answer: string) =>
  ({ neighbour: answer, organiser: answer, screener: answer, juror: answer, operator: answer, visitor: answer });

const table: Record<keyof typeof acts, Record<Role, string>> = {
  createProposal: { admin: yes, writer: yes, ...everybodyElse(no) },
  saveIdentity: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  saveAnswers: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  restoreAnswer: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  notePresence: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  attachFile: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  beginUpload: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  removeAttachment: { admin: yes, writer: yes, ...everybodyElse("proposals.attachmentUnknown") },
  beginThread: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  answerThread: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  resolveThread: { admin: yes, writer: no, ...everybodyElse(hidden) },
  reopenThread: { admin: yes, writer: no, ...everybodyElse(hidden) },
  handOver: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  returnToUnit: { admin: yes, writer: no, ...everybodyElse(hidden) },
  saveAnswersAtAgency: { admin: yes, writer: no, ...everybodyElse(hidden) },
  submitProposal: { admin: yes, writer: no, ...everybodyElse(hidden) },
  reviseSubmitted: { admin: yes, writer: no, ...everybodyElse(hidden) },
  withdrawOwnDraft: { admin: yes, writer: yes, ...everybodyElse(hidden) },
  inviteEntry: { admin: no, writer: no, ...everybodyElse(no), organiser: yes },
  withdrawInvitation: { ...everybodyElse("proposals.invitationUnknown"), admin: "proposals.invitationUnknown", writer: "proposals.invitationUnknown", organiser: yes },
  withdrawSubmitted: { admin: yes, writer: no, ...everybodyElse(hidden) },
};

function actorFor(scene: Scene, role: Role): Actor | null {
  const { world, editionId } = scene;
  switch (role) {
    case "admin":
    case "writer":
      return scene[role];
    case "neighbour":
      return addMember(world, { agencyId: addAgency(world, "74.01", "Pemerintah Kabupaten Buton"), name: "Tetangga", role: "admin" });
    case "operator":
      return world.person("Operator", "system::operator");
    case "visitor":
      return null;
    default:
      return world.person(role, `edition:${editionId}:${role}`);
  }
}

function proposalAt(scene: Scene, at: "none" | "unit" | "agency" | "submitted"): ProposalId {
  if (at === "submitted") return submitted(scene).proposalId;
  const proposalId = completeDraft(scene);
  if (at === "agency") handOver(scene.as(scene.writer), { proposalId });
  return proposalId;
}

describe("written in the transaction of an act that was authorised", () => {
  const receipt = { number: 1, text: "2026-0001", version: 1, sha256: "0".repeat(64) };
  const written: Record<string, (ctx: Ctx, proposal: Proposal) => unknown> = {
    moveEntry: (ctx, { id }) => moveEntry(ctx, { proposalId: id, from: ["submitted"], to: "passed" }),
    openCorrection: (ctx, { id }) => openCorrection(ctx, { proposalId: id, fields: [], reasonKeys: [], note, dueAt: ctx.now + 1 }),
    extendCorrection: (ctx) => extendCorrection(ctx, { correctionId: "cor_x" as CorrectionId, dueAt: ctx.now + 1, reason: note }),
    lapseCorrection: (ctx) => lapseCorrection(ctx, { correctionId: "cor_x" as CorrectionId }),
    answerCorrection: (ctx) => answerCorrection(ctx, { correctionId: "cor_x" as CorrectionId, version: 2 }),
    tellHandedOver: (ctx, proposal) => tellHandedOver(ctx, proposal),
    tellInvited: (ctx, { editionId, agencyId }) =>
      tellInvited(ctx, { id: ctx.newId("entryInvitation"), editionId, agencyId, groupKey: "khusus", reference: "Top 9", note: "" } as EntryInvitation),
    tellInfected: (ctx, proposal) =>
      tellInfected(ctx, { proposal, file: { sha256: "0", fileName: "Surat.pdf", uploadedBy: proposal.createdBy }, signature: "Eicar" }),
    tellCommented: (ctx, proposal) => tellCommented(ctx, { proposal, threadId: "cmt_x", speakers: [] }),
    tellReturned: (ctx, proposal) => tellReturned(ctx, proposal, note),
    tellSubmitted: (ctx, proposal) => tellSubmitted(ctx, { proposal, receipt, zone: "Asia/Jakarta" }),
  };
  for (const [name, write] of Object.entries(written)) {
    it(`${name} does nothing outside one`, () => {
      const scene = makeScene();
      const proposal = getProposal(scene.world.ctx, submitted(scene).proposalId);
      expect(() => write(scene.world.ctx, proposal)).toThrow(/transaction/);
    });
  }
});

describe("who may send a file", () => {
  const sent: Record<string, (ctx: Ctx, proposalId: ProposalId) => Promise<unknown>> = {
    keepFile: (ctx, proposalId) => keepFile(ctx, { proposalId, fieldKey: "surat", path: localFile() }),
    receiveFile: (ctx, proposalId) => receiveFile(ctx, { proposalId, fieldKey: "surat", fileName: "b.pdf", path: localFile() }),
  };
  const allowed = "surat fileNotPdf";
  for (const [name, send] of Object.entries(sent)) {
    for (const role of roles) {
      const expected = role === "admin" || role === "writer" ? allowed : hidden;
      it(`${name} by ${role}: ${expected}`, async () => {
        const scene = makeScene();
        const proposalId = completeDraft(scene);
        expect(await laterRefusalOf(send(scene.as(actorFor(scene, role)), proposalId))).toBe(expected);
      });
    }
  }

  it("only whoever announced an upload may finish or drop it", async () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const uploadId = beginUpload(scene.as(scene.writer), { proposalId, fieldKey: "surat", fileName: "b.pdf", bytes: 100 });
    const others = [scene.admin, ...roles.filter((role) => role !== "writer" && role !== "admin").map((role) => actorFor(scene, role))];
    for (const actor of others) {
      expect(await laterRefusalOf(receiveUpload(scene.as(actor), { uploadId }))).toBe("proposals.uploadUnknown");
      expect(await laterRefusalOf(fingerprintUpload(scene.as(actor), { uploadId }))).toBe("proposals.uploadUnknown");
      expect(await laterRefusalOf(dropUpload(scene.as(actor), { uploadId }))).toBe("proposals.uploadUnknown");
    }
    expect(await laterRefusalOf(receiveUpload(scene.as(scene.writer), { uploadId }))).toBe("proposals.uploadUnfinished");
    for (const actor of others) await makeUploadRoom(scene.as(actor), { bytes: 100, realNow: Date.UTC(2026, 5, 1) });
    expect(await laterRefusalOf(receiveUpload(scene.as(scene.writer), { uploadId }))).toBe("proposals.uploadUnfinished");
    expect(await laterRefusalOf(fingerprintUpload(scene.as(scene.writer), { uploadId }))).toBe("done");
    expect(await laterRefusalOf(dropUpload(scene.as(scene.writer), { uploadId }))).toBe("done");
  });
});

function localFile(): string {
  const path = join(freshFolder(), "file");
  writeFileSync(path, "no PDF");
  return path;
}

const laterRefusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(() => "done", (error: unknown) => refusalOf(() => { throw error; }));

describe("who may do what to a proposal", () => {
  for (const [name, { at, act }] of Object.entries(acts)) {
    for (const role of roles) {
      const expected = table[name]?.[role];
      it(`${name} by ${role}: ${expected}`, () => {
        const scene = makeScene();
        const proposalId = proposalAt(scene, at);
        const ctx = scene.as(actorFor(scene, role));
        expect(refusalOf(() => act(ctx, scene, proposalId))).toBe(expected);
      });
    }
  }

  it("lets a writer withdraw no colleague's draft", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const colleague = addMember(scene.world, { agencyId: scene.agencyId, name: "Rekan", role: "writer" });
    expect(refusalOf(() => withdrawProposal(scene.as(colleague), { proposalId, note }))).toBe(no);
  });

  it("lets a writer withdraw no numbered entry that came back to the unit", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    reviseSubmitted(scene.as(scene.admin), { proposalId });
    returnToUnit(scene.as(scene.admin), { proposalId, note });
    expect(refusalOf(() => withdrawProposal(scene.as(scene.writer), { proposalId, note }))).toBe(no);
    expect(refusalOf(() => withdrawProposal(scene.as(scene.admin), { proposalId, note }))).toBe(yes);
  });

  it("lets the system sweep what nobody can bring back any more, and leaves what stands", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    sweepDrafting(scene.world.ctx);
    expect(refusalOf(() => restoreAnswer(scene.as(scene.writer), { proposalId, fieldKey: "ringkasan", revision: 1 }))).toBe(yes);
  });
});

/** What the secretariat does about time and words: its organiser alone. */
const office: Record<string, (ctx: Ctx, scene: Scene, ids: { extensionId: ExtensionId; announcementId: AnnouncementId }) => unknown> = {
  grantExtension: (ctx, { editionId, agencyId }) =>
    grantExtension(ctx, { editionId, agencyId, proposalId: null, closesAt: ctx.now + 90 * 86_400_000, reason: note }),
  revokeExtension: (ctx, _scene, { extensionId }) => revokeExtension(ctx, { extensionId, reason: note }),
  draftAnnouncement: (ctx, { editionId }) => draftAnnouncement(ctx, { editionId, ...announced }),
  rewriteAnnouncement: (ctx, _scene, { announcementId }) => rewriteAnnouncement(ctx, { announcementId, ...announced }),
  releaseAnnouncement: (ctx, _scene, { announcementId }) => releaseAnnouncement(ctx, { announcementId, dueAt: null }),
  retractAnnouncement: (ctx, _scene, { announcementId }) => retractAnnouncement(ctx, { announcementId, reason: note }),
};

const announced = {
  ...{ title: { id: "Judul", en: "Title" }, body: { id: "Isi pengumuman.", en: "Its text." } },
  audience: { to: "admins" as const, kinds: [], provinces: [], reaches: [] },
  ...{ published: false, byMail: false },
};

describe.each(Object.entries(office))("%s", (_name, act) => {
  it.each(roles)("%s", (role) => {
    const scene = makeScene();
    const { editionId, agencyId } = scene;
    const organiser = scene.as(scene.world.person("Kepala sekretariat", `edition:${editionId}:organiser`));
    const ids = {
      extensionId: grantExtension(organiser, { editionId, agencyId, proposalId: null, closesAt: scene.world.ctx.now + 80 * 86_400_000, reason: note }),
      announcementId: draftAnnouncement(organiser, { editionId, ...announced }),
    };
    expect(refusalOf(() => act(scene.as(actorFor(scene, role)), scene, ids))).toBe(role === "organiser" ? yes : no);
  });
});

describe("the system alone", () => {
  const run = { stage: "pendaftaran", to: "writers", hoursBefore: 24, closesAt: 1 } as const;
  const jobs: Record<string, (ctx: Ctx, scene: Scene) => unknown> = {
    tellNextPeople: (ctx) => tellNextPeople(ctx),
    remindPeople: (ctx, { editionId }) => remindPeople(ctx, { edition: getEdition(ctx, editionId), run, people: [] }),
    closeRun: (ctx, { editionId }) => closeRun(ctx, { edition: getEdition(ctx, editionId), run, told: 0 }),
  };
  it.each(Object.keys(jobs).flatMap((name) => roles.map((role) => [name, role] as const)))("%s: %s", (name, role) => {
    const scene = makeScene();
    expect(refusalOf(() => jobs[name]?.(scene.as(actorFor(scene, role)), scene))).toBe(role === "operator" ? yes : no);
  });
});

describe("one's own calendar address", () => {
  const steps: Record<string, (ctx: Ctx, scene: Scene) => unknown> = {
    openFeed: (ctx, { agencyId }) => openFeed(ctx, { agencyId }),
    closeFeed: (ctx, { agencyId }) => closeFeed(ctx, { agencyId }),
  };
  it.each(Object.keys(steps).flatMap((name) => roles.map((role) => [name, role] as const)))("%s: %s", (name, role) => {
    const scene = makeScene();
    const member = role === "admin" || role === "writer";
    expect(refusalOf(() => steps[name]?.(scene.as(actorFor(scene, role)), scene))).toBe(member ? yes : no);
  });
});
