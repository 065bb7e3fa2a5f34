import type { Params } from "@remix-run/react";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import { checkSeen } from "#app/features/ranking/rules.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The edition of the address for whoever may read its lists; for anybody else it does not exist. */
export function editionWithLists(ctx: Ctx, params: Params): Edition {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayReadLists(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

/** The list of the address with its standing version, if it has one. */
export function awardOfAddress(ctx: Ctx, params: Params): { edition: Edition; award: AwardList; current: RankingList | null } {
  const edition = editionWithLists(ctx, params);
  const award = listOf(edition.definition, params.listKey ?? "");
  return { edition, award, current: findCurrentList(ctx, { editionId: edition.id, listKey: award.key }) ?? null };
}

/** As awardOfAddress for a step of a version that must stand: a list never computed has none. */
export function standingOfAddress(ctx: Ctx, params: Params): { edition: Edition; award: AwardList; current: RankingList } {
  const { edition, award, current } = awardOfAddress(ctx, params);
  if (!current) throw notFound("ranking.listUnknown");
  return { edition, award, current };
}

/** As standingOfAddress for a form that acts on the version its page showed (`listId`, taken out of the form); refuses another one. */
export function seenOfAddress(ctx: Ctx, params: Params, form: FormData): ReturnType<typeof standingOfAddress> {
  const standing = standingOfAddress(ctx, params);
  checkSeen(form.get("listId"), standing.current.id);
  form.delete("listId");
  return standing;
}

export const listPath = (params: Params): string => `/organiser/editions/${params.editionId}/lists/${params.listKey}`;
