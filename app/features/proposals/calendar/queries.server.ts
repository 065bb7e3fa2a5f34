import { and, eq, gt, isNull } from "drizzle-orm";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import { findFeedByHash, findStandingFeed } from "#app/features/proposals/calendar/store.server.ts";
import type { DueItem } from "#app/features/proposals/calendar/types.ts";
import { listStanding } from "#app/features/proposals/extensions/queries.server.ts";
import { draftingWindow } from "#app/features/proposals/extensions/rules.ts";
import { listAgencyProposals } from "#app/features/proposals/overview/queries.server.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { withinReach } from "#app/features/proposals/units/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { corrections } from "#db/schema/corrections.ts";
import { proposals } from "#db/schema/proposals.ts";

type Agency = Proposal["agencyId"];

/** Until when an agency may start and submit, and which of its entries wait for a correction; 404 for whoever is no member. */
export function listProposalDeadlines(ctx: Ctx, agencyId: Agency, names: "id" | "en"): DueItem[] {
  if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  const own = listAgencyProposals(ctx, agencyId);
  const registrations = listPublicEditions(ctx)
    .filter(({ status }) => status === "open")
    .flatMap((edition) => {
      const standing = listStanding(ctx, { editionId: edition.id, agencyId });
      const windowOf = (proposalId: Proposal["id"] | null) => draftingWindow(edition.definition, standing, { agencyId, proposalId });
      const whole = windowOf(null);
      const drafts = own.filter((one) => one.editionId === edition.id && (one.status === "atUnit" || one.status === "atAgency") && one.reach === "draft");
      const general = isOpen(whole, ctx.now) ? [deadline("drafts", { key: edition.id, at: whole.closesAt, about: edition.definition.name[names], to: `/agencies/${agencyId}` })] : [];
      const special = drafts.flatMap(({ id, title }) => {
        const window = windowOf(id);
        if (window.closesAt === whole.closesAt || !isOpen(window, ctx.now)) return [];
        return [deadline("draft", { key: id, at: window.closesAt, about: title, to: `/proposals/${id}` })];
      });
      return [...general, ...special];
    });
  return [...registrations, ...listCorrectionsDue(ctx, agencyId)];
}

type Deadline = { key: string; at: number | null; about: string; to: string };
const deadline = (kind: DueItem["kind"], { key, at, about, to }: Deadline): DueItem => ({ key: `${kind}-${key}`, kind, at: at ?? 0, until: null, about, to });

const listCorrectionsDue = (ctx: Pick<Ctx, "db" | "now" | "actor">, agencyId: Agency): DueItem[] =>
  ctx.db
    .select({ id: corrections.id, dueAt: corrections.dueAt, proposalId: proposals.id, title: proposals.title })
    .from(corrections)
    .innerJoin(proposals, eq(proposals.id, corrections.proposalId))
    .where(and(eq(proposals.agencyId, agencyId), isNull(corrections.closedAt), gt(corrections.dueAt, ctx.now), withinReach(ctx, agencyId)))
    .all()
    .map(({ id, dueAt, proposalId, title }) => deadline("correction", { key: id, at: dueAt, about: title, to: `/proposals/${proposalId}` }));

/** Whether one's own feed of an agency stands. */
export const hasFeed = (ctx: Ctx, agencyId: Agency): boolean =>
  ctx.actor !== null && findStandingFeed(ctx, { userId: ctx.actor.userId, agencyId }) !== undefined;

/** Whose calendar the secret address of a feed opens; undefined for an unknown or revoked one. */
export const findFeed = (ctx: Pick<Ctx, "db">, token: string): { userId: Id<"user">; agencyId: Agency } | undefined =>
  findFeedByHash(ctx, sha256Hex(token));
