import { and, asc, count, desc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Edition } from "#app/features/competitions/types.ts";
import { completeShare, groupedBy, riskOf, staleDays, untouchedDays } from "#app/features/proposals/figures/rules.ts";
import { watchedEdition } from "#app/features/proposals/figures/queries.server.ts";
import type { DraftRow, FigureFilter, Watched } from "#app/features/proposals/figures/types.ts";
import { shownTo } from "#app/features/proposals/queries.server.ts";
import { completeness } from "#app/features/proposals/submission/rules.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { agencies } from "#db/schema/agencies.ts";
import { answers, attachments, proposals } from "#db/schema/proposals.ts";

export type DraftFilter = { status: "atUnit" | "atAgency" | null; sort: "risk" | "agency" | "edited"; dir: "asc" | "desc"; page: number };
export type DraftPage = { rows: DraftRow[]; total: number; page: number; pages: number; pageSize: number };

export const draftPageSize = 50;
/** Drafts whose answers and files are read in one statement: a lot takes a few milliseconds. */
const draftsALot = 100;
const dayMs = 86_400_000;

/**
 * Drafts that were never submitted, those most at risk first, a page at a time. `filter.days` keeps those without an edit for so
 * many days. Titles and texts are the agency's own: the secretariat reads agency, unit, group
 * and how complete it is. 404 for whoever may not watch.
 */
export function listDrafts(ctx: Ctx, editionId: Watched["editionId"], asked: { filter: FigureFilter; list: DraftFilter }): DraftPage {
  const edition = watchedEdition(ctx, editionId);
  const { list } = asked;
  const where = matching(ctx, editionId, asked);
  const total = ctx.db.select({ n: count() }).from(proposals).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / draftPageSize));
  const page = Math.min(list.page, pages);
  const found = selectDrafts(ctx)
    .where(where)
    .orderBy(...orderOf(ctx, list))
    .limit(draftPageSize)
    .offset((page - 1) * draftPageSize)
    .all();
  return { rows: rowsOf(ctx, edition, found), total, page, pages, pageSize: draftPageSize };
}

/**
 * All drafts that the list leafs through, in its order, a lot at a time: which they are is settled at once, what each is like when
 * its lot is asked for; one that was submitted meanwhile is left out. 404 like the list, before the first lot.
 */
export function listDraftLots(ctx: Ctx, editionId: Watched["editionId"], asked: { filter: FigureFilter; list: DraftFilter }): Iterable<DraftRow[]> {
  const edition = watchedEdition(ctx, editionId);
  const ids = ctx.db
    .select({ id: proposals.id })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(matching(ctx, editionId, asked))
    .orderBy(...orderOf(ctx, asked.list))
    .all()
    .map(({ id }) => id);
  return lotsOf(ctx, edition, ids);
}

function* lotsOf(ctx: Ctx, edition: Edition, ids: readonly Proposal["id"][]): Generator<DraftRow[]> {
  for (let from = 0; from < ids.length; from += draftsALot) {
    const lot = ids.slice(from, from + draftsALot);
    const isDraft = and(eq(proposals.reach, "draft"), inArray(proposals.status, ["atUnit", "atAgency"]));
    const found = selectDrafts(ctx).where(and(inArray(proposals.id, lot), isDraft)).all();
    const byId = new Map(found.map((one) => [one.proposal.id, one]));
    yield rowsOf(ctx, edition, lot.flatMap((id) => byId.get(id) ?? []));
  }
}

const selectDrafts = (ctx: Ctx) =>
  ctx.db
    .select({ proposal: proposals, agencyName: agencies.name, agencyKind: agencies.kind })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .$dynamic();

function matching(ctx: Ctx, editionId: Watched["editionId"], { filter, list }: { filter: FigureFilter; list: DraftFilter }): SQL | undefined {
  const asked = and(filter.kind ? eq(sql`kind`, filter.kind) : undefined, filter.province ? eq(sql`province_code`, filter.province) : undefined);
  return and(
    eq(proposals.editionId, editionId),
    shownTo(ctx.actor, editionId),
    eq(proposals.reach, "draft"),
    list.status ? eq(proposals.status, list.status) : inArray(proposals.status, ["atUnit", "atAgency"]),
    filter.group ? eq(proposals.groupKey, filter.group) : undefined,
    filter.category ? eq(proposals.categoryKey, filter.category) : undefined,
    filter.days > 0 ? lte(proposals.updatedAt, ctx.now - filter.days * dayMs) : undefined,
    asked && sql`${proposals.agencyId} in (select id from agencies where ${asked})`,
  );
}

/** The same signs as `riskOf`, for the database. */
const signs = (ctx: Ctx): SQL =>
  sql`(${proposals.status} = 'atUnit') + (${proposals.updatedAt} <= ${ctx.now - staleDays * dayMs})`;

function orderOf(ctx: Ctx, { sort, dir }: DraftFilter): SQL[] {
  const way = dir === "asc" ? asc : desc;
  const ties = [asc(proposals.updatedAt), asc(proposals.id)];
  if (sort === "agency") return [way(agencies.name), ...ties];
  if (sort === "edited") return [way(proposals.updatedAt), asc(proposals.id)];
  return [dir === "asc" ? desc(signs(ctx)) : asc(signs(ctx)), ...ties];
}

type Found = { proposal: Proposal; agencyName: string; agencyKind: string };

/** Answers and files of a whole lot at once: two statements, however many drafts. */
function rowsOf(ctx: Ctx, { definition }: Edition, found: readonly Found[]): DraftRow[] {
  const ids = found.map(({ proposal }) => proposal.id);
  const given = groupedBy(ctx.db.select().from(answers).where(inArray(answers.proposalId, ids)).all(), (row) => row.proposalId);
  const kept = and(inArray(attachments.proposalId, ids), isNull(attachments.removedAt));
  const files = groupedBy(ctx.db.select().from(attachments).where(kept).all(), (row) => row.proposalId);
  return found.map(({ proposal, agencyName, agencyKind }) => {
    const { id, unit, groupKey, updatedAt } = proposal;
    const status = proposal.status === "atUnit" ? "atUnit" : "atAgency";
    const items = completeness(definition, { identity: proposal, answers: given.get(id) ?? [], attachments: files.get(id) ?? [] });
    return {
      ...{ id, agencyName, agencyKind, unit, groupKey, status, updatedAt },
      untouched: untouchedDays(updatedAt, ctx.now),
      risk: riskOf({ status, updatedAt }, ctx.now),
      complete: completeShare(items),
      over: items.filter(({ state }) => state === "over").length,
    };
  });
}

/** The chosen drafts of the edition that still are drafts; others are left out. The caller has authorised. */
export const findDrafts = (ctx: Pick<Ctx, "db">, editionId: Watched["editionId"], ids: readonly string[]): Proposal[] =>
  ctx.db
    .select()
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), eq(proposals.reach, "draft"), inArray(proposals.status, ["atUnit", "atAgency"]), inArray(proposals.id, ids as Proposal["id"][])))
    .orderBy(asc(proposals.id))
    .all();
