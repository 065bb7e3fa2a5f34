import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Plus, Users } from "lucide-react";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { mayObjectToAssessor } from "#app/features/conflicts/policy.ts";
import { listAgencyCertificates } from "#app/features/certificates/queries.server.ts";
import { listAgencySlots } from "#app/features/interviews/queries.server.ts";
import { AgencyEditionSection } from "#app/features/proposals/components/agency-edition.tsx";
import { DueNext } from "#app/features/proposals/components/overview/due-next.tsx";
import { ProposalFilter } from "#app/features/proposals/components/overview/proposal-filter.tsx";
import { overviewFilterInput } from "#app/features/proposals/overview/inputs.ts";
import { AdminOutlookNotice } from "#app/features/agencies/components/admin-outlook.tsx";
import { getAdminOutlook } from "#app/features/agencies/appointments/queries.server.ts";
import { getAgencyOverview } from "#app/features/proposals/overview/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { dueItems } from "#app/routes/agency/calendar-of.server.ts";
import { CertificateShelf } from "#app/routes/agency/certificate-shelf.tsx";
import { SlotList } from "#app/routes/agency/slot-list.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.overview.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agencyId = parseId("agency", params.agencyId);
    if (!agencyId) throw notFound("agencies.unknown");
    const search = new URL(request.url).searchParams;
    const filter = overviewFilterInput.parse(filterOf(search));
    const pageOf = (slug: string): number => Math.max(1, Math.trunc(Number(search.get(`page-${slug}`))) || 1);
    const overview = getAgencyOverview(ctx, agencyId, { filter, pageOf });
    const mayObject = mayObjectToAssessor(ctx.actor, agencyId);
    const takesObjections = (id: EditionId): boolean => getEdition(ctx, id).definition.conflicts.byAgency !== "no";
    return {
      ...overview,
      objecting: overview.editions.filter(({ id }) => mayObject && takesObjections(id)).map(({ id, name }) => ({ id, name })),
      filter,
      now: ctx.now,
      outlook: getAdminOutlook(ctx, agencyId),
      due: dueItems(ctx, agencyId).slice(0, dueShown),
      slots: listAgencySlots(ctx, agencyId),
      certificates: listAgencyCertificates(ctx, agencyId),
    };
  });
}

/** The nearest deadlines; the calendar holds them all. */
const dueShown = 4;

/** An empty choice is none. */
const filterOf = (search: URLSearchParams) => Object.fromEntries([...search].filter(([, value]) => value !== ""));

export default function AgencyOverview() {
  const t = useTranslate();
  const { agency, editions, now, slots, certificates, due, outlook, filter, unit, units, objecting } = useLoaderData<typeof loader>();
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
        <AdminOutlookNotice outlook={outlook} />
        <DueNext items={due} agency={agency} now={now} />
        <SlotList slots={slots.filter(({ endsAt }) => endsAt > now)} />
        {editions.some(({ all }) => all > 0) && <ProposalFilter filter={filter} unit={unit} units={units} />}
        {editions.map((edition) => (
          <AgencyEditionSection key={edition.id} edition={edition} agency={agency} now={now} filter={filter} />
        ))}
        <CertificateShelf certificates={certificates} />
        {objecting.map(({ id, name }) => (
          <p key={id}>
            <GoLink to={`/agencies/${agency.id}/assessor-objections/${id}`}>
              {t("conflicts.objecting.open")}: {inLocale(t.locale, name)}
            </GoLink>
          </p>
        ))}
        <p>
          <GoLink to={`/agencies/${agency.id}/certificates`}>{t("flow.shelf.open")}</GoLink>
        </p>
      </Stack>
    </>
  );
}
