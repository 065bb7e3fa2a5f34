import { and, count, eq, gte, inArray, isNull, min, ne, notInArray, sql } from "drizzle-orm";
import { watchedEdition } from "#app/features/proposals/figures/queries.server.ts";
import { forecastOf, type Forecast } from "#app/features/proposals/figures/rules.ts";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { corrections } from "#db/schema/corrections.ts";
import { jobs } from "#db/schema/jobs.ts";
import { outbox } from "#db/schema/notifications.ts";
import { fileContents, proposals } from "#db/schema/proposals.ts";
import { screeningAppeals, screeningCases, screenings } from "#db/schema/screening.ts";

export const waitingKeys = ["unscreened", "second", "unannounced", "corrections", "overdue", "appeals", "letters", "scans", "jobs"] as const;
/** Length of a queue and the instant since which its oldest waits; null when it is empty. */
export type Queue = { key: (typeof waitingKeys)[number]; n: number; oldest: number | null };
export type Waiting = { queues: Queue[]; forecast: Forecast; closesAt: number | null; zone: string };

type EditionId = Id<"edition">;
type Length = { n: number; oldest: number | null };
const dayMs = 86_400_000;
const none: Length = { n: 0, oldest: null };

/** What waits in an edition and since when; scans and jobs are the whole system's. 404 for whoever may not watch. */
export function getWaiting(ctx: Ctx, editionId: EditionId): Waiting {
  const { definition } = watchedEdition(ctx, editionId);
  const open = unscreened(ctx, editionId);
  const lengths: Record<Queue["key"], Length> = {
    unscreened: open,
    second: inCase(ctx, editionId, ["proposed", "disputed"]),
    unannounced: inCase(ctx, editionId, ["passed", "failed"]),
    ...correctionLengths(ctx, editionId),
    appeals: ctx.db.select({ n: count(), oldest: min(screeningAppeals.filedAt) }).from(screeningAppeals).where(and(eq(screeningAppeals.editionId, editionId), eq(screeningAppeals.status, "open"))).get() ?? none,
    letters: ctx.db.select({ n: count(), oldest: min(outbox.createdAt) }).from(outbox).where(and(eq(outbox.editionId, editionId), eq(outbox.status, "queued"))).get() ?? none,
    scans: ctx.db.select({ n: count(), oldest: min(fileContents.keptAt) }).from(fileContents).where(eq(fileContents.scan, "pending")).get() ?? none,
    jobs: ctx.db.select({ n: count(), oldest: min(jobs.createdAt) }).from(jobs).where(inArray(jobs.status, ["queued", "running"])).get() ?? none,
  };
  const left = lengths.unscreened.n + lengths.second.n;
  return {
    queues: waitingKeys.map((key) => ({ key, ...lengths[key] })),
    forecast: forecastOf({ left, done: countDecided(ctx, editionId), now: ctx.now }),
    closesAt: stagesOfKind(definition, "screening")[0]?.closesAt ?? null,
    zone: definition.zone,
  };
}

/** Submitted entries of which no verdict stands; those in another state of their case wait elsewhere. */
function unscreened(ctx: Ctx, editionId: EditionId): Length {
  const elsewhere = ctx.db.select({ id: screeningCases.proposalId }).from(screeningCases).where(and(eq(screeningCases.editionId, editionId), ne(screeningCases.state, "open")));
  return (
    ctx.db
      .select({ n: count(), oldest: min(proposals.submittedAt) })
      .from(proposals)
      .where(and(eq(proposals.editionId, editionId), eq(proposals.reach, "submitted"), notInArray(proposals.id, elsewhere)))
      .get() ?? none
  );
}

type State = typeof screeningCases.$inferSelect.state;

const inCase = (ctx: Ctx, editionId: EditionId, states: State[]): Length =>
  ctx.db
    .select({ n: count(), oldest: min(screeningCases.changedAt) })
    .from(screeningCases)
    .where(and(eq(screeningCases.editionId, editionId), inArray(screeningCases.state, states)))
    .get() ?? none;

function correctionLengths(ctx: Ctx, editionId: EditionId): Record<"corrections" | "overdue", Length> {
  const late = sql`${corrections.dueAt} <= ${ctx.now}`;
  const open = and(eq(corrections.editionId, editionId), isNull(corrections.closedAt));
  const lengthOf = (where: typeof open): Length =>
    ctx.db.select({ n: count(), oldest: min(corrections.requestedAt) }).from(corrections).where(where).get() ?? none;
  return { corrections: lengthOf(open), overdue: lengthOf(and(open, late)) };
}

/** Verdicts of the last 24 hours that ended the work on an entry. */
const countDecided = (ctx: Ctx, editionId: EditionId): number =>
  ctx.db
    .select({ n: count() })
    .from(screenings)
    .where(and(eq(screenings.editionId, editionId), inArray(screenings.kind, ["decide", "confirm", "settle"]), gte(screenings.decidedAt, ctx.now - dayMs)))
    .get()?.n ?? 0;
