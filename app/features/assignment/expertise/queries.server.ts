import { asc, eq } from "drizzle-orm";
import { isAssessor, mayAssign } from "#app/features/assignment/policy.ts";
import type { Band } from "#app/features/assignment/solver/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import type { WordsOf } from "#app/lib/words.ts";
import { readerBounds, readerExpertise } from "#db/schema/assignment.ts";

type Reach = Pick<Ctx, "db">;

/** What everybody knows, by category key. The caller has authorised. */
export function expertiseByPerson(ctx: Reach, editionId: Id<"edition">): Map<Id<"user">, Record<string, Band>> {
  const rows = ctx.db.select().from(readerExpertise).where(eq(readerExpertise.editionId, editionId)).orderBy(asc(readerExpertise.category)).all();
  const known = new Map<Id<"user">, Record<string, Band>>();
  for (const { userId, category, band } of rows) known.set(userId, { ...known.get(userId), [category]: band });
  return known;
}

/** Own bounds of loads. The caller has authorised. */
export function boundsByPerson(ctx: Reach, editionId: Id<"edition">): Map<Id<"user">, { least: number; most: number }> {
  const rows = ctx.db.select().from(readerBounds).where(eq(readerBounds.editionId, editionId)).all();
  return new Map(rows.map(({ userId, least, most }) => [userId, { least, most }]));
}

export type ReaderLine = { userId: Id<"user">; name: string; organisation: string; experts: string[]; able: string[]; bounds: { least: number; most: number } | null };

/** `search`: part of a name or an organisation; `category`: those who know it, in the band asked for or in either. */
export type ReaderFilter = { search?: string; category?: string; band?: "expert" | "able"; limit: number; offset: number };

/** Whoever reads at a desk with what he knows, a page at a time, for the organiser; 404 for others. */
export function listReaders(ctx: Ctx, editionId: Id<"edition">, filter: ReaderFilter): { rows: ReaderLine[]; matching: number; total: number } {
  if (!mayAssign(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const [expertise, bounds] = [expertiseByPerson(ctx, editionId), boundsByPerson(ctx, editionId)];
  const all = listSeats(ctx, editionId, "evaluator").map(({ userId, name, organisation }): ReaderLine => {
    const of = (band: Band): string[] => Object.entries(expertise.get(userId) ?? {}).flatMap(([key, known]) => (known === band ? [key] : []));
    return { userId, name, organisation, experts: of("expert"), able: of("able"), bounds: bounds.get(userId) ?? null };
  });
  const found = all.filter((line) => meets(line, filter));
  return { rows: found.slice(filter.offset, filter.offset + filter.limit), matching: found.length, total: all.length };
}

function meets({ name, organisation, experts, able }: ReaderLine, { search = "", category, band }: ReaderFilter): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted !== "" && !`${name}\n${organisation}`.toLowerCase().includes(wanted)) return false;
  const known = band === "expert" ? experts : band === "able" ? able : [...experts, ...able];
  return category ? known.includes(category) : band === undefined || known.length > 0;
}

export type ReaderPage = {
  userId: Id<"user">;
  name: string;
  organisation: string;
  categories: { key: string; name: WordsOf; band: Band }[];
  bounds: { least: number; most: number } | null;
  /** The organiser sets bounds; a person his own expertise only. */
  maySetBounds: boolean;
};

/** What one person knows, for the organiser and for himself; 404 for others and for whoever does not read here. */
export function getReader(ctx: Ctx, of: { editionId: Id<"edition">; userId: Id<"user"> }): ReaderPage {
  const own = ctx.actor?.userId === of.userId && isAssessor(ctx.actor, of.editionId);
  const organises = mayAssign(ctx.actor, of.editionId);
  const seat = own || organises ? listSeats(ctx, of.editionId, "evaluator").find(({ userId }) => userId === of.userId) : undefined;
  if (!seat) throw notFound("assignment.readerUnknown");
  const { definition } = getEdition(ctx, of.editionId);
  const known = expertiseByPerson(ctx, of.editionId).get(of.userId) ?? {};
  return {
    userId: seat.userId,
    name: seat.name,
    organisation: seat.organisation,
    categories: definition.categories.map(({ key, name }) => ({ key, name, band: known[key] ?? "no" })),
    bounds: organises ? (boundsByPerson(ctx, of.editionId).get(of.userId) ?? null) : null,
    maySetBounds: organises,
  };
}

/** Whether a person sits as a reader of desks. The caller has authorised. */
export const readsDesks = (ctx: Reach, of: { editionId: Id<"edition">; userId: Id<"user"> }): boolean =>
  listSeats(ctx, of.editionId, "evaluator").some(({ userId }) => userId === of.userId);

