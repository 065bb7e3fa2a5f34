import { and, asc, eq, isNull, lte, notExists, sql } from "drizzle-orm";
import { isAgencyAdmin, isAgencyMember } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listCorrections } from "#app/features/proposals/corrections/queries.server.ts";
import { isRunning } from "#app/features/proposals/corrections/rules.ts";
import type { Correction } from "#app/features/proposals/corrections/types.ts";
import { getOwnProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { corrections } from "#db/schema/corrections.ts";
import { screeningCases } from "#db/schema/screening.ts";

/** Open corrections whose last instant has passed, oldest first. For the worker. */
export const listClosable = (ctx: Pick<Ctx, "db" | "now">, limit: number): Correction[] =>
  ctx.db
    .select()
    .from(corrections)
    .where(and(isNull(corrections.closedAt), lte(corrections.dueAt, ctx.now)))
    .orderBy(asc(corrections.dueAt), asc(corrections.id))
    .limit(limit)
    .all();

/** Entries that are with their agency although no correction of theirs is open: they come back. */
export const listReturned = (ctx: Pick<Ctx, "db">, limit: number, proposalId?: ProposalId): ProposalId[] =>
  ctx.db
    .select({ id: screeningCases.proposalId })
    .from(screeningCases)
    .where(
      and(
        eq(screeningCases.state, "returned"),
        proposalId && eq(screeningCases.proposalId, proposalId),
        notExists(
          ctx.db
            .select({ one: sql`1` })
            .from(corrections)
            .where(and(eq(corrections.proposalId, screeningCases.proposalId), isNull(corrections.closedAt))),
        ),
      ),
    )
    .orderBy(asc(screeningCases.changedAt), asc(screeningCases.proposalId))
    .limit(limit)
    .all()
    .map(({ id }) => id);

export type CorrectionView = {
  number: number;
  /** Names of the questions that were opened; null for the identity; empty = everything. */
  parts: { key: string; label: Words | null }[];
  reasons: Words[];
  note: string;
  requestedAt: number;
  dueAt: number;
  extensions: { at: number; to: number; reason: string }[];
  outcome: Correction["outcome"];
  closedAt: number | null;
  running: boolean;
};

export type CorrectionPage = {
  proposal: { id: ProposalId; number: string; title: string; status: string };
  zones: { own: string; edition: string };
  mayAnswer: boolean;
  corrections: CorrectionView[];
};

/** What an agency was asked to correct, the latest first; 404 for everybody else. Who asked is told to nobody. */
export function getCorrectionPage(ctx: Ctx, proposalId: ProposalId): CorrectionPage {
  const proposal = getOwnProposal(ctx, proposalId);
  const { definition } = getEdition(ctx, proposal.editionId);
  const asked = isAgencyMember(ctx.actor, proposal.agencyId) ? listCorrections(ctx, proposalId) : [];
  return {
    proposal: {
      id: proposalId,
      number: proposal.number === null ? "" : numberText(definition.year, proposal.number),
      title: proposal.title,
      status: proposal.status,
    },
    zones: { own: getAgency(ctx, proposal.agencyId).zone, edition: definition.zone },
    mayAnswer: isAgencyAdmin(ctx.actor, proposal.agencyId),
    corrections: asked.map((correction) => viewOf(definition, correction, ctx.now)),
  };
}

type Named = { fields: readonly { key: string; label: Words }[]; screening: { reasons: readonly { key: string; text: Words }[] } };

/** A correction with the names of what it opened and asked, for its agency and for the screeners. */
export function viewOf(definition: Named, correction: Correction, now: number): CorrectionView {
  const { number, fields, reasonKeys, note, requestedAt, dueAt, extensions, outcome, closedAt } = correction;
  return {
    ...{ number, note, requestedAt, dueAt, outcome, closedAt },
    parts: fields.map((key) => ({ key, label: definition.fields.find((field) => field.key === key)?.label ?? null })),
    reasons: definition.screening.reasons.filter(({ key }) => reasonKeys.includes(key)).map(({ text }) => text),
    extensions: extensions.map(({ at, to, reason }) => ({ at, to, reason })),
    running: isRunning(correction, now),
  };
}
