import { and, eq, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import { bodyEntrants } from "#app/features/conflicts/ties/queries.server.ts";
import type { Bars } from "#app/features/conflicts/types.ts";
import { isOnlyOffice } from "#app/features/conflicts/withholding/policy.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Actor, Ctx, Withheld } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { editions } from "#db/schema/competitions.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";

type EditionId = Id<"edition">;
type Reach = Pick<Ctx, "db" | "now">;
type Asking = Pick<Ctx, "db" | "now" | "actor">;

const nothing: Bars = { agencyIds: [], proposalIds: [] };

/**
 * What the asking person is shown nothing of where entries are judged, marked, ranked or objected to: everything he is in conflict
 * with, whatever his seat.
 */
export const judgingWithheldFrom = ({ actor, ...reach }: Asking, editionId: EditionId): Bars =>
  actor && (hasSeat(actor, editionId) || isSystemAuditor(actor)) ? listBars(reach, { editionId, userId: actor.userId }) : nothing;

/**
 * What the asking person is shown nothing of where entries are received, handed out, scheduled and written to: the same, but that
 * the secretariat is shown entries of the organising bodies, to which all of it belongs. Otherwise nobody could run them.
 */
export function withheldFrom(ctx: Asking, editionId: EditionId): Bars {
  if (ctx.actor?.withheld) return barsOf(ctx.actor.withheld(editionId));
  const bars = judgingWithheldFrom(ctx, editionId);
  if (bars.agencyIds.length === 0 || !isOnlyOffice(ctx.actor, editionId)) return bars;
  const bodies = new Set(bodyEntrants(ctx, editionId));
  return { ...bars, agencyIds: bars.agencyIds.filter((id) => !bodies.has(id)) };
}

/** A request has found it already, once for all its reads. */
const barsOf = ({ agencyIds, proposalIds }: Withheld): Bars => ({ agencyIds: [...agencyIds], proposalIds: [...proposalIds] });

/** Rows of entries without what is withheld; `of` is the table of proposals or an alias of it. */
export const notWithheld = ({ agencyIds, proposalIds }: Bars, of: { id: AnySQLiteColumn; agencyId: AnySQLiteColumn } = proposals): SQL | undefined =>
  and(
    agencyIds.length > 0 ? notInArray(of.agencyId, agencyIds) : undefined,
    proposalIds.length > 0 ? notInArray(of.id, proposalIds) : undefined,
  );

/** The opposite: only the rows that are withheld, to say how many there are; none where nothing is. */
export const onlyWithheld = ({ agencyIds, proposalIds }: Bars): SQL =>
  or(
    agencyIds.length > 0 ? inArray(proposals.agencyId, agencyIds) : undefined,
    proposalIds.length > 0 ? inArray(proposals.id, proposalIds) : undefined,
  ) ?? sql`0`;

/** Whether an entry is none of the withheld ones. */
export function isShown({ agencyIds, proposalIds }: Bars): (of: { proposalId: Id<"proposal">; agencyId: Id<"agency"> }) => boolean {
  const [agencies, entries] = [new Set(agencyIds), new Set(proposalIds)];
  return (of) => !agencies.has(of.agencyId) && !entries.has(of.proposalId);
}

/** The person with what is withheld from him at this instant, found when a room asks for it, once an edition. */
export function withWithheld(ctx: Reach, actor: Actor): Actor {
  const known = new Map<EditionId | null, Withheld>();
  const find = (editionId: EditionId | null): Withheld => {
    const found = known.get(editionId) ?? (editionId ? withheldIn({ ...ctx, actor }, editionId) : together(workplaces(ctx, actor).map(find)));
    known.set(editionId, found);
    return found;
  };
  return { ...actor, withheld: find };
}

/** Editions in which something is shown to the person: those with a seat, and all of them to an auditor of the system. */
const workplaces = (ctx: Reach, actor: Actor): EditionId[] =>
  ctx.db
    .select({ id: editions.id })
    .from(editions)
    .orderBy(editions.id)
    .all()
    .flatMap(({ id }) => (hasSeat(actor, id) || isSystemAuditor(actor) ? [id] : []));

const together = (those: readonly Withheld[]): Withheld => ({
  agencyIds: those.flatMap(({ agencyIds }) => agencyIds),
  proposalIds: those.flatMap(({ proposalIds }) => proposalIds),
  words: () => those.flatMap(({ words }) => words()),
});

function withheldIn(ctx: Asking, editionId: EditionId): Withheld {
  const bars = withheldFrom(ctx, editionId);
  let words: readonly string[] | undefined;
  return { ...bars, words: () => (words ??= wordsOf(ctx, editionId, bars)) };
}

/** Shorter titles than this stand in any text. */
const shortest = 4;

/**
 * Ids, numbers and titles, present and as submitted, of entries withheld. Not of the person's own agency, whose letters and notices
 * come to him as its member; and no title that stands in one he is shown, or the one would hide the other.
 */
function wordsOf(ctx: Asking, editionId: EditionId, bars: Bars): string[] {
  if (bars.agencyIds.length + bars.proposalIds.length === 0) return [];
  const rows = ctx.db
    .select({ id: proposals.id, number: proposals.number, title: proposals.title, agencyId: proposals.agencyId, submitted: sql<string | null>`json_extract(${submissions.content}, '$.title')` })
    .from(proposals)
    .leftJoin(submissions, eq(submissions.proposalId, proposals.id))
    .where(and(eq(proposals.editionId, editionId), onlyWithheld(bars)))
    .orderBy(proposals.id)
    .all()
    .filter(({ agencyId }) => !isAgencyMember(ctx.actor, agencyId));
  const { year } = getEdition(ctx, editionId).definition;
  const shown = titlesShown(ctx, editionId, bars);
  const titles = rows.flatMap(({ title, submitted }) => [title, submitted ?? ""]).filter((title) => title.length >= shortest && !shown.includes(title));
  return [...new Set([...rows.flatMap(({ id, number }) => (number === null ? [id] : [id, numberText(year, number)])), ...titles])];
}

/** Titles of everything else in the edition, one a line. */
const titlesShown = (ctx: Asking, editionId: EditionId, bars: Bars): string =>
  ctx.db
    .select({ title: proposals.title })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), notWithheld(bars)))
    .all()
    .map(({ title }) => title)
    .join("\n");
