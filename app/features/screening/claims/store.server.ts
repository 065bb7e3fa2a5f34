import { and, eq, lte } from "drizzle-orm";
import { claimMs } from "#app/features/screening/claims/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { type DraftFindings, screeningClaims, screeningDrafts } from "#db/schema/screening.ts";

type Taken = { proposalId: Id<"proposal">; editionId: Id<"edition">; userId: Id<"user"> };

/** One claim an entry, by its key: one that has run out is taken over. Refuses `screening.taken` (409). */
export function insertClaim(ctx: Ctx, taken: Taken): void {
  const row = { ...taken, claimedAt: ctx.now, activeAt: ctx.now };
  const { changes } = ctx.db
    .insert(screeningClaims)
    .values(row)
    .onConflictDoUpdate({ target: screeningClaims.proposalId, set: row, setWhere: lte(screeningClaims.activeAt, ctx.now - claimMs) })
    .run();
  if (changes !== 1) throw new DomainError("screening.taken", { kind: "conflict" });
}

/** Shows that work goes on. */
export function touchClaim(ctx: Ctx, { proposalId, userId }: Pick<Taken, "proposalId" | "userId">): void {
  ctx.db
    .update(screeningClaims)
    .set({ activeAt: ctx.now })
    .where(and(eq(screeningClaims.proposalId, proposalId), eq(screeningClaims.userId, userId)))
    .run();
}

export function deleteClaim(ctx: Pick<Ctx, "db">, proposalId: Id<"proposal">): void {
  ctx.db.delete(screeningClaims).where(eq(screeningClaims.proposalId, proposalId)).run();
}

export function saveDraft(ctx: Ctx, at: Pick<Taken, "proposalId" | "userId">, content: DraftFindings): void {
  ctx.db
    .insert(screeningDrafts)
    .values({ ...at, content, savedAt: ctx.now })
    .onConflictDoUpdate({ target: [screeningDrafts.proposalId, screeningDrafts.userId], set: { content, savedAt: ctx.now } })
    .run();
}

/** Findings that were given need no draft. */
export function deleteDraft(ctx: Pick<Ctx, "db">, { proposalId, userId }: Pick<Taken, "proposalId" | "userId">): void {
  ctx.db.delete(screeningDrafts).where(and(eq(screeningDrafts.proposalId, proposalId), eq(screeningDrafts.userId, userId))).run();
}
