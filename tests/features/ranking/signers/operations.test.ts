import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { restateSigners } from "#app/features/ranking/documents/operations.server.ts";
import { findScan } from "#app/features/ranking/documents/queries.server.ts";
import { approveList, signMinutes } from "#app/features/ranking/operations.server.ts";
import { personalRecords } from "#app/features/ranking/privacy/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { getCosigning, listToCosign } from "#app/features/ranking/signers/cosigning/queries.server.ts";
import { cosignMinutes } from "#app/features/ranking/signers/operations.server.ts";
import { getReadings, getSigners, listPublicSigners } from "#app/features/ranking/signers/queries.server.ts";
import type { Presence, SignerLine } from "#app/features/ranking/signers/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { seats } from "#db/schema/competitions.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { addSeat, bar, minutes } from "#tests/features/ranking/scene.ts";
import { makeDraft, refusalLater } from "#tests/features/ranking/documents/scene.ts";

/** A draft whose panel are the chair and three jurors. */
function makePanel() {
  const scene = makeDraft();
  const jurors = ["Juri A", "Juri B", "Juri C"].map((name) => addSeat(scene.world, scene.editionId, name, "juror")) as [Actor, Actor, Actor];
  const table = (...presences: Presence[]): SignerLine[] => [scene.chair, ...jurors].map(({ userId }, index) => ({ userId, presence: presences[index] ?? "signed", reason: presences[index] === "absent" ? "Dinas luar" : "" }));
  const key = { editionId: scene.editionId, listKey: "top2" };
  const approve = (): string => refusalOf(() => approveList(scene.as(scene.signatory), { listId: scene.listId }));
  const statusOf = () => getList(scene.world.ctx, scene.listId).status;
  return { ...scene, jurors, table, key, approve, statusOf };
}

describe("minutes on paper, seat by seat", () => {
  it("are handed in with a table of the whole panel that has a quorum", async () => {
    const scene = makePanel();
    const sent = (signers: SignerLine[]) => refusalLater(() => scene.attach(scene.organiser, { signers }));
    expect([await sent(scene.table().slice(1)), await sent(scene.table("signed", "absent", "abstained")), await sent(scene.table("absent")), await sent(scene.table("signed", "signed", "signed", "absent"))]).toEqual([
      "ranking.signersIncomplete",
      "ranking.quorumMissing",
      "ranking.chairMissing",
      "done",
    ]);
  });

  it("are signed once a second person reads the same table, and name everybody as the paper does", async () => {
    const scene = makePanel();
    const signers = scene.table("signed", "signed", "signed", "absent");
    expect(scene.check(scene.chair, await scene.attach(scene.organiser, { signers }), signers)).toEqual([]);
    expect(scene.approve()).toBe("done");
    const page = getSigners(scene.as(scene.signatory), scene.listId);
    expect([page.signed, page.needed, page.onPaper, page.signers.map(({ name, presence, reason }) => [name, presence, reason])]).toEqual([
      3,
      3,
      true,
      [["Ketua", "signed", ""], ["Juri A", "signed", ""], ["Juri B", "signed", ""], ["Juri C", "absent", "Dinas luar"]],
    ]);
    expect(listPublicSigners(scene.world.ctx, scene.listId)).toEqual([
      ...["Ketua", "Juri A", "Juri B"].map((name) => ({ name, presence: "signed" })),
      { name: "Juri C", presence: "absent" },
    ]);
  });

  it("are not signed while two people read them otherwise: both readings are kept, and shown to both, until they agree", async () => {
    const scene = makePanel();
    const [stated, read] = [scene.table("signed", "signed", "signed", "abstained"), scene.table("signed", "signed", "signed", "absent")];
    const documentId = await scene.attach(scene.organiser, { signers: stated });
    expect([scene.check(scene.chair, documentId, read), scene.statusOf()]).toEqual([[scene.jurors[2].userId], "draft"]);
    const scan = findScan(scene.world.ctx, scene.listId)!;
    const seen = (actor: Actor) => {
      const { stated: own, against } = getReadings(scene.as(actor), { listId: scene.listId, scan });
      return [own, against].map((reading) => reading?.lines.at(-1)?.presence);
    };
    expect([seen(scene.organiser), seen(scene.chair)]).toEqual([["abstained", "absent"], ["abstained", "absent"]]);
    const restate = (actor: Actor) => refusalOf(() => restateSigners(scene.as(actor), { listId: scene.listId, documentId, signers: read }));
    expect([restate(scene.chair), restate(scene.organiser), seen(scene.organiser)]).toEqual(["ranking.othersScan", "done", ["absent", undefined]]);
    expect([scene.check(scene.chair, documentId, read), scene.statusOf(), restate(scene.organiser)]).toEqual([[], "signed", "ranking.scanChecked"]);
  });

  it("keep what a second person reads even where it leaves no quorum, so that the first one sees it", async () => {
    const scene = makePanel();
    const documentId = await scene.attach(scene.organiser, { signers: scene.table() });
    expect(scene.check(scene.chair, documentId, scene.table("signed", "abstained", "abstained", "abstained"))).toHaveLength(3);
    const { against } = getReadings(scene.as(scene.organiser), { listId: scene.listId, scan: findScan(scene.world.ctx, scene.listId)! });
    expect([against?.by, scene.statusOf()]).toEqual(["Ketua", "draft"]);
  });

  it("bind the signers' conflicts: each abstains from what he may not judge, and of an entry somebody has to decide", async () => {
    const scene = makePanel();
    const signers = scene.table("signed", "signed", "signed", "absent");
    for (const person of [scene.jurors[0], scene.jurors[2]]) bar(scene.world, { editionId: scene.editionId, person, proposalId: scene.entries[0]! });
    scene.check(scene.chair, await scene.attach(scene.organiser, { signers }), signers);
    expect(getList(scene.world.ctx, scene.listId).abstentions).toEqual([{ act: "sign", userId: scene.jurors[0].userId, numbers: [1] }]);
    bar(scene.world, { editionId: scene.editionId, person: scene.signatory, proposalId: scene.entries[0]! });
    expect(scene.approve()).toBe("done");
  });

  it("are not approved when every signer and the signatory abstain from an entry, nor by somebody who signed them", async () => {
    const scene = makePanel();
    const signers = scene.table();
    for (const person of [scene.chair, ...scene.jurors, scene.signatory]) bar(scene.world, { editionId: scene.editionId, person, proposalId: scene.entries[0]! });
    scene.check(scene.organiser, await scene.attach(scene.chair, { signers }), signers);
    expect(scene.approve()).toBe("ranking.nobodyDecides");
    const seats = ["juror", "signatory"].map((role) => ({ scope: "edition" as const, scopeId: scene.editionId, role }));
    expect(refusalOf(() => approveList(scene.as({ ...scene.jurors[1], grants: seats }), { listId: scene.listId }))).toBe("ranking.samePerson");
  });
});

describe("minutes signed here", () => {
  it("take the signatures of the panel after the chair's, and are approved once they are as many as the edition asks for", () => {
    const scene = makePanel();
    const sign = (actor: Actor) => refusalOf(() => cosignMinutes(scene.as(actor), { listId: scene.listId }));
    expect(sign(scene.jurors[0])).toBe("ranking.cannotCosign");
    signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
    expect([scene.approve(), sign(scene.chair), sign(scene.jurors[0]), sign(scene.jurors[0]), scene.approve()]).toEqual(["ranking.quorumMissing", "ranking.signedAlready", "done", "ranking.signedAlready", "ranking.quorumMissing"]);
    const { signed, needed, signers } = getSigners(scene.as(scene.organiser), scene.listId);
    expect([signed, needed, signers.map(({ presence }) => presence)]).toEqual([2, 3, ["signed", "signed", "waits", "waits"]]);
    expect([sign(scene.jurors[1]), scene.approve(), sign(scene.jurors[2])]).toEqual(["done", "done", "ranking.cannotCosign"]);
    expect(listPublicSigners(scene.world.ctx, scene.listId).map(({ name }) => name)).toEqual(["Ketua", "Juri A", "Juri B"]);
  });

  it("show a juror what they say, without what he may not judge, and nothing before the chair has signed or after publication", () => {
    const scene = makePanel();
    bar(scene.world, { editionId: scene.editionId, person: scene.jurors[0], proposalId: scene.entries[0]! });
    const open = (actor: Actor) => refusalOf(() => getCosigning(scene.as(actor), scene.key));
    const waiting = (actor: Actor) => listToCosign(scene.as(actor), scene.editionId).map(({ listKey }) => listKey);
    expect([open(scene.jurors[0]), waiting(scene.jurors[0])]).toEqual(["ranking.listUnknown", []]);
    signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
    const { rows, withheld, abstained, hasSigned } = getCosigning(scene.as(scene.jurors[0]), scene.key);
    expect([rows.map(({ number }) => number), withheld, abstained, hasSigned]).toEqual([[2, 3], 1, 1, false]);
    expect([open(scene.evaluator), waiting(scene.evaluator), waiting(scene.jurors[0]), waiting(scene.chair)]).toEqual(["ranking.listUnknown", [], ["top2"], []]);
    for (const juror of scene.jurors) cosignMinutes(scene.as(juror), { listId: scene.listId });
    expect(waiting(scene.jurors[0])).toEqual([]);
    scene.approve();
    expect(open(scene.jurors[0])).toBe("ranking.listUnknown");
  });
});

it("a signature counts for the quorum while its seat is held, and the chair's in any case", () => {
  const scene = makePanel();
  signMinutes(scene.as(scene.chair), { listId: scene.listId, ...minutes });
  for (const juror of scene.jurors.slice(0, 2)) cosignMinutes(scene.as(juror), { listId: scene.listId });
  const leave = ({ userId }: Actor) => scene.world.ctx.db.update(seats).set({ removedAt: scene.world.ctx.now }).where(eq(seats.userId, userId)).run();
  leave(scene.chair);
  leave(scene.jurors[0]);
  const count = () => {
    const { signed, needed } = getSigners(scene.as(scene.organiser), scene.listId);
    return [signed, needed];
  };
  expect([count(), scene.approve()]).toEqual([[2, 2], "done"]);
});

describe("who stands under minutes", () => {
  it("is said once, is in the log, and is named when somebody changes it by another way", async () => {
    const scene = makePanel();
    const signers = scene.table("signed", "signed", "signed", "absent");
    scene.check(scene.chair, await scene.attach(scene.organiser, { signers }), signers);
    const { $client } = scene.world.ctx.db;
    expect(() => $client.exec("update ranking_signers set presence = 'signed', reason = ''")).toThrow("signers of a list are kept");
    expect(() => $client.exec("delete from ranking_signers")).toThrow("signers of a list are kept");
    // What a scene writes by itself is recorded by no entry, so that only the difference counts.
    const before = examineLog(scene.world.ctx).faults;
    $client.exec("drop trigger ranking_signers_no_rewrite");
    $client.exec(`update ranking_signers set presence = 'signed', reason = '' where reading = 2 and user_id = '${scene.jurors[2].userId}'`);
    expect(examineLog(scene.world.ctx).faults - before).toBe(1);
  });

  it("is handed to each person of himself, and of others only that he read it", async () => {
    const scene = makePanel();
    const signers = scene.table("signed", "signed", "signed", "absent");
    await scene.attach(scene.organiser, { signers });
    const of = ({ userId }: Actor) => personalRecords(scene.world.ctx, userId).flatMap(({ facts }) => (facts.minutes ? [facts] : []));
    expect(of(scene.jurors[2])).toEqual([{ list: "top2", minutes: "paper", own: true, read: false, presence: "absent", reason: "Dinas luar" }]);
    expect(of(scene.organiser)).toEqual(signers.map(() => ({ list: "top2", minutes: "paper", own: false, read: true })));
  });
});
