import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { requireOpen, rubricOf } from "#app/features/competitions/rules.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { getEntry } from "#app/features/proposals/queries.server.ts";
import { countStanding, sourcesByEntry } from "#app/features/scoring/agreement/queries.server.ts";
import { checkAgreement } from "#app/features/scoring/agreement/rules.ts";
import { mayReadProgress, mayRecordAgreement } from "#app/features/scoring/policy.ts";
import { checkMark, requireComplete, weightedTotal } from "#app/features/scoring/rules.ts";
import * as store from "#app/features/scoring/store.server.ts";
import type { AgreementId } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

export type AgreementInput = {
  editionId: Id<"edition">;
  stage: string;
  proposalId: Id<"proposal">;
  /** Hundredths of a point, one for every criterion. */
  marks: Record<string, number>;
  reason: string;
  present: readonly Id<"user">[];
  heldOn: string;
};

/**
 * Records what a small group agreed on for one entry after its independent marks were locked; those stay as they are, and an
 * earlier agreement stays as history. Chair only, inside the stage's window. Refusals as in `checkAgreement`, people without a
 * judging seat (`scoring.agreementStranger`), anybody there in conflict with the entry
 * (`scoring.agreementInConflict`), and marks as on a sheet. 404 for a chair in conflict with it.
 */
export function recordAgreement(ctx: Ctx, input: AgreementInput): AgreementId {
  return inTransaction(ctx, () => {
    const { editionId, stage, proposalId, marks } = input;
    authorize(mayRecordAgreement(ctx.actor, editionId));
    const { definition } = getEdition(ctx, editionId);
    const entry = getEntry(ctx, proposalId);
    refuseOwn(ctx, { editionId, proposalId, agencyId: entry.agencyId });
    const rubric = rubricOf(definition, stage);
    requireOpen(definition, stage, ctx.now);
    const sources = sourcesByEntry(ctx, { editionId, stage, proposalIds: [proposalId] }).get(proposalId) ?? [];
    const standing = countStanding(ctx, { editionId, stage, proposalId });
    checkAgreement({ ...input, reading: definition.reading, standing, sources, today: dayOfInstant(definition.zone, ctx.now) });
    checkPresent(ctx, input, entry.agencyId);
    for (const [key, mark] of Object.entries(marks)) checkMark(rubric, key, mark);
    requireComplete(rubric, marks);
    const value = Math.round(weightedTotal(rubric, marks) / 10_000);
    const id = ctx.newId("agreement");
    const { userId } = ctx.actor as Actor;
    store.replaceAgreement(ctx, { id, editionId, stage, proposalId, value, marks, reason: input.reason, present: [...input.present], sources, heldOn: input.heldOn, recordedBy: userId, recordedAt: ctx.now });
    recordAudit(ctx, {
      action: "scoring.agree",
      subject: { kind: "agreement", id },
      editionId,
      data: { stage, proposal: proposalId, marks, value, present: [...input.present], sources, heldOn: input.heldOn, reason: input.reason },
    });
    return id;
  });
}

/** For a chair in conflict with an entry there is no agreement on it. */
function refuseOwn(ctx: Ctx, entry: { editionId: Id<"edition">; proposalId: Id<"proposal">; agencyId: Id<"agency"> }): void {
  if (findConflict(ctx, { ...entry, userId: (ctx.actor as Actor).userId })) throw notFound("scoring.agreementUnknown");
}

const judging = ["evaluator", "juror", "chair"];

function checkPresent(ctx: Ctx, { editionId, proposalId, present }: AgreementInput, agencyId: Id<"agency">): void {
  const seated = new Set(listSeats(ctx, editionId).filter(({ role }) => judging.includes(role)).map(({ userId }) => userId));
  if (present.some((userId) => !seated.has(userId))) throw new DomainError("scoring.agreementStranger");
  if (present.some((userId) => findConflict(ctx, { editionId, userId, proposalId, agencyId }) !== null)) throw new DomainError("scoring.agreementInConflict", { kind: "conflict" });
}

/**
 * Takes an agreed value back with a reason, so that the independent marks alone stand; it stays as history. Chair only, inside the
 * stage's window; 404 for what does not stand, and for a chair in conflict with the entry.
 */
export function withdrawAgreement(ctx: Ctx, input: { agreementId: AgreementId; reason: string }): void {
  inTransaction(ctx, () => {
    const row = store.findAgreement(ctx, input.agreementId);
    if (!row || row.replacedAt !== null || !mayReadProgress(ctx.actor, row.editionId)) throw notFound("scoring.agreementUnknown");
    authorize(mayRecordAgreement(ctx.actor, row.editionId));
    refuseOwn(ctx, { ...row, agencyId: getEntry(ctx, row.proposalId).agencyId });
    requireOpen(getEdition(ctx, row.editionId).definition, row.stage, ctx.now);
    store.endAgreement(ctx, row.id);
    recordAudit(ctx, {
      action: "scoring.withdrawAgreement",
      subject: { kind: "agreement", id: row.id },
      editionId: row.editionId,
      data: { stage: row.stage, proposal: row.proposalId, value: row.value, reason: input.reason },
    });
  });
}
