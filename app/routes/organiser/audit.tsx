import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { listAuditEntries, verifyAuditChain } from "#app/features/audit/queries.server.ts";
import { mayReadAudit } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const pageSize = 50;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !mayReadAudit(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
    const search = new URL(request.url).searchParams;
    const before = Number(search.get("before")) || undefined;
    const entries = listAuditEntries(ctx, { editionId, before, limit: pageSize });
    const people = namesOf(ctx, entries.flatMap((entry) => (entry.actorId ? [entry.actorId as UserId] : [])));
    return {
      zone: getEdition(ctx, editionId).definition.zone,
      rows: entries.map((entry) => ({ ...entry, actor: people.get(entry.actorId as UserId) ?? null })),
      older: entries.length === pageSize ? (entries.at(-1)?.seq ?? null) : null,
      // The whole chain is walked only when it is asked for: it takes seconds in a full year.
      chain: search.has("verify") ? verifyAuditChain(ctx) : null,
    };
  });
}

export default function Audit() {
  const t = useTranslate();
  const { rows, zone, older, chain } = useLoaderData<typeof loader>();
  const verify = (
    <LinkButton to="?verify=1" variant="primary">
      {t("audit.verify")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("audit.title")} meta={t("audit.lead")} actions={verify} />
      <Stack>
        {chain && <ChainNotice chain={chain} />}
        <DataTable
          caption={t("audit.title")}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: t("audit.title") })}
          rows={rows}
          rowKey={(row) => String(row.seq)}
          empty={<EmptyState title={t("audit.empty")} />}
          columns={[
            { key: "seq", header: t("audit.columns.seq"), align: "end", tight: true, render: (row) => row.seq },
            { key: "at", header: t("audit.columns.at"), tight: true, render: (row) => formatInstant(t.locale, row.at, zone) },
            { key: "actor", header: t("audit.columns.actor"), render: (row) => row.actor ?? t("audit.system") },
            { key: "action", header: t("audit.columns.action"), rowHeader: true, render: (row) => <code>{row.action}</code> },
            { key: "subject", header: t("audit.columns.subject"), render: (row) => <code>{row.subjectId}</code> },
            { key: "chain", header: t("audit.columns.chain"), render: (row) => <code>{row.chain.slice(0, 16)}</code> },
          ]}
        />
        {older !== null && <LinkButton to={`?before=${older}`}>{t("audit.older")}</LinkButton>}
      </Stack>
    </>
  );
}

function ChainNotice({ chain }: { chain: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["chain"]> }) {
  const t = useTranslate();
  if (chain.fault) return <Notice tone="stop">{t("audit.broken", { seq: chain.fault.seq })}</Notice>;
  return (
    <Notice tone="ok" role="status">
      {t("audit.intact", { entries: chain.entries, head: chain.head.slice(0, 16) })}
    </Notice>
  );
}
