import { and, eq } from "drizzle-orm";
import type { AppealId } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { screeningAppeals } from "#db/schema/screening.ts";

type Row = typeof screeningAppeals.$inferInsert;

/** Refuses `screening.alreadyAppealed` (409) for a second appeal of an entry. */
export function insertAppeal(ctx: Pick<Ctx, "db">, appeal: Row): void {
  try {
    ctx.db.insert(screeningAppeals).values(appeal).run();
  } catch (error) {
    if (isUniqueViolation(error, "screening_appeals.proposal_id")) throw new DomainError("screening.alreadyAppealed", { kind: "conflict" });
    throw error;
  }
}

/** Decides an open appeal; refuses `screening.appealDecided` (409) when it is decided already. */
export function updateOpenAppeal(ctx: Pick<Ctx, "db">, id: AppealId, change: Partial<Row>): void {
  const { changes } = ctx.db
    .update(screeningAppeals)
    .set(change)
    .where(and(eq(screeningAppeals.id, id), eq(screeningAppeals.status, "open")))
    .run();
  if (changes !== 1) throw new DomainError("screening.appealDecided", { kind: "conflict" });
}
