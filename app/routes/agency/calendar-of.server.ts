import { listAgencySlots } from "#app/features/interviews/queries.server.ts";
import { listProposalDeadlines } from "#app/features/proposals/calendar/queries.server.ts";
import type { DueItem } from "#app/features/proposals/calendar/types.ts";
import { listAgencyProposals } from "#app/features/proposals/overview/queries.server.ts";
import { getAppealForm } from "#app/features/screening/appeals/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Everything an agency has still before it, from every room that sets a time, the nearest first; 404 for whoever is no member. */
export function dueItems(ctx: Ctx, agencyId: Id<"agency">): DueItem[] {
  const written = listProposalDeadlines(ctx, agencyId, ctx.locale);
  return [...written, ...appeals(ctx, agencyId), ...interviews(ctx, agencyId)].toSorted((a, b) => a.at - b.at || a.key.localeCompare(b.key));
}

/** Only an announced rejection has a time to appeal; before it there is nothing to say. */
const appeals = (ctx: Ctx, agencyId: Id<"agency">): DueItem[] =>
  listAgencyProposals(ctx, agencyId)
    .filter(({ reach }) => reach === "failed")
    .flatMap(({ id, title }) => {
      const { closesAt, appeal } = getAppealForm(ctx, id);
      if (closesAt === null || closesAt <= ctx.now || appeal) return [];
      return [{ key: `appeal-${id}`, kind: "appeal" as const, at: closesAt, until: null, about: title, to: `/proposals/${id}/appeal` }];
    });

const interviews = (ctx: Ctx, agencyId: Id<"agency">): DueItem[] =>
  listAgencySlots(ctx, agencyId)
    .filter(({ endsAt }) => endsAt > ctx.now)
    .flatMap(({ id, title, startsAt, endsAt, confirmedAt, confirmUntil, proposalId }) => {
      const own = { about: title, to: `/proposals/${proposalId}` };
      const open = confirmedAt === null && confirmUntil > ctx.now;
      return [
        ...(open ? [{ key: `confirmation-${id}`, kind: "confirmation" as const, at: confirmUntil, until: null, ...own }] : []),
        { key: `interview-${id}`, kind: "interview" as const, at: startsAt, until: endsAt, ...own },
      ];
    });
