import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useLocation, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, ButtonRow, LinkButton } from "#app/components/button.tsx";
import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { PrintButton } from "#app/components/print-button.tsx";
import { Select } from "#app/components/select.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { Charts } from "#app/routes/organiser/control-room-charts.tsx";
import { controlRoomOf } from "#app/routes/organiser/control-room-of.server.ts";
import { type FigureRow, panels, tableOf } from "#app/routes/organiser/control-room-table.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "controlRoom.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const search = new URL(request.url).searchParams;
  return respond(ctx, () => controlRoomOf(ctx, params, { search, panelName: params.panel ?? "funnel", exported: false }).room);
}

const minute = 60_000;

/** Loads the figures again each minute while somebody looks; focus and scroll stay where they are. */
function useRefreshing(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, minute);
    return () => clearInterval(timer);
  }, [revalidate]);
}

export default function ControlRoomPage() {
  const t = useTranslate();
  const room = useLoaderData<typeof loader>();
  const { search } = useLocation();
  useRefreshing();
  const { panel } = room.data;
  const base = `/organiser/editions/${room.editionId}/control-room`;
  const file = (ending: string): string => `/downloads/control-room/${room.editionId}/${panel}.${ending}${search}`;
  const kept = new URLSearchParams(Object.entries(room.filter).filter(([key, value]) => value !== "" && key !== "days") as [string, string][]).toString();
  return (
    <>
      <PageHeader
        title={t("controlRoom.title")}
        meta={`${t("controlRoom.refreshed", { time: formatTime(t.locale, room.now, room.zone) })}. ${t("controlRoom.refreshing")}`}
        actions={<PrintButton>{t("common.print")}</PrintButton>}
      />
      <Stack>
        <TabsNav
          label={t("controlRoom.panelsLabel")}
          tabs={panels.map((one) => ({ to: `${base}${one === "funnel" ? "" : `/${one}`}${kept && `?${kept}`}`, label: t(`controlRoom.panels.${one}`), current: one === panel }))}
        />
        {panel !== "queues" && <Filter key={search} />}
        <Lead />
        <Charts room={room} />
        <Table />
        <ButtonRow>
          <LinkButton to={file("csv")} plain download>
            {t("controlRoom.csv")}
          </LinkButton>
          <LinkButton to={file("xlsx")} plain download>
            {t("controlRoom.xlsx")}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </>
  );
}

function Filter() {
  const t = useTranslate();
  const { data, filter, choices } = useLoaderData<typeof loader>();
  const all = t("controlRoom.all");
  const named = (items: typeof choices.groups) => items.map(({ key, name }) => ({ value: key, label: inLocale(t.locale, name) }));
  const ofPeople = data.panel === "people";
  const filtered = [filter.kind, filter.group, filter.category, filter.province].some(Boolean) || filter.days > 0;
  const hint = data.panel === "funnel" || data.panel === "queues" ? null : data.panel;
  return (
    <FilterBar
      label={t("controlRoom.filter")}
      submitWord={t("common.filter")}
      keep={"list" in data ? { sort: data.list.sort, dir: data.list.dir } : {}}
      active={filtered ? [{ key: "all", label: t("common.clear"), removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      {data.panel === "funnel" && <Select name="by" label={t("controlRoom.by")} options={(["kind", "province", "group", "category"] as const).map((by) => ({ value: by, label: t(`controlRoom.byDimension.${by}`) }))} defaultValue={data.by} dense />}
      <Select name="kind" label={t("controlRoom.kind")} emptyLabel={all} options={choices.kinds.map((kind) => ({ value: kind, label: t(`agencies.kinds.${kind}` as MessageKey) }))} defaultValue={filter.kind} dense />
      <Select name="province" label={t("controlRoom.province")} emptyLabel={all} options={choices.provinces.map(({ code, name }) => ({ value: code, label: name }))} defaultValue={filter.province} dense />
      {!ofPeople && <Select name="group" label={t("controlRoom.group")} emptyLabel={all} options={named(choices.groups)} defaultValue={filter.group} dense />}
      {!ofPeople && <Select name="category" label={t("controlRoom.category")} emptyLabel={all} options={named(choices.categories)} defaultValue={filter.category} dense />}
      {data.panel === "drafts" && <Select name="status" label={t("controlRoom.status")} emptyLabel={all} options={(["atUnit", "atAgency"] as const).map((one) => ({ value: one, label: t(`controlRoom.stands.${one}`) }))} defaultValue={data.list.status ?? ""} dense />}
      {data.panel === "people" && <Select name="state" label={t("controlRoom.state")} options={(["never", "long"] as const).map((one) => ({ value: one, label: t(`controlRoom.states.${one}`) }))} defaultValue={data.list.state} dense />}
      {data.panel === "curve" && (
        <Select
          name="earlier"
          label={t("controlRoom.earlier")}
          options={[{ value: "", label: t("controlRoom.earlierLatest") }, ...data.curve.choices.map(({ id, name }) => ({ value: id, label: inLocale(t.locale, name) })), { value: "none", label: t("controlRoom.earlierNone") }]}
          defaultValue={data.chosen}
          dense
        />
      )}
      {hint && <TextInput name="days" type="number" min={0} max={400} label={t(`controlRoom.daysHint.${hint}`)} defaultValue={filter.days === 0 ? "" : String(filter.days)} dense />}
    </FilterBar>
  );
}

function Lead() {
  const t = useTranslate();
  const { data } = useLoaderData<typeof loader>();
  const print = (value: number): string => formatNumber(t.locale, value);
  if (data.panel === "drafts") return <p className="soft">{`${t("controlRoom.draftsLead")} ${t("controlRoom.riskRule")}`}</p>;
  if (data.panel !== "people") return null;
  return <p className="soft">{`${t("controlRoom.peopleLead")} ${t("controlRoom.signedIn", { never: print(data.page.never), people: print(data.page.people) })} ${t("controlRoom.longRule")}`}</p>;
}

function Table() {
  const t = useTranslate();
  const room = useLoaderData<typeof loader>();
  const { data } = room;
  const table = tableOf(t, room);
  const chooses = room.mayRemind && table.rows.length > 0 && (data.panel === "drafts" || (data.panel === "people" && data.list.state === "never"));
  const columns = table.columns.map(
    ({ key, label, numeric, sortable, tight }, index): Column<FigureRow> => ({
      ...{ key, header: label, sortable: sortable ?? false, tight: tight ?? false, rowHeader: index === 0 },
      align: numeric ? "end" : "start",
      render: (row) => <Cell value={row.cells[index] ?? null} to={row.links?.[key]} />,
    }),
  );
  const choice: Column<FigureRow> = {
    key: "choose",
    header: t("controlRoom.chosen"),
    tight: true,
    render: (row) => <input type="checkbox" form="chosen" name={data.panel === "drafts" ? "proposal" : "person"} value={row.key.split(" ")[0]} aria-label={t("controlRoom.choose", { name: `${String(row.cells[0])}, ${String(row.cells[1])}` })} />,
  };
  const empty = data.panel === "drafts" ? "Drafts" : data.panel === "people" ? "body" : "ne";
  const emptyTitle = { Drafts: t("controlRoom.noDrafts"), body: t("controlRoom.nobody"), ne: t("controlRoom.none") }[empty];
  const emptyText = { Drafts: t("controlRoom.noDraftsText"), body: t("controlRoom.nobodyText"), ne: t("controlRoom.noneText") }[empty];
  return (
    <Stack gap="small">
      {chooses && <Act />}
      <DataTable<FigureRow>
        columns={chooses ? [choice, ...columns] : columns}
        rows={table.rows}
        rowKey={(row) => row.key}
        caption={t(`controlRoom.panels.${data.panel}`)}
        captionHidden
        cards={chooses}
        scrollLabel={t("common.table.scroll", { name: t(`controlRoom.panels.${data.panel}`) })}
        sort={"list" in data ? { key: data.list.sort, dir: data.list.dir } : undefined}
        sortWords={(header) => t("common.table.sortBy", { column: header })}
        empty={
          <EmptyState title={emptyTitle}>
            <p>{emptyText}</p>
          </EmptyState>
        }
      />
      {"page" in data && data.page.total > 0 && <Pages page={data.page} />}
    </Stack>
  );
}

function Cell({ value, to }: { value: string | number | null; to: string | undefined }) {
  const t = useTranslate();
  if (value === null) return <Missing word={t("common.none")} />;
  const words = typeof value === "number" ? formatNumber(t.locale, value) : value;
  return to && value !== 0 ? <Link to={to}>{words}</Link> : <>{words}</>;
}

/** The form of the ticked rows: the boxes in the table belong to it, and so does the button of the question beside it. */
function Act() {
  const t = useTranslate();
  const { data, editionId } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const drafts = data.panel === "drafts";
  const word = t(drafts ? "controlRoom.remind" : "controlRoom.invite");
  const action = `/organiser/editions/${editionId}/control-room/${drafts ? "reminders" : "invitations"}${search}`;
  return (
    <div className="noprint">
      <Form id="chosen" method="post" action={action} preventScrollReset />
      <ButtonRow>
        <ConfirmDialog title={`${word}?`} trigger={{ variant: "secondary", children: word }} confirm={word} cancel={t("common.cancel")} busyWord={t("common.busy")} form="chosen">
          <p>{t(drafts ? "controlRoom.remindHint" : "controlRoom.inviteHint")}</p>
        </ConfirmDialog>
        <ChooseAll />
      </ButtonRow>
    </div>
  );
}

/** Ticks every box of the page, or none: the boxes are the browser's own, so that they also work without scripts. */
function choose(checked: boolean): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][form="chosen"]')) box.checked = checked;
}

/** Chooses the whole page or nothing; what was sent is no longer chosen. */
function ChooseAll() {
  const t = useTranslate();
  const hydrated = useHydrated();
  const { state, formMethod } = useNavigation();
  const sent = useRef(false);
  useEffect(() => {
    if (formMethod === "POST") sent.current = true;
    if (state !== "idle" || !sent.current) return;
    sent.current = false;
    choose(false);
  }, [state, formMethod]);
  if (!hydrated) return null;
  return (
    <>
      <Button type="button" variant="quiet" onClick={() => choose(true)}>
        {t("controlRoom.chooseAll")}
      </Button>
      <Button type="button" variant="quiet" onClick={() => choose(false)}>
        {t("controlRoom.chooseNone")}
      </Button>
    </>
  );
}

function Pages({ page: { page, pages, pageSize, total, rows } }: { page: { page: number; pages: number; pageSize: number; total: number; rows: readonly unknown[] } }) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  const from = (page - 1) * pageSize + 1;
  return (
    <Pagination
      page={page}
      pages={pages}
      summary={t("controlRoom.summary", { from: print(from), to: print(from + rows.length - 1), total: print(total) })}
      words={{ label: t("controlRoom.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("controlRoom.page", { page: one }) }}
    />
  );
}
