import { and, asc, desc, eq } from "drizzle-orm";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { requireOpen } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { isShown, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { mayReadProposal } from "#app/features/proposals/policy.ts";
import { getEntry, getProposal } from "#app/features/proposals/queries.server.ts";
import type { Entry, Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { storedChecks } from "#app/features/screening/inputs.ts";
import { mayReadScreening, mayScreen } from "#app/features/screening/policy.ts";
import { isAnnounced, outcomeOf, screeningStage } from "#app/features/screening/rules.ts";
import type { Decision, ScreeningCase, ScreeningId, VerdictKind } from "#app/features/screening/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { screeningCases, screenings } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type Scene = { actor: Actor; proposal: Proposal; edition: Edition; entry: Entry };

/**
 * A submitted entry before somebody who screens it now. 404 for whoever may not know of it, a screener in conflict with the entrant
 * included. Refuses people without a screener's seat (403), whoever knows the entry as the entrant's own member
 * (`screening.inConflict`, 403), and a time outside the window (409).
 */
export function getScene(ctx: Ctx, proposalId: ProposalId): Scene {
  const proposal = getKnownProposal(ctx, proposalId);
  authorize(mayScreen(ctx.actor, proposal.editionId));
  const actor = ctx.actor as Actor;
  const edition = getEdition(ctx, proposal.editionId);
  const entry = getEntry(ctx, proposal.id);
  requireStranger(ctx, proposal);
  requireOpen(edition.definition, screeningStage(edition.definition).key, ctx.now);
  return { actor, proposal, edition, entry };
}

/** A proposal that the asking person may know of: to read it, or to screen it. For everybody else it does not exist (404). */
export function getKnownProposal(ctx: Ctx, proposalId: ProposalId): Proposal {
  const proposal = getProposal(ctx, proposalId);
  if (!mayReadProposal(ctx.actor, proposal) && !findScreeningAccess(ctx, proposal)) throw notFound("proposals.unknown");
  return proposal;
}

/**
 * How a screener reads the files of an entry: all of what stands, with its names. Null for whoever has no seat, for a draft, and for
 * an entry the person may not judge.
 */
export function findScreeningAccess(ctx: Ctx, proposal: Proposal): { blind: false } | null {
  const { id: proposalId, editionId, agencyId, reach } = proposal;
  if (!ctx.actor || reach === "draft" || !mayScreen(ctx.actor, editionId)) return null;
  return findConflict(ctx, { editionId, agencyId, proposalId, userId: ctx.actor.userId }) ? null : { blind: false };
}

/** Whether the asking person may know what becomes of an entry in screening: a seat, and nothing that withholds the entry. */
export function seesScreening(ctx: Ctx, at: { proposalId: ProposalId; editionId: Id<"edition"> }): boolean {
  const { proposalId, editionId } = at;
  if (!mayReadScreening(ctx.actor, editionId)) return false;
  return isShown(withheldFrom(ctx, editionId))({ proposalId, agencyId: getProposal(ctx, proposalId).agencyId });
}

/** Refuses `screening.inConflict` (403) to whoever belongs to the entrant, is tied to it or has declared so. */
export function requireStranger(ctx: Ctx, proposal: Proposal): void {
  const { editionId, agencyId, id } = proposal;
  if (findConflict(ctx, { editionId, agencyId, proposalId: id, userId: (ctx.actor as Actor).userId })) {
    throw new DomainError("screening.inConflict", { kind: "forbidden" });
  }
}

/** The case of an entry; undefined while nobody has laid hands on it. The caller has authorised. */
export const findCase = (ctx: Base, proposalId: ProposalId): ScreeningCase | undefined =>
  ctx.db.select().from(screeningCases).where(eq(screeningCases.proposalId, proposalId)).get();

export type Verdict = Decision & { id: ScreeningId; round: number; kind: VerdictKind; startedAt: number | null };

/** Everything that was said of an entry, the latest first. The caller has authorised. */
export const listVerdicts = (ctx: Base, proposalId: ProposalId): Verdict[] =>
  ctx.db
    .select()
    .from(screenings)
    .where(eq(screenings.proposalId, proposalId))
    .orderBy(desc(screenings.version))
    .all()
    .map(({ editionId: _edition, proposalId: _proposal, ...row }) => ({ ...row, checks: storedChecks.parse(row.checks) }));

export const findVerdict = (ctx: Base, id: ScreeningId): Verdict | undefined => {
  const row = ctx.db.select().from(screenings).where(eq(screenings.id, id)).get();
  return row && { ...row, checks: storedChecks.parse(row.checks) };
};

/** Who has said what of an entry in a round, in that order. */
export const voicesOf = (ctx: Base, at: { proposalId: ProposalId; round: number }): Id<"user">[] =>
  ctx.db
    .select({ by: screenings.decidedBy, kind: screenings.kind })
    .from(screenings)
    .where(and(eq(screenings.proposalId, at.proposalId), eq(screenings.round, at.round)))
    .orderBy(asc(screenings.version))
    .all()
    .filter(({ kind }) => kind !== "undo")
    .map(({ by }) => by);

/** Everybody who ever had a part in deciding on an entry, taking back included. */
export const partakersOf = (ctx: Base, proposalId: ProposalId): Id<"user">[] =>
  ctx.db.selectDistinct({ by: screenings.decidedBy }).from(screenings).where(eq(screenings.proposalId, proposalId)).all().map(({ by }) => by);

export type Announced = Omit<Decision, "checks" | "decidedBy"> & { announcedAt: number };

/**
 * What an entry's agency may know of its screening: nothing before it is announced, then outcome and reasons, never who. The
 * caller has made sure that the reader belongs to the agency.
 */
export function findAnnounced(ctx: Base, proposalId: ProposalId): Announced | undefined {
  const found = findCase(ctx, proposalId);
  if (!found?.screeningId || found.announcedAt === null || !isAnnounced(found.state)) return undefined;
  const verdict = findVerdict(ctx, found.screeningId);
  if (!verdict) return undefined;
  const { version, reasonKeys, reason, decidedAt } = verdict;
  return { version, outcome: outcomeOf(found.state), reasonKeys, reason, decidedAt, announcedAt: found.announcedAt };
}
