import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { tellOfLastSheets } from "#app/acts/tell-of-last-sheet.server.ts";
import { callAnotherReader } from "#app/features/assignment/extra/operations.server.ts";
import { declareConflict } from "#app/features/conflicts/operations.server.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { notices } from "#db/schema/notifications.ts";
import { desk, type HandedOut, handOut, lock } from "#tests/features/scoring/handed-out.ts";
import { deskCloses, deskOpens, seated } from "#tests/features/screening/scene.ts";

const look = ({ scene }: HandedOut, now = deskOpens + 5) => {
  tellOfLastSheets(scene.as(systemActor, now));
  const told = scene.world.ctx.db.select().from(notices).where(eq(notices.kind, "readingsDone")).all();
  return told.map(({ userId, params }) => [userId, params.count]).toSorted();
};
const lockAll = (at: HandedOut, those = at.readings): void => those.forEach((one) => void lock(at, one, 8_000));
const office = ({ scene: { organiser, chair } }: HandedOut, count: number) => [organiser, chair].map(({ userId }) => [userId, count]).toSorted();

describe("the last sheet of a stage", () => {
  it("is told to the secretariat and the chair once, and not while one is open", () => {
    const at = handOut({}, 2);
    const [last, ...others] = at.readings as [(typeof at.readings)[number]];
    lockAll(at, others);
    expect(look(at)).toEqual([]);
    lockAll(at, [last]);
    expect([look(at), look(at)]).toEqual([office(at, 4), office(at, 4)]);
  });

  it("is told anew once further readings are locked as well", () => {
    const at = handOut({}, 1);
    const third = seated(at.scene, "Penilai 03", "evaluator");
    lockAll(at);
    look(at);
    const [proposalId] = at.entries as [(typeof at.entries)[number]];
    callAnotherReader(at.scene.as(at.scene.organiser, deskOpens), { ...desk(at.scene), proposalId, reason: "Selisih melebihi batas." });
    expect(look(at)).toEqual(office(at, 2));
    const { id } = at.scene.world.ctx.db.$client.prepare("select id from assignments where user_id = ?").get(third.userId) as { id: never };
    lockAll(at, [{ assignmentId: id, proposalId, reader: third }]);
    expect(look(at)).toEqual([...office(at, 2), ...office(at, 3)].toSorted());
  });

  it("of an entry somebody is in conflict with is no news to him, whether it is locked or not", () => {
    const told = (all: boolean) => {
      const at = handOut({}, 2);
      const { chair } = at.scene;
      declareConflict(at.scene.as(chair), { proposalId: at.entries[0] as (typeof at.entries)[number], reason: "Saya pernah membina unit ini." });
      lockAll(at, all ? at.readings : at.readings.filter(({ proposalId }) => proposalId !== at.entries[0]));
      return look(at).map(([userId, count]) => [userId === chair.userId ? "chair" : "organiser", count]).toSorted();
    };
    expect([told(false), told(true)]).toEqual([[["chair", 2]], [["chair", 2], ["organiser", 4]]]);
  });

  it("is no news of a stage that nobody reads, or that is over", () => {
    const empty = handOut({}, 1);
    expect(look(empty, deskOpens - 1)).toEqual([]);
    lockAll(empty);
    expect(look(empty, deskCloses + 1)).toEqual([]);
  });
});
