import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { CellNote, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { registrySearch } from "#app/features/agencies/inputs.ts";
import { agenciesByIds, countAdmins, countAgencies, listAgencies, successorsOf } from "#app/features/agencies/queries.server.ts";
import { mayImportAgencies } from "#app/features/agencies/policy.ts";
import { agencyKinds } from "#app/features/agencies/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { requireKeeper } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.title");

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    requireKeeper(ctx);
    const { q, kind, province, page } = registrySearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const filter = { search: q, kind, province };
    const rows = listAgencies(ctx, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
    const admins = countAdmins(ctx, rows.map(({ id }) => id));
    const parents = agenciesByIds(ctx, rows.flatMap(({ parentId }) => parentId ?? []));
    const provinces = listAgencies(ctx, { kind: "provinsi", limit: 100, offset: 0 }).map(({ code, name }) => ({ code, name }));
    const gone = successorsOf(ctx, rows.map(({ id }) => id));
    return {
      mayImport: mayImportAgencies(ctx.actor),
      ...{ q, kind, province, page, provinces, found: countAgencies(ctx, filter) },
      rows: rows.map((row) => ({ ...row, into: gone.get(row.id)?.name ?? null, admins: admins.get(row.id) ?? 0, parent: row.parentId && (parents.get(row.parentId)?.name ?? null) })),
    };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Registry() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const title = t("registry.title");
  const pages = Math.max(1, Math.ceil(page.found / pageSize));
  const from = (page.page - 1) * pageSize + 1;
  return (
    <>
      <PageHeader title={title} meta={t("registry.lead")} actions={<Actions />} />
      <Stack gap="small">
        <Filter page={page} />
        <DataTable
          caption={title}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: title })}
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t("agencies.registry.empty")}>{t("agencies.registry.emptyBody")}</EmptyState>}
          columns={[
            { key: "code", header: t("agencies.registry.code"), tight: true, render: (row) => row.code },
            { key: "name", header: t("agencies.registry.name"), rowHeader: true, render: (row) => <Name row={row} /> },
            { key: "kind", header: t("agencies.registry.kind"), render: (row) => t(`agencies.kinds.${row.kind}`) },
            { key: "parent", header: t("registry.parent"), render: (row) => row.parent ?? <Missing word={t("common.none")} /> },
            { key: "admins", header: t("agencies.registry.admins"), align: "end", render: (row) => (row.admins === 0 ? <Missing word={t("common.none")} /> : formatNumber(t.locale, row.admins)) },
          ]}
        />
        {page.rows.length > 0 && (
          <Pagination
            page={page.page}
            pages={pages}
            summary={t("agencies.registry.range", { from, to: from + page.rows.length - 1, count: page.found })}
            words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
          />
        )}
      </Stack>
    </>
  );
}

/** An agency that went up in another stays in the registry, marked. */
function Name({ row: { id, name, into } }: { row: Page["rows"][number] }) {
  const t = useTranslate();
  return (
    <>
      <Link to={id}>{name}</Link>
      {into !== null && <CellNote>{t("registry.mergedInto", { name: into })}</CellNote>}
    </>
  );
}

function Actions() {
  const t = useTranslate();
  const { mayImport } = useLoaderData<typeof loader>();
  return (
    <ButtonRow>
      <LinkButton to="/organiser/appointments">{t("agencies.appointments.list.title")}</LinkButton>
      {mayImport && <LinkButton to="/organiser/registry/imports">{t("registry.import")}</LinkButton>}
    </ButtonRow>
  );
}

function Filter({ page: { q, kind, province, provinces } }: { page: Page }) {
  const t = useTranslate();
  const active = q !== "" || kind !== null || province !== "";
  const label = [q, kind && t(`agencies.kinds.${kind}`), provinces.find(({ code }) => code === province)?.name].filter(Boolean).join(", ");
  return (
    <FilterBar
      label={t("agencies.registry.filter")}
      submitWord={t("common.filter")}
      active={active ? [{ key: "all", label, removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <TextInput key={q} name="q" type="search" dense label={t("agencies.registry.search")} defaultValue={q} />
      <Select
        key={kind}
        name="kind"
        dense
        label={t("agencies.registry.kind")}
        emptyLabel={t("agencies.registry.allKinds")}
        defaultValue={kind ?? ""}
        options={agencyKinds.map((one) => ({ value: one, label: t(`agencies.kinds.${one}`) }))}
      />
      <Select
        key={`p${province}`}
        name="province"
        dense
        label={t("agencies.kinds.provinsi")}
        emptyLabel={t("registry.provinceAll")}
        defaultValue={province}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterBar>
  );
}
