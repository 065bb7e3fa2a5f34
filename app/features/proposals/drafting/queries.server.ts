import { namesOf } from "#app/features/accounts/queries.server.ts";
import { joinTexts } from "#app/features/proposals/drafting/rules.ts";
import { findRevision, findRevisions } from "#app/features/proposals/drafting/store.server.ts";
import type { Collision, StandingText } from "#app/features/proposals/drafting/types.ts";
import { getScene } from "#app/features/proposals/form/queries.server.ts";
import type { FormField, Words } from "#app/features/competitions/definition/types.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { sectionKeyOf } from "#app/features/proposals/form/rules.ts";
import { mayWriteProposal } from "#app/features/proposals/policy.ts";
import { isStale } from "#app/features/proposals/rules.ts";
import { findAnswers, type StoredAnswer } from "#app/features/proposals/store.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";

type Typed = { proposalId: ProposalId; typed: [string, string][]; bases: Record<string, number>; stored: ReadonlyMap<string, StoredAnswer> };

/**
 * What each typed answer becomes when it meets what stands: itself where nobody else wrote since its base, both joined where
 * that can be done, and a collision otherwise. The caller has authorised.
 */
export function reconcileAnswers(ctx: Ctx, { proposalId, typed, bases, stored }: Typed): { texts: [string, string][]; collisions: Collision[] } {
  const texts: [string, string][] = [];
  const collisions: Collision[] = [];
  for (const [fieldKey, mine] of typed) {
    const known = stored.get(fieldKey);
    const base = bases[fieldKey];
    if (known === undefined || base === undefined || !isStale(known, { base, value: mine })) {
      texts.push([fieldKey, mine]);
      continue;
    }
    const start = base === 0 ? "" : (findRevision(ctx, proposalId, fieldKey, base)?.value ?? null);
    const joined = joinTexts({ base: start, mine, theirs: known.value });
    if (joined === null) collisions.push({ fieldKey, base: start, standing: standingOf(ctx, known) });
    else texts.push([fieldKey, joined]);
  }
  return { texts, collisions };
}

type Touched = { value: string; revision: number; updatedAt: number; updatedBy: Proposal["createdBy"] };

const standingOf = (ctx: Ctx, { value, revision, updatedAt, updatedBy }: Touched): StandingText => ({
  ...{ value, revision, at: updatedAt },
  by: namesOf(ctx, [updatedBy]).get(updatedBy) ?? "",
});

export type RevisionView = { revision: number; value: string; words: number; by: string; at: number; current: boolean };

export type RevisionsPage = {
  proposal: Pick<Proposal, "id" | "title">;
  field: Pick<FormField, "key" | "kind" | "label" | "options">;
  section: string;
  label: Words;
  zone: string;
  writable: boolean;
  revisions: RevisionView[];
};

/** The earlier texts of one question, the newest first, for members of the agency (404 for others and for unknown questions). */
export function getRevisionsPage(ctx: Ctx, id: ProposalId, fieldKey: string): RevisionsPage {
  const { proposal, edition } = getScene(ctx, id);
  const field = edition.definition.fields.find(({ key }) => key === fieldKey);
  if (!field) throw notFound("proposals.revisionUnknown");
  const rows = findRevisions(ctx, id, fieldKey);
  const names = namesOf(ctx, rows.map((row) => row.savedBy));
  const current = findAnswers(ctx, id).find((answer) => answer.fieldKey === fieldKey)?.revision;
  return {
    proposal: { id, title: proposal.title },
    field: { key: field.key, kind: field.kind, label: field.label, options: field.options },
    section: sectionKeyOf(field),
    label: field.label,
    zone: getAgency(ctx, proposal.agencyId).zone,
    writable: mayWriteProposal(ctx.actor, proposal),
    revisions: rows.map(({ revision, value, words, savedBy, savedAt }) => ({
      ...{ revision, value, words, at: savedAt, current: revision === current },
      by: names.get(savedBy) ?? "",
    })),
  };
}
