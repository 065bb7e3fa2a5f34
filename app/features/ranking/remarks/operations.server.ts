import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { getEntry } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { mayReleaseRemarks } from "#app/features/ranking/policy.ts";
import { isPublishedIn, namesToHide } from "#app/features/ranking/remarks/queries.server.ts";
import { namesIn } from "#app/features/ranking/remarks/rules.ts";
import { findRemarks, saveRemarks } from "#app/features/ranking/remarks/store.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Remarks = { editionId: EditionId; proposalId: ProposalId; text: string; isChecked: boolean };

/**
 * Gives an entry's agency the edited remarks of its assessors, once a list that judged it is published. Refuses names of people
 * and of other agencies in them (`ranking.remarkNames`) unless whoever releases them has looked and says they are none, and what
 * was released before (`ranking.remarksReleased`). 404 for an entry the person is in conflict with.
 */
export function releaseRemarks(ctx: Ctx, { editionId, proposalId, text, isChecked }: Remarks): void {
  inTransaction(ctx, () => {
    authorize(mayReleaseRemarks(ctx.actor, editionId));
    const { userId } = ctx.actor as Actor;
    const entry = getEntry(ctx, proposalId);
    if (findConflict(ctx, { editionId, userId, proposalId, agencyId: entry.agencyId })) throw notFound("proposals.unknown");
    if (!isPublishedIn(ctx, { editionId, proposalId })) throw new DomainError("ranking.remarksEarly", { kind: "conflict" });
    if (findRemarks(ctx, proposalId)?.releasedAt) throw new DomainError("ranking.remarksReleased", { kind: "conflict" });
    const names = namesIn(text, namesToHide(ctx, { editionId, proposalId }));
    if (names.length > 0 && !isChecked) throw new DomainError("ranking.remarkNames", { kind: "invalid", params: { names: names.join(", ") } });
    saveRemarks(ctx, { editionId, proposalId, text, editedBy: userId, editedAt: ctx.now, releasedBy: userId, releasedAt: ctx.now });
    const data = { sha256: sha256Hex(text), lookedAt: names.length };
    recordAudit(ctx, { action: "ranking.releaseRemarks", subject: { kind: "proposal", id: proposalId }, editionId, data });
  });
}
