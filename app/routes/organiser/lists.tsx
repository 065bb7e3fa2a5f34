import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { countOpen } from "#app/features/objections/queries.server.ts";
import { ListsTable } from "#app/features/ranking/components/lists-table.tsx";
import { listLists } from "#app/features/ranking/queries.server.ts";
import { nextListStep } from "#app/features/ranking/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionWithLists } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.lists.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id } = editionWithLists(ctx, params);
    const lines = listLists(ctx, id).map((line) => {
      const openObjections = line.current?.status === "provisional" ? countOpen(ctx, line.current.id) : 0;
      return { ...line, step: nextListStep(line.current, { now: ctx.now, openObjections }) };
    });
    return { lines, base: `/organiser/editions/${id}/lists` };
  });
}

export default function Lists() {
  const t = useTranslate();
  const { lines, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("ranking.lists.title")} meta={t("ranking.lists.lead")} />
      <ListsTable lines={lines} base={base} />
    </>
  );
}
