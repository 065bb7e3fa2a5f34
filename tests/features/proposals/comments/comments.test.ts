import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerThread, beginThread, reopenThread, resolveThread } from "#app/features/proposals/comments/operations.server.ts";
import { countOpenThreads, getCommentsPage, getThreadPage, listOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { canStepThread, nextThreadState } from "#app/features/proposals/comments/rules.ts";
import type { ThreadState, ThreadStep } from "#app/features/proposals/comments/types.ts";
import { handOver, withdrawProposal } from "#app/features/proposals/submission/operations.server.ts";
import { agencyMembers } from "#db/schema/agencies.ts";
import { notices } from "#db/schema/notifications.ts";
import { addMember, completeDraft, makeScene, refusalOf, type Scene, submitted } from "#tests/features/proposals/scene.ts";
import { countStatements } from "#tests/support/world.ts";

const all = { state: "all", part: null, page: 1 } as const;
const text = "Sebutkan jumlah penerima manfaat.";

function begun(scene: Scene, part = "ringkasan") {
  const proposalId = completeDraft(scene);
  return { proposalId, threadId: beginThread(scene.as(scene.admin), { proposalId, part, text }) };
}

describe("the states of a thread", () => {
  const table: Record<ThreadState, Record<ThreadStep, ThreadState | null>> = {
    open: { answer: "open", resolve: "resolved", reopen: null },
    resolved: { answer: "open", resolve: null, reopen: "open" },
  };
  for (const [state, row] of Object.entries(table) as [ThreadState, Record<ThreadStep, ThreadState | null>][]) {
    for (const [step, next] of Object.entries(row) as [ThreadStep, ThreadState | null][]) {
      it(`${step} from ${state}: ${next ?? "refused"}`, () => {
        expect(canStepThread(state, step)).toBe(next !== null);
        if (next) expect(nextThreadState(state, step)).toBe(next);
        else expect(refusalOf(() => nextThreadState(state, step))).toBe("proposals.commentStep");
      });
    }
  }
});

describe("what an agency says about its proposal", () => {
  it("is told to nobody who has left the agency", () => {
    const scene = makeScene();
    const proposalId = completeDraft(scene);
    const { ctx } = scene.world;
    ctx.db.update(agencyMembers).set({ removedAt: ctx.now }).where(eq(agencyMembers.userId, scene.writer.userId)).run();
    beginThread(scene.as(scene.admin), { proposalId, part: "ringkasan", text });
    expect(ctx.db.select().from(notices).all().filter(({ userId }) => userId === scene.writer.userId)).toEqual([]);
  });

  it("stands with who said it and when, by part in the order of the form, the whole first", () => {
    const scene = makeScene();
    const { proposalId, threadId } = begun(scene);
    beginThread(scene.as(scene.writer, scene.world.ctx.now + 1), { proposalId, part: "", text: "Siap diperiksa." });
    answerThread(scene.as(scene.writer, scene.world.ctx.now + 2), { threadId, text: "Sudah ditambahkan." });
    const { threads } = getCommentsPage(scene.as(scene.admin), proposalId, all);
    expect(threads.map(({ part, comments }) => [part, ...comments.map(({ by, text: said, mine }) => `${by}${mine ? "*" : ""}: ${said}`)])).toEqual([
      ["", "Penulis Dinkes: Siap diperiksa."],
      ["ringkasan", `Admin Wakatobi*: ${text}`, "Penulis Dinkes: Sudah ditambahkan."],
    ]);
    expect(threads[1]?.comments[1]?.at).toBe(scene.world.ctx.now + 2);
  });

  it("is settled by whoever began it or by the admin, by nobody else", () => {
    const scene = makeScene();
    const { threadId } = begun(scene);
    const colleague = addMember(scene.world, { agencyId: scene.agencyId, name: "Rekan", role: "writer" });
    expect(refusalOf(() => resolveThread(scene.as(colleague), { threadId }))).toBe("accounts.notAllowed");
    expect(refusalOf(() => resolveThread(scene.as(scene.admin), { threadId }))).toBe("done");
    expect(refusalOf(() => reopenThread(scene.as(colleague), { threadId }))).toBe("accounts.notAllowed");
  });

  it("is open again once it is answered", () => {
    const scene = makeScene();
    const { proposalId, threadId } = begun(scene);
    resolveThread(scene.as(scene.admin), { threadId });
    expect(countOpenThreads(scene.world.ctx, [proposalId]).get(proposalId)).toBeUndefined();
    answerThread(scene.as(scene.writer), { threadId, text: "Belum, masih ada satu." });
    expect(countOpenThreads(scene.world.ctx, [proposalId]).get(proposalId)).toBe(1);
    expect(listOpenThreads(scene.as(scene.writer), proposalId).map(({ id }) => id)).toEqual([threadId]);
  });

  it("is refused about a question the form does not have, and about a withdrawn proposal", () => {
    const scene = makeScene();
    const { proposalId, threadId } = begun(scene);
    expect(() => beginThread(scene.as(scene.admin), { proposalId, part: "tidakAda", text })).toThrow();
    withdrawProposal(scene.as(scene.admin), { proposalId, note: "Alasan yang cukup panjang." });
    expect(refusalOf(() => answerThread(scene.as(scene.writer), { threadId, text }))).toBe("proposals.stepNotPossible");
    expect(getCommentsPage(scene.as(scene.writer), proposalId, all).threads).toHaveLength(1);
  });

  it("does not exist for anybody outside the agency, submitted or not", () => {
    const scene = makeScene();
    const { proposalId } = submitted(scene);
    const threadId = beginThread(scene.as(scene.admin), { proposalId, part: "", text });
    for (const role of ["organiser", "screener", "auditor", "juror"]) {
      const actor = scene.world.person(role, `edition:${scene.editionId}:${role}`);
      expect(refusalOf(() => getCommentsPage(scene.as(actor), proposalId, all))).toBe("proposals.unknown");
      expect(refusalOf(() => getThreadPage(scene.as(actor), { proposalId, threadId }))).toBe("proposals.unknown");
      expect(refusalOf(() => listOpenThreads(scene.as(actor), proposalId))).toBe("proposals.unknown");
    }
  });

  it("is no thread of another proposal", () => {
    const scene = makeScene();
    const { threadId } = begun(scene);
    const other = completeDraft(scene, { title: "Lain" });
    expect(refusalOf(() => getThreadPage(scene.as(scene.admin), { proposalId: other, threadId }))).toBe("proposals.unknown");
  });

  it("is told to the writer and to whoever spoke, and at the agency's desk to its admins, never to the speaker", () => {
    const scene = makeScene();
    const told = () =>
      scene.world.ctx.db.select().from(notices).all().filter(({ kind }) => kind === "proposalCommented").map(({ userId }) => userId);
    const { proposalId, threadId } = begun(scene);
    expect(told()).toEqual([scene.writer.userId]);
    answerThread(scene.as(scene.writer), { threadId, text });
    expect(told()).toEqual([scene.writer.userId, scene.admin.userId]);
    handOver(scene.as(scene.writer), { proposalId });
    const colleague = addMember(scene.world, { agencyId: scene.agencyId, name: "Rekan", role: "writer" });
    beginThread(scene.as(colleague), { proposalId, part: "", text });
    expect(told().slice(2).toSorted()).toEqual([scene.admin.userId, scene.writer.userId].toSorted());
  });

  it("costs the same number of statements for one thread and for three", () => {
    const scene = makeScene();
    const { proposalId } = begun(scene);
    const asAdmin = scene.as(scene.admin);
    const one = countStatements(asAdmin, () => getCommentsPage(asAdmin, proposalId, all));
    beginThread(asAdmin, { proposalId, part: "", text });
    beginThread(scene.as(scene.writer), { proposalId, part: "surat", text });
    expect(countStatements(asAdmin, () => getCommentsPage(asAdmin, proposalId, all))).toBe(one);
  });
});
