import { max } from "drizzle-orm";
import { hashOfBlock, logSize } from "#app/features/audit/tree/queries.server.ts";
import { blockSize } from "#app/features/audit/tree/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditBlocks } from "#db/schema/audit.ts";

/** Keeps the nodes of blocks that were completed since the last time. */
export function keepBlocks(ctx: Pick<Ctx, "db">): void {
  const last = ctx.db.select({ last: max(auditBlocks.number) }).from(auditBlocks).get()?.last ?? -1;
  const complete = Math.floor(logSize(ctx) / blockSize);
  for (let number = last + 1; number < complete; number += 1) {
    ctx.db.insert(auditBlocks).values({ number, hash: hashOfBlock(ctx, number).toString("hex") }).run();
  }
}
