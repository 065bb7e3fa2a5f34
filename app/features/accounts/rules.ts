import type { Letter, Params } from "#app/features/notifications/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";

const minute = 60_000;
/** Days an invitation can be accepted; hours a password reset and the check of an address can be used. */
export const invitationLifetime = 14 * 24 * 60 * minute;
export const resetLifetime = 2 * 60 * minute;
export const emailLifetime = 24 * 60 * minute;
/** Letters with a link that a person can ask for inside the pause. */
export const resetLimit = 3;
export const resetPause = 60 * minute;

/** An e-mail address as it is compared and kept. */
export const normalizeEmail = (text: string): string => text.trim().toLowerCase();

/** Refuses an invitation that was used (`accounts.invitationUsed`) or is too old (`accounts.invitationExpired`). */
export function checkInvitation(invitation: { expiresAt: number; acceptedAt: number | null }, now: number): void {
  if (invitation.acceptedAt !== null) throw new DomainError("accounts.invitationUsed", { kind: "conflict" });
  if (now >= invitation.expiresAt) throw new DomainError("accounts.invitationExpired", { kind: "conflict" });
}

type Recipient = { id: string; name: string; email: string; locale: "id" | "en" };

/** A letter to a person about their own account: says who they are and, where there is something to do, where. */
export function accountLetter(ctx: Pick<Ctx, "now" | "baseUrl">, user: Recipient, template: string, params: Params = {}): Letter {
  return {
    dedupeKey: `${template}:${user.id}:${ctx.now}:${String(params.link ?? "")}`,
    recipient: user.email,
    locale: user.locale,
    template,
    params: { name: user.name, link: `${ctx.baseUrl}/profile`, ...params },
  };
}
