import { Badge, type Tone } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { InvitationFilter } from "#app/features/proposals/invitations/inputs.ts";
import type { InvitationPage, InvitationRow, InvitationState } from "#app/features/proposals/invitations/queries.server.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const tones: Record<InvitationState, Tone> = { standing: "open", used: "ok", withdrawn: "neutral" };
const states = ["standing", "used", "withdrawn"] as const;

type InvitationTableProps = { page: InvitationPage; filter: InvitationFilter; zone: string };

/** Who was invited into which group, on what award, and whether it has been used. */
export function InvitationTable({ page, filter, zone }: InvitationTableProps) {
  const t = useTranslate();
  const from = (page.page - 1) * page.pageSize;
  const asked = filter.search !== "" || filter.state !== null;
  return (
    <Stack>
      <FilterBar label={t("proposals.invitations.filter")} submitWord={t("common.filter")} keep={{}}>
        <TextInput dense type="search" name="search" label={t("proposals.invitations.search")} defaultValue={filter.search} />
        <Select
          dense
          name="state"
          label={t("proposals.invitations.state")}
          defaultValue={filter.state ?? ""}
          options={[{ value: "", label: t("proposals.invitations.all") }, ...states.map((value) => ({ value, label: t(`proposals.invitations.states.${value}`) }))]}
        />
      </FilterBar>
      <DataTable
        caption={t("proposals.invitations.caption")}
        cards
        scrollLabel={t("common.table.scroll", { name: t("proposals.invitations.caption") })}
        rows={page.rows}
        rowKey={(row) => row.id}
        isMuted={(row) => row.state === "withdrawn"}
        empty={
          <EmptyState title={t(asked ? "proposals.invitations.noMatch" : "proposals.invitations.empty")}>
            {t(asked ? "proposals.invitations.noMatchText" : "proposals.invitations.emptyText")}
          </EmptyState>
        }
        columns={useColumns(zone)}
      />
      {page.total > 0 && (
        <Pagination
          page={page.page}
          pages={page.pages}
          summary={t("proposals.entries.summary", { from: from + 1, to: from + page.rows.length, total: page.total })}
          words={{
            label: t("common.table.pages"),
            previous: t("common.previous"),
            next: t("common.next"),
            page: (one) => t("common.table.page", { page: one, pages: page.pages }),
          }}
        />
      )}
    </Stack>
  );
}

function useColumns(zone: string): Column<InvitationRow>[] {
  const t = useTranslate();
  return [
    { key: "agency", header: t("proposals.invitations.columns.agency"), rowHeader: true, render: (row) => row.agencyName },
    {
      key: "reference",
      header: t("proposals.invitations.columns.reference"),
      render: (row) => (
        <>
          {row.reference}
          <CellNote>{inLocale(t.locale, row.group)}</CellNote>
          {row.note && <CellNote>{row.note}</CellNote>}
        </>
      ),
    },
    { key: "at", header: t("proposals.invitations.columns.at"), tight: true, render: (row) => formatDate(t.locale, row.invitedAt, zone) },
    {
      key: "state",
      header: t("proposals.invitations.columns.state"),
      render: (row) => (
        <>
          <Badge tone={tones[row.state]}>{t(`proposals.invitations.states.${row.state}`)}</Badge>
          {row.state === "withdrawn" && <CellNote>{t("proposals.invitations.withdrawnBecause", { reason: row.withdrawnReason })}</CellNote>}
        </>
      ),
    },
    {
      key: "act",
      header: <span className="vh">{t("proposals.invitations.columns.act")}</span>,
      tight: true,
      render: (row) => (row.state === "standing" ? <Withdraw row={row} /> : null),
    },
  ];
}

function Withdraw({ row }: { row: InvitationRow }) {
  const t = useTranslate();
  return (
    <LinkButton to={`${row.id}/withdrawal`} variant="quiet" dense>
      {t("proposals.invitations.withdraw")}
      <span className="vh">: {row.agencyName}</span>
    </LinkButton>
  );
}
