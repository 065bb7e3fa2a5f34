import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getPairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ComparisonPage } from "#app/routes/similarity-page.tsx";
import { keepVerdict } from "#app/routes/similarity-verdict.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "similarity.list.title");

/** The pair of the address, seen from the entry that is being screened. */
function comparisonOf(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const pairId = parseId("similarity", params.pairId);
  const proposalId = parseId("proposal", params.proposalId);
  if (!pairId || !proposalId) throw notFound("similarity.unknown");
  const comparison = getPairComparison(ctx, { pairId, proposalId });
  if (comparison.editionId !== params.editionId) throw notFound("similarity.unknown");
  return { ...comparison, proposalId };
}

const pageOf = (editionId: string, proposalId: string): string => `/screening/${editionId}/proposals/${proposalId}`;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => comparisonOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { pair, editionId, proposalId } = comparisonOf(ctx, params);
    return keepVerdict(ctx, form, { pairId: pair.id, back: pageOf(editionId, proposalId) });
  });
}

export default function ScreenerComparison() {
  const comparison = useLoaderData<typeof loader>();
  const { editionId, proposalId, pair } = comparison;
  return <ComparisonPage comparison={comparison} back={{ label: pair.mine.number, to: pageOf(editionId, proposalId) }} />;
}
