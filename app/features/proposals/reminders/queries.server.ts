import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Edition } from "#app/features/competitions/types.ts";
import { closingOf } from "#app/features/proposals/extensions/rules.ts";
import { dueReminders, runKey } from "#app/features/proposals/reminders/rules.ts";
import { findRuns } from "#app/features/proposals/reminders/store.server.ts";
import type { ReminderRun, Unfinished } from "#app/features/proposals/reminders/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { agencies, agencyMembers } from "#db/schema/agencies.ts";
import { submissionExtensions } from "#db/schema/communications.ts";
import { proposals } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;
type Ruled = Pick<Edition, "id" | "definition">;

const listGranted = (ctx: Base, { id }: Ruled) =>
  ctx.db
    .select()
    .from(submissionExtensions)
    .where(and(eq(submissionExtensions.editionId, id), isNull(submissionExtensions.revokedAt)))
    .all();

/** What the rules of an edition say is due now. Only the system asks. */
export const findDueReminders = (ctx: Pick<Ctx, "db" | "now">, edition: Ruled): { send: ReminderRun[]; pass: ReminderRun[] } =>
  dueReminders(edition.definition, {
    now: ctx.now,
    done: new Set(findRuns(ctx, edition.id).map(runKey)),
    extended: listGranted(ctx, edition).map(({ closesAt }) => closesAt),
  });

const mostTitles = 5;

/** A writer confined to a unit is reminded of that unit's drafts alone. */
const reachesProposal = or(isNull(agencyMembers.unitId), eq(agencyMembers.unitId, proposals.unitId));

/**
 * Who has drafts that close at the run's end: their writers, or the admins of their agencies. A draft with an end of its own is
 * reminded of that end. Only the system asks.
 */
export function listUnfinishedDrafts(ctx: Base, edition: Ruled, run: ReminderRun): Unfinished[] {
  const granted = listGranted(ctx, edition);
  const rows = ctx.db
    .select({
      proposalId: proposals.id,
      title: proposals.title,
      unitId: proposals.unitId,
      createdBy: proposals.createdBy,
      userId: agencyMembers.userId,
      role: agencyMembers.role,
      agency: { id: agencies.id, name: agencies.name, zone: agencies.zone },
    })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .innerJoin(agencyMembers, and(eq(agencyMembers.agencyId, proposals.agencyId), isNull(agencyMembers.removedAt), reachesProposal))
    .where(and(eq(proposals.editionId, edition.id), ne(proposals.status, "withdrawn"), ne(proposals.status, "submitted"), eq(proposals.reach, "draft")))
    .orderBy(proposals.title)
    .all();
  const people = new Map<string, Unfinished>();
  for (const { proposalId, title, unitId, createdBy, userId, role, agency } of rows) {
    const meant = run.to === "writers" ? userId === createdBy : role === "admin";
    if (!meant || closingOf(edition.definition, granted, { agencyId: agency.id, proposalId }) !== run.closesAt) continue;
    const key = `${userId} ${agency.id}`;
    const known = people.get(key) ?? { userId, agency, unitId, count: 0, titles: [] };
    const titles = known.titles.length < mostTitles ? [...known.titles, title] : known.titles;
    people.set(key, { ...known, unitId: known.unitId === unitId ? unitId : null, count: known.count + 1, titles });
  }
  return [...people.values()];
}
