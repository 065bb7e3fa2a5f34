import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { findCheckpointFor } from "#app/features/audit/checkpoints/queries.server.ts";
import { bindEdition } from "#app/features/competitions/commitments/operations.server.ts";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Whenever a stage begins in which marks are given: binds its edition, unless it is bound, and signs the log, so that rules, seed and
 * assignment stand before the first mark. Only the system does (403). The first mark itself binds an edition too, should the
 * worker come later.
 */
export function bindBeforeMarks(ctx: Ctx): void {
  authorize(isOperator(ctx.actor));
  for (const edition of listPublicEditions(ctx)) {
    const begun = lastBeginning(edition, ctx.now);
    if (edition.status !== "open" || begun === null) continue;
    if ((findCheckpointFor(ctx, "marking", edition.id)?.at ?? 0) >= begun) continue;
    inTransaction(ctx, () => {
      bindEdition(ctx, edition.id);
      signCheckpoint(ctx, { reason: "marking", editionId: edition.id });
    });
  }
}

/** Beginning of the last stage with a sheet that has begun and not ended; null when none runs. */
function lastBeginning({ definition }: Edition, now: number): number | null {
  const marked = new Set(definition.rubrics.map(({ stage }) => stage));
  const running = definition.stages.filter(
    ({ key, opensAt, closesAt }) => marked.has(key) && opensAt !== null && opensAt <= now && (closesAt === null || now < closesAt),
  );
  return running.length === 0 ? null : Math.max(...running.map(({ opensAt }) => opensAt as number));
}
