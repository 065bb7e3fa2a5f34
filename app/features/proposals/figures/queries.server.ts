import { and, asc, count, eq, gt, gte, isNotNull, type SQL, sql } from "drizzle-orm";
import { listYearAggregates } from "#app/features/archive/queries.server.ts";
import { getEdition, listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { registrationStage } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { mayWatch } from "#app/features/proposals/figures/policy.ts";
import { atTheClose, clustersOf, type Counted, curveOf, daysOf, publishedOnTheWay, type Quarter, quarterMs, standOf } from "#app/features/proposals/figures/rules.ts";
import type { ArchivePoint, ClusterRow, CurvePoint, DayRow, Dimension, FigureFilter, Stand, Watched } from "#app/features/proposals/figures/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies, agencyKinds } from "#db/schema/agencies.ts";
import { proposalMarks } from "#db/schema/figures.ts";

const dayMs = 86_400_000;

/** The edition for whoever may watch its figures; for anybody else it does not exist (404). */
export function watchedEdition(ctx: Ctx, editionId: Watched["editionId"]): Edition {
  if (!mayWatch(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

export type FigureChoices = { kinds: string[]; groups: Named[]; categories: Named[]; provinces: { code: string; name: string }[] };
type Named = { key: string; name: Words };

/** What the figures of an edition can be narrowed to. The caller has authorised. */
export function listChoices(ctx: Pick<Ctx, "db">, { definition }: Edition): FigureChoices {
  const provinces = ctx.db
    .select({ code: sql<string>`${agencies.provinceCode}`, name: agencies.name })
    .from(agencies)
    .where(and(eq(agencies.kind, "provinsi"), isNotNull(agencies.provinceCode)))
    .orderBy(asc(agencies.provinceCode))
    .all();
  return {
    kinds: definition.agencyKinds.length > 0 ? definition.agencyKinds : [...agencyKinds],
    groups: definition.groups.map(({ key, name }) => ({ key, name })),
    categories: definition.categories.map(({ key, name }) => ({ key, name })),
    provinces,
  };
}

/** Condition on agencies alone; undefined when none is asked. */
const agencyAsked = ({ kind, province }: FigureFilter): SQL | undefined =>
  and(kind ? eq(sql`kind`, kind) : undefined, province ? eq(sql`province_code`, province) : undefined);

const narrowed = (editionId: Watched["editionId"], filter: FigureFilter): SQL | undefined => {
  const asked = agencyAsked(filter);
  return and(
    eq(proposalMarks.editionId, editionId),
    filter.group ? eq(proposalMarks.groupKey, filter.group) : undefined,
    filter.category ? eq(proposalMarks.categoryKey, filter.category) : undefined,
    asked && sql`${proposalMarks.agencyId} in (select id from agencies where ${asked})`,
  );
};

const counted = { status: proposalMarks.status, reach: proposalMarks.reach, n: count() };

export type FunnelFigures = { stand: Stand; registered: number; agencies: number; clusters: ClusterRow[] };

/**
 * Where the proposals of an edition stand, together and by agency kind, province, group or category: counted from the indexes of
 * the marks alone. 404 for whoever may not watch.
 */
export function getFunnel(ctx: Ctx, editionId: Watched["editionId"], { by, filter }: { by: Dimension; filter: FigureFilter }): FunnelFigures {
  const edition = watchedEdition(ctx, editionId);
  const { kinds, groups, categories, provinces } = listChoices(ctx, edition);
  const rows = listByAgency(ctx, editionId, filter);
  const keys = { kind: kinds, province: provinces.map(({ code }) => code), group: groups.map(({ key }) => key), category: categories.map(({ key }) => key) };
  const keyed = by === "group" || by === "category" ? listByPlace(ctx, editionId, { by, filter }) : keyedByAgency(ctx, rows, by);
  return {
    stand: standOf(rows),
    registered: rows.reduce((sum, { n }) => sum + n, 0),
    agencies: new Set(rows.map(({ agencyId }) => agencyId)).size,
    clusters: clustersOf(keyed, keys[by]),
  };
}

const listByAgency = (ctx: Ctx, editionId: Watched["editionId"], filter: FigureFilter) =>
  ctx.db
    .select({ agencyId: proposalMarks.agencyId, ...counted })
    .from(proposalMarks)
    .where(narrowed(editionId, filter))
    .groupBy(proposalMarks.agencyId, proposalMarks.status, proposalMarks.reach)
    .all();

function listByPlace(ctx: Ctx, editionId: Watched["editionId"], { by, filter }: { by: "group" | "category"; filter: FigureFilter }) {
  const key = by === "group" ? proposalMarks.groupKey : proposalMarks.categoryKey;
  return ctx.db
    .select({ key, ...counted })
    .from(proposalMarks)
    .where(narrowed(editionId, filter))
    .groupBy(proposalMarks.groupKey, proposalMarks.categoryKey, proposalMarks.status, proposalMarks.reach)
    .all();
}

function keyedByAgency(ctx: Ctx, rows: readonly (Counted & { agencyId: string })[], by: "kind" | "province"): (Counted & { key: string })[] {
  const column = by === "kind" ? agencies.kind : agencies.provinceCode;
  const keys = new Map(ctx.db.select({ id: agencies.id, key: column }).from(agencies).all().map(({ id, key }) => [id as string, key ?? ""]));
  return rows.map((row) => ({ ...row, key: keys.get(row.agencyId) ?? "" }));
}

const times = {
  created: proposalMarks.createdAt,
  handed: proposalMarks.handedAt,
  submitted: proposalMarks.submittedAt,
  passed: proposalMarks.passedAt,
} as const;

function listQuarters(ctx: Ctx, editionId: Watched["editionId"], { of, filter }: { of: keyof typeof times; filter: FigureFilter }): Quarter[] {
  const quarter = sql<number>`${times[of]} / ${sql.raw(String(quarterMs))}`;
  return ctx.db
    .select({ quarter, n: count() })
    .from(proposalMarks)
    .where(and(narrowed(editionId, filter), gt(times[of], 0)))
    .groupBy(quarter)
    .all();
}

/** What came day by day in the edition's zone, withdrawn ones included; `filter.days` shows only the last of them. 404 for others. */
export function getDays(ctx: Ctx, editionId: Watched["editionId"], filter: FigureFilter): DayRow[] {
  const { zone } = watchedEdition(ctx, editionId).definition;
  const quartersOf = (of: keyof typeof times): Quarter[] => listQuarters(ctx, editionId, { of, filter });
  const came = { created: quartersOf("created"), handed: quartersOf("handed"), submitted: quartersOf("submitted"), passed: quartersOf("passed") };
  const days = daysOf(zone, came, ctx.now);
  return filter.days === 0 ? days : days.slice(-filter.days);
}

export type CurveEdition = { id: string; name: Words; year: number; points: CurvePoint[] };

export type Curve = {
  closesAt: number | null;
  zone: string;
  own: CurvePoint[];
  total: number;
  /** Submissions of the last 24 hours, and what they make at the close. */
  lastDay: number;
  expected: number | null;
  earlier: CurveEdition | null;
  choices: { id: string; name: Words; year: number }[];
  published: ArchivePoint[];
};

type CurveAsked = { filter: FigureFilter; earlierId: string };

/**
 * First submissions up to the close of registration beside an earlier edition's, aligned by hours before the close, and what was
 * published of the years before. The filter narrows both editions; published figures are of everything. 404 for others.
 */
export function getCurve(ctx: Ctx, editionId: Watched["editionId"], { filter, earlierId }: CurveAsked): Curve {
  const edition = watchedEdition(ctx, editionId);
  const others = listPublicEditions(ctx).filter(({ id, definition }) => id !== editionId && definition.year <= edition.definition.year);
  const earlier = others.find(({ id }) => id === earlierId) ?? (earlierId === "none" ? undefined : others.find(({ definition }) => definition.year < edition.definition.year));
  const { closesAt } = registrationStage(edition.definition);
  const own = curvePoints(ctx, edition, filter);
  const lastDay = countSince(ctx, editionId, { filter, since: ctx.now - dayMs });
  const total = own.at(-1)?.total ?? 0;
  return {
    ...{ closesAt, zone: edition.definition.zone, own, total, lastDay },
    expected: atTheClose({ total, lastDay, now: ctx.now, closesAt }),
    earlier: earlier ? { ...cardOf(earlier), points: curvePoints(ctx, earlier, filter) } : null,
    choices: others.map(cardOf),
    published: publishedOf(ctx, edition),
  };
}

const cardOf = ({ id, definition }: Edition): { id: string; name: Words; year: number } => ({ id, name: definition.name, year: definition.year });

function curvePoints(ctx: Ctx, { id, definition }: Edition, filter: FigureFilter): CurvePoint[] {
  const { closesAt } = registrationStage(definition);
  if (closesAt === null) return [];
  return curveOf(listQuarters(ctx, id, { of: "submitted", filter }), { closesAt, until: ctx.now, days: filter.days });
}

const countSince = (ctx: Ctx, editionId: Watched["editionId"], { filter, since }: { filter: FigureFilter; since: number }): number =>
  ctx.db.select({ n: count() }).from(proposalMarks).where(and(narrowed(editionId, filter), gte(proposalMarks.submittedAt, since))).get()?.n ?? 0;

/** Registered proposals of KIPP's years as published, the last five, and what was published on the way. */
function publishedOf(ctx: Ctx, { definition, presetKey }: Edition): ArchivePoint[] {
  if (!presetKey?.startsWith("kipp")) return [];
  const years = listYearAggregates(ctx, { competition: "kipp", measures: ["registered"] })
    .filter(({ year, value }) => value !== null && year < definition.year)
    .slice(-5)
    .map(({ year, value, source }): ArchivePoint => ({ year, hours: null, total: value ?? 0, source }));
  return [...publishedOnTheWay.filter(({ year }) => year < definition.year), ...years].sort((a, b) => a.year - b.year || (a.hours ?? 0) - (b.hours ?? 0));
}

