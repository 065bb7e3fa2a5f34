import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type Column, DataTable } from "#app/components/data-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { letterName } from "#app/features/notifications/components/letter-state.tsx";
import { listTemplates, type TemplateLine } from "#app/features/notifications/templates/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.templates.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    return { lines: listTemplates(ctx, edition.id), base: editionPath(edition, "letters"), outbox: editionPath(edition, "outbox") };
  });
}

export default function Letters() {
  const t = useTranslate();
  const { lines, base, outbox } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("communications.templates.title")}
        crumbs={[{ label: t("communications.outbox.title"), to: outbox }, { label: t("communications.templates.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("communications.templates.lead")}
      />
      <DataTable<TemplateLine>
        columns={columnsOf(t, base)}
        rows={lines}
        rowKey={(line) => line.template}
        caption={t("communications.templates.table")}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: t("communications.templates.table") })}
      />
    </>
  );
}

const columnsOf = (t: Translate, base: string): Column<TemplateLine>[] => [
  { key: "name", header: t("communications.templates.columns.name"), rowHeader: true, render: ({ template }) => letterName(t, template) },
  ...(["id", "en"] as const).map(
    (language): Column<TemplateLine> => ({
      key: language,
      header: t(`communications.templates.columns.${language}`),
      tight: true,
      render: ({ template, own }) => (
        <Link to={`${base}/${template}/${language}`} aria-label={`${t("communications.templates.edit", { name: letterName(t, template) })}, ${t(`communications.outbox.languages.${language}`)}`}>
          {t(own.includes(language) ? "communications.templates.own" : "communications.templates.standard")}
        </Link>
      ),
    }),
  ),
];
