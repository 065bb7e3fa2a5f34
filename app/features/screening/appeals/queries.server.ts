import { and, asc, count, eq, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { isAgencyAdmin } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { isShown, notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { entryColumns, getEntry, getOwnProposal, getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { findAnnounced, partakersOf } from "#app/features/screening/cases/queries.server.ts";
import { mayDecideAppeal, mayReadScreening } from "#app/features/screening/policy.ts";
import { appealsCloseAt, reasonText } from "#app/features/screening/rules.ts";
import type { AppealId } from "#app/features/screening/types.ts";
import { isProposalMember } from "#app/features/proposals/policy.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningAppeals } from "#db/schema/screening.ts";

type Row = typeof screeningAppeals.$inferSelect;

/** The row itself, for operations, which authorise. */
export function getAppealRow(ctx: Pick<Ctx, "db">, id: AppealId): Row {
  const row = ctx.db.select().from(screeningAppeals).where(eq(screeningAppeals.id, id)).get();
  if (!row) throw notFound("screening.appealUnknown");
  return row;
}

const findAppealOf = (ctx: Pick<Ctx, "db">, proposalId: ProposalId): Row | undefined =>
  ctx.db.select().from(screeningAppeals).where(eq(screeningAppeals.proposalId, proposalId)).get();

/** How many appeals of an edition wait for a decision. The caller has authorised. */
export const countOpenAppeals = (ctx: Pick<Ctx, "db">, editionId: Id<"edition">): number =>
  ctx.db
    .select({ n: count() })
    .from(screeningAppeals)
    .where(and(eq(screeningAppeals.editionId, editionId), eq(screeningAppeals.status, "open")))
    .get()?.n ?? 0;

export type OwnAppeal = {
  id: AppealId;
  text: string;
  fileName: string | null;
  filedAt: number;
  decideBy: number;
  status: Row["status"];
  decision: string;
  decidedAt: number | null;
};

export type AppealForm = {
  proposal: { id: ProposalId; number: string; title: string };
  zones: { own: string; edition: string };
  reasons: string;
  /** Last instant, half-open; null where no appeal can be filed. */
  closesAt: number | null;
  mayFile: boolean;
  appeal: OwnAppeal | null;
};

/** What an agency sees of the appeal of its entry; 404 for everybody else. Who decides is told to nobody. */
export function getAppealForm(ctx: Ctx, proposalId: ProposalId): AppealForm {
  const proposal = getOwnProposal(ctx, proposalId);
  const { definition } = getEdition(ctx, proposal.editionId);
  const announced = findAnnounced(ctx, proposalId);
  const closesAt = announced?.outcome === "failed" ? appealsCloseAt(definition.screening, announced.announcedAt) : null;
  const appeal = findAppealOf(ctx, proposalId);
  return {
    proposal: { id: proposalId, number: proposal.number === null ? "" : numberText(definition.year, proposal.number), title: proposal.title },
    zones: { own: getAgency(ctx, proposal.agencyId).zone, edition: definition.zone },
    reasons: announced ? reasonText(definition.screening, announced, ctx.locale) : "",
    closesAt,
    mayFile: !appeal && closesAt !== null && ctx.now < closesAt && isAgencyAdmin(ctx.actor, proposal.agencyId),
    appeal: appeal ? ownView(appeal) : null,
  };
}

const ownView = ({ id, text, fileName, filedAt, decideBy, status, decision, decidedAt }: Row): OwnAppeal => ({
  ...{ id, text, fileName, filedAt, decideBy, status, decision, decidedAt },
});

export type AppealRow = { id: AppealId; number: string; title: string; agencyName: string; filedAt: number; decideBy: number; status: Row["status"] };

type Listing = { editionId: Id<"edition">; state?: Row["status"]; limit: number; offset: number };
export type AppealList = { rows: AppealRow[]; total: number; counts: Record<Row["status"], number> };

/** Appeals of an edition, the most urgent first, none of what is withheld from the reader. 404 for whoever has no seat for it. */
export function listAppeals(ctx: Ctx, { editionId, state, limit, offset }: Listing): AppealList {
  if (!mayReadScreening(ctx.actor, editionId) || !ctx.actor) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const scope = and(eq(screeningAppeals.editionId, editionId), notWithheld(withheldFrom(ctx, editionId)));
  const counted = ctx.db
    .select({ status: screeningAppeals.status, n: count() })
    .from(screeningAppeals)
    .innerJoin(proposals, eq(proposals.id, screeningAppeals.proposalId))
    .where(scope)
    .groupBy(screeningAppeals.status)
    .all();
  const counts = { open: 0, upheld: 0, dismissed: 0, ...Object.fromEntries(counted.map(({ status, n }) => [status, n])) };
  const rows = ctx.db
    .select({
      ...{ id: screeningAppeals.id, filedAt: screeningAppeals.filedAt, decideBy: screeningAppeals.decideBy, status: screeningAppeals.status },
      ...{ number: entryColumns.number, title: entryColumns.title, agencyName: agencies.name },
    })
    .from(screeningAppeals)
    .innerJoin(proposals, eq(proposals.id, screeningAppeals.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(scope, state && eq(screeningAppeals.status, state)))
    .orderBy(sql`${screeningAppeals.status} <> 'open'`, asc(screeningAppeals.decideBy), asc(proposals.number))
    .limit(limit)
    .offset(offset)
    .all();
  return {
    rows: rows.map((row) => ({ ...row, number: numberText(definition.year, row.number) })),
    total: state ? counts[state] : counts.open + counts.upheld + counts.dismissed,
    counts,
  };
}

export type AppealPage = OwnAppeal & {
  editionId: Id<"edition">;
  zone: string;
  bytes: number | null;
  proposal: { id: ProposalId; number: string; title: string; agencyName: string };
  reasons: string;
  decidedBy: string;
  barred: "decided" | "hadPart" | "inConflict" | "noSeat" | null;
};

/** An appeal before whoever decides it: the words of both sides, and what keeps the reader from deciding. 404 like the list. */
export function getAppeal(ctx: Ctx, id: AppealId): AppealPage {
  const appeal = getAppealRow(ctx, id);
  const { editionId, proposalId } = appeal;
  if (!mayReadScreening(ctx.actor, editionId) || !ctx.actor) throw notFound("screening.appealUnknown");
  const { agencyId } = getProposal(ctx, proposalId);
  if (!isShown(withheldFrom(ctx, editionId))({ proposalId, agencyId })) throw notFound("screening.appealUnknown");
  const conflict = findConflict(ctx, { editionId, proposalId, agencyId, userId: ctx.actor.userId }) !== null;
  const { definition } = getEdition(ctx, editionId);
  const entry = getEntry(ctx, proposalId);
  const first = findAnnounced(ctx, proposalId);
  return {
    ...ownView(appeal),
    ...{ editionId, zone: definition.zone, bytes: appeal.bytes },
    proposal: { id: proposalId, number: numberText(definition.year, entry.number), title: entry.title, agencyName: entry.agencyName },
    reasons: first && appeal.status === "open" ? reasonText(definition.screening, first, ctx.locale) : "",
    decidedBy: appeal.decidedBy ? (namesOf(ctx, [appeal.decidedBy]).get(appeal.decidedBy) ?? "") : "",
    barred: barOf(ctx, appeal, conflict),
  };
}

function barOf(ctx: Ctx, appeal: Row, conflict: boolean): AppealPage["barred"] {
  if (appeal.status !== "open") return "decided";
  if (!mayDecideAppeal(ctx.actor, appeal.editionId)) return "noSeat";
  if (conflict) return "inConflict";
  return ctx.actor && partakersOf(ctx, appeal.proposalId).includes(ctx.actor.userId) ? "hadPart" : null;
}

export type AppealFile = { fileName: string; sha256: string; bytes: number };

/** The PDF of an appeal, for its agency and for whoever reads the screening without a conflict; 404 for everybody else. */
export function getAppealFile(ctx: Ctx, id: AppealId): AppealFile {
  const appeal = getAppealRow(ctx, id);
  const own = isProposalMember(ctx.actor, getProposal(ctx, appeal.proposalId));
  if (!own) getAppeal(ctx, id);
  const { fileName, sha256, bytes } = appeal;
  if (fileName === null || sha256 === null || bytes === null) throw notFound("screening.appealUnknown");
  return { fileName, sha256, bytes };
}
