import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { Proposal, ProposalId } from "#app/features/proposals/types.ts";
import { partsOf } from "#app/features/screening/similarity/files/queries.server.ts";
import { joinedParts } from "#app/features/screening/similarity/files/rules.ts";
import { mayCompare, mayJudgePair } from "#app/features/screening/similarity/policy.ts";
import { getVisiblePair } from "#app/features/screening/similarity/queries.server.ts";
import { basisPoints, checkVerdict, isNewer, kindOfPair, type Place, staysJudged } from "#app/features/screening/similarity/rules.ts";
import { sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import * as store from "#app/features/screening/similarity/store.server.ts";
import { awardsTitled, findLike, type Likeness, type TitledAward } from "#app/features/screening/similarity/stored/queries.server.ts";
import { tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import type { PairVerdict, SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Compares the standing version of an entry, with the words of its files that were read before, with every other entry of
 * editions of its kind (a rehearsal only with rehearsals) and its title with those of the archive, and keeps the pairs worth a look. A later version takes the place of the earlier; a
 * withdrawn entry leaves the index and its pairs go. For the worker alone (403); leaves no entry in the audit: it derives, and
 * what people make of a pair is recorded by judgePair.
 */
export function compareEntry(ctx: Ctx, input: { proposalId: ProposalId }): void {
  authorize(mayCompare(ctx.actor));
  const proposal = getProposal(ctx, input.proposalId);
  if (proposal.reach === "draft") return forget(ctx, proposal.id);
  const edition = getEdition(ctx, proposal.editionId);
  const content = getSubmittedContent(ctx, proposal.id);
  // Read and compared before the transaction, which then holds the lock for the writing only; there is one worker.
  const text = joinedParts(partsOf(ctx, proposal.id));
  const sketch = { proposalId: proposal.id, titleKey: titleKey(content.title), names: sketchOf(text, tokenise(text)) };
  const found = [
    ...findLike(ctx, sketch).flatMap((like) => pairOf(ctx, { proposal, edition }, like)),
    ...awardsTitled(ctx, content.title).map((award) => awardPair(proposal, award)),
  ];
  inTransaction(ctx, () => {
    store.replaceSketch(ctx, { ...sketch, version: content.version });
    replacePairs(ctx, proposal.id, found);
  });
}

function forget(ctx: Ctx, proposalId: ProposalId): void {
  inTransaction(ctx, () => {
    store.removeSketch(ctx, proposalId);
    for (const { id } of store.findPairs(ctx, proposalId)) store.deletePair(ctx, id);
  });
}

type Entered = { proposal: Proposal; edition: Edition };
type Found = Omit<store.NewPair, "id" | "foundAt" | "state" | "note">;

const placeOf = ({ proposal, edition }: Entered): Place => ({ year: edition.definition.year, createdAt: edition.createdAt, id: proposal.id });

function pairOf(ctx: Ctx, mine: Entered, like: Likeness): Found[] {
  const proposal = getProposal(ctx, like.proposalId);
  const other: Entered = { proposal, edition: getEdition(ctx, proposal.editionId) };
  if (proposal.reach === "draft" || other.edition.rehearsal !== mine.edition.rehearsal) return [];
  const [newer, older] = isNewer(placeOf(mine), placeOf(other)) ? [mine, other] : [other, mine];
  const [share, otherShare] = newer === mine ? [like.share, like.otherShare] : [like.otherShare, like.share];
  return [
    {
      editionId: newer.edition.id,
      proposalId: newer.proposal.id,
      otherProposalId: older.proposal.id,
      kind: kindOfPair(newer.proposal, older.proposal),
      ...shares(share, otherShare),
      sameTitle: like.sameTitle,
    },
  ];
}

const shares = (share: number, otherShare: number) => {
  const [shareBp, otherShareBp] = [basisPoints(share), basisPoints(otherShare)];
  return { shareBp, otherShareBp, greatestBp: Math.max(shareBp, otherShareBp) };
};

const awardPair = ({ id, editionId }: Proposal, { awardId, sameTitle }: TitledAward): Found => ({
  ...{ editionId, proposalId: id, awardId, kind: "archiveTitle", sameTitle },
  ...shares(0, 0),
});

/** What was found before and still is keeps its id, and its judgement when nothing changed; the rest goes. */
function replacePairs(ctx: Ctx, proposalId: ProposalId, found: readonly Found[]): void {
  const keyOf = (pair: Found): string => `${pair.proposalId} ${pair.otherProposalId ?? pair.awardId}`;
  const before = new Map(store.findPairs(ctx, proposalId).map((pair) => [keyOf(pair), pair]));
  for (const pair of found) {
    const known = before.get(keyOf(pair));
    before.delete(keyOf(pair));
    if (known && staysJudged(known, pair)) continue;
    const fresh = { state: "unseen" as const, note: "", judgedBy: null, judgedAt: null, foundAt: ctx.now };
    store.savePair(ctx, { ...pair, ...fresh, id: known?.id ?? ctx.newId("similarity") });
  }
  for (const { id } of before.values()) store.deletePair(ctx, id);
}

/**
 * Records what a person makes of a pair: fair, or to be discussed, with a note. It changes neither a mark nor a decision. Refuses
 * people who neither screen nor organise (403; 404 where they may not see the pair, as in conflict with either side), a
 * discussion without a note of at least 10 letters (422), and a pair that was compared anew since `foundAt` (409).
 */
export function judgePair(ctx: Ctx, input: { pairId: SimilarityPairId; foundAt: number; verdict: PairVerdict; note: string }): void {
  inTransaction(ctx, () => {
    const pair = getVisiblePair(ctx, input.pairId);
    authorize(mayJudgePair(ctx.actor, pair.editionId));
    const { userId } = ctx.actor as Actor;
    const note = input.note.trim();
    checkVerdict(input.verdict, note);
    const seen = { id: pair.id, foundAt: input.foundAt };
    if (!store.updateVerdict(ctx, seen, { state: input.verdict, note, judgedBy: userId, judgedAt: ctx.now })) {
      throw new DomainError("similarity.pairChanged", { kind: "conflict" });
    }
    recordAudit(ctx, {
      action: "similarity.judge",
      subject: { kind: "proposal", id: pair.proposalId },
      editionId: pair.editionId,
      data: { pair: pair.id, verdict: input.verdict, note, shareBp: pair.shareBp, otherShareBp: pair.otherShareBp },
    });
  });
}
