import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { CellNote, DataTable, Missing } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { SeatForm } from "#app/features/competitions/components/seat-form.tsx";
import { seatInput } from "#app/features/competitions/inputs.ts";
import { seatPerson } from "#app/features/competitions/operations.server.ts";
import { listFormerSeats, listSeats } from "#app/features/competitions/queries.server.ts";
import { seatSearch } from "#app/features/competitions/seating/inputs.ts";
import { invitationStates } from "#app/features/competitions/seating/queries.server.ts";
import { invitationStateNames, pagePeople, peoplePerPage, seatedPeople } from "#app/features/competitions/seating/rules.ts";
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
    const filter = seatSearch.parse(searchOf(request));
    const namesOf = (role: string) => seats.filter((seat) => seat.role === role).map(({ name }) => name);
    return {
      ...{ filter, dead, zone: definition.zone, former: listFormerSeats(ctx, id), taken: seats.map(({ role }) => role) },
      ...{ organisers: namesOf("organiser"), signatories: namesOf("signatory") },
      ...pagePeople(seatedPeople(seats, invitationStates(ctx, id)), filter),
    };
  });
}

/** An empty choice is none. */
const searchOf = (request: Request) => Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));

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
  const { people, total, page, pages, former, zone, taken, filter, organisers, signatories } = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
  const unfilled = seatRoles.filter((role) => !taken.includes(role));
  const roles = unfilled.map((role) => t(`competitions.roles.${role}`)).join(", ");
  return (
    <>
      <PageHeader title={t("competitions.seats.title")} meta={t("competitions.seats.lead")} actions={<LinkButton to="imports">{t("people.open")}</LinkButton>} />
      <Columns>
        <Stack>
          <TwoPersons organisers={organisers} signatories={signatories} />
          <SeatFilter filter={filter} />
          {unfilled.length > 0 && <Notice tone="info">{t("competitions.seats.unfilled", { roles })}</Notice>}
          <People people={people} filter={filter} />
          {pages > 1 && (
            <Pagination
              page={page}
              pages={pages}
              summary={t("competitions.seats.range", { from: (page - 1) * peoplePerPage + 1, to: (page - 1) * peoplePerPage + people.length, count: total })}
              words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
            />
          )}
          {former.length > 0 && <Former former={former} zone={zone} />}
        </Stack>
        <Panel title={t("competitions.seats.invite")} id="invite">
          <SeatForm key={taken.length} state={state} owner={root?.person?.email} />
        </Panel>
      </Columns>
    </>
  );
}

/** Everybody seated here, each once with all the seats he holds. */
function People({ people, filter }: Pick<Page, "people" | "filter">) {
  const t = useTranslate();
  const title = t("competitions.seats.caption");
  return (
    <DataTable
      caption={title}
      captionHidden
      cards
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={people}
      rowKey={(person) => person.userId}
      sort={{ key: filter.sort, dir: filter.dir }}
      sortWords={(header) => t("common.table.sortBy", { column: header })}
      empty={<EmptyState title={t("competitions.seats.nobody")}>{t("competitions.seats.nobodyBody")}</EmptyState>}
      columns={[
        { key: "name", header: t("competitions.seats.name"), sortable: true, rowHeader: true, render: (person) => <Person seat={person} /> },
        { key: "role", header: t("competitions.seats.held"), sortable: true, render: (person) => <HeldSeats name={person.name} seats={person.seats} /> },
        { key: "organisation", header: t("competitions.seats.organisation"), sortable: true, render: (person) => person.organisation },
        { key: "state", header: t("competitions.seats.invitation"), sortable: true, render: (person) => <State person={person} /> },
      ]}
    />
  );
}

function HeldSeats({ name, seats }: { name: string; seats: Page["people"][number]["seats"] }) {
  const t = useTranslate();
  return (
    <ul className="stack stack--small">
      {seats.map(({ seatId, role }) => (
        <li key={seatId}>
          {t(`competitions.roles.${role}`)} <Remove seat={{ seatId, name, role }} />
        </li>
      ))}
    </ul>
  );
}

function Person({ seat }: { seat: Pick<Page["people"][number], "name" | "email"> }) {
  const { dead } = useLoaderData<typeof loader>();
  return (
    <>
      {seat.name}
      <CellNote>{seat.email}</CellNote>
      <UndeliverableMark when={dead.includes(seat.email.toLowerCase())} />
    </>
  );
}

type Removable = Page["people"][number]["seats"][number] & { name: string };

function Remove({ seat: { seatId, name, role } }: { seat: Removable }) {
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
      <TextArea name="reason" label={t("competitions.seats.reason")} required minLength={5} maxLength={300} rows={3} />
    </ConfirmDialog>
  );
}

const tones = { sent: "open", bounced: "stop", accepted: "ok" } as const;

function State({ person: { name, state, seats } }: { person: Page["people"][number] }) {
  const t = useTranslate();
  const [first] = seats;
  return (
    <>
      <Badge tone={tones[state]}>{t(`competitions.seats.states.${state}`)}</Badge>
      {state !== "accepted" && first && (
        <Form method="post" action={`${first.seatId}/invitation`}>
          <SubmitButton variant="quiet" dense busyWord={t("common.busy")}>
            {t("competitions.seats.inviteAgain")}
            <span className="vh"> {name}</span>
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

/** A list is published by two: one of the secretariat who presents it, and the signatory who approves it. */
function TwoPersons({ organisers, signatories }: Pick<Page, "organisers" | "signatories">) {
  const t = useTranslate();
  if (signatories.length === 0) return <Notice tone="warn">{t("competitions.seats.noSignatory")}</Notice>;
  return <Notice tone="info">{t("competitions.seats.twoPersons", { organisers: organisers.join(", "), signatories: signatories.join(", ") })}</Notice>;
}

function SeatFilter({ filter: { q, held, state, sort, dir } }: Pick<Page, "filter">) {
  const t = useTranslate();
  const chosen = [q, held && t(`competitions.roles.${held}`), state && t(`competitions.seats.states.${state}`)].filter(Boolean).join(", ");
  return (
    <FilterBar
      label={t("competitions.seats.filter")}
      submitWord={t("common.filter")}
      keep={{ sort, dir }}
      active={chosen === "" ? [] : [{ key: "all", label: chosen, removeTo: "?", removeWord: t("common.clear") }]}
    >
      <TextInput key={q} name="q" type="search" dense label={t("competitions.seats.search")} defaultValue={q} />
      <Select
        key={`r${held ?? ""}`}
        name="held"
        dense
        label={t("competitions.seats.role")}
        emptyLabel={t("competitions.seats.anyRole")}
        defaultValue={held ?? ""}
        options={seatRoles.map((value) => ({ value, label: t(`competitions.roles.${value}`) }))}
      />
      <Select
        key={`s${state ?? ""}`}
        name="state"
        dense
        label={t("competitions.seats.invitation")}
        emptyLabel={t("competitions.seats.anyState")}
        defaultValue={state ?? ""}
        options={invitationStateNames.map((value) => ({ value, label: t(`competitions.seats.states.${value}`) }))}
      />
    </FilterBar>
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
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={former}
        rowKey={(seat) => seat.seatId}
        empty={<EmptyState title={t("competitions.seats.empty")} />}
        columns={[
          { key: "name", header: t("competitions.seats.name"), rowHeader: true, render: (seat) => <Person seat={seat} /> },
          { key: "role", header: t("competitions.seats.role"), render: (seat) => t(`competitions.roles.${seat.role}`) },
          { key: "reason", header: t("competitions.seats.reason"), render: (seat) => seat.removalReason || <Missing word={t("common.none")} /> },
          { key: "until", header: t("competitions.seats.until"), render: (seat) => formatDate(t.locale, seat.removedAt ?? 0, zone) },
        ]}
      />
    </Panel>
  );
}
