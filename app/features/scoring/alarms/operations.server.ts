import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { countLockedOf } from "#app/features/scoring/alarms/queries.server.ts";
import { insertAlarmAnswer } from "#app/features/scoring/alarms/store.server.ts";
import { mayAnswerAlarm, mayReadSignals } from "#app/features/scoring/policy.ts";
import type { AlarmStep, Signal } from "#app/features/scoring/signals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * The chair records what he did about an alarm, with his reason; it changes no mark and no ranking, and an earlier answer stays.
 * At any time, because an alarm may ring of the last sheet. 404 for whoever does not see alarms and for a person without a locked
 * sheet at the stage (`scoring.alarmUnknown`); 403 for auditors; refuses an alarm about oneself (`scoring.ownAlarm`).
 */
export function answerAlarm(ctx: Ctx, input: { editionId: Id<"edition">; stage: string; userId: Id<"user">; signal: Signal; step: AlarmStep; reason: string }): void {
  inTransaction(ctx, () => {
    const { editionId, stage, userId, signal, step, reason } = input;
    if (!mayReadSignals(ctx.actor, editionId)) throw notFound("scoring.alarmUnknown");
    authorize(mayAnswerAlarm(ctx.actor, editionId));
    rubricOf(getEdition(ctx, editionId).definition, stage);
    const sheets = countLockedOf(ctx, input);
    if (sheets === 0) throw notFound("scoring.alarmUnknown");
    const { userId: answeredBy } = ctx.actor as Actor;
    if (answeredBy === userId) throw new DomainError("scoring.ownAlarm", { kind: "conflict" });
    const id = ctx.newId("alarmAnswer");
    insertAlarmAnswer(ctx, { id, editionId, stage, userId, signal, sheets, step, reason, answeredBy, answeredAt: ctx.now });
    recordAudit(ctx, { action: "scoring.answerAlarm", subject: { kind: "alarmAnswer", id }, editionId, data: { stage, assessor: userId, signal, step, reason } });
  });
}
