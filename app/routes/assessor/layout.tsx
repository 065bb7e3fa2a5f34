import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { RefusalBody } from "#app/routes/refusal-page.tsx";
import { revalidateWhileOnline } from "#app/routes/while-online.ts";
import { WorkFrame } from "#app/routes/work-frame.tsx";

const desk = ["evaluator", "juror", "chair"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !hasSeat(ctx.actor, editionId, ...desk)) throw notFound("competitions.editionUnknown");
    const seats = desk.filter((role) => hasSeat(ctx.actor, editionId, role));
    return { edition: editionFrame(getEdition(ctx, editionId)), seats };
  });
}

export const shouldRevalidate = revalidateWhileOnline;

export default function AssessorLayout() {
  const t = useTranslate();
  const { edition, seats } = useLoaderData<typeof loader>();
  return (
    <WorkFrame density="reading" seat={seats.map((role) => t(`competitions.roles.${role}`)).join(", ")} edition={edition}>
      <Outlet />
    </WorkFrame>
  );
}

export function ErrorBoundary() {
  return (
    <WorkFrame density="medium" seat="" place={null}>
      <RefusalBody />
    </WorkFrame>
  );
}
