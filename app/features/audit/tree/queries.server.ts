import { and, asc, gt, lte, max } from "drizzle-orm";
import { blockSize, rangeOf, rangeOfBlocks } from "#app/features/audit/tree/rules.ts";
import type { RangeHash } from "#app/features/audit/tree/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditBlocks, auditEntries } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;

export const logSize = (ctx: Reach): number => ctx.db.select({ last: max(auditEntries.seq) }).from(auditEntries).get()?.last ?? 0;

/** Leaves of the entries of seq from + 1 to `to`, in their order. */
export const leavesBetween = (ctx: Reach, from: number, to: number): Buffer[] =>
  ctx.db
    .select({ leaf: auditEntries.leaf })
    .from(auditEntries)
    .where(and(gt(auditEntries.seq, from), lte(auditEntries.seq, to)))
    .orderBy(asc(auditEntries.seq))
    .all()
    .map(({ leaf }) => Buffer.from(leaf, "hex"));

/** The tree of the log as it stands: its size and the hash of any range, from the stored blocks and the leaves beside them. */
export function openTree(ctx: Reach): { size: number; range: RangeHash } {
  const size = logSize(ctx);
  const blocks: Buffer[] = ctx.db.select().from(auditBlocks).orderBy(asc(auditBlocks.number)).all().map(({ hash }) => Buffer.from(hash, "hex"));
  const read = (from: number, to: number): Buffer[] => leavesBetween(ctx, from, to);
  // Blocks that were completed since are hashed for this once.
  for (let block = blocks.length; (block + 1) * blockSize <= size; block += 1) {
    blocks.push(hashOfBlock(ctx, block));
  }
  return { size, range: rangeOfBlocks(blocks, read) };
}

/** Hash of a complete block, from its leaves. */
export const hashOfBlock = (ctx: Reach, block: number): Buffer =>
  rangeOf(leavesBetween(ctx, block * blockSize, (block + 1) * blockSize))(0, blockSize);
