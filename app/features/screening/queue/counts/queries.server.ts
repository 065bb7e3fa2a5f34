import { and, count, eq, inArray, ne, or, sql } from "drizzle-orm";
import { withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { liveClaim } from "#app/features/screening/claims/queries.server.ts";
import { queueStateOf } from "#app/features/screening/rules.ts";
import type { CaseState, QueueState } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases, screeningClaims } from "#db/schema/screening.ts";

type Asked = { editionId: Id<"edition">; userId: Id<"user"> };

/**
 * How many entries of an edition stand where for the person who asks. Counted from the indexes of entries and cases; the few
 * claims and the few entries the person may not know of are then moved and taken away one by one.
 */
export function countQueue(ctx: Ctx, asked: Asked): Record<QueueState, number> {
  const counts: Record<QueueState, number> = { mine: 0, free: 0, taken: 0, second: 0, returned: 0, decided: 0, appealed: 0 };
  for (const [state, n] of countCases(ctx, asked.editionId)) counts[queueStateOf(state, null)] += n;
  for (const { state, userId } of listHeld(ctx, asked.editionId)) {
    counts[queueStateOf(state, null)] -= 1;
    counts[queueStateOf(state, userId === asked.userId ? "me" : "other")] += 1;
  }
  for (const { state, holder } of listBarred(ctx, asked)) counts[queueStateOf(state, holder === null ? null : holder === asked.userId ? "me" : "other")] -= 1;
  return counts;
}

/** States in which an entry has not moved on from `submitted`. */
const unmoved: readonly CaseState[] = ["proposed", "disputed", "returned", "passed", "failed"];

/** Entries by state of their case; those without one are open, or moved on before there were cases. Withdrawal ends with registration. */
function countCases(ctx: Ctx, editionId: Id<"edition">): Map<CaseState, number> {
  const entries = ctx.db
    .select({ reach: proposals.reach, n: count() })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), inArray(proposals.reach, ["submitted", "failed", "passed", "finalist", "winner"])))
    .groupBy(proposals.reach)
    .all();
  const cases = ctx.db
    .select({ state: screeningCases.state, n: count() })
    .from(screeningCases)
    .where(eq(screeningCases.editionId, editionId))
    .groupBy(screeningCases.state)
    .all();
  const counts = new Map(cases.map((row) => [row.state, row.n]));
  const sumOf = (states: (state: CaseState) => boolean): number => cases.filter((row) => states(row.state)).reduce((sum, row) => sum + row.n, 0);
  const submitted = entries.find(({ reach }) => reach === "submitted")?.n ?? 0;
  const moved = entries.reduce((sum, row) => sum + row.n, 0) - submitted;
  counts.set("open", submitted - sumOf((one) => unmoved.includes(one)));
  const untold = moved - sumOf((one) => one !== "open" && !unmoved.includes(one));
  counts.set("admitted", (counts.get("admitted") ?? 0) + untold);
  return counts;
}

const state = sql<CaseState>`coalesce(${screeningCases.state}, 'open')`;

/** Entries somebody works at. */
const listHeld = (ctx: Ctx, editionId: Id<"edition">) =>
  ctx.db
    .select({ state, userId: screeningClaims.userId })
    .from(screeningClaims)
    .innerJoin(proposals, eq(proposals.id, screeningClaims.proposalId))
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .where(and(eq(screeningClaims.editionId, editionId), liveClaim(ctx.now), ne(proposals.reach, "draft")))
    .all();

/** Entries the person may not know of: of few agencies, found by their index. */
function listBarred(ctx: Ctx, asked: Asked) {
  const { agencyIds, proposalIds } = withheldFrom(ctx, asked.editionId);
  if (agencyIds.length + proposalIds.length === 0) return [];
  const stateOf = sql<CaseState>`coalesce(${screeningCases.state}, case ${proposals.reach} when 'submitted' then 'open' when 'failed' then 'rejected' else 'admitted' end)`;
  return ctx.db
    .select({ state: stateOf, holder: screeningClaims.userId })
    .from(proposals)
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)))
    .where(
      and(
        eq(proposals.editionId, asked.editionId),
        ne(proposals.reach, "draft"),
        or(agencyIds.length > 0 ? inArray(proposals.agencyId, agencyIds) : undefined, proposalIds.length > 0 ? inArray(proposals.id, proposalIds) : undefined),
      ),
    )
    .all();
}
