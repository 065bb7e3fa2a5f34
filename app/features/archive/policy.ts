import { type Actor, isOperator } from "#app/lib/ctx.ts";

/** What was published stays public; only the system admin adds to it. */
export const mayImportArchive = (actor: Actor | null): boolean => isOperator(actor);
