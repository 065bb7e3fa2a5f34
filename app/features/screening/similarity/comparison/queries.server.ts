import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { type ComparedPassage, comparedPassages } from "#app/features/screening/similarity/comparison/rules.ts";
import { partsOf } from "#app/features/screening/similarity/files/queries.server.ts";
import { fileAt, joinedParts } from "#app/features/screening/similarity/files/rules.ts";
import { passagesOf } from "#app/features/screening/similarity/passages/rules.ts";
import { mayJudgePair } from "#app/features/screening/similarity/policy.ts";
import { getVisiblePair, seenFrom, type SimilarPair, viewsOf } from "#app/features/screening/similarity/queries.server.ts";
import { sharedNames } from "#app/features/screening/similarity/stored/queries.server.ts";
import { tokenise } from "#app/features/screening/similarity/text/rules.ts";
import type { SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

export type PairComparison = { editionId: Id<"edition">; pair: SimilarPair; passages: ComparedPassage[]; mayJudge: boolean; zone: string };

/**
 * Two entries side by side: the passages they share and a line around each, never the rest of the other text. 404 for whoever
 * may not see the pair, and for an entry that is no side of it.
 */
export function getPairComparison(ctx: Ctx, given: { pairId: SimilarityPairId; proposalId: ProposalId }): PairComparison {
  const row = getVisiblePair(ctx, given.pairId);
  const [view] = viewsOf(ctx, [row]);
  if (!view || (given.proposalId !== row.proposalId && given.proposalId !== row.otherProposalId)) throw notFound("similarity.unknown");
  const pair = seenFrom(view, given.proposalId);
  return {
    ...{ editionId: row.editionId, pair, mayJudge: mayJudgePair(ctx.actor, row.editionId) },
    passages: pair.other.proposalId ? passagesBetween(ctx, given.proposalId, pair.other.proposalId) : [],
    zone: getEdition(ctx, row.editionId).definition.zone,
  };
}

function passagesBetween(ctx: Ctx, one: ProposalId, other: ProposalId): ComparedPassage[] {
  const parts = { mine: partsOf(ctx, one), other: partsOf(ctx, other) };
  const texts = { mine: joinedParts(parts.mine), other: joinedParts(parts.other) };
  const passages = passagesOf(tokenise(texts.mine), tokenise(texts.other), sharedNames(ctx, one, other));
  return comparedPassages(texts, passages, (side, place) => fileAt(parts[side], place));
}
