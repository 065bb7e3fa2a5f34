import { describe, expect, it } from "vitest";
import { finaliseListAfterObjections } from "#app/acts/finalise-list.server.ts";
import { decideObjection, fileObjection } from "#app/features/objections/operations.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { objections } from "#db/schema/objections.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";
import { makeProvisional } from "#tests/features/ranking/scene.ts";

const closesAt = Date.UTC(2026, 3, 6, 17);
const decree = { decreeNumber: "SK-7/2026", decreeDate: "2026-04-06" };
const filing = { name: "Warga", email: "warga@contoh.id", text: "Data manfaat tidak sesuai catatan layanan kami." };

describe("making a list final", () => {
  it("waits for every objection to be decided", () => {
    const scene = makeProvisional();
    fileObjection(scene.as(null), { ...filing, listId: scene.listId });
    const finalise = () => finaliseListAfterObjections(scene.as(scene.organiser, closesAt), { listId: scene.listId, ...decree });
    expect(finalise).toThrow(expect.objectContaining({ code: "objections.stillOpen", params: { count: 1 } }));
    expect(getList(scene.world.ctx, scene.listId).status).toBe("provisional");
    const objectionId = scene.world.ctx.db.select({ id: objections.id }).from(objections).get()!.id;
    decideObjection(scene.as(scene.organiser), { objectionId, upheld: false, decision: "Sudah diperiksa dan sesuai." });
    expect(refusalOf(finalise)).toBe("done");
    const list = getList(scene.world.ctx, scene.listId);
    expect([list.status, list.decreeNumber, list.decreeDate, list.finalisedAt]).toEqual(["final", "SK-7/2026", "2026-04-06", closesAt]);
  });

  it("waits for the end of the examination", () => {
    const scene = makeProvisional();
    const work = () => finaliseListAfterObjections(scene.as(scene.organiser, closesAt - 1), { listId: scene.listId, ...decree });
    expect(refusalOf(work)).toBe("ranking.objectionWindowOpen");
  });

  it("is the secretariat's, who is told of no objection otherwise", () => {
    const scene = makeProvisional();
    fileObjection(scene.as(null), { ...filing, listId: scene.listId });
    const by = (actor: typeof scene.chair | null) =>
      refusalOf(() => finaliseListAfterObjections(scene.as(actor, closesAt), { listId: scene.listId, ...decree }));
    expect([scene.chair, scene.signatory, scene.evaluator, scene.admins[0]!, null].map(by)).toEqual(Array(5).fill("accounts.notAllowed"));
  });
});
