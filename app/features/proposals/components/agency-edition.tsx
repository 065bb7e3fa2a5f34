import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Panel, Section, Stack } from "#app/components/panel.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { TaskLayout } from "#app/components/work-shell.tsx";
import { DeadlineCard } from "#app/features/proposals/components/deadline-card.tsx";
import { ProposalBadge } from "#app/features/proposals/components/position.tsx";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import type { AgencyEdition, AgencyOverview, ProposalRow, Quota } from "#app/features/proposals/overview/queries.server.ts";
import { formatDate, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type AgencyEditionProps = { edition: AgencyEdition; agency: AgencyOverview["agency"]; now: number };

/** One edition as an agency sees it: its proposals, until when, and what is left of the quota. */
export function AgencyEditionSection({ edition, agency, now }: AgencyEditionProps) {
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
        <DataTable<ProposalRow>
          columns={columnsOf(t, agency.zone)}
          rows={edition.proposals}
          rowKey={(row) => row.id}
          caption={t("proposals.overview.table", { edition: name })}
          captionHidden
          scrollLabel={t("common.table.scroll", { name })}
          density="regular"
          empty={
            <EmptyState title={t("proposals.overview.empty")}>
              <p>{edition.open ? t("proposals.overview.emptyText") : <Window edition={edition} own={agency.zone} now={now} />}</p>
            </EmptyState>
          }
        />
      </TaskLayout>
    </Section>
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
      <Panel title={t("proposals.overview.quota")} level={3}>
        <DescriptionList form="compact" items={edition.quotas.map((quota) => quotaLine(t, quota))} />
      </Panel>
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

const quotaLine = (t: Translate, { group, used, limit }: Quota) => ({
  key: group?.id ?? "all",
  term: group ? inLocale(t.locale, group) : t("proposals.overview.quotaAll"),
  value: limit === null ? t("proposals.overview.quotaFree", { used }) : t("proposals.overview.quotaUsed", { used, limit }),
});

const columnsOf = (t: Translate, zone: string): Column<ProposalRow>[] => [
  {
    key: "title",
    header: t("proposals.overview.columns.title"),
    rowHeader: true,
    render: (row) => (
      <>
        <Link to={`/proposals/${row.id}`}>{row.title}</Link>
        <CellNote>{`${row.unit}, ${inLocale(t.locale, row.group)}`}</CellNote>
      </>
    ),
  },
  {
    key: "position",
    header: t("proposals.overview.columns.position"),
    tight: true,
    render: (row) => <ProposalBadge status={row.status} reach={row.reach} />,
  },
  {
    key: "number",
    header: t("proposals.overview.columns.number"),
    tight: true,
    render: (row) => row.number ?? <Missing word={t("common.none")} />,
  },
  {
    key: "updated",
    header: t("proposals.overview.columns.updated"),
    tight: true,
    render: (row) => (
      <>
        {formatDate(t.locale, row.updatedAt, zone)}
        <CellNote>{formatTime(t.locale, row.updatedAt, zone)}</CellNote>
      </>
    ),
  },
];
