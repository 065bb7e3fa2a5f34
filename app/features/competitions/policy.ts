import { isSystemAuditor } from "#app/features/accounts/policy.ts";
import type { EditionId, SeatRole } from "#app/features/competitions/types.ts";
import { type Actor, hasGrant } from "#app/lib/ctx.ts";

/** Whether the person holds one of the seats in the edition; without roles, any seat at all. */
export const hasSeat = (actor: Actor | null, editionId: EditionId, ...roles: SeatRole[]): boolean =>
  actor?.grants.some(
    (grant) =>
      grant.scope === "edition" &&
      grant.scopeId === editionId &&
      (roles.length === 0 || roles.includes(grant.role as SeatRole)),
  ) ?? false;

/** The secretariat of this edition. */
export const mayOrganise = (actor: Actor | null, editionId: EditionId): boolean => hasSeat(actor, editionId, "organiser");

export const mayCreateEdition = (actor: Actor | null): boolean =>
  hasGrant(actor, { scope: "system", scopeId: "", role: "organiser" });

export const mayReadAudit = (actor: Actor | null, editionId: EditionId): boolean =>
  hasSeat(actor, editionId, "organiser", "auditor") || isSystemAuditor(actor);

/** A draft edition exists for those seated in it; an open or closed one for everybody. */
export const maySeeEdition = (actor: Actor | null, edition: { id: EditionId; status: string }): boolean =>
  edition.status !== "draft" || hasSeat(actor, edition.id) || isSystemAuditor(actor);

/** Everybody who works in the edition's office reads its rules, also while they are a draft. */
export const mayReadRules = (actor: Actor | null, editionId: EditionId): boolean =>
  hasSeat(actor, editionId, "organiser", "chair", "signatory", "observer", "auditor") || isSystemAuditor(actor);
