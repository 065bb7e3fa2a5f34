import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { EarlierText } from "#app/features/proposals/components/drafting/earlier-text.tsx";
import { getRevisionsPage } from "#app/features/proposals/drafting/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "drafting.history.link", data?.page.proposal.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ({ page: getRevisionsPage(ctx, proposalIdOf(params), params.fieldKey ?? "") }));
}

/** The earlier texts of one question, each with what changed in it, and the way back to any of them. */
export default function AnswerHistory() {
  const t = useTranslate();
  const { page } = useLoaderData<typeof loader>();
  const { proposal, revisions } = page;
  const editor = `/proposals/${proposal.id}/edit/${page.section}`;
  return (
    <>
      <PageHeader
        title={t("drafting.history.title", { label: inLocale(t.locale, page.label) })}
        crumbs={[{ label: proposal.title, to: `/proposals/${proposal.id}` }, { label: t("drafting.history.link") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("drafting.history.lead")}
        actions={
          <LinkButton to={editor} icon={ChevronLeft}>
            {t("drafting.history.back")}
          </LinkButton>
        }
      />
      {revisions.length === 0 && <EmptyState title={t("drafting.history.none")}>{t("drafting.history.noneText")}</EmptyState>}
      <Stack>
        {revisions.map((revision, index) => (
          <EarlierText key={revision.revision} page={page} revision={revision} before={revisions[index + 1]} />
        ))}
      </Stack>
    </>
  );
}
