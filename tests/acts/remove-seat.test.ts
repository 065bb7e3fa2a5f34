import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { removeSeatAndReadings } from "#app/acts/remove-seat.server.ts";
import { assignEvaluators, assignReaders } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { listSeats } from "#app/features/competitions/queries.server.ts";
import type { SeatRole } from "#app/features/competitions/types.ts";
import { lockSheet } from "#app/features/scoring/operations.server.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { seats } from "#db/schema/competitions.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";
import { deskOpens, finalist, type JudgingScene, judgingScene, passed, seated } from "#tests/features/screening/scene.ts";

const reason = "Kursi dicabut.";
const desk = ({ editionId }: JudgingScene) => ({ editionId, stage: "proposal" });
const held = (scene: JudgingScene, stage: string, { userId }: Actor) =>
  listAssignments(scene.world.ctx, { editionId: scene.editionId, stage }).filter((reading) => reading.userId === userId);

const seatOf = (scene: JudgingScene, actor: Actor, role: SeatRole) =>
  listSeats(scene.world.ctx, scene.editionId, role).find(({ userId }) => userId === actor.userId)!.seatId;
const remove = (scene: JudgingScene, actor: Actor, role: SeatRole, by: Actor = scene.organiser) =>
  removeSeatAndReadings(scene.as(by, deskOpens), { editionId: scene.editionId, seatId: seatOf(scene, actor, role), reason });

describe("ending a seat", () => {
  it("takes back what the person still had to lock and leaves what is locked, so that others may fill in", () => {
    const scene = judgingScene();
    const leaver = scene.evaluators[0]!;
    passed(scene, "Satu");
    passed(scene, "Dua");
    assignEvaluators(scene.as(scene.organiser, deskOpens), desk(scene));
    const [locked] = held(scene, "proposal", leaver);
    const marks = { ringkasan: 7_000, dampak: 7_000 };
    lockSheet(scene.as(leaver, deskOpens), { assignmentId: locked!.id, revision: 0, marks, notes: {}, note: "" });
    expect(remove(scene, leaver, "evaluator")).toBe(1);
    expect(held(scene, "proposal", leaver)).toEqual([locked]);
    const heir = seated(scene, "Penilai 03", "evaluator");
    expect(assignEvaluators(scene.as(scene.organiser, deskOpens), desk(scene))).toEqual({ assigned: 1, lacking: [] });
    expect(held(scene, "proposal", heir)).toHaveLength(1);
  });

  it("leaves readings another seat of the person is for", () => {
    const scene = judgingScene();
    const { juror, editionId } = scene;
    const { ctx } = scene.world;
    const chair = { ...ctx.db.select().from(seats).where(eq(seats.userId, juror.userId)).get()!, id: ctx.newId("seat"), role: "chair" as const };
    ctx.db.insert(seats).values(chair).run();
    const pairs = [{ proposalId: finalist(scene), userId: juror.userId }];
    assignReaders(scene.as(scene.organiser), { editionId, stage: "wawancara", pairs });
    expect(remove(scene, juror, "juror")).toBe(0);
    expect(held(scene, "wawancara", juror)).toHaveLength(1);
    expect(remove(scene, juror, "chair")).toBe(1);
    expect(held(scene, "wawancara", juror)).toEqual([]);
  });

  it("is the secretariat's, and ends nothing when it is refused", () => {
    const scene = judgingScene();
    passed(scene);
    assignEvaluators(scene.as(scene.organiser, deskOpens), desk(scene));
    expect(refusalOf(() => remove(scene, scene.evaluators[0]!, "evaluator", scene.chair))).toBe("accounts.notAllowed");
    expect(refusalOf(() => remove(scene, scene.evaluators[0]!, "evaluator", scene.admin))).toBe("competitions.seatUnknown");
    expect(held(scene, "proposal", scene.evaluators[0]!)).toHaveLength(1);
  });
});
