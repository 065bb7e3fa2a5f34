import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section, Stack } from "#app/components/panel.tsx";
import { Position } from "#app/features/proposals/components/position.tsx";
import { Changes } from "#app/features/proposals/components/versions/changes.tsx";
import { VersionChoice, VersionList } from "#app/features/proposals/components/versions/version-list.tsx";
import { comparisonInput } from "#app/features/proposals/versions/inputs.ts";
import { getVersionsPage } from "#app/features/proposals/versions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "flow.versions.title", data?.proposal.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const asked = comparisonInput.parse(Object.fromEntries(new URL(request.url).searchParams));
    return getVersionsPage(ctx, proposalIdOf(params), asked);
  });
}

/** Every version that was submitted, and what changed between any two of them. */
export default function Versions() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { proposal, versions, comparison } = page;
  return (
    <>
      <PageHeader
        title={t("flow.versions.title")}
        crumbs={[
          { label: t("proposals.overview.title"), to: `/agencies/${proposal.agencyId}` },
          { label: proposal.title, to: `/proposals/${proposal.id}` },
          { label: t("flow.versions.title") },
        ]}
        crumbsLabel={t("common.crumbs")}
        meta={[proposal.number, proposal.title].filter(Boolean).join(" · ")}
        lead={t("flow.versions.lead")}
        aside={<Position status={proposal.status} />}
      />
      <Stack gap="large">
        {versions.length === 0 ? (
          <EmptyState title={t("flow.versions.none")}>{t("flow.versions.noneText")}</EmptyState>
        ) : (
          <VersionList page={page} />
        )}
        {comparison && (
          <Section title={t("flow.versions.changed", { from: comparison.from, to: comparison.to })}>
            <Stack>
              <VersionChoice page={page} />
              <Changes comparison={comparison} />
            </Stack>
          </Section>
        )}
        {versions.length === 1 && <p className="soft">{t("flow.versions.onlyOne")}</p>}
      </Stack>
    </>
  );
}
