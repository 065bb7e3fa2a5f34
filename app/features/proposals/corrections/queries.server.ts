import { and, asc, count, desc, eq, isNull, lte } from "drizzle-orm";
import { checkParts, isRunning } from "#app/features/proposals/corrections/rules.ts";
import type { Correction, CorrectionId } from "#app/features/proposals/corrections/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { requireInWindow } from "#app/features/proposals/extensions/queries.server.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { corrections } from "#db/schema/corrections.ts";

type Base = Pick<Ctx, "db">;

/** The correction an agency is being asked for; undefined when there is none. The caller has authorised. */
export const findOpenCorrection = (ctx: Base, proposalId: Id<"proposal">): Correction | undefined =>
  ctx.db
    .select()
    .from(corrections)
    .where(and(eq(corrections.proposalId, proposalId), isNull(corrections.closedAt)))
    .get();

export function getCorrection(ctx: Base, id: CorrectionId): Correction {
  const correction = ctx.db.select().from(corrections).where(eq(corrections.id, id)).get();
  if (!correction) throw notFound("proposals.correctionUnknown");
  return correction;
}

/** Every correction of an entry, the latest first. The caller has authorised. */
export const listCorrections = (ctx: Base, proposalId: Id<"proposal">): Correction[] =>
  ctx.db.select().from(corrections).where(eq(corrections.proposalId, proposalId)).orderBy(desc(corrections.number)).all();

/** How often an entry was given back. The caller has authorised. */
export const countCorrections = (ctx: Base, proposalId: Id<"proposal">): number =>
  ctx.db.select({ n: count() }).from(corrections).where(eq(corrections.proposalId, proposalId)).get()?.n ?? 0;

/** Open corrections whose clock has run out, the oldest first. */
export const listDueCorrections = (ctx: Pick<Ctx, "db" | "now">, limit: number): Correction[] =>
  ctx.db
    .select()
    .from(corrections)
    .where(and(isNull(corrections.closedAt), lte(corrections.dueAt, ctx.now)))
    .orderBy(asc(corrections.dueAt))
    .limit(limit)
    .all();

type Place = { proposalId: Id<"proposal">; parts: readonly string[] };

/** While a correction runs, only the parts that were given back may be changed (`proposals.partNotOpen`, 409). */
export function requirePartsOpen(ctx: Pick<Ctx, "db" | "now">, { proposalId, parts }: Place): void {
  const correction = findOpenCorrection(ctx, proposalId);
  if (correction && isRunning(correction, ctx.now)) checkParts(correction, parts);
}

type Writing = { proposal: Pick<Proposal, "id" | "agencyId" | "reach">; edition: Edition };

/** A proposal is written in its agency's window, or while a correction of it runs; refuses like `requireInWindow` otherwise. */
export function requireWritable(ctx: Pick<Ctx, "db" | "now">, { proposal, edition }: Writing): void {
  if (edition.status === "open" && isRunning(findOpenCorrection(ctx, proposal.id), ctx.now)) return;
  requireInWindow(ctx, { edition, agencyId: proposal.agencyId, proposal });
}
