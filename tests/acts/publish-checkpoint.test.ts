import { describe, expect, it } from "vitest";
import { publishCheckpoint } from "#app/acts/publish-checkpoint.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { mailPreferences, outbox } from "#db/schema/notifications.ts";
import { addSeat, makeScene } from "#tests/features/ranking/scene.ts";

function scene() {
  const made = makeScene();
  const { ctx } = made.world;
  const juror = addSeat(made.world, made.editionId, "Juri 01", "juror");
  inTransaction(ctx, () => recordAudit(ctx, { action: "test.act", subject: { kind: "thing", id: "a" } }));
  const letters = () => ctx.db.select().from(outbox).orderBy(outbox.recipient).all().map(({ recipient, template, kind, params }) => ({ recipient, template, kind, note: params.note }));
  return { ...made, ctx, juror, letters };
}

describe("the daily letter", () => {
  it("brings the signed checkpoint to chair and jury of open editions, once a day", () => {
    const { ctx, chair, juror, letters } = scene();
    publishCheckpoint(ctx);
    publishCheckpoint({ ...ctx, now: ctx.now + 3_600_000 });
    expect(letters().map(({ recipient, template, kind }) => [recipient, template, kind])).toEqual(
      [juror.email, chair.email].toSorted().map((email) => [email, "checkpoint", "reminder"]),
    );
    expect(letters()[0]?.note).toMatch(/^localhost:3000\/audit\n1\n/);
    publishCheckpoint({ ...ctx, now: ctx.now + 24 * 3_600_000 });
    expect(letters()).toHaveLength(4);
  });

  it("is not written to whoever wants no reminders", () => {
    const { ctx, chair, juror, letters } = scene();
    ctx.db.insert(mailPreferences).values({ userId: juror.userId, reminders: false, announcements: true, updatedAt: ctx.now }).run();
    publishCheckpoint(ctx);
    expect(letters().map(({ recipient }) => recipient)).toEqual([chair.email]);
  });

  it("is the system's work alone", () => {
    const { as, organiser } = scene();
    expect(() => publishCheckpoint(as(organiser))).toThrow("accounts.notAllowed");
  });
});
