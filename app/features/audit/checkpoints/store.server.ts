import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditCheckpoints } from "#db/schema/audit.ts";

export function insertCheckpoint(ctx: Pick<Ctx, "db">, checkpoint: Checkpoint): void {
  ctx.db.insert(auditCheckpoints).values(checkpoint).run();
}
