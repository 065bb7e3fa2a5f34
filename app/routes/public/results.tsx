import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { ListHistory, ListMoves, WithdrawnNotice } from "#app/features/showcase/components/list-history.tsx";
import { ListBadge, ListSigners, ListState } from "#app/features/showcase/components/list-state.tsx";
import { ResultsTable } from "#app/features/showcase/components/results-table.tsx";
import { KindStatistics, ProvinceStatistics } from "#app/features/showcase/components/statistics.tsx";
import { resultsInput } from "#app/features/showcase/inputs.ts";
import { getResultsPage } from "#app/features/showcase/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame } from "#app/routes/edition-frame.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "showcase.results.pageTitle");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const input = parseForm(new URL(request.url).searchParams, resultsInput);
    const { edition, ...page } = getResultsPage(ctx, params.slug ?? "", input);
    return { edition: editionFrame(edition), year: edition.definition.year, input, ...page };
  });
}

export default function Results() {
  const t = useTranslate();
  const { edition, year, shown, input, withdrawn } = useLoaderData<typeof loader>();
  const place = { zone: edition.zone, year };
  const name = inLocale(t.locale, edition.name);
  return (
    <>
      <PageHeader
        title={t("showcase.results.title", { edition: name })}
        crumbs={[
          { label: t("common.nav.home"), to: "/" },
          { label: name, to: `/editions/${edition.slug}` },
          { label: t("showcase.results.pageTitle") },
        ]}
        crumbsLabel={t("common.crumbs")}
        aside={shown && <ListBadge status={shown.list.status} />}
      />
      {shown ? (
        <Stack gap="large">
          <Lists />
          <Withdrawn />
          <ListState list={shown.list} slug={edition.slug} zone={edition.zone} />
          {shown.signers.length > 0 && <ListSigners signers={shown.signers} />}
          {shown.list.listed < shown.list.size && (
            <p className="small faint">{t("showcase.results.fewer", { listed: shown.list.listed, size: shown.list.size })}</p>
          )}
          <KindStatistics composition={shown.composition} />
          <ProvinceStatistics provinces={shown.provinces} />
          <ResultsTable key={shown.list.key} shown={shown} input={input} />
          <ListMoves moves={shown.moves} year={year} />
          <ListHistory history={shown.history} {...place} />
          <Waiting />
        </Stack>
      ) : withdrawn.length > 0 ? (
        <Stack>
          <Withdrawn />
          <Waiting />
        </Stack>
      ) : (
        <NothingYet />
      )}
    </>
  );
}

/** The lists that are out, each with its address. */
function Lists() {
  const t = useTranslate();
  const { lists, shown } = useLoaderData<typeof loader>();
  if (lists.length < 2) return null;
  return (
    <TabsNav
      label={t("showcase.results.lists")}
      tabs={lists.map((list) => ({
        to: `?list=${list.key}`,
        label: inLocale(t.locale, list.name),
        count: list.listed,
        current: list.key === shown?.list.key,
      }))}
    />
  );
}

/** Lists that were out and are being made anew. */
function Withdrawn() {
  const { withdrawn, edition } = useLoaderData<typeof loader>();
  return withdrawn.map((list) => <WithdrawnNotice key={list.key} list={list} zone={edition.zone} />);
}

/** What is still to come, and from when. */
function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  return waiting.map((list) => (
    <p key={list.key} className="small faint">
      <WaitingWords list={list} />
    </p>
  ));
}

function WaitingWords({ list }: { list: { name: { id: string; en: string }; opensAt: number | null } }) {
  const t = useTranslate();
  const { edition } = useLoaderData<typeof loader>();
  const name = inLocale(t.locale, list.name);
  if (list.opensAt === null) return <>{t("showcase.results.waitingUnknown", { list: name })}</>;
  return <>{t("showcase.results.waiting", { list: name, date: formatDate(t.locale, list.opensAt, edition.zone) })}</>;
}

/** Before the first publication: when it is due, and that nothing is official until then. */
function NothingYet() {
  const t = useTranslate();
  const { waiting, edition } = useLoaderData<typeof loader>();
  const first = waiting.filter((list) => list.opensAt !== null).sort((a, b) => (a.opensAt ?? 0) - (b.opensAt ?? 0))[0];
  return (
    <EmptyState title={t("showcase.results.emptyTitle")}>
      <p>
        {first?.opensAt
          ? t("showcase.results.emptyOn", {
              list: inLocale(t.locale, first.name),
              date: formatDate(t.locale, first.opensAt, edition.zone),
            })
          : t("showcase.results.emptyUnknown")}
      </p>
    </EmptyState>
  );
}
