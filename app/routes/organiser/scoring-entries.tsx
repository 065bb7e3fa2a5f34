import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { ReadEntries } from "#app/features/scoring/components/read-entries.tsx";
import { listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { readEntriesSearch } from "#app/features/scoring/inputs.ts";
import { mayRecordAgreement } from "#app/features/scoring/policy.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.entries.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, stage, back } = deskOf(ctx, params, request);
    const { only, page } = readEntriesSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const all = listReadEntries(ctx, { editionId: edition.id, stage: stage.key });
    const found = only === undefined ? all : all.filter(({ diverges }) => diverges);
    const agrees = edition.definition.reading.agreedValue !== "none" && mayRecordAgreement(ctx.actor, edition.id);
    return {
      rows: found.slice((page - 1) * pageSize, page * pageSize),
      ...{ only, page, total: found.length, counts: { all: all.length, diverging: all.filter(({ diverges }) => diverges).length } },
      agreeBase: agrees ? `/organiser/editions/${edition.id}/scoring/entries` : null,
      ...{ stage: stage.key, stageName: stage.name, back },
    };
  });
}

export default function ScoringEntries() {
  const t = useTranslate();
  const { rows, total, page, only, counts, agreeBase, stage, stageName, back } = useLoaderData<typeof loader>();
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
