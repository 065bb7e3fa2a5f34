import { and, asc, count, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { judgingWithheldFrom, notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import type { ObjectionFilter } from "#app/features/objections/inputs.ts";
import { mayReadObjections } from "#app/features/objections/policy.ts";
import { decisionDue } from "#app/features/objections/rules.ts";
import type { ObjectionId, ObjectionStatus } from "#app/features/objections/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { objections } from "#db/schema/objections.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;
export const objectionPageSize = 25;

/** Undecided objections against any version of the list: a new version does not do away with what was filed on the old. */
export function countOpen(ctx: Reach, listId: ListId): number {
  return countPublic(ctx, listId).open;
}

export type ObjectionCounts = { filed: number; open: number; upheld: number; rejected: number };

/** What the public may know of objections to a list, all its versions together: how many, and how they ended. */
export function countPublic(ctx: Reach, listId: ListId): ObjectionCounts {
  const { editionId, listKey } = getList(ctx, listId);
  const rows = ctx.db
    .select({ status: objections.status, n: count() })
    .from(objections)
    .innerJoin(rankingLists, eq(rankingLists.id, objections.listId))
    .where(and(eq(rankingLists.editionId, editionId), eq(rankingLists.listKey, listKey)))
    .groupBy(objections.status)
    .all();
  return countsOf(rows);
}

function countsOf(rows: readonly { status: ObjectionStatus; n: number }[]): ObjectionCounts {
  const of = (status: ObjectionStatus): number => rows.find((row) => row.status === status)?.n ?? 0;
  const counts = { open: of("open"), upheld: of("upheld"), rejected: of("rejected") };
  return { filed: counts.open + counts.upheld + counts.rejected, ...counts };
}

export type ObjectionRow = {
  id: ObjectionId;
  number: number;
  listKey: string;
  listVersion: number;
  entry: { number: number; title: string; agencyName: string } | null;
  name: string;
  email: string;
  text: string;
  filedAt: number;
  /** Instant by which it should be decided; null when the edition sets no limit. */
  dueAt: number | null;
  status: ObjectionStatus;
  decision: string;
  decidedByName: string;
  decidedAt: number | null;
};

const firstPage: ObjectionFilter = { status: "all", page: 1 };

/**
 * Objections of an edition with their authors, open ones first, then by number, without those on an entry withheld from the
 * asking person (`withheld` says how many); 404 for whoever may not read them.
 */
export function listObjections(
  ctx: Ctx,
  editionId: EditionId,
  filter: ObjectionFilter = firstPage,
): { rows: ObjectionRow[]; matching: number; counts: ObjectionCounts; withheld: number } {
  if (!mayReadObjections(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { decisionDays } = getEdition(ctx, editionId).definition.objections;
  const shown = notWithheldOrNone(ctx, editionId);
  const counts = countEdition(ctx, and(eq(objections.editionId, editionId), shown));
  const withheld = shown ? countEdition(ctx, eq(objections.editionId, editionId)).filed - counts.filed : 0;
  const status = filter.status === "all" ? undefined : eq(objections.status, filter.status);
  const rows = selectRows(ctx, and(eq(objections.editionId, editionId), shown, status))
    .limit(objectionPageSize)
    .offset((filter.page - 1) * objectionPageSize)
    .all()
    .map((row) => rowOf(row, decisionDays));
  return { rows, matching: filter.status === "all" ? counts.filed : counts[filter.status], counts, withheld };
}

/** Objections that concern no entry withheld from the person; one against a whole list concerns none. */
function notWithheldOrNone(ctx: Ctx, editionId: EditionId): SQL | undefined {
  const shown = notWithheld(judgingWithheldFrom(ctx, editionId));
  return shown && or(isNull(objections.proposalId), shown);
}

/** One objection with its author; 404 for whoever may not read it. */
export function getObjection(ctx: Ctx, objectionId: ObjectionId): ObjectionRow & { editionId: EditionId } {
  const place = ctx.db.select({ editionId: objections.editionId }).from(objections).where(eq(objections.id, objectionId)).get();
  const row = place && mayReadObjections(ctx.actor, place.editionId) && selectRows(ctx, and(eq(objections.id, objectionId), notWithheldOrNone(ctx, place.editionId))).get();
  if (!row) throw notFound("objections.unknown");
  const { decisionDays } = getEdition(ctx, place.editionId).definition.objections;
  return { ...rowOf(row, decisionDays), editionId: place.editionId };
}

type Stored = NonNullable<ReturnType<ReturnType<typeof selectRows>["get"]>>;

const rowOf = ({ entryNumber, entryTitle, agencyName, ...row }: Stored, decisionDays: number | null): ObjectionRow => ({
  ...row,
  decidedByName: row.decidedByName ?? "",
  dueAt: decisionDue(row.filedAt, decisionDays),
  entry: entryTitle === null ? null : { number: entryNumber ?? 0, title: entryTitle, agencyName: agencyName ?? "" },
});

/** Open ones first, then by number. */
const selectRows = (ctx: Reach, where: SQL | undefined) =>
  ctx.db
    .select({
      id: objections.id,
      number: objections.number,
      listKey: rankingLists.listKey,
      listVersion: rankingLists.version,
      entryNumber: proposals.number,
      entryTitle: sql<string | null>`${entryColumns.title}`,
      agencyName: agencies.name,
      name: objections.name,
      email: objections.email,
      text: objections.text,
      filedAt: objections.filedAt,
      status: objections.status,
      decision: objections.decision,
      decidedByName: users.name,
      decidedAt: objections.decidedAt,
    })
    .from(objections)
    .innerJoin(rankingLists, eq(rankingLists.id, objections.listId))
    .leftJoin(proposals, eq(proposals.id, objections.proposalId))
    .leftJoin(agencies, eq(agencies.id, proposals.agencyId))
    .leftJoin(users, eq(users.id, objections.decidedBy))
    .where(where)
    .orderBy(asc(sql`${objections.status} <> 'open'`), asc(objections.number));

function countEdition(ctx: Reach, where: SQL | undefined): ObjectionCounts {
  const rows = ctx.db
    .select({ status: objections.status, n: count() })
    .from(objections)
    .leftJoin(proposals, eq(proposals.id, objections.proposalId))
    .where(where)
    .groupBy(objections.status)
    .all();
  return countsOf(rows);
}
