import { and, asc, count, desc, eq, gt, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { mayListEntries } from "#app/features/proposals/policy.ts";
import { entryColumns, shownTo } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry, Proposal, Reach } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies, agencyKinds } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";

export type EntryPageFilter = {
  search: string;
  group: string;
  category: string;
  kind: string;
  /** Official code; empty = all. */
  province?: string;
  /** `through`: everything that passed screening, whatever it reached since. */
  reach: Reach | "through" | null;
  sort: "number" | "title" | "agency" | "kind" | "submitted";
  dir: "asc" | "desc";
  page: number;
};

export type EntryPage = {
  rows: (Entry & { text: string; group: Words; category: Words })[];
  total: number;
  page: number;
  pages: number;
  pageSize: number;
  zone: string;
  groups: { key: string; name: Words }[];
  categories: { key: string; name: Words }[];
  kinds: string[];
  provinces: { code: string; name: string }[];
};

export const entryPageSize = 50;

/** Entries of an edition, filtered, sorted and paged, without what is withheld from the person; 404 for whoever may not list them. */
export function listEntryPage(ctx: Ctx, editionId: Proposal["editionId"], filter: EntryPageFilter): EntryPage {
  const { definition } = getEdition(ctx, editionId);
  if (!mayListEntries(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const where = and(matching(editionId, definition.year, filter), shownTo(ctx.actor, editionId));
  const { entries, total, page } = listPage(ctx, where, filter);
  const nameOf = (items: readonly { key: string; name: Words }[], key: string): Words =>
    items.find((item) => item.key === key)?.name ?? { id: key, en: key };
  return {
    rows: entries.map((entry) => ({
      ...entry,
      text: numberText(definition.year, entry.number),
      group: nameOf(definition.groups, entry.groupKey),
      category: nameOf(definition.categories, entry.categoryKey),
    })),
    ...{ total, page, pages: Math.max(1, Math.ceil(total / entryPageSize)), pageSize: entryPageSize, zone: definition.zone },
    groups: definition.groups.map(({ key, name }) => ({ key, name })),
    categories: definition.categories.map(({ key, name }) => ({ key, name })),
    kinds: definition.agencyKinds,
    provinces: listProvinces(ctx),
  };
}

/** A page and how many there are in all. Which entries stand on it is settled first: what it skips is then never read in full. */
function listPage(ctx: Ctx, where: SQL | undefined, filter: EntryPageFilter): { entries: Entry[]; total: number; page: number } {
  // Words are looked for in every entry once; what an index counts is counted by it.
  const found = filter.search ? listIds(ctx, where, filter) : null;
  const total = found?.length ?? countEntries(ctx, where);
  const page = Math.min(filter.page, Math.max(1, Math.ceil(total / entryPageSize)));
  const offset = (page - 1) * entryPageSize;
  const ids = found?.slice(offset, offset + entryPageSize) ?? listIds(ctx, where, filter, { limit: entryPageSize, offset });
  const entries = ctx.db
    .select(entryColumns)
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(inArray(proposals.id, ids.map(({ id }) => id)))
    .orderBy(...orderOf(filter))
    .all();
  return { entries, total, page };
}

type Piece = { limit: number; offset: number };

/** A limit of -1 is none, as SQLite has it. */
function listIds(ctx: Ctx, where: SQL | undefined, filter: EntryPageFilter, piece: Piece = { limit: -1, offset: 0 }): { id: Entry["id"] }[] {
  const chosen = ctx.db.select({ id: proposals.id });
  const order = orderOf(filter);
  if (filter.sort !== "agency" && filter.sort !== "kind") {
    return chosen.from(proposals).where(where).orderBy(...order).limit(piece.limit).offset(piece.offset).all();
  }
  // Agencies walked by name, the entries of each by number: a page is then found without sorting them all.
  const walked = chosen.from(agencies).crossJoin(proposals).where(and(where, eq(proposals.agencyId, agencies.id)));
  return walked.orderBy(...order).limit(piece.limit).offset(piece.offset).all();
}

/** Provinces by their official code. */
const listProvinces = (ctx: Ctx): { code: string; name: string }[] =>
  ctx.db.select({ code: sql<string>`province_code`, name: agencies.name }).from(agencies).where(eq(agencies.kind, "provinsi")).orderBy(asc(agencies.code)).all();

const countEntries = (ctx: Ctx, where: SQL | undefined): number =>
  ctx.db.select({ n: count() }).from(proposals).where(where).get()?.n ?? 0;

function matching(editionId: Proposal["editionId"], year: number, filter: EntryPageFilter): SQL | undefined {
  const kind = agencyKinds.find((one) => one === filter.kind);
  return and(
    eq(proposals.editionId, editionId),
    ne(proposals.reach, "draft"),
    // Says nothing new, but lets the index of numbers skip every draft.
    gt(proposals.number, 0),
    reached(filter.reach),
    filter.group ? eq(entryColumns.groupKey, filter.group) : undefined,
    filter.category ? eq(entryColumns.categoryKey, filter.category) : undefined,
    kind ? ofAgencies(sql`kind = ${kind}`) : undefined,
    filter.province ? ofAgencies(sql`province_code = ${filter.province}`) : undefined,
    filter.search ? found(year, filter.search) : undefined,
  );
}

function reached(reach: EntryPageFilter["reach"]): SQL | undefined {
  if (reach === "through") return inArray(proposals.reach, ["passed", "finalist", "winner"]);
  return reach ? eq(proposals.reach, reach) : undefined;
}

function found(year: number, search: string): SQL | undefined {
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const like = (text: SQL): SQL => sql`${text} like ${pattern} escape '\\'`;
  const number = sql`printf('%d-%04d', ${year}, proposals.number)`;
  return or(like(entryColumns.title), ofAgencies(like(sql`name`)), /^[\d-]+$/.test(search) ? like(number) : undefined);
}

/** Entries of the agencies that a condition on their own row picks; a list of ids, so that counting needs no join. */
const ofAgencies = (condition: SQL): SQL => sql`proposals.agency_id in (select id from agencies where ${condition})`;

/** The number settles what is otherwise equal, so that pages neither repeat nor lose a row. */
function orderOf({ sort, dir }: EntryPageFilter): SQL[] {
  const columns = {
    number: sql`proposals.number`,
    title: sql`lower(${entryColumns.title})`,
    agency: agencies.name,
    kind: agencies.kind,
    submitted: sql`proposals.submitted_at`,
  };
  return [(dir === "asc" ? asc : desc)(columns[sort]), asc(sql`proposals.number`)];
}
