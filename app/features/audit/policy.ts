import { type Actor, isOperator } from "#app/lib/ctx.ts";

/** Whoever may read some log may have it examined: auditors and system admins, auditors and secretariats of editions. */
export const mayExamine = (actor: Actor | null): boolean =>
  isOperator(actor) ||
  (actor?.grants.some(
    ({ scope, role }) => (scope === "system" && role === "auditor") || (scope === "edition" && (role === "auditor" || role === "organiser")),
  ) ??
    false);

/** Who says whose signatures beside ours are believed: the log is the whole house's, so no single edition's people. */
export const mayRegisterWitness = (actor: Actor | null): boolean => isOperator(actor) || (actor?.grants.some(({ scope, role }) => scope === "system" && role === "auditor") ?? false);

/** What entries say, marks among it: the auditors' alone. Others see who did what and when. */
export const mayReadRecords = (actor: Actor | null, editionId: string): boolean =>
  actor?.grants.some(
    ({ scope, scopeId, role }) => role === "auditor" && (scope === "system" || (scope === "edition" && scopeId === editionId)),
  ) ?? false;
