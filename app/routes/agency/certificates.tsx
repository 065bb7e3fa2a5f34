import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { isAgencyHeir } from "#app/features/agencies/policy.ts";
import { getAgency, listPredecessors } from "#app/features/agencies/queries.server.ts";
import { mayReadShelf } from "#app/features/certificates/policy.ts";
import { listAgencyCertificates } from "#app/features/certificates/queries.server.ts";
import type { AgencyCertificate } from "#app/features/certificates/types.ts";
import { listInheritedReceipts } from "#app/features/proposals/submission/queries.server.ts";
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
    if (!agencyId || !mayReadShelf(ctx.actor, agencyId)) throw notFound("agencies.unknown");
    const { id, name } = getAgency(ctx, agencyId);
    const isHeir = isAgencyHeir(ctx.actor, agencyId);
    return {
      ...{ agency: { id, name }, isHeir, certificates: listAgencyCertificates(ctx, agencyId) },
      receipts: isHeir ? listInheritedReceipts(ctx, agencyId) : [],
      predecessors: listPredecessors(ctx, agencyId).filter((one) => isAgencyHeir(ctx.actor, one.id)),
    };
  });
}

/** Every certificate of an agency by the year it was issued, each as a PDF with the page that proves it. */
export default function Certificates() {
  const t = useTranslate();
  const { agency, certificates, isHeir, receipts, predecessors } = useLoaderData<typeof loader>();
  const years = [...new Set(certificates.map(yearOf))];
  return (
    <>
      <PageHeader
        title={t("flow.shelf.title")}
        crumbs={[isHeir ? { label: agency.name } : { label: t("proposals.overview.title"), to: `/agencies/${agency.id}` }, { label: t("flow.shelf.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={agency.name}
        lead={t(isHeir ? "flow.shelf.heirLead" : "flow.shelf.lead")}
      />
      <Stack>
        {certificates.length === 0 && <EmptyState title={t("flow.shelf.none")}>{t("flow.shelf.noneText")}</EmptyState>}
        {years.map((year) => (
          <Panel key={year} title={year}>
            <RecordList records={certificates.filter((one) => yearOf(one) === year).map((one) => recordOf(t, one, isHeir))} />
          </Panel>
        ))}
        {receipts.length > 0 && <Receipts receipts={receipts} />}
        {predecessors.length > 0 && <Predecessors list={predecessors} />}
      </Stack>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** What an agency that went up in this one handed in. */
function Receipts({ receipts }: Pick<Page, "receipts">) {
  const t = useTranslate();
  const records = receipts.map(({ id, number, title, edition }) => ({
    ...{ key: id, title, sub: inLocale(t.locale, edition), meta: number },
    aside: (
      <LinkButton to={`/downloads/receipts/${id}.pdf`} icon={Download} dense download>
        {t("flow.shelf.receipt")}
        <span className="vh"> {number}</span>
      </LinkButton>
    ),
  }));
  return (
    <Panel title={t("flow.shelf.receipts")}>
      <RecordList records={records} />
    </Panel>
  );
}

function Predecessors({ list }: { list: Page["predecessors"] }) {
  const t = useTranslate();
  return (
    <Panel title={t("flow.shelf.predecessors")} flush>
      <ul className="link-list">
        {list.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/agencies/${id}/certificates`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const yearOf = ({ issuedAt, zone }: AgencyCertificate): string => dayOfInstant(zone, issuedAt).slice(0, 4);

const recordOf = (t: ReturnType<typeof useTranslate>, one: AgencyCertificate, isHeir: boolean) => ({
  key: one.id,
  title: one.title,
  // The proposal itself stays the former agency's.
  ...(isHeir ? {} : { to: `/proposals/${one.proposalId}` }),
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
