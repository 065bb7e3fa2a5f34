import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { UserId } from "#app/features/accounts/types.ts";
import { findAuditEntry } from "#app/features/audit/log/queries.server.ts";
import { readNote } from "#app/features/audit/checkpoints/rules.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { actionWords, auditedEdition, seqOf } from "#app/routes/organiser/audit-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id: editionId, definition } = auditedEdition(ctx, params);
    const entry = findAuditEntry(ctx, { editionId, seq: seqOf(params) });
    if (!entry) throw notFound("audit.entryUnknown");
    const { proofs, content, ...facts } = entry;
    return {
      editionId,
      zone: definition.zone,
      entry: facts,
      act: actionWords(ctx.locale, entry.action),
      actor: entry.actorId === null ? null : (namesOf(ctx, [entry.actorId as UserId]).get(entry.actorId as UserId) ?? null),
      data: content && JSON.stringify(content.data, null, 1),
      rows: Object.entries(content?.rows ?? {}).flatMap(([table, rows]) => Object.entries(rows).map(([row, values]) => ({ table, row, values }))),
      proof: proofs && { size: readNote(proofs.checkpoint)?.size ?? 0, steps: proofs.entries[0]?.proof.length ?? 0 },
    };
  });
}

export default function AuditEntry() {
  const t = useTranslate();
  const { entry, act, actor, zone, editionId } = useLoaderData<typeof loader>();
  const seq = String(entry.seq);
  const log = `/organiser/editions/${editionId}/audit`;
  return (
    <>
      <PageHeader title={t("audit.entry.title", { seq })} crumbs={[{ label: t("audit.title"), to: log }, { label: seq }]} crumbsLabel={t("common.crumbs")} />
      <Stack>
        <Panel title={t("audit.entry.facts")}>
          <DescriptionList
            items={[
              { term: t("audit.columns.at"), value: formatInstant(t.locale, entry.at, zone) },
              { term: t("audit.columns.actor"), value: actor ?? t("audit.system") },
              { term: t("audit.columns.action"), value: `${act} (${entry.action})` },
              { term: t("audit.columns.subject"), value: <Link to={`${log}?subject=${entry.subjectId}`}>{entry.subjectId}</Link> },
            ]}
          />
        </Panel>
        <Said />
        <Proof />
      </Stack>
    </>
  );
}

function Said() {
  const t = useTranslate();
  const { entry, data, rows } = useLoaderData<typeof loader>();
  if (data === null) return <Panel title={t("audit.entry.said")}>{t(entry.erased ? "audit.entry.erased" : "audit.entry.hidden")}</Panel>;
  return (
    <Panel title={t("audit.entry.said")}>
      <Stack>
        <h3>{t("audit.entry.data")}</h3>
        <pre className="note-text">{data}</pre>
        {rows.length > 0 && <h3>{t("audit.entry.rows")}</h3>}
        <DescriptionList
          items={rows.map(({ table, row, values }) => ({
            key: `${table} ${row}`,
            term: <span className="code-text">{t("audit.entry.row", { table, row })}</span>,
            value: <span className="code-text">{values === null ? t("audit.entry.removed") : wordsOf(values)}</span>,
          }))}
        />
      </Stack>
    </Panel>
  );
}

const wordsOf = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([column, value]) => `${column}: ${String(value)}`)
    .join("; ");

function Proof() {
  const t = useTranslate();
  const { entry, proof, editionId } = useLoaderData<typeof loader>();
  const print = (n: number): string => formatNumber(t.locale, n);
  return (
    <Panel title={t("audit.entry.proof")}>
      <Stack>
        <DescriptionList
          items={[
            { term: t("audit.entry.leaf"), value: <code className="code-text">{entry.leaf}</code> },
            { term: t("audit.entry.chain"), value: <code className="code-text">{entry.chain}</code> },
          ]}
        />
        <p>{proof ? t("audit.entry.proofText", { seq: String(entry.seq), size: print(proof.size), steps: print(proof.steps) }) : t("audit.entry.noProof")}</p>
        {proof && (
          <>
            <p>{t("audit.entry.how")}</p>
            <p>
              <LinkButton to={`/downloads/audit/${editionId}/${entry.seq}.json`} download>
                {t("audit.entry.download")}
              </LinkButton>
            </p>
          </>
        )}
      </Stack>
    </Panel>
  );
}
