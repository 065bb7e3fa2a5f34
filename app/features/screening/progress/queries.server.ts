import { and, asc, count, desc, eq, ne, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyKind } from "#app/features/agencies/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { storedChecks } from "#app/features/screening/inputs.ts";
import { mayReadScreening } from "#app/features/screening/policy.ts";
import { countStates } from "#app/features/screening/queries.server.ts";
import { queueStateOf, screeningStage } from "#app/features/screening/rules.ts";
import type { CheckKey, QueueState } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screenings } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type ScreeningProgress = {
  counts: Record<QueueState, number>;
  opensAt: number | null;
  closesAt: number | null;
  zone: string;
  byKind: ({ kind: AgencyKind } & Record<QueueState, number>)[];
  byScreener: { userId: Id<"user">; name: string; passed: number; failed: number; lastAt: number }[];
  /** How often each check was failed, most often first. */
  grounds: { key: CheckKey; count: number }[];
};

/** How far the screening of an edition is and on what grounds entries fail. 404 for whoever has no seat for it. */
export function getScreeningProgress(ctx: Ctx, editionId: Id<"edition">): ScreeningProgress {
  if (!mayReadScreening(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const { opensAt, closesAt } = screeningStage(definition);
  const byScreener = countByScreener(ctx, editionId);
  const names = namesOf(ctx, byScreener.map((row) => row.userId));
  return {
    counts: countStates(ctx, editionId),
    ...{ opensAt, closesAt, zone: definition.zone },
    byKind: countByKind(ctx, editionId),
    byScreener: byScreener.map((row) => ({ ...row, name: names.get(row.userId) ?? "" })),
    grounds: countGrounds(ctx, editionId),
  };
}

function countByKind(ctx: Base, editionId: Id<"edition">): ScreeningProgress["byKind"] {
  const rows = ctx.db
    .select({ kind: agencies.kind, reach: proposals.reach, n: count() })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(proposals.editionId, editionId), ne(proposals.reach, "draft")))
    .groupBy(agencies.kind, proposals.reach)
    .orderBy(asc(agencies.kind))
    .all();
  const kinds = new Map<AgencyKind, Record<QueueState, number>>();
  for (const { kind, reach, n } of rows) {
    const counts = kinds.get(kind) ?? { undecided: 0, passed: 0, failed: 0 };
    counts[queueStateOf(reach)] += n;
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
    .where(eq(screenings.editionId, editionId))
    .groupBy(screenings.decidedBy)
    .orderBy(desc(count()), asc(screenings.decidedBy))
    .all();

function countGrounds(ctx: Base, editionId: Id<"edition">): ScreeningProgress["grounds"] {
  const rows = ctx.db
    .select({ checks: screenings.checks })
    .from(screenings)
    .where(and(eq(screenings.editionId, editionId), eq(screenings.outcome, "failed")))
    .all();
  const counts = new Map<CheckKey, number>();
  for (const { checks } of rows) {
    for (const check of storedChecks.parse(checks)) if (!check.passed) counts.set(check.key, (counts.get(check.key) ?? 0) + 1);
  }
  return [...counts].map(([key, n]) => ({ key, count: n })).sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}
