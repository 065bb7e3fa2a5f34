import { hasSeat, mayOrganise, mayReadAudit } from "#app/features/competitions/policy.ts";
import type { Actor } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

/** Deciding belongs to the screeners alone; the organiser watches. */
export const mayScreen = (actor: Actor | null, editionId: Id<"edition">): boolean => hasSeat(actor, editionId, "screener");

export const mayReadScreening = (actor: Actor | null, editionId: Id<"edition">): boolean =>
  mayScreen(actor, editionId) || mayOrganise(actor, editionId) || mayReadAudit(actor, editionId);
