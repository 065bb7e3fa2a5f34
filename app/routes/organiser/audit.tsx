import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ButtonRow, GoLink, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { useLookAgain } from "#app/components/look-again.ts";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { findExaminations } from "#app/features/audit/examination/queries.server.ts";
import { faultSentence } from "#app/features/audit/examination/rules.ts";
import type { LogFault } from "#app/features/audit/examination/types.ts";
import { auditFilterInput } from "#app/features/audit/inputs.ts";
import { type AuditRow, listAuditChoices, listAuditEntries } from "#app/features/audit/log/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { actionWords, auditedEdition } from "#app/routes/organiser/audit-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const pageSize = 50;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id: editionId, definition } = auditedEdition(ctx, params);
    const filter = parseForm(new URL(request.url).searchParams, auditFilterInput);
    const entries = listAuditEntries(ctx, { editionId, zone: definition.zone, filter, limit: pageSize });
    const choices = listAuditChoices(ctx, editionId);
    const people = namesOf(ctx, choices.actors as UserId[]);
    const nameOf = (id: string | null): string | null => people.get(id as UserId) ?? null;
    return {
      editionId,
      zone: definition.zone,
      filter,
      rows: entries.map((entry) => ({ ...entry, actor: nameOf(entry.actorId), act: actionWords(ctx.locale, entry.action) })),
      older: entries.length === pageSize ? (entries.at(-1)?.seq ?? null) : null,
      actions: choices.actions.map((value) => ({ value, label: actionWords(ctx.locale, value) })).toSorted((a, b) => a.label.localeCompare(b.label)),
      actors: choices.actors.map((value) => ({ value, label: nameOf(value) ?? value })).toSorted((a, b) => a.label.localeCompare(b.label)),
      examination: findExaminations(ctx, editionId),
    };
  });
}

type Row = AuditRow & { actor: string | null; act: string };

export default function Audit() {
  const t = useTranslate();
  const { rows, older, filter, editionId, zone } = useLoaderData<typeof loader>();
  const isFiltered = [filter.actor, filter.action, filter.subject, filter.day].some(Boolean);
  return (
    <>
      <PageHeader title={t("audit.title")} lead={t("audit.lead")} />
      <Stack>
        <ExaminationPanel />
        <Filter isFiltered={isFiltered} />
        <DataTable<Row>
          caption={t("audit.title")}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: t("audit.title") })}
          rows={rows}
          rowKey={(row) => String(row.seq)}
          empty={<EmptyState title={t(isFiltered ? "audit.noMatch" : "audit.empty")} />}
          columns={columnsOf(t, zone, editionId)}
        />
        <ButtonRow>
          {older !== null && <LinkButton to={`?${olderSearch(filter, older)}`}>{t("audit.older")}</LinkButton>}
          <LinkButton to={`/downloads/audit/${editionId}/log.jsonl`} download>
            {t("audit.export")}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </>
  );
}

const olderSearch = ({ actor, action, subject, day }: Record<"actor" | "action" | "subject" | "day", string>, before: number): string =>
  new URLSearchParams(Object.entries({ actor, action, subject, day, before: String(before) }).filter(([, value]) => value !== "")).toString();

const columnsOf = (t: Translate, zone: string, editionId: string): Column<Row>[] => [
  {
    key: "seq",
    header: t("audit.columns.seq"),
    align: "end",
    tight: true,
    render: (row) => <Link to={`/organiser/editions/${editionId}/audit/${row.seq}`}>{row.seq}</Link>,
  },
  { key: "at", header: t("audit.columns.at"), tight: true, folds: true, render: (row) => formatInstant(t.locale, row.at, zone) },
  { key: "actor", header: t("audit.columns.actor"), folds: true, render: (row) => row.actor ?? t("audit.system") },
  { key: "act", header: t("audit.columns.action"), rowHeader: true, render: (row) => row.act },
  {
    key: "subject",
    header: t("audit.columns.subject"),
    folds: true,
    render: (row) => (
      <>
        <Link to={`?subject=${row.subjectId}`}>{row.subjectId}</Link>
        <CellNote>{row.action}</CellNote>
      </>
    ),
  },
];

function Filter({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslate();
  const { filter, actions, actors } = useLoaderData<typeof loader>();
  return (
    <FilterBar
      label={t("audit.filter.label")}
      submitWord={t("common.filter")}
      active={isFiltered ? [{ key: "all", label: t("common.clear"), removeTo: "?", removeWord: t("common.clear") }] : []}
    >
      <Select name="actor" label={t("audit.columns.actor")} emptyLabel={t("audit.filter.everybody")} options={actors} defaultValue={filter.actor} dense />
      <Select name="action" label={t("audit.columns.action")} emptyLabel={t("audit.filter.everything")} options={actions} defaultValue={filter.action} dense />
      <TextInput name="subject" label={t("audit.filter.subject")} defaultValue={filter.subject} dense />
      <TextInput name="day" type="date" label={t("audit.filter.day")} defaultValue={filter.day} dense />
    </FilterBar>
  );
}

function ExaminationPanel() {
  const t = useTranslate();
  const { examination, editionId, zone } = useLoaderData<typeof loader>();
  const { waitingSince, size } = examination;
  useLookAgain(waitingSince !== null);
  return (
    <Panel title={t("audit.examination.title")} aside={<GoLink to="/audit">{t("audit.publicPage")}</GoLink>}>
      <Stack>
        <p>{t("audit.examination.lead")}</p>
        <ExaminationResult />
        {waitingSince !== null ? (
          <Notice role="status" title={t("audit.examination.waiting")}>
            {t("audit.examination.waitingText", { time: formatInstant(t.locale, waitingSince, zone), entries: formatNumber(t.locale, size) })}
          </Notice>
        ) : (
          <Form method="post" action={`/organiser/editions/${editionId}/audit/examination`}>
            <SubmitButton busyWord={t("common.busy")}>{t("audit.examination.ask")}</SubmitButton>
          </Form>
        )}
      </Stack>
    </Panel>
  );
}

function ExaminationResult() {
  const t = useTranslate();
  const { examination, zone } = useLoaderData<typeof loader>();
  const { finished } = examination;
  if (!finished) return <p>{t("audit.examination.none")}</p>;
  const count = (n: number | null): string => formatNumber(t.locale, n ?? 0);
  const time = formatInstant(t.locale, finished.finishedAt ?? 0, zone);
  const named = (finished.named ?? []) as LogFault[];
  const more = (finished.faults ?? 0) - named.length;
  if (!finished.faults) {
    return <Notice tone="ok">{t("audit.examination.good", { time, entries: count(finished.entries), rows: count(finished.rows) })}</Notice>;
  }
  return (
    <Notice tone="stop">
      <p>{t("audit.examination.bad", { time, faults: count(finished.faults) })}</p>
      <ul>
        {named.map((fault, index) => (
          <li key={index} className="code-text">
            {faultSentence(t, fault)}
          </li>
        ))}
        {more > 0 && <li>{t("audit.examination.more", { more: count(more) })}</li>}
      </ul>
    </Notice>
  );
}
