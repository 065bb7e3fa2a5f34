import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { OwnSignalsPanel } from "#app/features/scoring/components/own-signals.tsx";
import { listMyStages } from "#app/features/scoring/desk/queries.server.ts";
import { ownSignals } from "#app/features/scoring/signals/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.own.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const stages = listMyStages(ctx, editionId);
    return { editionId, stages: stages.map(({ key, name }) => ({ key, name, own: ownSignals(ctx, { editionId, stage: key }) })) };
  });
}

/** What an assessor sees of the way he marks. */
export default function OwnSignals() {
  const t = useTranslate();
  const { editionId, stages } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("scoring.own.title")}
        lead={t("scoring.own.lead")}
        crumbs={[{ to: `/assessor/${editionId}`, label: t("scoring.desk.title") }, { label: t("scoring.own.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {stages.length === 0 && <EmptyState title={t("scoring.desk.noStage")} />}
        {stages.map(({ key, name, own }) => (
          <section key={key}>
            {stages.length > 1 && <h2>{inLocale(t.locale, name)}</h2>}
            <OwnSignalsPanel own={own} />
          </section>
        ))}
      </Stack>
    </>
  );
}
