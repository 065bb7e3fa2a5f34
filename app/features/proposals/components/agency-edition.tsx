import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel, Section, Stack } from "#app/components/panel.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { TaskLayout } from "#app/components/work-shell.tsx";
import { DeadlineCard } from "#app/features/proposals/components/deadline-card.tsx";
import { ProposalBadge } from "#app/features/proposals/components/position.tsx";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import { DraftsAtRisk } from "#app/features/proposals/components/overview/drafts-at-risk.tsx";
import { QuotaCounter } from "#app/features/proposals/components/overview/quota-counter.tsx";
import type { OverviewFilter } from "#app/features/proposals/overview/inputs.ts";
import type { AgencyEdition, AgencyOverview, ProposalRow } from "#app/features/proposals/overview/queries.server.ts";
import { proposalsPerPage } from "#app/features/proposals/overview/rules.ts";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type AgencyEditionProps = { edition: AgencyEdition; agency: AgencyOverview["agency"]; now: number; filter: OverviewFilter };

/** One edition as an agency sees it: its proposals, until when, and what is left of the quota. */
export function AgencyEditionSection({ edition, agency, now, filter }: AgencyEditionProps) {
  const t = useTranslate();
  const name = inLocale(t.locale, edition.name);
  return (
    <Section
      title={
        <>
          {name} {edition.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
        </>
      }
    >
      <TaskLayout aside={<Terms edition={edition} own={agency.zone} now={now} />}>
        <Stack>
          <DraftsAtRisk drafts={edition.atRisk} />
          <DataTable<ProposalRow>
            columns={columnsOf(t, agency.zone)}
            rows={edition.proposals}
            rowKey={(row) => row.id}
            caption={t("proposals.overview.table", { edition: name })}
            captionHidden
            cards
            scrollLabel={t("common.table.scroll", { name })}
            density="regular"
            sort={{ key: filter.sort, dir: filter.dir }}
            sortWords={(header) => t("common.table.sortBy", { column: header })}
            empty={<Nothing edition={edition} agency={agency} now={now} />}
          />
          {edition.total > 0 && <Pages edition={edition} />}
        </Stack>
      </TaskLayout>
    </Section>
  );
}

/** Nothing of this filter, or nothing at all: each says what to do. */
function Nothing({ edition, agency, now }: Omit<AgencyEditionProps, "filter">) {
  const t = useTranslate();
  if (edition.all > 0) {
    return (
      <EmptyState title={t("flow.home.noMatch")}>
        <p>{t("flow.home.noMatchText", { all: edition.all })}</p>
        <p>
          <Link to="?unit=all">{t("flow.home.showAll")}</Link>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("proposals.overview.empty")}>
      <p>{edition.open ? t("proposals.overview.emptyText") : <Window edition={edition} own={agency.zone} now={now} />}</p>
    </EmptyState>
  );
}

function Pages({ edition: { slug, page, pages, total, proposals } }: { edition: AgencyEdition }) {
  const t = useTranslate();
  const from = (page - 1) * proposalsPerPage;
  return (
    <Pagination
      page={page}
      pages={pages}
      param={`page-${slug}`}
      summary={t("proposals.entries.summary", { from: from + 1, to: from + proposals.length, total })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}

type TermsProps = { edition: AgencyEdition; own: string; now: number };

/** Until when, and how many still. */
function Terms({ edition, own, now }: TermsProps) {
  const t = useTranslate();
  return (
    <Stack>
      {edition.open && edition.closesAt !== null ? (
        <DeadlineCard now={now} closesAt={edition.closesAt} zones={{ own, edition: edition.zone }} />
      ) : (
        <p>
          <Window edition={edition} own={own} now={now} />
        </p>
      )}
      {edition.quotas.length > 0 && (
        <Panel title={t("proposals.overview.quota")} level={3}>
          <QuotaCounter quotas={edition.quotas} />
        </Panel>
      )}
      {edition.invitations.length > 0 && (
        <Panel title={t("proposals.overview.invitations")} level={3}>
          <ul className="stack stack--small">
            {edition.invitations.map(({ id, group, reference }) => (
              <li key={id}>{t("proposals.overview.invitationOf", { group: inLocale(t.locale, group), reference })}</li>
            ))}
          </ul>
        </Panel>
      )}
    </Stack>
  );
}

function Window({ edition, own, now }: TermsProps) {
  const t = useTranslate();
  const { opensAt, closesAt, zone } = edition;
  if (opensAt !== null && now < opensAt) {
    return <>{t("proposals.overview.opens", { time: ownTimeFirst(t.locale, opensAt, { own, edition: zone }) })}</>;
  }
  if (closesAt === null) return null;
  return <>{t("proposals.overview.closed", { time: ownTimeFirst(t.locale, closesAt - 60_000, { own, edition: zone }) })}</>;
}

const columnsOf = (t: Translate, zone: string): Column<ProposalRow>[] => [
  {
    key: "title",
    header: t("proposals.overview.columns.title"),
    sortable: true,
    rowHeader: true,
    render: (row) => (
      <>
        <Link to={`/proposals/${row.id}`}>{row.title}</Link>
        <CellNote>{`${row.unit}, ${inLocale(t.locale, row.group)}`}</CellNote>
        {row.comments > 0 && <CellNote>{t("flow.home.comments", { count: row.comments })}</CellNote>}
      </>
    ),
  },
  {
    key: "position",
    header: t("proposals.overview.columns.position"),
    sortable: true,
    tight: true,
    render: (row) => (
      <>
        <ProposalBadge status={row.status} reach={row.reach} />
        {row.gaps !== null && <CellNote>{row.gaps === 0 ? t("flow.home.complete") : t("flow.home.gaps", { count: row.gaps })}</CellNote>}
      </>
    ),
  },
  {
    key: "number",
    header: t("proposals.overview.columns.number"),
    sortable: true,
    tight: true,
    render: (row) => row.number ?? <Missing word={t("common.none")} />,
  },
  {
    key: "updated",
    header: t("proposals.overview.columns.updated"),
    sortable: true,
    tight: true,
    render: (row) => (
      <>
        {formatDate(t.locale, row.updatedAt, zone)}
        <CellNote>{formatTime(t.locale, row.updatedAt, zone)}</CellNote>
      </>
    ),
  },
];
