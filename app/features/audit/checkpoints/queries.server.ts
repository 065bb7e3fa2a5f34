import { and, desc, eq, gte, lt } from "drizzle-orm";
import { originOf, verifierKeyOf } from "#app/features/audit/checkpoints/rules.ts";
import type { Checkpoint, CheckpointReason } from "#app/features/audit/checkpoints/types.ts";
import { openTree } from "#app/features/audit/tree/queries.server.ts";
import { consistencyProof } from "#app/features/audit/tree/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditCheckpoints } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;

export const lastCheckpoint = (ctx: Reach): Checkpoint | undefined =>
  ctx.db.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.number)).limit(1).get();

export const findCheckpoint = (ctx: Reach, number: number): Checkpoint | undefined =>
  ctx.db.select().from(auditCheckpoints).where(eq(auditCheckpoints.number, number)).get();

/** The last checkpoint made for a reason, of an edition where it concerns one. */
export const findCheckpointFor = (ctx: Reach, reason: CheckpointReason, editionId?: string): Checkpoint | undefined =>
  ctx.db
    .select()
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.reason, reason), editionId === undefined ? undefined : eq(auditCheckpoints.editionId, editionId)))
    .orderBy(desc(auditCheckpoints.number))
    .limit(1)
    .get();

/** Whether a daily checkpoint was made at or after an instant. */
export const hasDailySince = (ctx: Reach, since: number): boolean =>
  ctx.db
    .select({ number: auditCheckpoints.number })
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.reason, "daily"), gte(auditCheckpoints.at, since)))
    .limit(1)
    .get() !== undefined;

/** Checkpoints, the newest first, a page at a time; everybody may read them. */
export function listCheckpoints(ctx: Reach, page: { before?: number | undefined; limit: number }): Checkpoint[] {
  return ctx.db
    .select()
    .from(auditCheckpoints)
    .where(page.before === undefined ? undefined : lt(auditCheckpoints.number, page.before))
    .orderBy(desc(auditCheckpoints.number))
    .limit(page.limit)
    .all();
}

/** What people check signatures of this log with. */
export const verifierKey = (ctx: Pick<Ctx, "keys" | "baseUrl">): string => verifierKeyOf(originOf(ctx.baseUrl), ctx.keys.audit.publicKeyPem);

/** Hashes, in hex, by which anybody sees that the log of one checkpoint is the beginning of that of a later one. */
export function proveConsistency(ctx: Reach, { from, to }: { from: Checkpoint; to: Checkpoint }): string[] {
  return consistencyProof(openTree(ctx).range, { from: from.size, to: to.size }).map((hash) => hash.toString("hex"));
}
