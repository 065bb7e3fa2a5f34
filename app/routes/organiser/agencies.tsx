import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { inviteUnseatedMember } from "#app/acts/invite-member.server.ts";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { MemberFields, memberLabels } from "#app/features/agencies/components/member-fields.tsx";
import { localAdminInput, registrySearch } from "#app/features/agencies/inputs.ts";
import { countAdmins, countAgencies, findAgency, listAgencies } from "#app/features/agencies/queries.server.ts";
import { type AgencyId, agencyKinds } from "#app/features/agencies/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatNumber, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.registry.title");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    organisedEdition(ctx, params);
    const search = new URL(request.url).searchParams;
    const { q, kind, page } = registrySearch.parse(Object.fromEntries(search));
    const found = countAgencies(ctx, { search: q, kind, standing: true });
    const rows = listAgencies(ctx, { search: q, kind, standing: true, limit: pageSize, offset: (page - 1) * pageSize });
    const admins = countAdmins(ctx, rows.map((row) => row.id));
    const chosen = parseId("agency", search.get("invite") ?? undefined);
    const invitee = chosen && findAgency(ctx, chosen);
    return {
      ...{ q, kind, page, found },
      registry: found > 0 || countAgencies(ctx) > 0,
      invitee: invitee ? { id: invitee.id, name: invitee.name } : null,
      rows: rows.map(({ id, code, name, kind: own, zone }) => ({ id, code, name, kind: own, zone, admins: admins.get(id) ?? 0 })),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const { agencyId, ...person } = parseForm(form, localAdminInput);
    besideField(form, { "agencies.memberTaken": "email", "agencies.seatedElsewhere": "email", "agencies.notYourself": "email" }, () =>
      inviteUnseatedMember(ctx, { ...person, agencyId: agencyId as AgencyId, role: "admin" }),
    );
    const done = translators[ctx.locale]("agencies.registry.invited", { name: person.name });
    return redirectWithToast(editionPath(edition, "agencies"), done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Page["rows"][number];

export default function Agencies() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("agencies.registry.title")} meta={t("agencies.registry.lead")} actions={<LinkButton to="/organiser/registry">{t("registry.title")}</LinkButton>} />
      {page.invitee ? (
        <Columns>
          <Registry page={page} />
          <Invite key={page.invitee.id} agency={page.invitee} />
        </Columns>
      ) : (
        <Registry page={page} />
      )}
    </>
  );
}

function Registry({ page }: { page: Page }) {
  const t = useTranslate();
  const title = t("agencies.registry.caption");
  return (
    <Stack gap="small">
      <RegistryFilter page={page} />
      <DataTable
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={page.rows}
        rowKey={(row) => row.id}
        isCurrent={(row) => row.id === page.invitee?.id}
        empty={<NoAgency registry={page.registry} />}
        columns={useColumns()}
      />
      {page.found > 0 && <Pages page={page} />}
    </Stack>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslate();
  return [
    { key: "code", header: t("agencies.registry.code"), tight: true, render: (row) => row.code },
    { key: "name", header: t("agencies.registry.name"), rowHeader: true, render: (row) => row.name },
    { key: "kind", header: t("agencies.registry.kind"), render: (row) => t(`agencies.kinds.${row.kind}`) },
    { key: "zone", header: t("agencies.registry.zone"), render: (row) => zoneName(row.zone) },
    {
      key: "admins",
      header: t("agencies.registry.admins"),
      align: "end",
      render: (row) => (row.admins === 0 ? <Missing word={t("common.none")} /> : formatNumber(t.locale, row.admins)),
    },
    { key: "invite", header: <span className="vh">{t("agencies.registry.choose")}</span>, tight: true, render: (row) => <ChooseLink row={row} /> },
  ];
}

function ChooseLink({ row }: { row: Row }) {
  const t = useTranslate();
  const params = new URLSearchParams(useLocation().search);
  params.set("invite", row.id);
  return (
    <Link className="btn btn--quiet btn--dense" to={`?${params.toString()}#invite`}>
      {t("agencies.registry.choose")}
      <span className="vh"> {row.name}</span>
    </Link>
  );
}

function RegistryFilter({ page: { q, kind } }: { page: Page }) {
  const t = useTranslate();
  const active = q !== "" || kind !== null;
  return (
    <FilterBar
      label={t("agencies.registry.filter")}
      submitWord={t("common.filter")}
      clear={{ word: t("common.clear"), to: "?" }}
      active={active ? [{ key: "all", label: [q, kind && t(`agencies.kinds.${kind}`)].filter(Boolean).join(", "), removeTo: "?", removeWord: t("common.clear") }] : []}
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
      summary={t("agencies.registry.range", { from, to: from + rows.length - 1, count: found })}
      words={{
        label: t("common.table.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (one) => t("common.table.page", { page: one, pages }),
      }}
    />
  );
}

function NoAgency({ registry }: { registry: boolean }) {
  const t = useTranslate();
  return (
    <EmptyState title={t(registry ? "agencies.registry.empty" : "agencies.registry.emptyRegistry")}>
      {t(registry ? "agencies.registry.emptyBody" : "agencies.registry.emptyRegistryBody")}
    </EmptyState>
  );
}

function Invite({ agency }: { agency: NonNullable<Page["invitee"]> }) {
  const t = useTranslate();
  const state = useFormState();
  const root = useRoot();
  return (
    <Panel title={t("agencies.registry.invite", { agency: agency.name })} id="invite">
      <KeptForm id="local-admin" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={memberLabels(t)} />
        <input type="hidden" name="agencyId" value={agency.id} />
        <MemberFields state={state} unit={t("agencies.adminUnit")} />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("agencies.registry.submit")}
          </SubmitButton>
        </div>
      </KeptForm>
    </Panel>
  );
}
