import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { appointmentSearch } from "#app/features/agencies/appointments/inputs.ts";
import { type AppointmentRow, listAgenciesWithoutAdmin, listAppointments } from "#app/features/agencies/appointments/queries.server.ts";
import { appointmentStatuses } from "#app/features/agencies/appointments/types.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "agencies.appointments.list.title");

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { state, page } = appointmentSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    return { ...listAppointments(ctx, { state, limit: pageSize, offset: (page - 1) * pageSize }), state, page, without: listAgenciesWithoutAdmin(ctx) };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Agencies that lost their last local admin and go on writing. */
function WithoutAdmin({ list }: { list: Page["without"] }) {
  const t = useTranslate();
  return (
    <Notice tone="warn" title={t("agencies.outlook.without")}>
      <ul className="stack stack--small">
        {list.map(({ id, name, writers }) => (
          <li key={id}>
            <Link to={`/organiser/registry/${id}`}>{name}</Link> {t("agencies.outlook.writers", { count: writers })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export default function Appointments() {
  const t = useTranslate();
  const { rows, total, page, without } = useLoaderData<typeof loader>();
  const caption = t("agencies.appointments.list.caption");
  const from = (page - 1) * pageSize + 1;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <>
      <PageHeader
        title={t("agencies.appointments.list.title")}
        meta={t("agencies.appointments.list.lead")}
        crumbs={[{ label: t("registry.title"), to: "/organiser/registry" }, { label: t("agencies.appointments.list.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {without.length > 0 && <WithoutAdmin list={without} />}
        <States />
        <DataTable
          caption={caption}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: caption })}
          rows={rows}
          rowKey={(row) => row.id}
          columns={useColumns()}
          empty={<Empty />}
        />
        {pages > 1 && (
          <Pagination
            page={page}
            pages={pages}
            summary={t("agencies.appointments.list.range", { from, to: from + rows.length - 1, count: total })}
            words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
          />
        )}
      </Stack>
    </>
  );
}

function States() {
  const t = useTranslate();
  const { counts, state } = useLoaderData<typeof loader>();
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const tabs = [
    ...appointmentStatuses.map((one) => {
      return { to: `?state=${one}`, label: t(`agencies.appointments.states.${one}`), count: formatNumber(t.locale, counts[one]), current: state === one };
    }),
    { to: "?state=all", label: t("agencies.appointments.list.all"), count: formatNumber(t.locale, all), current: state === "all" },
  ];
  return <TabsNav label={t("agencies.appointments.list.tabs")} tabs={tabs} />;
}

function Empty() {
  const t = useTranslate();
  const { state } = useLoaderData<typeof loader>();
  if (state !== "asked") return <EmptyState title={t("agencies.appointments.list.empty")}>{t("agencies.appointments.list.emptyBody")}</EmptyState>;
  return <EmptyState title={t("agencies.appointments.list.emptyAsked")}>{t("agencies.appointments.list.emptyAskedBody")}</EmptyState>;
}

const tones: Record<AppointmentRow["status"], Tone> = { asked: "open", verified: "ok", refused: "stop", expired: "neutral" };

function useColumns(): Column<AppointmentRow>[] {
  const t = useTranslate();
  return [
    {
      key: "person",
      header: t("agencies.appointments.list.person"),
      rowHeader: true,
      render: (row) => (
        <>
          <Link to={`/organiser/appointments/${row.id}`}>{row.name}</Link>
          <CellNote>{row.position}</CellNote>
        </>
      ),
    },
    { key: "agency", header: t("agencies.appointments.list.agency"), render: (row) => row.agencyName },
    { key: "askedAt", header: t("agencies.appointments.list.askedAt"), render: (row) => formatInstant(t.locale, row.createdAt, "Asia/Jakarta") },
    {
      key: "state",
      header: t("agencies.appointments.list.state"),
      tight: true,
      render: (row) => <Badge tone={tones[row.status]}>{t(`agencies.appointments.states.${row.status}`)}</Badge>,
    },
  ];
}
