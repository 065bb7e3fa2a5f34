import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { findOpenExamination, finishExamination, insertExamination } from "#app/features/audit/examination/store.server.ts";
import type { Examination } from "#app/features/audit/examination/types.ts";
import { mayExamine } from "#app/features/audit/policy.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/** Has the worker examine log and state; one that still waits is not asked for twice. Whoever may read a log (403). */
export function askForExamination(ctx: Ctx): void {
  inTransaction(ctx, () => {
    authorize(mayExamine(ctx.actor));
    if (findOpenExamination(ctx)) return;
    insertExamination(ctx, { askedBy: ctx.actor?.userId ?? null, askedAt: ctx.now });
    enqueue(ctx, { kind: "audit.examination", payload: {}, dedupeKey: "audit.examination" });
  });
}

/**
 * Examines log and state and keeps what was found, for the examination that is waited for or for one of its own. Only the system
 * does (403). The reading, which takes seconds in a full year, holds no lock.
 */
export function runExamination(ctx: Ctx): Examination {
  authorize(isOperator(ctx.actor));
  const found = examineLog(ctx, { publicKeyPem: ctx.keys.audit.publicKeyPem });
  const { entries, rows, head, faults, named } = found;
  inTransaction(ctx, () => {
    const number = findOpenExamination(ctx)?.number ?? insertExamination(ctx, { askedBy: null, askedAt: ctx.now });
    finishExamination(ctx, number, { finishedAt: ctx.now, entries, rows, head, faults, named });
  });
  return found;
}
