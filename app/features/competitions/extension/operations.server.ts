import { recordAudit } from "#app/features/audit/operations.server.ts";
import { extendedStages } from "#app/features/competitions/extension/rules.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { insertExtension, updateEdition } from "#app/features/competitions/store.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

/** Shortest reason of an extension, in characters, as for every reason somebody else has to live with. */
const reasonLeast = 10;

/**
 * Lets a stage of an open edition close later: the one change its rules allow once open, kept with its reason for everybody to
 * read. `closesAt` is UTC ms, the end of the half-open window. Refuses `competitions.notOpen`, `competitions.reasonMissing`
 * below ten characters, and what extendedStages refuses.
 */
export function extendStage(
  ctx: Ctx,
  input: { editionId: EditionId; stageKey: string; closesAt: number; reason: string },
): void {
  inTransaction(ctx, () => {
    const { id, status, definition, revision } = getOrganised(ctx, input.editionId);
    if (status !== "open") throw new DomainError("competitions.notOpen", { kind: "conflict" });
    const { stageKey, closesAt } = input;
    const reason = input.reason.trim();
    if (reason.length < reasonLeast) throw new DomainError("competitions.reasonMissing");
    const closedAt = stageOf(definition, stageKey).closesAt ?? 0;
    const next = { ...definition, stages: extendedStages(definition, { stageKey, closesAt, now: ctx.now }) };
    updateEdition(ctx, { id, revision }, { definition: next });
    const { userId } = ctx.actor as Actor;
    const extension = { stage: stageKey, closedAt, closesAt, reason };
    insertExtension(ctx, { ...extension, editionId: id, revision, extendedBy: userId, extendedAt: ctx.now });
    recordAudit(ctx, {
      action: "competitions.extendStage",
      subject: { kind: "edition", id },
      editionId: id,
      data: { ...extension, definition: sha256Hex(canonicalJson(next)) },
    });
  });
}
