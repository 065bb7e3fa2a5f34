import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { CertificateTable } from "#app/features/certificates/components/certificate-table.tsx";
import { IssuanceTable } from "#app/features/certificates/components/issuance-table.tsx";
import { certificateTableInput } from "#app/features/certificates/inputs.ts";
import { mayIssueCertificates } from "#app/features/certificates/policy.ts";
import { listCertificates } from "#app/features/certificates/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "certificates.issue.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const table = parseForm(new URL(request.url).searchParams, certificateTableInput);
    const page = listCertificates(ctx, { editionId, table });
    const { zone } = getEdition(ctx, editionId).definition;
    return { ...page, table, zone, editionId, mayIssue: mayIssueCertificates(ctx.actor, editionId) };
  });
}

export default function Certificates() {
  const t = useTranslate();
  const { lists, rows, matching, issued, table, zone, editionId, mayIssue } = useLoaderData<typeof loader>();
  const base = `/organiser/editions/${editionId}/certificates`;
  return (
    <>
      <PageHeader title={t("certificates.issue.title")} meta={t("certificates.issue.lead")} />
      <Stack>
        <Panel title={t("certificates.issue.listsTitle")} flush>
          <IssuanceTable lists={lists} action={mayIssue ? `${base}/issuance` : null} />
        </Panel>
        <CertificateTable
          lists={lists}
          rows={rows}
          matching={matching}
          issued={issued}
          table={table}
          zone={zone}
          revokeBase={mayIssue ? base : null}
        />
      </Stack>
    </>
  );
}
