import { hasDailySince, lastCheckpoint } from "#app/features/audit/checkpoints/queries.server.ts";
import { checkpointText, originOf, signedNote } from "#app/features/audit/checkpoints/rules.ts";
import { insertCheckpoint } from "#app/features/audit/checkpoints/store.server.ts";
import type { Checkpoint, CheckpointReason } from "#app/features/audit/checkpoints/types.ts";
import { leavesBetween, logSize, openTree } from "#app/features/audit/tree/queries.server.ts";
import { rangeOf } from "#app/features/audit/tree/rules.ts";
import { keepBlocks } from "#app/features/audit/tree/store.server.ts";
import { type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { dayOfInstant, instantOfLocal } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

/** The house counts its days where most of the country does. */
const houseZone = "Asia/Jakarta";

/**
 * Signs the log as it stands, the entry of the running act included: call it after `recordAudit`, in the same transaction. An act
 * that is signed twice at the same size and for the same reason is one checkpoint; a day without acts has its own. Refuses `audit.inconsistent` (409) when the log
 * no longer begins with what the last checkpoint has signed: then nothing more is signed until it is found out why.
 */
export function signCheckpoint(ctx: Ctx, given: { reason: CheckpointReason; editionId?: string }): Checkpoint {
  if (!ctx.db.$client.inTransaction) throw new Error("a checkpoint belongs to the transaction of its act");
  keepBlocks(ctx);
  const { size, range } = openTree(ctx);
  const last = lastCheckpoint(ctx);
  const editionId = given.editionId ?? null;
  if (last && (last.size > size || range(0, last.size).toString("hex") !== last.root)) throw inconsistent();
  if (given.reason !== "daily" && last?.size === size && last.reason === given.reason && last.editionId === editionId) return last;
  const root = range(0, size);
  const origin = originOf(ctx.baseUrl);
  const note = signedNote(checkpointText({ origin, size, root }), origin, ctx.keys.audit);
  const checkpoint = { number: (last?.number ?? 0) + 1, at: ctx.now, reason: given.reason, editionId, size, root: root.toString("hex"), note };
  insertCheckpoint(ctx, checkpoint);
  return checkpoint;
}

const inconsistent = (): DomainError => new DomainError("audit.inconsistent", { kind: "conflict" });

/**
 * Makes the checkpoint of the day (Asia/Jakarta), once, after hashing every leaf anew: stored nodes prove nothing about leaves
 * that were changed under them. Refuses `audit.inconsistent` (409). Only the system does. Returns null when the day has its own.
 */
export function makeDailyCheckpoint(ctx: Ctx): Checkpoint | null {
  authorize(isOperator(ctx.actor));
  const midnight = instantOfLocal(houseZone, `${dayOfInstant(houseZone, ctx.now)}T00:00`) as number;
  if (logSize(ctx) === 0 || hasDailySince(ctx, midnight)) return null;
  const last = lastCheckpoint(ctx);
  if (last && rangeOf(leavesBetween(ctx, 0, last.size))(0, Math.min(last.size, logSize(ctx))).toString("hex") !== last.root) throw inconsistent();
  return inTransaction(ctx, () => (hasDailySince(ctx, midnight) ? null : signCheckpoint(ctx, { reason: "daily" })));
}
