import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import { getVisiblePair } from "#app/features/screening/similarity/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ComparisonPage } from "#app/routes/similarity-page.tsx";
import { keepVerdict } from "#app/routes/similarity-verdict.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "similarity.list.title");

/** The pair of the address, seen from its newer entry. */
function comparisonOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const pairId = parseId("similarity", params.pairId);
  if (!pairId) throw notFound("similarity.unknown");
  const { proposalId, editionId } = getVisiblePair(ctx, pairId);
  if (editionId !== params.editionId) throw notFound("similarity.unknown");
  return getPairComparison(ctx, { pairId, proposalId });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => comparisonOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { pair, editionId } = comparisonOf(ctx, params);
    return keepVerdict(ctx, form, { pairId: pair.id, back: `/organiser/editions/${editionId}/similarity` });
  });
}

export default function OrganiserComparison() {
  const t = useTranslate();
  const comparison = useLoaderData<typeof loader>();
  const back = { label: t("similarity.list.title"), to: `/organiser/editions/${comparison.editionId}/similarity` };
  return <ComparisonPage comparison={comparison} back={back} />;
}
