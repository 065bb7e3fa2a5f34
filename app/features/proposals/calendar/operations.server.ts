import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { insertFeed, revokeFeeds } from "#app/features/proposals/calendar/store.server.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

type Place = { agencyId: Proposal["agencyId"] };

/**
 * Makes the secret address of one's calendar of an agency and answers with its token, which is shown once and kept hashed. An
 * address made before stops at once. Only members; the feed stops with the membership.
 */
export function openFeed(ctx: Ctx, { agencyId }: Place): string {
  return inTransaction(ctx, () => {
    authorize(isAgencyMember(ctx.actor, agencyId));
    const place = { userId: (ctx.actor as Actor).userId, agencyId };
    revokeFeeds(ctx, place);
    const token = Buffer.from(ctx.randomBytes(24)).toString("base64url");
    insertFeed(ctx, place, sha256Hex(token));
    recordAudit(ctx, { action: "proposals.openFeed", subject: { kind: "agency", id: agencyId }, data: {} });
    return token;
  });
}

/** Stops one's own address of a calendar; doing it twice changes nothing. Only members. */
export function closeFeed(ctx: Ctx, { agencyId }: Place): void {
  inTransaction(ctx, () => {
    authorize(isAgencyMember(ctx.actor, agencyId));
    if (revokeFeeds(ctx, { userId: (ctx.actor as Actor).userId, agencyId }) === 0) return;
    recordAudit(ctx, { action: "proposals.closeFeed", subject: { kind: "agency", id: agencyId }, data: {} });
  });
}
