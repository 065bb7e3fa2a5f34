import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { SeatForm } from "#app/features/competitions/components/seat-form.tsx";
import { seatInput } from "#app/features/competitions/inputs.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { listFormerSeats, listSeats } from "#app/features/competitions/queries.server.ts";
import { seatRoles } from "#app/features/competitions/types.ts";
import { UndeliverableMark } from "#app/features/notifications/components/undeliverable-mark.tsx";
import { undeliverableOf } from "#app/features/notifications/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.seats.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, definition } = organisedEdition(ctx, params);
    const seats = listSeats(ctx, id);
    const dead = [...undeliverableOf(ctx, seats.map(({ email }) => email)).keys()];
    return { zone: definition.zone, seats, former: listFormerSeats(ctx, id), dead };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId } = organisedEdition(ctx, params);
    const input = parseForm(form, seatInput);
    besideField(form, { "competitions.seatTaken": "email", "competitions.seatsIncompatible": "role" }, () => seatPerson(ctx, { editionId, ...input }));
    const t = translators[ctx.locale];
    const done = t("competitions.seats.invited", { name: input.name, role: t(`competitions.roles.${input.role}`) });
    return redirectWithToast(editionPath({ id: editionId }, "seats"), done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Seats() {
  const t = useTranslate();
  const { seats, former, zone } = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
  const unfilled = seatRoles.filter((role) => seats.every((seat) => seat.role !== role));
  const roles = unfilled.map((role) => t(`competitions.roles.${role}`)).join(", ");
  return (
    <>
      <PageHeader title={t("competitions.seats.title")} meta={t("competitions.seats.lead")} />
      <Columns>
        <Stack>
          {unfilled.length > 0 && <Notice tone="info">{t("competitions.seats.unfilled", { roles })}</Notice>}
          {seatRoles.map((role) => (
            <RolePanel key={role} role={role} seats={seats.filter((seat) => seat.role === role)} />
          ))}
          {former.length > 0 && <Former former={former} zone={zone} />}
        </Stack>
        <Panel title={t("competitions.seats.invite")} id="invite">
          <SeatForm key={seats.length} state={state} owner={root?.person?.email} />
        </Panel>
      </Columns>
    </>
  );
}

function RolePanel({ role, seats }: { role: (typeof seatRoles)[number]; seats: Page["seats"] }) {
  const t = useTranslate();
  const name = t(`competitions.roles.${role}`);
  if (seats.length === 0) return null;
  return (
    <Panel title={name} aside={t("competitions.seats.count", { count: seats.length })} flush>
      <DataTable
        bare
        caption={`${t("competitions.seats.caption")}: ${name}`}
        captionHidden
        scrollLabel={t("common.table.scroll", { name })}
        rows={seats}
        rowKey={(seat) => seat.seatId}
        columns={[
          { key: "name", header: t("competitions.seats.name"), rowHeader: true, render: (seat) => <Person seat={seat} /> },
          { key: "organisation", header: t("competitions.seats.organisation"), render: (seat) => seat.organisation },
          { key: "remove", header: <span className="vh">{t("competitions.seats.remove")}</span>, align: "end", tight: true, render: (seat) => <Remove seat={seat} /> },
        ]}
      />
    </Panel>
  );
}

function Person({ seat }: { seat: Page["seats"][number] }) {
  const { dead } = useLoaderData<typeof loader>();
  return (
    <>
      {seat.name}
      <CellNote>{seat.email}</CellNote>
      <UndeliverableMark when={dead.includes(seat.email.toLowerCase())} />
    </>
  );
}

function Remove({ seat: { seatId, name, role } }: { seat: Page["seats"][number] }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("competitions.seats.confirmRemove", { role: t(`competitions.roles.${role}`), name })}
      trigger={{ variant: "quiet", dense: true, children: t("competitions.seats.remove") }}
      confirm={t("competitions.seats.remove")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={`${seatId}/removal`}
      danger
    >
      <p>{t("competitions.seats.consequence")}</p>
    </ConfirmDialog>
  );
}

function Former({ former, zone }: Pick<Page, "former" | "zone">) {
  const t = useTranslate();
  const title = t("competitions.seats.former");
  return (
    <Panel title={title} flush>
      <DataTable
        bare
        caption={title}
        captionHidden
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={former}
        rowKey={(seat) => seat.seatId}
        empty={<EmptyState title={t("competitions.seats.empty")} />}
        columns={[
          { key: "name", header: t("competitions.seats.name"), rowHeader: true, render: (seat) => <Person seat={seat} /> },
          { key: "role", header: t("competitions.seats.role"), render: (seat) => t(`competitions.roles.${seat.role}`) },
          { key: "until", header: t("competitions.seats.until"), render: (seat) => formatDate(t.locale, seat.removedAt ?? 0, zone) },
        ]}
      />
    </Panel>
  );
}
