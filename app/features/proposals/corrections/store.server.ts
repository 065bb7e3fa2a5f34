import { and, eq, isNull } from "drizzle-orm";
import type { Correction, CorrectionId } from "#app/features/proposals/corrections/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { corrections } from "#db/schema/corrections.ts";

type Base = Pick<Ctx, "db">;

/** Refuses `proposals.correctionOpen` (409) while another one runs. */
export function insertCorrection(ctx: Base, correction: Correction): void {
  try {
    ctx.db.insert(corrections).values(correction).run();
  } catch (error) {
    if (isUniqueViolation(error, "corrections.proposal_id")) throw new DomainError("proposals.correctionOpen", { kind: "conflict" });
    throw error;
  }
}

/** Changes an open correction; refuses `proposals.correctionClosed` (409) when it has ended meanwhile. */
export function updateOpenCorrection(ctx: Base, id: CorrectionId, change: Partial<Correction>): void {
  const { changes } = ctx.db
    .update(corrections)
    .set(change)
    .where(and(eq(corrections.id, id), isNull(corrections.closedAt)))
    .run();
  if (changes !== 1) throw new DomainError("proposals.correctionClosed", { kind: "conflict" });
}
