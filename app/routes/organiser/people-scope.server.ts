import type { Params } from "@remix-run/react";
import { mayManageMembers } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { getImport, type ImportView } from "#app/features/competitions/people/queries.server.ts";
import type { ImportKind } from "#app/features/competitions/people/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

export type PeopleScope = { kind: ImportKind; scopeId: string; base: string; zone: string };

/** The edition or agency of the address, for whoever invites people there. */
export function peopleScope(ctx: Ctx, params: Params): PeopleScope {
  if (params.editionId) {
    const edition = organisedEdition(ctx, params);
    return { kind: "seats", scopeId: edition.id, base: editionPath(edition, "seats"), zone: edition.definition.zone };
  }
  const agencyId = parseId("agency", params.agencyId);
  if (!agencyId || !mayManageMembers(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return { kind: "members", scopeId: agencyId, base: `/agencies/${agencyId}/members`, zone: getAgency(ctx, agencyId).zone };
}

/** The table of the address, which must belong to its edition or agency. */
export function importOf(ctx: Ctx, params: Params): { scope: PeopleScope; found: ImportView } {
  const scope = peopleScope(ctx, params);
  const id = parseId("personImport", params.importId);
  const found = id && getImport(ctx, id);
  if (!found || found.scopeId !== scope.scopeId) throw notFound("people.importUnknown");
  return { scope, found };
}
