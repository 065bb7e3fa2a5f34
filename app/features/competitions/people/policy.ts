import { mayManageMembers } from "#app/features/agencies/policy.ts";
import type { AgencyId } from "#app/features/agencies/types.ts";
import type { ImportKind } from "#app/features/competitions/people/types.ts";
import { mayOrganise } from "#app/features/competitions/policy.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor } from "#app/lib/ctx.ts";

/** Whoever may seat or invite one person may do it from a table: the edition's organiser, the agency's local admin. */
export const mayImportPeople = (actor: Actor | null, { kind, scopeId }: { kind: ImportKind; scopeId: string }): boolean =>
  kind === "seats" ? mayOrganise(actor, scopeId as EditionId) : mayManageMembers(actor, scopeId as AgencyId);
