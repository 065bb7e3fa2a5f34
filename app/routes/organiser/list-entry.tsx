import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { ResultFacts, StageMarks } from "#app/features/ranking/components/explanation-panels.tsx";
import { ruleNames } from "#app/features/ranking/components/rule-names.ts";
import { getExplanation } from "#app/features/ranking/explaining/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.explain.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, award } = awardOfAddress(ctx, params);
    if (!/^\d{1,7}$/.test(params.number ?? "")) throw notFound("ranking.listUnknown");
    const explanation = getExplanation(ctx, { editionId: edition.id, listKey: award.key, number: Number(params.number) });
    const { zone, year } = edition.definition;
    return { ...{ explanation, zone, year, name: award.name, back: listPath(params) }, names: ruleNames(edition.definition, award) };
  });
}

/** How one entry came to its value and its place. */
export default function ListEntry() {
  const t = useTranslate();
  const { explanation, names, name, back, zone, year } = useLoaderData<typeof loader>();
  const { entry, list, stages } = explanation;
  return (
    <>
      <PageHeader
        title={entry.title}
        crumbs={[{ label: inLocale(t.locale, name), to: back }, { label: numberText(year, entry.number) }]}
        crumbsLabel={t("common.crumbs")}
        meta={`${entry.agencyName}, ${t("ranking.list.meta", { version: list.version, time: formatInstant(t.locale, list.computedAt, zone) })}`}
        lead={t("ranking.explain.lead")}
      />
      <Stack>
        <ResultFacts explanation={explanation} names={names} year={year} />
        {stages.map((stage) => (
          <StageMarks key={stage.stage} stage={stage} />
        ))}
      </Stack>
    </>
  );
}
