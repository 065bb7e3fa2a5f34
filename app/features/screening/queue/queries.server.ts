import { and, asc, count, desc, eq, gt, inArray, isNotNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { groupOf } from "#app/features/competitions/rules.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { liveClaim } from "#app/features/screening/claims/queries.server.ts";
import { mayReadScreening } from "#app/features/screening/policy.ts";
import { countQueue } from "#app/features/screening/queue/counts/queries.server.ts";
import { isDecided, outcomeOf, queueStateOf } from "#app/features/screening/rules.ts";
import type { CaseState, Outcome, QueueState } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { corrections } from "#db/schema/corrections.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases, screeningClaims } from "#db/schema/screening.ts";

export type QueueFilter = {
  editionId: Id<"edition">;
  state?: QueueState;
  groupKey?: string;
  kind?: AgencyKind;
  search?: string;
  sort: "number" | "title" | "agency" | "submittedAt";
  dir: "asc" | "desc";
  limit: number;
  offset: number;
};

export type QueueRow = {
  proposalId: ProposalId;
  number: string;
  title: string;
  agencyName: string;
  agencyKind: AgencyKind;
  group: Words;
  submittedAt: number;
  state: QueueState;
  caseState: CaseState;
  /** Once decided. */
  outcome: Outcome | null;
  /** Who has it, for everybody who may read the queue. */
  holder: string | null;
  /** End of the agency's time while it corrects, UTC ms. */
  dueAt: number | null;
};

export type ScreeningQueue = { rows: QueueRow[]; total: number; counts: Record<QueueState, number> };

/** Where a case stands; an entry without one is as its reach says. */
const stateColumn = sql<CaseState>`coalesce(${screeningCases.state},
  case ${proposals.reach} when 'submitted' then 'open' when 'failed' then 'rejected' else 'admitted' end)`;

/** End of the correction that runs. */
const openDue = sql<number | null>`(select c.due_at from ${corrections} c where c.proposal_id = ${proposals.id} and c.closed_at is null)`;

const rowColumns = { ...entryColumns, caseState: stateColumn, holderId: screeningClaims.userId, dueAt: openDue };

/**
 * Submitted entries of an edition with where their screening stands, a page at a time, one's own claims first. What is withheld
 * from the reader is neither listed nor counted. 404 for whoever has no seat for it.
 */
export function listScreeningQueue(ctx: Ctx, filter: QueueFilter): ScreeningQueue {
  if (!mayReadScreening(ctx.actor, filter.editionId) || !ctx.actor) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, filter.editionId);
  const { userId } = ctx.actor;
  const scope = scopeOf(ctx, filter.editionId);
  const counts = countQueue(ctx, { editionId: filter.editionId, userId });
  const where = and(scope, matching(filter, userId));
  const rows = [...(filter.state || filter.offset > 0 ? [] : listMine(ctx, { where, editionId: filter.editionId, userId })), ...listRows(ctx, where, filter, userId)];
  const narrowed = filter.groupKey ?? filter.kind ?? filter.search;
  const total = narrowed ? countRows(ctx, where, filter) : plainTotal(counts, filter.state);
  const names = namesOf(ctx, rows.flatMap(({ holderId }) => holderId ?? []));
  return { rows: rows.map((row) => viewOf(definition, { ...row, names, userId })), total, counts };
}

const plainTotal = (counts: Record<QueueState, number>, state: QueueState | undefined): number =>
  state ? counts[state] : Object.values(counts).reduce((sum, n) => sum + n, 0);

/** What the reader may know of: nothing of a conflict. */
const scopeOf = (ctx: Ctx, editionId: Id<"edition">): SQL | undefined =>
  and(
    eq(proposals.editionId, editionId),
    ne(proposals.reach, "draft"),
    // Says nothing new, but lets the index of numbers skip every draft.
    gt(proposals.number, 0),
    notWithheld(withheldFrom(ctx, editionId)),
  );

/**
 * Rows of the page without one's own claims, which stand before the first. Which entries they are is settled first: what a page far
 * down skips is then never read in full.
 */
function listRows(ctx: Ctx, where: SQL | undefined, filter: QueueFilter, userId: Id<"user">) {
  const entries = ctx.db.select({ id: proposals.id }).from(proposals).$dynamic();
  const sorted = filter.sort === "agency" ? entries.innerJoin(agencies, eq(agencies.id, proposals.agencyId)) : entries;
  const page = (filter.state ? sorted.leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id)) : sorted)
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)))
    .where(filter.state ? where : and(where, sql`${screeningClaims.userId} is not ${userId}`))
    .orderBy(sortedBy(filter), asc(proposals.number))
    .limit(filter.limit)
    .offset(filter.offset)
    .all();
  return ctx.db
    .select(rowColumns)
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)))
    .where(inArray(proposals.id, page.map(({ id }) => id)))
    .orderBy(sortedBy(filter), asc(proposals.number))
    .all();
}

function listMine(ctx: Ctx, { where, editionId, userId }: { where: SQL | undefined; editionId: Id<"edition">; userId: Id<"user"> }) {
  const held = and(eq(screeningClaims.editionId, editionId), eq(screeningClaims.userId, userId), liveClaim(ctx.now));
  const ids = ctx.db.select({ id: screeningClaims.proposalId }).from(screeningClaims).where(held).all().map(({ id }) => id);
  return ctx.db
    .select({ ...rowColumns, holderId: sql<Id<"user"> | null>`${userId}` })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .where(and(where, inArray(proposals.id, ids)))
    .orderBy(asc(proposals.number))
    .all();
}

/** Cases and claims are asked only where the state is: without one a count over tens of thousands needs no join. */
function countRows(ctx: Ctx, where: SQL | undefined, filter: QueueFilter): number {
  const counted = ctx.db.select({ n: count() }).from(proposals).$dynamic();
  if (!filter.state) return counted.where(where).get()?.n ?? 0;
  const joined = counted
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .leftJoin(screeningClaims, and(eq(screeningClaims.proposalId, proposals.id), liveClaim(ctx.now)));
  return joined.where(where).get()?.n ?? 0;
}

type Joined = Entry & { caseState: CaseState; holderId: Id<"user"> | null; dueAt: number | null };

function viewOf(definition: Definition, row: Joined & { names: Map<Id<"user">, string>; userId: Id<"user"> }): QueueRow {
  return {
    proposalId: row.id,
    number: numberText(definition.year, row.number),
    title: row.title,
    agencyName: row.agencyName,
    agencyKind: row.agencyKind as AgencyKind,
    group: groupOf(definition, row.groupKey).name,
    submittedAt: row.submittedAt,
    state: queueStateOf(row.caseState, row.holderId === null ? null : row.holderId === row.userId ? "me" : "other"),
    caseState: row.caseState,
    outcome: isDecided(row.caseState) ? outcomeOf(row.caseState) : null,
    holder: row.holderId && (row.names.get(row.holderId) ?? ""),
    dueAt: row.dueAt,
  };
}

function matching({ state, groupKey, kind, search }: QueueFilter, userId: Id<"user">): SQL | undefined {
  return and(
    state && inState(state, userId),
    groupKey ? eq(entryColumns.groupKey, groupKey) : undefined,
    kind ? ofAgencies(sql`kind = ${kind}`) : undefined,
    search ? found(search) : undefined,
  );
}

/** The same rule as `queueStateOf`, for the database. */
function inState(state: QueueState, userId: Id<"user">): SQL | undefined {
  const held = isNotNull(screeningClaims.userId);
  const waiting = sql`${stateColumn} in ('open', 'proposed', 'disputed')`;
  const states: Record<QueueState, SQL | undefined> = {
    mine: and(waiting, eq(screeningClaims.userId, userId)),
    taken: and(waiting, held, ne(screeningClaims.userId, userId)),
    free: and(sql`${stateColumn} = 'open'`, not(held)),
    second: and(sql`${stateColumn} in ('proposed', 'disputed')`, not(held)),
    returned: sql`${stateColumn} = 'returned'`,
    decided: sql`${stateColumn} in ('passed', 'failed', 'admitted', 'rejected', 'upheld', 'dismissed')`,
    appealed: sql`${stateColumn} = 'appealed'`,
  };
  return states[state];
}

/** Entries of the agencies that a condition on their own row picks: few hundred agencies are looked at once, not per entry. */
const ofAgencies = (condition: SQL): SQL => sql`proposals.agency_id in (select id from agencies where ${condition})`;

/** By words of title or agency, or by number, written `417`, `0417` or `2026-0417`. */
function found(search: string): SQL | undefined {
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const number = /^(?:\d{4}-)?0*(\d{1,9})$/.exec(search)?.[1];
  return or(
    sql`${entryColumns.title} like ${pattern} escape '\\'`,
    ofAgencies(sql`name like ${pattern} escape '\\'`),
    number ? eq(proposals.number, Number(number)) : undefined,
  );
}

function sortedBy({ sort, dir }: Pick<QueueFilter, "sort" | "dir">): SQL {
  const column = { number: proposals.number, title: entryColumns.title, agency: agencies.name, submittedAt: proposals.submittedAt }[sort];
  return dir === "desc" ? desc(column) : asc(column);
}
