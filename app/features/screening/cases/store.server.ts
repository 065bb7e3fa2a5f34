import { and, eq, max } from "drizzle-orm";
import { findCase } from "#app/features/screening/cases/queries.server.ts";
import { nextState } from "#app/features/screening/rules.ts";
import type { CaseStep, ScreeningCase } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { isUniqueViolation } from "#db/client.server.ts";
import { screeningCases, screenings } from "#db/schema/screening.ts";

type Place = { id: Id<"proposal">; editionId: Id<"edition"> };

/** The case of an entry as it stands, or as it would begin. */
export function caseOf(ctx: Ctx, { id, editionId }: Place): ScreeningCase {
  const fresh = { proposalId: id, editionId, state: "open" as const, round: 1, screeningId: null, handlerId: null, changedAt: ctx.now, announcedAt: null };
  return findCase(ctx, id) ?? fresh;
}

type Change = Partial<Pick<ScreeningCase, "round" | "screeningId" | "handlerId" | "announcedAt">>;

/** Takes a step from where the case was read; refuses `screening.stepNotPossible` (409) when it is elsewhere or has moved since. */
export function takeStep(ctx: Ctx, from: ScreeningCase, step: CaseStep, change: Change = {}): ScreeningCase {
  const next = { ...from, ...change, state: nextState(from.state, step), changedAt: ctx.now };
  const { changes } = ctx.db
    .insert(screeningCases)
    .values(next)
    .onConflictDoUpdate({
      target: screeningCases.proposalId,
      set: { ...change, state: next.state, changedAt: ctx.now },
      setWhere: and(eq(screeningCases.state, from.state), eq(screeningCases.round, from.round)),
    })
    .run();
  if (changes !== 1) throw new DomainError("screening.stepNotPossible", { kind: "conflict" });
  return next;
}

/** Version of the last word on an entry; 0 before the first. */
export const lastVersion = (ctx: Pick<Ctx, "db">, proposalId: Id<"proposal">): number =>
  ctx.db.select({ last: max(screenings.version) }).from(screenings).where(eq(screenings.proposalId, proposalId)).get()?.last ?? 0;

/** Refuses `screening.alreadyDecided` when somebody else was faster, `screening.sameScreener` when it is the same person's second word. */
export function insertScreening(ctx: Pick<Ctx, "db">, screening: typeof screenings.$inferInsert): void {
  try {
    ctx.db.insert(screenings).values(screening).run();
  } catch (error) {
    if (isUniqueViolation(error, "screenings.round")) throw new DomainError("screening.sameScreener", { kind: "forbidden" });
    if (isUniqueViolation(error, "screenings.proposal_id")) throw new DomainError("screening.alreadyDecided", { kind: "conflict" });
    throw error;
  }
}
