import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { ReadEntries } from "#app/features/scoring/components/read-entries.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.entries.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readAside(ctx, "scoringEntriesPage", { params, request }));
}

export default function ScoringEntries() {
  const t = useTranslate();
  const { rows, total, page, pageSize, only, counts, agreeBase, stage, stageName, back } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("scoring.entries.title")}
        meta={inLocale(t.locale, stageName)}
        lead={t("scoring.entries.lead")}
        crumbs={[{ to: back, label: t("scoring.progress.title") }, { label: t("scoring.entries.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        <TabsNav
          label={t("scoring.entries.filter")}
          tabs={[
            { to: `?stage=${encodeURIComponent(stage)}`, label: t("scoring.entries.all"), count: formatNumber(t.locale, counts.all), current: only === undefined },
            { to: `?stage=${encodeURIComponent(stage)}&only=diverging`, label: t("scoring.entries.onlyDiverging"), count: formatNumber(t.locale, counts.diverging), current: only === "diverging" },
          ]}
        />
        <ReadEntries {...{ rows, total, page, pageSize, agreeBase, stage }} />
      </Stack>
    </>
  );
}
