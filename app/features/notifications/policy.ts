import { type Actor, hasGrant, isOperator } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";

type EditionId = Id<"edition">;

/** The secretariat sees and repeats the letters of its edition; letters of no edition are the operator's, who sees them all. */
export const mayKeepLetters = (actor: Actor | null, editionId: EditionId | null): boolean =>
  isOperator(actor) || (editionId !== null && isSecretariat(actor, editionId));

/** Words of letters are the edition's: its secretariat writes them. */
export const mayWriteTemplates = (actor: Actor | null, editionId: EditionId): boolean => isSecretariat(actor, editionId);

const isSecretariat = (actor: Actor | null, editionId: EditionId): boolean =>
  hasGrant(actor, { scope: "edition", scopeId: editionId, role: "organiser" });
