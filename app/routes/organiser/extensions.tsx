import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { registrationStage } from "#app/features/competitions/rules.ts";
import { calledProposal } from "#app/features/proposals/components/called-proposal.ts";
import { extensionFilterInput } from "#app/features/proposals/extensions/inputs.ts";
import { type ExtensionPage, type ExtensionRow, listExtensionPage } from "#app/features/proposals/extensions/queries.server.ts";
import type { ExtensionState } from "#app/features/proposals/extensions/types.ts";
import { formatDeadline, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.extensions.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const filter = parseForm(new URL(request.url).searchParams, extensionFilterInput);
    const base = editionPath(edition, "extensions");
    const stage = editionPath(edition, `stages/${registrationStage(edition.definition).key}/extension`);
    return { list: listExtensionPage(ctx, edition.id, filter), filter, base, stage, zone: edition.definition.zone, open: edition.status === "open" };
  });
}

export default function Extensions() {
  const t = useTranslate();
  const { list, filter, base, stage, zone, open } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("communications.extensions.title")}
        lead={t("communications.extensions.lead")}
        actions={
          open && (
            <ButtonRow>
              <LinkButton to={`${base}/new`} variant="primary">
                {t("communications.extensions.grant")}
              </LinkButton>
              <LinkButton to={stage}>{t("communications.extensions.forAll")}</LinkButton>
            </ButtonRow>
          )
        }
      />
      <Stack>
        <FilterBar
          label={t("communications.extensions.filter")}
          submitWord={t("common.filter")}
          active={filter.search ? [{ key: "all", label: t("common.clear"), removeTo: "?", removeWord: t("common.clear") }] : []}
        >
          <TextInput name="search" label={t("communications.extensions.search")} defaultValue={filter.search} dense type="search" />
        </FilterBar>
        <DataTable<ExtensionRow>
          columns={columnsOf(t, { base, zone })}
          rows={list.rows}
          rowKey={(row) => row.id}
          caption={t("communications.extensions.title")}
          captionHidden
          cards
          scrollLabel={t("common.table.scroll", { name: t("communications.extensions.title") })}
          empty={
            <EmptyState title={t(filter.search ? "communications.extensions.noMatch" : "communications.extensions.empty")}>
              <p>{t("communications.extensions.emptyText")}</p>
            </EmptyState>
          }
        />
        {list.total > 0 && <Pages list={list} />}
      </Stack>
    </>
  );
}

function Pages({ list }: { list: ExtensionPage }) {
  const t = useTranslate();
  const print = (value: number): string => formatNumber(t.locale, value);
  const from = (list.page - 1) * list.pageSize + 1;
  return (
    <Pagination
      page={list.page}
      pages={list.pages}
      summary={t("communications.outbox.summary", { from: print(from), to: print(from + list.rows.length - 1), total: print(list.total) })}
      words={{
        label: t("communications.extensions.pages"),
        previous: t("common.previous"),
        next: t("common.next"),
        page: (page) => t("communications.outbox.page", { page }),
      }}
    />
  );
}

const tones: Record<ExtensionState, Tone> = { active: "ok", ended: "neutral", revoked: "stop" };

const columnsOf = (t: Translate, { base, zone }: { base: string; zone: string }): Column<ExtensionRow>[] => [
  {
    key: "agency",
    header: t("communications.extensions.agency"),
    rowHeader: true,
    render: ({ agency, proposal }) => (
      <>
        {agency}
        <CellNote>{proposal ? calledProposal(t, proposal, zone) : t("communications.extensions.allProposals")}</CellNote>
      </>
    ),
  },
  { key: "until", header: t("communications.extensions.until"), render: ({ closesAt }) => formatDeadline(t.locale, closesAt, zone) },
  {
    key: "reason",
    header: t("communications.extensions.reason"),
    render: ({ reason, revokeReason }) => (
      <>
        {reason}
        {revokeReason && <CellNote>{t("communications.extensions.revokedBecause", { reason: revokeReason })}</CellNote>}
      </>
    ),
  },
  {
    key: "granted",
    header: t("communications.extensions.granted"),
    render: ({ by, grantedAt }) => (
      <>
        {by}
        <CellNote>{formatInstant(t.locale, grantedAt, zone)}</CellNote>
      </>
    ),
  },
  {
    key: "state",
    header: t("communications.extensions.state"),
    tight: true,
    render: ({ state }) => <Badge tone={tones[state]}>{t(`communications.extensions.states.${state}`)}</Badge>,
  },
  {
    key: "revoke",
    header: <span className="vh">{t("communications.extensions.revoke")}</span>,
    align: "end",
    tight: true,
    render: ({ id, state, agency }) =>
      state === "active" && (
        <Link className="btn btn--quiet btn--dense" to={`${base}/${id}/revocation`} aria-label={`${t("communications.extensions.revoke")}: ${agency}`}>
          {t("communications.extensions.revoke")}
        </Link>
      ),
  },
];
