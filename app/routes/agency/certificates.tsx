import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { getAgency } from "#app/features/agencies/queries.server.ts";
import { listAgencyCertificates } from "#app/features/certificates/queries.server.ts";
import type { AgencyCertificate } from "#app/features/certificates/types.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "flow.shelf.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId || !isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
    const { id, name } = getAgency(ctx, agencyId);
    return { agency: { id, name }, certificates: listAgencyCertificates(ctx, agencyId) };
  });
}

/** Every certificate of an agency by the year it was issued, each as a PDF with the page that proves it. */
export default function Certificates() {
  const t = useTranslate();
  const { agency, certificates } = useLoaderData<typeof loader>();
  const years = [...new Set(certificates.map(yearOf))];
  return (
    <>
      <PageHeader
        title={t("flow.shelf.title")}
        crumbs={[{ label: t("proposals.overview.title"), to: `/agencies/${agency.id}` }, { label: t("flow.shelf.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={agency.name}
        lead={t("flow.shelf.lead")}
      />
      <Stack>
        {certificates.length === 0 && <EmptyState title={t("flow.shelf.none")}>{t("flow.shelf.noneText")}</EmptyState>}
        {years.map((year) => (
          <Panel key={year} title={year}>
            <RecordList records={certificates.filter((one) => yearOf(one) === year).map((one) => recordOf(t, one))} />
          </Panel>
        ))}
      </Stack>
    </>
  );
}

const yearOf = ({ issuedAt, zone }: AgencyCertificate): string => dayOfInstant(zone, issuedAt).slice(0, 4);

const recordOf = (t: ReturnType<typeof useTranslate>, one: AgencyCertificate) => ({
  key: one.id,
  title: one.title,
  to: `/proposals/${one.proposalId}`,
  sub: (
    <>
      {t("proposals.overview.certificate", { award: inLocale(t.locale, one.award), serial: one.serial })}{" "}
      {one.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
    </>
  ),
  meta: t("flow.shelf.issued", { date: formatDate(t.locale, one.issuedAt, one.zone) }),
  aside: one.revokedAt ? (
    <Badge tone="stop">{t("proposals.overview.revoked")}</Badge>
  ) : (
    <Stack gap="small">
      <LinkButton to={`/downloads/certificates/${one.id}.pdf`} icon={Download} dense download>
        {t("common.download")}
        <span className="vh"> {one.serial}</span>
      </LinkButton>
      <GoLink to={`/verify/${one.code}`}>{t("flow.shelf.proof")}</GoLink>
    </Stack>
  ),
});
