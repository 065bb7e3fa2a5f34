import { and, asc, eq, inArray } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { type Agreement, agreementOf, median, type Pair } from "#app/features/screening/figures/rules.ts";
import { storedChecks } from "#app/features/screening/inputs.ts";
import { mayReadScreening } from "#app/features/screening/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { localOfInstant } from "#app/lib/zones.ts";
import { screenings } from "#db/schema/screening.ts";

export type ScreenerFigures = {
  userId: Id<"user">;
  name: string;
  decided: number;
  passed: number;
  /** Days on which at least one decision was made. */
  days: number;
  perDay: number;
  /** From taking an entry to deciding; null where none was taken first. */
  medianMinutes: number | null;
};

export type ScreeningFigures = {
  zone: string;
  byScreener: ScreenerFigures[];
  /** Decisions a local day of the edition's zone. */
  byDay: { day: string; decided: number; passed: number }[];
  agreement: Agreement;
};

/** How fast and how alike the screeners of an edition work. 404 for whoever has no seat for it. */
export function getScreeningFigures(ctx: Ctx, editionId: Id<"edition">): ScreeningFigures {
  if (!mayReadScreening(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { zone } = getEdition(ctx, editionId).definition;
  const verdicts = listFindings(ctx, editionId).map((row) => ({ ...row, day: localOfInstant(zone, row.decidedAt).slice(0, 10) }));
  const people = [...new Set(verdicts.map(({ decidedBy }) => decidedBy))];
  const names = namesOf(ctx, people);
  const byScreener = people.map((userId) => figuresOf(userId, names.get(userId) ?? "", verdicts.filter(({ decidedBy }) => decidedBy === userId)));
  const days = [...new Set(verdicts.map(({ day }) => day))].sort();
  return {
    zone,
    byScreener: byScreener.sort((a, b) => b.decided - a.decided || a.name.localeCompare(b.name)),
    byDay: days.map((day) => {
      const those = verdicts.filter((one) => one.day === day);
      return { day, decided: those.length, passed: those.filter(({ outcome }) => outcome === "passed").length };
    }),
    agreement: agreementOf(pairsOf(verdicts)),
  };
}

/** What screeners found, oldest first; taking back and appeals are no findings. */
const listFindings = (ctx: Pick<Ctx, "db">, editionId: Id<"edition">) =>
  ctx.db
    .select({
      ...{ proposalId: screenings.proposalId, round: screenings.round, kind: screenings.kind, outcome: screenings.outcome, checks: screenings.checks },
      ...{ decidedBy: screenings.decidedBy, decidedAt: screenings.decidedAt, startedAt: screenings.startedAt },
    })
    .from(screenings)
    .where(and(eq(screenings.editionId, editionId), inArray(screenings.kind, ["decide", "propose", "confirm", "disagree", "settle"])))
    .orderBy(asc(screenings.decidedAt), asc(screenings.id))
    .all();

type Finding = ReturnType<typeof listFindings>[number] & { day: string };

function figuresOf(userId: Id<"user">, name: string, verdicts: readonly Finding[]): ScreenerFigures {
  const days = new Set(verdicts.map(({ day }) => day)).size;
  const minutes = verdicts.flatMap(({ startedAt, decidedAt }) => (startedAt === null ? [] : [(decidedAt - startedAt) / 60_000]));
  return {
    ...{ userId, name, days, decided: verdicts.length },
    passed: verdicts.filter(({ outcome }) => outcome === "passed").length,
    perDay: days === 0 ? 0 : verdicts.length / days,
    medianMinutes: median(minutes),
  };
}

/** First and second findings of the same round of an entry. */
function pairsOf(verdicts: readonly Finding[]): Pair[] {
  const keyOf = ({ proposalId, round }: Finding): string => `${proposalId} ${round}`;
  const firsts = new Map(verdicts.filter(({ kind }) => kind === "propose").map((one) => [keyOf(one), one]));
  return verdicts.flatMap((second) => {
    const first = second.kind === "confirm" || second.kind === "disagree" ? firsts.get(keyOf(second)) : undefined;
    return first ? [{ first: storedChecks.parse(first.checks), second: storedChecks.parse(second.checks) }] : [];
  });
}
