import { and, desc, eq } from "drizzle-orm";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import { listTargets, readersOf } from "#app/features/assignment/targets/queries.server.ts";
import { reachesFrom, reachFor } from "#app/features/assignment/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { mayCloseRound, mayReadProgress } from "#app/features/scoring/policy.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import type { Closure, ClosurePreview, Round } from "#app/features/scoring/rounds/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rounds } from "#db/schema/scoring.ts";

type StageOfEdition = { editionId: Id<"edition">; stage: string };

/** Closures of a desk, the last first; 404 for whoever may not follow the marking. */
export function listRounds(ctx: Ctx, { editionId, stage }: StageOfEdition): Round[] {
  if (!mayReadProgress(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return ctx.db
    .select()
    .from(rounds)
    .where(and(eq(rounds.editionId, editionId), eq(rounds.stage, stage)))
    .orderBy(desc(rounds.closedAt), desc(rounds.id))
    .all()
    .map(({ id, reason, missing, closedAt, reopenedAt, reopenReason }) => ({ id, reason, missing: missing.length, closedAt, reopenedAt, reopenReason }));
}

/** What closing a desk now would leave out; writes nothing. For the secretariat (404). */
export function previewClosure(ctx: Ctx, where: StageOfEdition): ClosurePreview {
  if (!mayCloseRound(ctx.actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const closure = closureOf(ctx, where);
  const shown = new Set(shownEntries(ctx, where.editionId));
  return { ...closure, missing: closure.missing.length, thin: closure.thin.filter(({ proposalId }) => shown.has(proposalId)) };
}

const shownEntries = (ctx: Ctx, editionId: Id<"edition">): Id<"proposal">[] =>
  ctx.db
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), notWithheld(withheldFrom(ctx, editionId))))
    .all()
    .map(({ id }) => id);

/** Everything that closing a desk now leaves out. For the operation, which has authorised. */
export function closureOf(ctx: Ctx, where: StageOfEdition): Closure {
  const { definition } = getEdition(ctx, where.editionId);
  const [readers, targets] = [readersOf(ctx, where), listTargets(ctx, where)];
  const locked = new Map<Id<"proposal">, Set<Id<"user">>>();
  for (const { proposalId, userId } of listLockedSheets(ctx, where)) locked.set(proposalId, (locked.get(proposalId) ?? new Set()).add(userId));
  const missing = listAssignments(ctx, where)
    .filter(({ proposalId, userId }) => !locked.get(proposalId)?.has(userId))
    .map(({ id, proposalId, userId }) => ({ assignmentId: id, proposalId, userId }));
  const entries = listEntries(ctx, { editionId: where.editionId, reach: reachesFrom(reachFor(stageOf(definition, where.stage))) });
  const needOf = (id: Id<"proposal">): number => targets.get(id) ?? readers ?? 0;
  const readOf = (id: Id<"proposal">): number => locked.get(id)?.size ?? 0;
  const thin = entries.filter(({ id }) => readOf(id) > 0 && readOf(id) < needOf(id));
  const names = namesOf(ctx, [...new Set(missing.map(({ userId }) => userId))]);
  return {
    ...{ missing, readers, unread: entries.filter(({ id }) => readOf(id) === 0 && needOf(id) > 0).length },
    people: [...names].map(([userId, name]) => ({ name, missing: missing.filter((one) => one.userId === userId).length })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    thin: thin.map(({ id, number, title }) => ({ proposalId: id, number: numberText(definition.year, number), title, locked: readOf(id) })),
    digest: sha256Hex(canonicalJson(missing.map(({ assignmentId }) => assignmentId).sort())),
  };
}
