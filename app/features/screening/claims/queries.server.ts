import { and, asc, desc, eq, gt, inArray, isNull, ne, not, notInArray, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/lib/ctx.ts";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { claimMs } from "#app/features/screening/claims/rules.ts";
import { storedDraft } from "#app/features/screening/inputs.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases, screeningClaims, screeningDrafts, screenings } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type Claim = { proposalId: ProposalId; editionId: Id<"edition">; userId: Id<"user">; claimedAt: number; activeAt: number };

/** Who works at an entry, also when the claim has run out. The caller has authorised. */
export const findClaim = (ctx: Base, proposalId: ProposalId): Claim | undefined =>
  ctx.db.select().from(screeningClaims).where(eq(screeningClaims.proposalId, proposalId)).get();

export type Draft = { findings: Record<string, "pass" | "fail">; notes: Record<string, string>; reasons: string[]; reason: string; savedAt: number };

/** Findings the asking person has begun and not given. */
export function findDraft(ctx: Ctx, proposalId: ProposalId): Draft | null {
  if (!ctx.actor) return null;
  const mine = and(eq(screeningDrafts.proposalId, proposalId), eq(screeningDrafts.userId, ctx.actor.userId));
  const row = ctx.db.select().from(screeningDrafts).where(mine).get();
  return row ? { ...storedDraft.parse(row.content), savedAt: row.savedAt } : null;
}

/** A claim that keeps others away at `now`. */
export const liveClaim = (now: number): SQL => gt(screeningClaims.activeAt, now - claimMs);

type Asked = { editionId: Id<"edition">; userId: Id<"user"> };

/** Entries of the edition without those the person may not judge: in lists, counts and in what comes next alike. */
export function unbarred(ctx: Ctx, asked: Asked): SQL | undefined {
  const { agencyIds, proposalIds } = listBars(ctx, asked);
  return and(
    agencyIds.length > 0 ? notInArray(proposals.agencyId, agencyIds) : undefined,
    proposalIds.length > 0 ? notInArray(proposals.id, proposalIds) : undefined,
  );
}

/**
 * The entry a screener takes next: what came back to their own queue, then what waits for a second or third pair of eyes, then
 * by number; never one that somebody works at, one they have spoken on in this round, or one they are in conflict with.
 */
export function findNextFree(ctx: Ctx, asked: Asked): ProposalId | undefined {
  const begun = ctx.db
    .select({ id: proposals.id })
    .from(screeningCases)
    .innerJoin(proposals, eq(proposals.id, screeningCases.proposalId))
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)))
    .where(
      and(
        eq(screeningCases.editionId, asked.editionId),
        inArray(screeningCases.state, ["open", "proposed", "disputed"]),
        isEntry(asked.editionId),
        isNull(screeningClaims.proposalId),
        not(spokenBy(asked.userId)),
        unbarred(ctx, asked),
      ),
    )
    .orderBy(desc(eq(screeningCases.handlerId, asked.userId)), desc(ne(screeningCases.state, "open")), asc(proposals.number))
    .limit(1)
    .get();
  return begun?.id ?? findUntouched(ctx, asked);
}

const isEntry = (editionId: Id<"edition">): SQL | undefined =>
  and(eq(proposals.editionId, editionId), eq(proposals.reach, "submitted"));

const spokenBy = (userId: Id<"user">): SQL =>
  sql`exists (select 1 from ${screenings} s where s.proposal_id = ${screeningCases.proposalId} and s.round = ${screeningCases.round}
    and s.decided_by = ${userId} and s.kind <> 'undo')`;

/** The first by number on which nobody has laid hands. */
const findUntouched = (ctx: Ctx, asked: Asked): ProposalId | undefined =>
  ctx.db
    .select({ id: proposals.id })
    .from(proposals)
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)))
    .where(
      and(isEntry(asked.editionId), isNull(screeningCases.proposalId), isNull(screeningClaims.proposalId), unbarred(ctx, asked)),
    )
    .orderBy(asc(proposals.number))
    .limit(1)
    .get()?.id;
