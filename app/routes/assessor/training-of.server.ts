import type { LoaderFunctionArgs } from "@remix-run/node";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { rubricOf, stagesOfKind } from "#app/features/competitions/rules.ts";
import { listMyTraining } from "#app/features/scoring/training/queries.server.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { SignedInCtx } from "#app/request.server.ts";

/** Training texts of every desk of the edition for the asking assessor, with the sheet they are marked on. */
export function trainingOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const editionId = parseId("edition", params.editionId);
  if (!editionId) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  return stagesOfKind(definition, "desk").flatMap(({ key, opensAt }) => {
    const { criteria, maxMark } = rubricOf(definition, key);
    const sheet = { criteria: criteria.map((one) => ({ key: one.key, name: one.name, levels: one.levels })), maxMark };
    return listMyTraining(ctx, { editionId, stage: key }).map((page) => ({ page, sheet, open: opensAt === null || ctx.now < opensAt, editionId }));
  });
}
