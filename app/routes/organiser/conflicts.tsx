import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { DetectedPanel } from "#app/features/conflicts/components/detected-panel.tsx";
import { ObjectionsPanel } from "#app/features/conflicts/components/objections-panel.tsx";
import { RegisterTable } from "#app/features/conflicts/components/register-table.tsx";
import { registerSearch } from "#app/features/conflicts/inputs.ts";
import { listAgencyObjections } from "#app/features/conflicts/objecting/queries.server.ts";
import { listConflicts, listDetected } from "#app/features/conflicts/register/queries.server.ts";
import { registerStates } from "#app/features/conflicts/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "conflicts.register.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId) throw notFound("competitions.editionUnknown");
    const { state, page } = registerSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const listed = listConflicts(ctx, { editionId, state, limit: pageSize, offset: (page - 1) * pageSize });
    const { zone, conflicts } = getEdition(ctx, editionId).definition;
    const objections = listAgencyObjections(ctx, editionId);
    return {
      ...{ ...listed, state, page, zone, base: `/organiser/editions/${editionId}/conflicts`, csv: `/downloads/conflicts/${editionId}.csv` },
      detected: listDetected(ctx, editionId),
      objections: conflicts.byAgency === "no" && objections.length === 0 ? null : objections,
    };
  });
}

export default function Conflicts() {
  const t = useTranslate();
  const { rows, total, state, page, zone, base, csv, detected, objections } = useLoaderData<typeof loader>();
  const tabs = [undefined, ...registerStates].map((one) => ({
    to: one === undefined ? "?" : `?state=${one}`,
    label: one === undefined ? t("conflicts.register.all") : t(`conflicts.states.${one}`),
    current: state === one,
  }));
  return (
    <>
      <PageHeader
        title={t("conflicts.register.title")}
        meta={t("conflicts.register.lead")}
        actions={
          <LinkButton to={csv} variant="secondary" icon={Download} plain>
            {t("conflicts.register.download")}
          </LinkButton>
        }
      />
      <Stack>
        <TabsNav label={t("conflicts.register.tabs")} tabs={tabs} />
        <RegisterTable rows={rows} total={total} page={page} pageSize={pageSize} filtered={state !== undefined} zone={zone} base={base} />
        {objections && <ObjectionsPanel rows={objections} base={`${base}/objections`} />}
        <DetectedPanel found={detected} zone={zone} />
      </Stack>
    </>
  );
}
