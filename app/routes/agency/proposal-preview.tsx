import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChevronLeft, Download } from "lucide-react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Crumbs } from "#app/components/page-header.tsx";
import { getPreviewSource, previewSheet } from "#app/features/proposals/preview/queries.server.ts";
import { partsView } from "#app/features/scoring/sheet/queries.server.ts";
import { EntryText } from "#app/features/screening/components/entry-text.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { EntryHead } from "#app/routes/assessor/entry-head.tsx";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "drafting.preview.title", data?.entry.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const source = getPreviewSource(ctx, proposalIdOf(params));
    const { definition, content, blind } = source;
    const rubric = definition.rubrics[0] ?? { stage: "", maxMark: 0, criteria: [], readers: null, blind };
    const parts = partsView(definition, rubric, { ...content, version: 0, sha256: "", submittedAt: 0 });
    const { author, title, group, category, number } = previewSheet(source);
    const agency = author && { name: author.agency, unit: author.unit, innovator: author.innovator };
    const words = parts.reduce((sum, part) => sum + part.words, 0);
    const { proposal, isDraft } = source;
    return {
      ...{ id: proposal.id, ownTitle: proposal.title, isDraft, blind, parts },
      writable: proposal.status === "atUnit" || proposal.status === "atAgency",
      entry: { title, group, category, agency, words, number: number ?? "–" },
    };
  });
}

/** The proposal as an evaluator will read it: the same head and the same text as on the evaluator's own page. */
export default function ProposalPreviewPage() {
  const t = useTranslate();
  const { id, ownTitle, isDraft, blind, parts, entry, writable } = useLoaderData<typeof loader>();
  return (
    <>
      <Crumbs crumbs={[{ label: ownTitle, to: `/proposals/${id}` }, { label: t("drafting.preview.title") }]} label={t("common.crumbs")} />
      <Notice
        tone="info"
        title={t("drafting.preview.lead")}
        actions={
          <ButtonRow>
            {writable && (
              <LinkButton to={`/proposals/${id}/edit`} dense icon={ChevronLeft}>
                {t("drafting.preview.back")}
              </LinkButton>
            )}
            <LinkButton to={`/downloads/proposals/${id}/preview.pdf`} dense icon={Download} download>
              {t("drafting.preview.pdf")}
            </LinkButton>
          </ButtonRow>
        }
      >
        {isDraft && <p>{t("drafting.preview.draft")}</p>}
        {blind && <p>{t("drafting.preview.blind")}</p>}
      </Notice>
      <div className="desk__measure">
        <EntryHead page={{ entry, blind }} />
        <EntryText parts={parts} />
      </div>
    </>
  );
}
