import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GoLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { listProposalCertificates } from "#app/features/certificates/queries.server.ts";
import { mayConfirmSlot } from "#app/features/interviews/policy.ts";
import { findSlotOf } from "#app/features/interviews/queries.server.ts";
import { listOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { DeadlineCard } from "#app/features/proposals/components/deadline-card.tsx";
import { FaultList } from "#app/features/proposals/components/fault-list.tsx";
import { History, Receipts } from "#app/features/proposals/components/history.tsx";
import { Journey } from "#app/features/proposals/components/journey.tsx";
import { Position, ReachBadge } from "#app/features/proposals/components/position.tsx";
import { ProposalPreview } from "#app/features/proposals/components/preview.tsx";
import { getProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { getScreeningNews } from "#app/features/screening/news/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { CertificateShelf } from "#app/routes/agency/certificate-shelf.tsx";
import { journeySteps } from "#app/routes/agency/journey-of.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { ProposalSteps } from "#app/routes/agency/proposal-steps.tsx";
import { ReturnedNote, ScreeningNews, SlotPanel, StandingVersion } from "#app/routes/agency/proposal-news.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "proposals.page.preview", data?.page.identity.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = getProposalPage(ctx, proposalIdOf(params));
    // The agency reads outcome and reasons once announced; who decided stays with the edition.
    const screening = page.isMember ? getScreeningNews(ctx, page.id) : null;
    const slot = findSlotOf(ctx, page.id) ?? null;
    const certificates = listProposalCertificates(ctx, { id: page.id, agencyId: page.agency.id });
    return {
      ...{ page, screening, slot, certificates, now: ctx.now },
      mayConfirm: mayConfirmSlot(ctx.actor, page.agency.id),
      journey: journeySteps(ctx, { page, screening, slot, certificates }),
      comments: page.isMember ? listOpenThreads(ctx, page.id).length : null,
    };
  });
}

export default function Proposal() {
  const t = useTranslate();
  const { page, screening, slot, now, mayConfirm, certificates } = useLoaderData<typeof loader>();
  const { agency, edition, identity, status, reach } = page;
  const overview = page.isMember ? { label: t("proposals.overview.title"), to: `/agencies/${agency.id}` } : { label: agency.name };
  const zones = { own: agency.zone, edition: edition.zone };
  return (
    <>
      <PageHeader
        title={identity.title}
        crumbs={[overview, { label: <EditionName edition={edition} /> }]}
        crumbsLabel={t("common.crumbs")}
        meta={[page.number ? t("proposals.page.number", { number: page.number }) : "", inLocale(t.locale, identity.group), agency.name]
          .filter(Boolean)
          .join(" · ")}
        aside={
          <Stack gap="small">
            <Position status={status} />
            {reach !== "draft" && (
              <p>
                <ReachBadge reach={reach} />
              </p>
            )}
          </Stack>
        }
      />
      <Stack gap="large">
        <ReturnedNote page={page} />
        <StandingVersion page={page} />
        {screening && <ScreeningNews news={screening} proposalId={page.id} zones={zones} />}
        {slot && <SlotPanel slot={slot} mayConfirm={mayConfirm && now < slot.confirmUntil} />}
        <Columns>
          <ProposalPreview page={page} />
          <ProposalSide />
        </Columns>
        <CertificateShelf certificates={certificates} />
      </Stack>
    </>
  );
}

/** What can be done now, until when, what is missing, and what has been received so far. */
function ProposalSide() {
  const t = useTranslate();
  const { page, now, journey, comments } = useLoaderData<typeof loader>();
  const { id, agency, edition, may, faults } = page;
  const zones = { own: agency.zone, edition: edition.zone };
  return (
    <Stack>
      <ProposalSteps page={page} />
      {may.write && edition.closesAt !== null && <DeadlineCard now={now} closesAt={edition.closesAt} zones={zones} />}
      {faults.length > 0 && (
        <Panel title={t("proposals.editor.beforeSubmission")}>
          <FaultList faults={faults} proposalId={id} linked={may.write} />
        </Panel>
      )}
      {comments !== null && (
        <Panel title={t("flow.comments.title")}>
          <p>{comments === 0 ? t("flow.comments.none") : t("flow.comments.openCount", { count: comments })}</p>
          <p>
            <GoLink to={`/proposals/${id}/comments`}>{t("flow.comments.link")}</GoLink>
          </p>
        </Panel>
      )}
      <Journey steps={journey} zones={zones} />
      {journey.some(({ key, state }) => key === "list" && state !== "toCome") && (
        <Panel title={t("ranking.result.title")}>
          <GoLink to={`/proposals/${id}/result`}>{t("ranking.result.link")}</GoLink>
        </Panel>
      )}
      <Receipts page={page} />
      <History events={page.events} zone={agency.zone} />
    </Stack>
  );
}

function EditionName({ edition }: { edition: ReturnType<typeof useLoaderData<typeof loader>>["page"]["edition"] }) {
  const t = useTranslate();
  return (
    <>
      {inLocale(t.locale, edition.name)} {edition.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
    </>
  );
}
