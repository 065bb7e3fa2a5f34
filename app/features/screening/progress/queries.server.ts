import { and, asc, count, desc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { storedChecks } from "#app/features/screening/inputs.ts";
import { mayReadScreening } from "#app/features/screening/policy.ts";
import { countProgress, countUnsettled, outcomeColumn, type Unsettled } from "#app/features/screening/queries.server.ts";
import { announcesAtOnce, screeningStage } from "#app/features/screening/rules.ts";
import type { CheckKey, Progress } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases, screenings } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type ScreeningProgress = {
  counts: Progress;
  unsettled: Unsettled;
  /** Decisions wait for an announcement. */
  announces: boolean;
  opensAt: number | null;
  closesAt: number | null;
  zone: string;
  byKind: ({ kind: AgencyKind } & Progress)[];
  byScreener: { userId: Id<"user">; name: string; passed: number; failed: number; lastAt: number }[];
  /** How often each check was failed, most often first. */
  grounds: { key: CheckKey; name: Words | null; count: number }[];
};

/** How far the screening of an edition is and on what grounds entries fail. 404 for whoever has no seat for it. */
export function getScreeningProgress(ctx: Ctx, editionId: Id<"edition">): ScreeningProgress {
  if (!mayReadScreening(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const { opensAt, closesAt } = screeningStage(definition);
  const byScreener = countByScreener(ctx, editionId);
  const names = namesOf(ctx, byScreener.map((row) => row.userId));
  return {
    counts: countProgress(ctx, editionId),
    unsettled: countUnsettled(ctx, editionId),
    announces: !announcesAtOnce(definition.screening),
    ...{ opensAt, closesAt, zone: definition.zone },
    byKind: countByKind(ctx, editionId),
    byScreener: byScreener.map((row) => ({ ...row, name: names.get(row.userId) ?? "" })),
    grounds: countGrounds(ctx, editionId).map(({ key, count: n }) => {
      return { key, name: definition.screening.requirements.find((one) => one.key === key)?.name ?? null, count: n };
    }),
  };
}

function countByKind(ctx: Base, editionId: Id<"edition">): ScreeningProgress["byKind"] {
  const rows = ctx.db
    .select({ kind: agencies.kind, outcome: outcomeColumn, n: count() })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .where(and(eq(proposals.editionId, editionId), ne(proposals.reach, "draft")))
    .groupBy(agencies.kind, sql`2`)
    .orderBy(asc(agencies.kind))
    .all();
  const kinds = new Map<AgencyKind, Progress>();
  for (const { kind, outcome, n } of rows) {
    const counts = kinds.get(kind) ?? { undecided: 0, passed: 0, failed: 0 };
    counts[outcome] += n;
    kinds.set(kind, counts);
  }
  return [...kinds].map(([kind, counts]) => ({ kind, ...counts }));
}

const countByScreener = (ctx: Base, editionId: Id<"edition">) =>
  ctx.db
    .select({
      userId: screenings.decidedBy,
      passed: sql<number>`sum(${screenings.outcome} = 'passed')`,
      failed: sql<number>`sum(${screenings.outcome} = 'failed')`,
      lastAt: sql<number>`max(${screenings.decidedAt})`,
    })
    .from(screenings)
    .where(and(eq(screenings.editionId, editionId), notInArray(screenings.kind, ["undo", "uphold", "dismiss"])))
    .groupBy(screenings.decidedBy)
    .orderBy(desc(count()), asc(screenings.decidedBy))
    .all();

/** Failed checks of the verdicts that stand. */
function countGrounds(ctx: Base, editionId: Id<"edition">): { key: CheckKey; count: number }[] {
  const rows = ctx.db
    .select({ checks: screenings.checks })
    .from(screeningCases)
    .innerJoin(screenings, eq(screenings.id, screeningCases.screeningId))
    .where(and(eq(screeningCases.editionId, editionId), inArray(screeningCases.state, ["failed", "rejected", "appealed", "dismissed"])))
    .all();
  const counts = new Map<CheckKey, number>();
  for (const { checks } of rows) {
    for (const check of storedChecks.parse(checks)) if (!check.passed) counts.set(check.key, (counts.get(check.key) ?? 0) + 1);
  }
  return [...counts].map(([key, n]) => ({ key, count: n })).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}
