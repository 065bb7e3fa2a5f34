import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Columns, Section, Stack } from "#app/components/panel.tsx";
import { ArchiveFilterBar } from "#app/features/archive/components/archive-filter.tsx";
import { AwardList } from "#app/features/archive/components/award-list.tsx";
import { archiveFilterInput } from "#app/features/archive/inputs.ts";
import { archiveFacets, archivePageSize, archivedYears, countAwardRecords, listAwardRecords } from "#app/features/archive/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "archive.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const filter = parseForm(new URL(request.url).searchParams, archiveFilterInput);
    const matching = countAwardRecords(ctx, filter);
    return {
      filter,
      facets: archiveFacets(ctx),
      years: archivedYears(ctx),
      records: listAwardRecords(ctx, filter),
      matching,
      pages: Math.max(1, Math.ceil(matching / archivePageSize)),
      from: (filter.page - 1) * archivePageSize,
    };
  });
}

export default function Archive() {
  const t = useTranslate();
  const { facets, filter, years } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("archive.title")}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("archive.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("archive.lead")}
      />
      {years.length === 0 ? (
        <EmptyState title={t("archive.empty")} />
      ) : (
        <Columns shape="narrow-wide">
          <Stack>
            <ArchiveFilterBar facets={facets} filter={filter} />
            <YearLinks />
          </Stack>
          <Records />
        </Columns>
      )}
    </>
  );
}

function YearLinks() {
  const t = useTranslate();
  const { years, facets } = useLoaderData<typeof loader>();
  const records = new Map(facets.years.map((one) => [one.year, one.records]));
  return (
    <Section title={t("archive.years")}>
      <ul className="records records--list">
        {years.map((year) => (
          <li key={year}>
            <Link to={`/archive/${year}`}>{t("archive.yearRecords", { year: String(year), count: records.get(year) ?? 0 })}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Records() {
  const t = useTranslate();
  const { records, matching, pages, from, filter } = useLoaderData<typeof loader>();
  if (records.length === 0) return <EmptyState title={t("archive.nothing")} />;
  return (
    <Stack>
      <AwardList records={records} level={2} />
      <Pagination
        page={filter.page}
        pages={pages}
        summary={t("archive.range", { from: from + 1, to: from + records.length, count: matching })}
        words={{
          label: t("common.table.pages"),
          previous: t("common.previous"),
          next: t("common.next"),
          page: (page) => t("common.table.page", { page, pages }),
        }}
      />
    </Stack>
  );
}
