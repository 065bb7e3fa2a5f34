import { type Actor, hasGrant, isOperator } from "#app/lib/ctx.ts";

/** Accounts are made by the system admin; later rooms invite people into what they own by their own policies. */
export const mayManageAccounts = (actor: Actor | null): boolean => isOperator(actor);

export const isSystemAuditor = (actor: Actor | null): boolean =>
  hasGrant(actor, { scope: "system", scopeId: "", role: "auditor" });
