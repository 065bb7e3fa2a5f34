import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { previewSearch } from "#app/features/competitions/people/inputs.ts";
import { listImportRows } from "#app/features/competitions/people/queries.server.ts";
import { rowVerdicts, type RowVerdict } from "#app/features/competitions/people/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { importOf } from "#app/routes/organiser/people-scope.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "people.preview");

const pageSize = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { scope, found } = importOf(ctx, params);
    const { verdict, page } = previewSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const rows = listImportRows(ctx, found.id, { verdict, limit: pageSize, offset: (page - 1) * pageSize });
    return { ...scope, ...found, list: rows, verdict, page, listed: verdict ? found.counts[verdict] : found.rows };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Page["list"][number];

export default function PeopleImport() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { kind, base, fileName, rows, status } = page;
  const title = t("people.preview");
  const from = t(kind === "seats" ? "competitions.seats.title" : "agencies.members.title");
  return (
    <>
      <PageHeader
        title={title}
        meta={`${t("people.read", { count: rows, file: fileName })} ${t(`people.statuses.${status}`)}.`}
        crumbs={[{ label: from, to: base }, { label: t("people.title"), to: `${base}/imports` }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        actions={<Actions page={page} />}
      />
      <Stack gap="small">
        {(status === "applying" || status === "done") && <Going page={page} />}
        <Verdicts page={page} />
        <Rows page={page} />
      </Stack>
    </>
  );
}

function Actions({ page: { id, base, status, counts } }: { page: Page }) {
  const t = useTranslate();
  const count = counts.newAccount + counts.existing;
  const faults = counts.fault + counts.failed;
  return (
    <ButtonRow>
      {faults > 0 && (
        <LinkButton to={`/downloads/people-imports/${id}.csv`} plain download>
          {t("people.faultsFile")}
        </LinkButton>
      )}
      {status === "ready" && <Discard />}
      {status === "done" && <LinkButton to={`${base}/imports`}>{t("people.again")}</LinkButton>}
      {status === "ready" && count > 0 && <Apply count={count} faults={faults} />}
    </ButtonRow>
  );
}

function Apply({ count, faults }: { count: number; faults: number }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("people.applyTitle", { count })}
      trigger={{ variant: "primary", children: t("people.apply", { count }) }}
      confirm={t("people.apply", { count })}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action="application"
    >
      <p>{t("people.applyBody", { faults })}</p>
    </ConfirmDialog>
  );
}

function Discard() {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("people.discardTitle")}
      trigger={{ children: t("people.discard") }}
      confirm={t("people.discard")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action="discarding"
      danger
    >
      <p>{t("people.discardBody")}</p>
    </ConfirmDialog>
  );
}

/** Asks again every two seconds while the worker invites. Without scripts one reloads. */
function Going({ page: { status, counts } }: { page: Page }) {
  const t = useTranslate();
  const { revalidate } = useRevalidator();
  const isGoing = status === "applying";
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(revalidate, 2_000);
    return () => clearInterval(timer);
  }, [isGoing, revalidate]);
  const all = counts.done + counts.failed + counts.newAccount + counts.existing;
  return (
    <div role="status">
      <Progress value={counts.done} max={Math.max(all, 1)} label={t("people.progress")} words={t("people.progressWords", { done: counts.done, all })} />
      {isGoing && <noscript><a href="?">{t("people.reload")}</a></noscript>}
    </div>
  );
}

function Verdicts({ page: { counts, rows, verdict } }: { page: Page }) {
  const t = useTranslate();
  const shown = rowVerdicts.filter((one) => counts[one] > 0 || one === verdict);
  const tabs = [
    { to: "?", label: t("people.all"), count: formatNumber(t.locale, rows), current: verdict === null },
    ...shown.map((one) => ({ to: `?verdict=${one}`, label: t(`people.verdicts.${one}`), count: formatNumber(t.locale, counts[one]), current: verdict === one })),
  ];
  return <TabsNav label={t("people.filter")} tabs={tabs} />;
}

function Rows({ page }: { page: Page }) {
  const t = useTranslate();
  const title = t("people.caption");
  const pages = Math.max(1, Math.ceil(page.listed / pageSize));
  const from = (page.page - 1) * pageSize + 1;
  return (
    <>
      <DataTable
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={page.list}
        rowKey={(row) => String(row.line)}
        empty={<EmptyState title={t("people.emptyFilter")}>{t("people.emptyFilterBody")}</EmptyState>}
        columns={useColumns(page)}
      />
      {page.list.length > 0 && (
        <Pagination
          page={page.page}
          pages={pages}
          summary={t("people.range", { from, to: from + page.list.length - 1, count: page.listed })}
          words={{ label: t("common.table.pages"), previous: t("common.previous"), next: t("common.next"), page: (one) => t("common.table.page", { page: one, pages }) }}
        />
      )}
    </>
  );
}

function useColumns({ kind, status }: Page): Column<Row>[] {
  const t = useTranslate();
  const columns: Column<Row>[] = [
    { key: "line", header: t("people.line"), tight: true, align: "end", render: (row) => formatNumber(t.locale, row.line) },
    { key: "name", header: t("people.name"), rowHeader: true, render: (row) => <>{row.name}<CellNote>{row.email}</CellNote></> },
    { key: "role", header: t("people.role"), render: (row) => row.role },
    { key: "place", header: t(`people.place.${kind}`), render: (row) => row.place },
    { key: "verdict", header: t("people.verdict"), render: (row) => <Verdict row={row} /> },
  ];
  const mend: Column<Row> = {
    key: "mend",
    header: <span className="vh">{t("people.mend")}</span>,
    tight: true,
    render: ({ line }) => (
      <Link className="btn btn--quiet btn--dense" to={`rows/${line}`}>
        {t("people.mend")}
        <span className="vh"> {t("people.line")} {line}</span>
      </Link>
    ),
  };
  return status === "ready" ? [...columns, mend] : columns;
}

const tones = { fault: "stop", failed: "stop", newAccount: "info", existing: "info", already: "neutral", done: "ok" } as const satisfies Record<RowVerdict, string>;

function Verdict({ row: { verdict, faults } }: { row: Row }) {
  const t = useTranslate();
  return (
    <>
      <Badge tone={tones[verdict]}>{t(`people.verdicts.${verdict}`)}</Badge>
      {faults.map((fault) => (
        <CellNote key={fault.key}>{t(fault.key as MessageKey, fault.params)}</CellNote>
      ))}
    </>
  );
}
