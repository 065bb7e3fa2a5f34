import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { accountSearch } from "#app/features/accounts/administration/inputs.ts";
import { searchAccounts } from "#app/features/accounts/administration/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { stateTones } from "#app/routes/system/account-words.ts";
import { SystemTabs } from "#app/routes/system/system-tabs.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "accounts.system.title");

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { page, ...filter } = accountSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    return { ...filter, page, ...searchAccounts(ctx, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }) };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Page["rows"][number];

export default function Accounts() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const caption = t("accounts.system.caption");
  return (
    <>
      <PageHeader title={t("accounts.system.title")} lead={t("accounts.system.lead")} />
      <SystemTabs />
      <Stack gap="small">
        <Filter page={page} />
        <DataTable
          caption={caption}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: caption })}
          rows={page.rows}
          rowKey={(row) => row.id}
          columns={useColumns()}
          empty={<EmptyState title={t("accounts.system.empty")}>{t("accounts.system.emptyBody")}</EmptyState>}
        />
        {page.found > 0 && <Pages page={page} />}
      </Stack>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslate();
  return [
    {
      key: "name",
      header: t("accounts.system.name"),
      rowHeader: true,
      render: (row) => (
        <>
          <Link to={`/system/accounts/${row.id}`}>{row.name}</Link>
          <CellNote>{row.email}</CellNote>
        </>
      ),
    },
    { key: "role", header: t("accounts.system.role"), render: (row) => t(`accounts.system.roles.${row.systemRole}`) },
    {
      key: "state",
      header: t("accounts.system.state"),
      render: (row) => <Badge tone={stateTones[row.state]}>{t(`accounts.system.states.${row.state}`)}</Badge>,
    },
    {
      key: "seen",
      header: t("accounts.system.lastSignIn"),
      render: (row) =>
        row.lastSignInAt === null ? <Missing word={t("accounts.system.never")} /> : formatInstant(t.locale, row.lastSignInAt, "Asia/Jakarta"),
    },
  ];
}

function Filter({ page: { q, role, state } }: { page: Page }) {
  const t = useTranslate();
  const words = [q, role && t(`accounts.system.roles.${role}`), state && t(`accounts.system.states.${state}`)].filter(Boolean).join(", ");
  return (
    <FilterBar
      label={t("accounts.system.filter")}
      submitWord={t("common.filter")}
      clear={{ word: t("common.clear"), to: "?" }}
      active={words ? [{ key: "all", label: words, removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <TextInput key={q} name="q" type="search" dense label={t("accounts.system.search")} defaultValue={q} />
      <Select
        key={`role-${role}`}
        name="role"
        dense
        label={t("accounts.system.role")}
        emptyLabel={t("accounts.system.anyRole")}
        defaultValue={role ?? ""}
        options={(["organiser", "operator", "auditor", "none"] as const).map((one) => ({ value: one, label: t(`accounts.system.roles.${one}`) }))}
      />
      <Select
        key={`state-${state}`}
        name="state"
        dense
        label={t("accounts.system.state")}
        emptyLabel={t("accounts.system.anyState")}
        defaultValue={state ?? ""}
        options={(["active", "invited", "locked", "erased"] as const).map((one) => ({ value: one, label: t(`accounts.system.states.${one}`) }))}
      />
    </FilterBar>
  );
}

function Pages({ page: { page, found, rows } }: { page: Page }) {
  const t = useTranslate();
  const pages = Math.ceil(found / pageSize);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t("accounts.system.range", { from, to: from + rows.length - 1, count: found })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}
