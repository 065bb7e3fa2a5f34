import type { Params } from "@remix-run/react";
import { mayOrganise } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The edition of the address for its organiser; for anybody else it does not exist. */
export function organisedEdition(ctx: Ctx, params: Params): Edition {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayOrganise(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

export const editionPath = (edition: { id: string }, page = ""): string =>
  `/organiser/editions/${edition.id}${page && `/${page}`}`;
