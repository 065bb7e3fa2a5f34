import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { keepDecree } from "#app/features/ranking/documents/operations.server.ts";
import { findDecree, findScan, getPaper, listScans } from "#app/features/ranking/documents/queries.server.ts";
import { approveList, finaliseList, replaceEntry, signMinutes } from "#app/features/ranking/operations.server.ts";
import { personalRecords } from "#app/features/ranking/privacy/queries.server.ts";
import { getList, listPublishedLists } from "#app/features/ranking/queries.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { editions } from "#db/schema/competitions.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, bar, makeProvisional, minutes } from "#tests/features/ranking/scene.ts";
import { makeDraft, received, refusalLater } from "#tests/features/ranking/documents/scene.ts";
import { scriptedPdf } from "#tests/support/pdf.ts";

const closesAt = Date.UTC(2026, 3, 6, 17);
const decree = { decreeNumber: "KEP-1/2026", decreeDate: "2026-04-05" };

describe("minutes signed on paper", () => {
  it("sign a draft once a second person has held them against it, with the words of the paper", async () => {
    const scene = makeDraft();
    const documentId = await scene.attach(scene.organiser);
    expect(getList(scene.world.ctx, scene.listId).status).toBe("draft");
    scene.check(scene.chair, documentId);
    const { status, minutesNumber, signedBy, signedAt } = getList(scene.world.ctx, scene.listId);
    expect([status, minutesNumber, signedBy, signedAt]).toEqual(["signed", "BA-07/2026", null, scene.world.ctx.now]);
    approveList(scene.as(scene.signatory), { listId: scene.listId });
    expect(listPublishedLists(scene.world.ctx, scene.editionId).map(({ status: now }) => now)).toEqual(["provisional"]);
  });

  it("bear the digest of the version that stands: whole, or its first sixteen digits, spaces aside", async () => {
    const scene = makeDraft();
    const grouped = (scene.digest.match(/.{8}/g) ?? []).join(" ");
    const typed = [scene.digest, grouped.toUpperCase(), scene.digest.slice(0, 16), scene.digest.slice(0, 15), "0".repeat(64), ""];
    const outcomes: string[] = [];
    for (const digest of typed) outcomes.push(await refusalLater(() => scene.attach(scene.organiser, { digest })));
    expect(outcomes).toEqual(["done", "done", "done", "ranking.digestDiffers", "ranking.digestDiffers", "ranking.digestDiffers"]);
  });

  it("are dated between the computation and today", async () => {
    const scene = makeDraft();
    const on = (signedOn: string) => refusalLater(() => scene.attach(scene.organiser, { signedOn }));
    expect([await on("2026-03-31"), await on("2026-04-01"), await on("2026-04-02")]).toEqual(["ranking.sessionDay", "done", "ranking.sessionDay"]);
  });

  it("are a PDF that nothing runs in", async () => {
    const scene = makeDraft();
    const sent = (content: Buffer) => refusalLater(() => scene.attach(scene.organiser, { file: received(scene, content) }));
    expect([await sent(Buffer.from("bukan PDF")), await sent(scriptedPdf()), await sent(Buffer.alloc(0))]).toEqual(["fileNotPdf", "pdfActive", "fileEmpty"]);
  });

  it("are checked once, by somebody else, and only the newest of them", async () => {
    const scene = makeDraft();
    const first = await scene.attach(scene.chair);
    const second = await scene.attach(scene.organiser);
    const check = (documentId: typeof first, person = scene.chair) => refusalOf(() => scene.check(person, documentId));
    expect([check(first), check(second, scene.organiser), check(second), check(second)]).toEqual(["ranking.changed", "ranking.ownScan", "done", "ranking.scanChecked"]);
  });

  it("can be replaced until the list is published, and then count only once checked again", async () => {
    const scene = makeDraft();
    const check = (documentId: Awaited<ReturnType<typeof scene.attach>>) => scene.check(scene.chair, documentId);
    check(await scene.attach(scene.organiser));
    const better = await scene.attach(scene.organiser, { minutesNumber: "BA-08/2026" });
    const approve = () => refusalOf(() => approveList(scene.as(scene.signatory), { listId: scene.listId }));
    expect(approve()).toBe("ranking.scanUnchecked");
    check(better);
    expect([approve(), getList(scene.world.ctx, scene.listId).minutesNumber]).toEqual(["done", "BA-08/2026"]);
    expect(await refusalLater(() => scene.attach(scene.organiser))).toBe("ranking.cannotAttach");
    expect(() => scene.world.ctx.db.$client.exec("update ranking_documents set sha256 = ''")).toThrow("papers of a list are kept");
    expect(() => scene.world.ctx.db.$client.exec("delete from ranking_documents")).toThrow("papers of a list are kept");
  });

  it("are not taken for a version signed in the product, and a version is not published from a scan nobody checked", async () => {
    const scene = makeDraft();
    await scene.attach(scene.organiser);
    expect(refusalOf(() => approveList(scene.as(scene.signatory), { listId: scene.listId }))).toBe("ranking.cannotApprove");
    signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
    expect(await refusalLater(() => scene.attach(scene.organiser))).toBe("ranking.cannotAttach");
  });

  it("are not approved by whoever handed them in or checked them", async () => {
    const grants = ["organiser", "chair", "signatory"];
    for (const part of ["attach", "check"] as const) {
      const scene = makeDraft();
      const both = addSeat(scene.world, scene.editionId, "Dua Kursi", "signatory");
      const person = { ...both, grants: grants.map((role) => ({ scope: "edition" as const, scopeId: scene.editionId, role })) };
      const documentId = await scene.attach(part === "attach" ? person : scene.organiser);
      scene.check(part === "check" ? person : scene.chair, documentId);
      expect(refusalOf(() => approveList(scene.as(person), { listId: scene.listId }))).toBe("ranking.samePerson");
    }
  });

  it("keep in the list of which entries whoever checked them is no part", async () => {
    const scene = makeDraft();
    bar(scene.world, { editionId: scene.editionId, person: scene.chair, proposalId: scene.entries[1]! });
    scene.check(scene.chair, await scene.attach(scene.organiser));
    expect(getList(scene.world.ctx, scene.listId).abstentions).toEqual([{ act: "sign", userId: scene.chair.userId, numbers: [2] }]);
  });

  it("are in the log with the SHA-256 of the file and the digest of the list", async () => {
    const scene = makeDraft();
    scene.check(scene.chair, await scene.attach(scene.organiser));
    const { sha256 } = findScan(scene.world.ctx, scene.listId)!;
    const records = scene.world.ctx.db.select({ record: auditEntries.record }).from(auditEntries).all().map(({ record }) => record ?? "");
    const of = (action: string) => records.find((record) => record.includes(`"ranking.${action}"`)) ?? "";
    expect(["attachMinutes", "checkMinutes"].map((action) => [sha256, scene.digest].every((one) => of(action).includes(one)))).toEqual([true, true]);
  });
});

it("hands a person the papers they handed in or checked, the name of a file only to whoever sent it", async () => {
  const scene = makeDraft();
  scene.check(scene.chair, await scene.attach(scene.organiser));
  const papersOf = ({ userId }: typeof scene.chair) => personalRecords(scene.world.ctx, userId).flatMap(({ facts }) => (facts.paper ? [facts] : []));
  expect([papersOf(scene.organiser), papersOf(scene.chair), papersOf(scene.signatory)]).toEqual([
    [{ list: "top2", paper: "minutes", attached: true, checked: false, file: "BA bertanda tangan.pdf" }],
    [{ list: "top2", paper: "minutes", attached: false, checked: true }],
    [],
  ]);
});

describe("the decree", () => {
  async function makeFinal(rehearsal: boolean) {
    const scene = makeProvisional();
    scene.world.ctx.db.update(editions).set({ rehearsal }).where(eq(editions.id, scene.editionId)).run();
    const ctx = scene.as(scene.organiser, closesAt);
    const paper = await keepDecree(ctx, { listId: scene.listId, file: received(scene) });
    return { ...scene, ctx, paper };
  }

  it("comes as a paper where the edition is real, and may stay away in a rehearsal", async () => {
    const [real, rehearsal] = [await makeFinal(false), await makeFinal(true)];
    expect(refusalOf(() => finaliseList(real.ctx, { listId: real.listId, ...decree }))).toBe("ranking.decreeMissing");
    expect(refusalOf(() => finaliseList(real.ctx, { listId: real.listId, ...decree, paper: real.paper }))).toBe("done");
    expect(refusalOf(() => finaliseList(rehearsal.ctx, { listId: rehearsal.listId, ...decree }))).toBe("done");
  });

  it("is everybody's once the list is final, kept by content, and in the log", async () => {
    const scene = await makeFinal(false);
    expect(findDecree(scene.world.ctx, scene.listId)).toBe(null);
    finaliseList(scene.ctx, { listId: scene.listId, ...decree, paper: scene.paper });
    const { id, sha256 } = findDecree(scene.world.ctx, scene.listId)!;
    expect([sha256, getPaper(scene.as(null), id).sha256, await scene.world.ctx.files.has(sha256)]).toEqual([scene.paper.sha256, sha256, true]);
    const logged = scene.world.ctx.db.select({ record: auditEntries.record }).from(auditEntries).all().filter(({ record }) => record?.includes('"ranking.finalise"') && record.includes(sha256));
    expect(logged).toHaveLength(1);
  });

  it("of a list that was taken back is nobody's: a scan of minutes stays with those who read lists", async () => {
    const scene = makeDraft();
    const documentId = await scene.attach(scene.organiser);
    scene.check(scene.chair, documentId);
    approveList(scene.as(scene.signatory), { listId: scene.listId });
    const readers = () => [null, scene.evaluator, scene.admins[0]!, scene.organiser, scene.signatory].map((actor) => refusalOf(() => getPaper(scene.as(actor), documentId)));
    const closed = ["ranking.paperUnknown", "ranking.paperUnknown", "ranking.paperUnknown", "done", "done"];
    expect(readers()).toEqual(closed);
    expect(listScans(scene.as(scene.signatory), { editionId: scene.editionId, listKey: "top2" })).toEqual({ [scene.listId]: documentId });
    replaceEntry(scene.as(scene.organiser), { listId: scene.listId, proposalId: scene.entries[0]!, reason: "Sanggahan", publicNote: "Sanggahan diterima." });
    expect(readers()).toEqual(closed);
  });
});
