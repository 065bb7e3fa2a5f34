import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { trainingOf } from "#app/routes/assessor/training-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.training.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({
    editionId: params.editionId ?? "",
    texts: trainingOf(ctx, params).map(({ page: { id, title, own } }) => ({ id, title, done: own !== null })),
  }));
}

/** Texts everybody marks before the desk opens. */
export default function Training() {
  const t = useTranslate();
  const { editionId, texts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("scoring.training.title")}
        lead={t("scoring.training.ownLead")}
        crumbs={[{ to: `/assessor/${editionId}`, label: t("scoring.desk.title") }, { label: t("scoring.training.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {texts.length === 0 && <EmptyState title={t("scoring.training.none")} />}
        <RecordList
          level={2}
          records={texts.map(({ id, title, done }) => ({
            key: id,
            title,
            to: `/assessor/${editionId}/training/${id}`,
            aside: <Badge tone={done ? "ok" : "open"}>{t(done ? "scoring.training.marked" : "scoring.states.todo")}</Badge>,
          }))}
        />
      </Stack>
    </>
  );
}
