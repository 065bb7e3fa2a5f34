import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { stagesOfKind } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { mayReadProgress } from "#app/features/scoring/policy.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { SignedInCtx } from "#app/request.server.ts";

/** The edition of the address and the desk named after `?stage=`, else its first; 404 for whoever may not follow the marking. */
export function deskOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"], request: Pick<Request, "url">): { edition: Edition; stage: Stage; back: string } {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayReadProgress(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const edition = getEdition(ctx, editionId);
  const wanted = new URL(request.url).searchParams.get("stage");
  const desks = stagesOfKind(edition.definition, "desk");
  const stage = desks.find(({ key }) => key === wanted) ?? desks[0];
  if (!stage) throw notFound("competitions.editionUnknown");
  return { edition, stage, back: `/organiser/editions/${editionId}/scoring?stage=${encodeURIComponent(stage.key)}` };
}
