import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { withMove } from "#app/features/ranking/bundle/changes/rules.ts";
import { findNumbered, membersOf } from "#app/features/ranking/deliberation/queries.server.ts";
import { checkSessionDay, checkVotes, outcomeOf } from "#app/features/ranking/deliberation/rules.ts";
import { insertMove } from "#app/features/ranking/deliberation/store.server.ts";
import type { Present, Votes } from "#app/features/ranking/deliberation/types.ts";
import { addChanged, placesOf } from "#app/features/ranking/drafting/store.server.ts";
import { mayRecordMove } from "#app/features/ranking/policy.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import { wasPublished } from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Place } from "#app/features/ranking/computing/types.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

export type Move = Votes & { listId: ListId; entering: number; leaving: number; reason: string; place: string; heldOn: string; present: readonly string[] };

/**
 * Records the vote of the plenary on a move across the line of a draft: one entry takes the place of another. Carried, it makes the
 * next draft; rejected, it is kept all the same. Only the chair (403). Refuses a version that is no draft (`ranking.moveNotDraft`),
 * a draft that follows a published version (`ranking.moveAfterPublication`): that changes through an upheld objection only, entries that are not on either side of the line (`ranking.moveNotAcross`), people without a seat (`ranking.notMember`), votes
 * that are not those of the members present (`ranking.votesUncounted`), a day that cannot be (`ranking.sessionDay`), and a
 * session with anybody in it who may not judge one of the two (`ranking.memberInConflict`). An entry the chair is in conflict with is
 * on neither side for him.
 */
export function recordMove(ctx: Ctx, input: Move): ListId {
  return inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayRecordMove(ctx.actor, list.editionId));
    if (list.status !== "draft") throw new DomainError("ranking.moveNotDraft", { kind: "conflict" });
    if (wasPublished(ctx, list)) throw new DomainError("ranking.moveAfterPublication", { kind: "conflict" });
    const edition = getEdition(ctx, list.editionId);
    checkSessionDay(input.heldOn, { zone: edition.definition.zone, computedAt: list.computedAt, now: ctx.now });
    const present = presentOf(ctx, list, input.present);
    checkVotes(input, present.length);
    const before = placesOf(ctx, list.id);
    const [up, down] = [placeOf(ctx, { list, places: before, number: input.entering }), placeOf(ctx, { list, places: before, number: input.leaving })];
    refuseConflicts(ctx, { list, present, moved: [up, down] });
    const places = withMove(before, { entering: (row) => row.proposalId === up.proposalId, leaving: (row) => row.proposalId === down.proposalId });
    const outcome = outcomeOf(input);
    const { entering, leaving, reason, inFavour, against, abstained } = input;
    const votes = { inFavour, against, abstained };
    const change = { kind: "move", entering, leaving, reason, ...votes } as const;
    const result = outcome === "carried" ? addChanged(ctx, list, { edition, places, change }) : null;
    insertMove(ctx, {
      ...{ id: ctx.newId("move"), editionId: list.editionId, listKey: list.listKey, listId: list.id },
      ...{ enteringId: up.proposalId, leavingId: down.proposalId, reason, place: input.place, heldOn: input.heldOn, present, ...votes },
      ...{ outcome, resultId: result?.id ?? null, recordedBy: (ctx.actor as Actor).userId, recordedAt: ctx.now },
    });
    const after = result ?? list;
    const data = { list: list.listKey, from: list.version, version: after.version, entering, leaving, ...votes, outcome, present: present.map(({ userId }) => userId) };
    recordAudit(ctx, { action: "ranking.move", subject: { kind: "list", id: after.id }, editionId: list.editionId, data });
    return after.id;
  });
}

function presentOf(ctx: Ctx, { editionId }: RankingList, named: readonly string[]): Present[] {
  const members = new Map<string, Present>(membersOf(ctx, editionId).map((member) => [member.userId, member]));
  return [...new Set(named)].map((userId) => {
    const member = members.get(userId);
    if (!member) throw new DomainError("ranking.notMember");
    return member;
  });
}

function placeOf(ctx: Ctx, { list: { editionId }, places, number }: { list: RankingList; places: readonly Place[]; number: number }): Place {
  const wanted = findNumbered(ctx, { editionId, number });
  const found = places.find(({ proposalId }) => proposalId === wanted);
  const own = { editionId, userId: (ctx.actor as Actor).userId };
  if (!found || isBarred(ctx, { ...own, proposalId: found.proposalId })) throw new DomainError("ranking.moveNotAcross", { kind: "conflict" });
  return found;
}

type Session = { list: RankingList; present: readonly Present[]; moved: readonly Place[] };

const isBarred = (ctx: Ctx, of: { editionId: EditionId; userId: UserId; proposalId: ProposalId }): boolean =>
  findConflict(ctx, { ...of, agencyId: getProposal(ctx, of.proposalId).agencyId }) !== null;

/** Whoever may not judge an entry is not in the room while it is spoken of. */
function refuseConflicts(ctx: Ctx, { list: { editionId }, present, moved }: Session): void {
  for (const { userId, name } of present) {
    const barred = moved.some(({ proposalId }) => isBarred(ctx, { editionId, userId, proposalId }));
    if (barred) throw new DomainError("ranking.memberInConflict", { kind: "conflict", params: { name } });
  }
}
