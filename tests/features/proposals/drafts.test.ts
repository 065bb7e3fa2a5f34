import { describe, expect, it } from "vitest";
import { newProposalInput } from "#app/features/proposals/inputs.ts";
import { createProposal, saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { findAnswers } from "#app/features/proposals/store.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { agencies } from "#db/schema/agencies.ts";
import { eq } from "drizzle-orm";
import { asked, closesAt, completeDraft, invited, makeScene, refusalOf, type Scene, whole } from "#tests/features/proposals/scene.ts";

const start = (scene: Scene, change: Partial<typeof asked> = {}, by = scene.writer) =>
  createProposal(scene.as(by), { editionId: scene.editionId, agencyId: scene.agencyId, ...asked, ...change });

const auditOf = (scene: Scene) =>
  scene.world.ctx.db.select({ action: auditEntries.action }).from(auditEntries).all().map((entry) => entry.action);

describe("starting a proposal", () => {
  it("keeps it at the unit, without a number", () => {
    const scene = makeScene();
    const proposal = getProposal(scene.world.ctx, start(scene));
    const { title, titleKey, status, reach, number, revision, createdBy } = proposal;
    expect({ title, titleKey, status, reach, number, revision, createdBy }).toEqual({
      title: "Apotek Singgah (data latihan)",
      titleKey: "apoteksinggahdatalatihan",
      status: "atUnit",
      reach: "draft",
      number: null,
      revision: 1,
      createdBy: scene.writer.userId,
    });
    expect(auditOf(scene)).toEqual(["proposals.create"]);
  });

  it("refuses unknown groups and categories beside their fields, and writes nothing", () => {
    const scene = makeScene();
    expect(refusalOf(() => start(scene, { groupKey: "x", categoryKey: "y" }))).toBe("groupKey notAChoice, categoryKey notAChoice");
    expect(auditOf(scene)).toEqual([]);
  });

  it("leaves groups by invitation to the agency's admin", () => {
    const scene = makeScene();
    invited(scene);
    expect(refusalOf(() => start(scene, { groupKey: "khusus" }))).toBe("accounts.notAllowed");
    expect(refusalOf(() => start(scene, { groupKey: "khusus" }, scene.admin))).toBe("done");
  });

  it("takes nothing into a group by invitation from an agency that was not invited", () => {
    const scene = makeScene();
    expect(refusalOf(() => start(scene, { groupKey: "khusus" }, scene.admin))).toBe("proposals.notInvited");
    const proposalId = start(scene);
    const move = { proposalId, revision: 1, ...asked, ...whole, groupKey: "khusus" };
    expect(refusalOf(() => saveIdentity(scene.as(scene.admin), move))).toBe("proposals.notInvited");
  });

  it("refuses a kind of agency the edition does not invite", () => {
    const scene = makeScene();
    scene.world.ctx.db.update(agencies).set({ kind: "bumn" }).where(eq(agencies.id, scene.agencyId)).run();
    expect(refusalOf(() => start(scene))).toBe("proposals.agencyKindNotInvited");
  });
});

describe("saving the identity", () => {
  it("keeps what was typed and refuses an older form", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const identity = { ...asked, ...whole, title: "Apotek Baru" };
    saveIdentity(scene.as(scene.writer), { proposalId, revision: 1, ...identity });
    const { title, titleKey, innovator, startedOn, revision } = getProposal(scene.world.ctx, proposalId);
    expect({ title, titleKey, innovator, startedOn, revision }).toEqual({
      title: "Apotek Baru",
      titleKey: "apotekbaru",
      innovator: "Tim Apotek",
      startedOn: "2024-01-15",
      revision: 2,
    });
    const late = { proposalId, revision: 1, ...identity };
    expect(refusalOf(() => saveIdentity(scene.as(scene.admin), { ...late, title: "Lain" }))).toBe("proposals.stale");
    expect(saveIdentity(scene.as(scene.admin), late).revision).toBe(2);
  });

  it("lets no writer move a proposal into a group by invitation", () => {
    const scene = makeScene();
    invited(scene);
    const proposalId = start(scene);
    const move = { proposalId, revision: 1, ...asked, ...whole, groupKey: "khusus" };
    expect(refusalOf(() => saveIdentity(scene.as(scene.writer), move))).toBe("accounts.notAllowed");
  });
});

describe("title, unit and innovator", () => {
  const odd = { title: "\u202eApotek\u00a0 Singgah\u200b\n", unit: " Puskesmas\tSukamaju ", innovator: "Tim\u00ad Apotek\ufeff" };
  const clean = { title: "Apotek Singgah", unit: "Puskesmas Sukamaju", innovator: "Tim Apotek" };
  const namesOf = (scene: Scene, id: ReturnType<typeof start>) => {
    const { title, unit, innovator } = getProposal(scene.world.ctx, id);
    return { title, unit, innovator };
  };

  it("are kept as one line each, without signs that nobody sees, from their first day", () => {
    const scene = makeScene();
    expect(namesOf(scene, start(scene, odd))).toEqual(clean);
  });

  it("are cleaned by every save, and a save that changes only such signs changes nothing", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const save = (revision: number, names: typeof odd) =>
      saveIdentity(scene.as(scene.writer), { proposalId, revision, ...asked, ...whole, ...names });
    expect(save(1, odd)).toMatchObject({ revision: 2, identity: clean });
    expect(namesOf(scene, proposalId)).toEqual(clean);
    expect(save(2, { ...odd, title: "Apotek\u2003Singgah" }).revision).toBe(2);
  });

  it("are required of a form as what would be kept of them", () => {
    const form = { editionId: "edisi", groupKey: "umum", categoryKey: "kesehatan", title: "\u200b\u00a0", unit: "Puskesmas" };
    expect(newProposalInput.safeParse(form).error?.issues.map(({ path, code }) => [path.join(), code])).toEqual([["title", "too_small"]]);
    expect(newProposalInput.parse({ ...form, title: ` ${"a".repeat(300)}\u200b` }).title).toHaveLength(300);
  });
});

describe("saving answers", () => {
  const answersOf = (scene: Scene, proposalId: ReturnType<typeof start>) =>
    findAnswers(scene.world.ctx, proposalId).map(({ fieldKey, value, words, revision }) => ({ fieldKey, value, words, revision }));

  it("keeps text over the limit as a draft, counted in words", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const saved = saveAnswers(scene.as(scene.writer), { proposalId, answers: { ringkasan: "satu dua tiga empat lima enam" } });
    expect(saved).toEqual({ savedAt: scene.world.ctx.now, revisions: { ringkasan: 1 }, merged: {}, collisions: [] });
    expect(answersOf(scene, proposalId)).toEqual([
      { fieldKey: "ringkasan", value: "satu dua tiga empat lima enam", words: 6, revision: 1 },
    ]);
  });

  it("counts revisions of what changed only", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const save = (answers: Record<string, string>) => saveAnswers(scene.as(scene.writer), { proposalId, answers }).revisions;
    expect(save({ ringkasan: "a", aplikasi: "ya" })).toEqual({ ringkasan: 1, aplikasi: 1 });
    expect(save({ ringkasan: "b", aplikasi: "ya" })).toEqual({ ringkasan: 2, aplikasi: 1 });
  });

  it("leaves one audit entry a sitting", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const save = (text: string, later: number) =>
      saveAnswers(scene.as(scene.writer, scene.world.ctx.now + later), { proposalId, answers: { ringkasan: text } });
    for (const [text, later] of [["a", 0], ["b", 1_000], ["c", 2_000], ["d", 700_000]] as const) save(text, later);
    expect(auditOf(scene)).toEqual(["proposals.create", "proposals.saveAnswers", "proposals.saveAnswers"]);
  });

  it("takes the text of the last millisecond and refuses the next", () => {
    const scene = makeScene();
    const proposalId = start(scene);
    const at = (now: number) => refusalOf(() => saveAnswers(scene.as(scene.writer, now), { proposalId, answers: { ringkasan: `${now}` } }));
    expect(at(closesAt - 1)).toBe("done");
    expect(at(closesAt)).toBe("competitions.windowClosed");
  });

  it("costs the same few statements for one answer and for many", async () => {
    const { countStatements } = await import("#tests/support/world.ts");
    const scene = makeScene();
    const one = start(scene);
    const many = completeDraft(scene);
    const cost = (proposalId: typeof one, answers: Record<string, string>) =>
      countStatements(scene.world.ctx, () => saveAnswers(scene.as(scene.writer), { proposalId, answers }));
    expect(cost(many, { ringkasan: "baru", aplikasi: "ya", spbe: "https://x.go.id" })).toBe(cost(one, { ringkasan: "baru" }));
  });
});
