import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Users } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { listAgencyCertificates } from "#app/features/certificates/queries.server.ts";
import { listAgencySlots } from "#app/features/interviews/queries.server.ts";
import { AgencyEditionSection } from "#app/features/proposals/components/agency-edition.tsx";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { CertificateShelf } from "#app/routes/agency/certificate-shelf.tsx";
import { SlotList } from "#app/routes/agency/slot-list.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.overview.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    return {
      ...getAgencyOverview(ctx, agencyId),
      now: ctx.now,
      slots: listAgencySlots(ctx, agencyId),
      certificates: listAgencyCertificates(ctx, agencyId),
    };
  });
}

export default function AgencyOverview() {
  const t = useTranslate();
  const { agency, editions, now, slots, certificates } = useLoaderData<typeof loader>();
  const open = editions.find((edition) => edition.mayCreate);
  const members = (
    <LinkButton to={`/agencies/${agency.id}/members`} icon={Users}>
      {t("proposals.overview.members")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("proposals.overview.title")}
        meta={agency.name}
        actions={
          <>
            {members}
            {open && (
              <LinkButton to={`/agencies/${agency.id}/proposals/new?edition=${open.id}`} variant="primary" icon={Plus}>
                {t("proposals.overview.create")}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap="large">
        {editions.length === 0 && (
          <EmptyState title={t("proposals.overview.noEdition")}>
            <p>{t("proposals.overview.noEditionText")}</p>
          </EmptyState>
        )}
        <SlotList slots={slots} />
        {editions.map((edition) => (
          <AgencyEditionSection key={edition.id} edition={edition} agency={agency} now={now} />
        ))}
        <CertificateShelf certificates={certificates} />
      </Stack>
    </>
  );
}
