import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Section, Stack } from "#app/components/panel.tsx";
import { listCheckpoints, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import type { PublicReason } from "#app/features/audit/checkpoints/types.ts";
import { mayRegisterWitness } from "#app/features/audit/policy.ts";
import { listWitnesses } from "#app/features/audit/witnesses/queries.server.ts";
import { witnessKeyOf } from "#app/features/audit/witnesses/rules.ts";
import { findCommitment } from "#app/features/competitions/commitments/queries.server.ts";
import { listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";
import { publicCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { madeFor } from "#app/routes/public/checkpoint-of.server.ts";

const pageSize = 30;
/** The house counts its days where most of the country does. */
const zone = "Asia/Jakarta";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "audit.public.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await publicCtx(request, context);
  return respond(ctx, () => {
    const before = Number(new URL(request.url).searchParams.get("before")) || undefined;
    const page = listCheckpoints(ctx, { before, limit: pageSize });
    const rows = page.map((one) => ({ number: one.number, at: one.at, size: one.size, root: one.root, ...madeFor(ctx, one) }));
    const commitments = listPublicEditions(ctx).flatMap((edition) => {
      const found = findCommitment(ctx, edition);
      return found ? [{ ...found, name: inLocale(ctx.locale, edition.definition.name), zone: edition.definition.zone }] : [];
    });
    const witnesses = listWitnesses(ctx).map((witness) => ({ id: witness.id, title: witness.title, registeredAt: witness.registeredAt, key: witnessKeyOf(witness) }));
    return { witnesses, mayRegister: mayRegisterWitness(ctx.actor), key: verifierKey(ctx), rows, commitments, older: page.length === pageSize ? (page.at(-1)?.number ?? null) : null };
  });
}

type Row = { number: number; at: number; reason: PublicReason; size: number; root: string; edition: string | null };

export default function PublicAudit() {
  const t = useTranslate();
  const { key, rows, older } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("audit.public.title")}
        crumbs={[{ label: t("common.nav.home"), to: "/" }, { label: t("audit.public.nav") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("audit.public.lead")}
      />
      <Stack>
        <Panel title={t("audit.public.key")}>
          <Stack>
            <pre className="note-text">{key}</pre>
            <p>{t("audit.public.keyText")}</p>
            <p>{t("audit.public.toolText")}</p>
            <p>
              <LinkButton to="/verification/anugerah-verify.mjs" download>
                {t("audit.public.tool")}
              </LinkButton>
            </p>
          </Stack>
        </Panel>
        <Section title={t("audit.public.checkpoints")}>
          <DataTable<Row>
            caption={t("audit.public.checkpoints")}
            captionHidden
            scrollLabel={t("common.table.scroll", { name: t("audit.public.checkpoints") })}
            rows={rows}
            rowKey={(row) => String(row.number)}
            empty={<EmptyState title={t("audit.public.empty")} />}
            columns={columnsOf(t)}
          />
          {older !== null && <LinkButton to={`?before=${older}`}>{t("audit.public.older")}</LinkButton>}
        </Section>
        <Witnesses />
        <Commitments />
      </Stack>
    </>
  );
}

const columnsOf = (t: Translate): Column<Row>[] => [
  {
    key: "number",
    header: t("audit.public.columns.number"),
    tight: true,
    render: (row) => <Link to={`/audit/checkpoints/${row.number}`}>{row.number}</Link>,
  },
  { key: "at", header: t("audit.public.columns.at"), tight: true, folds: true, render: (row) => formatInstant(t.locale, row.at, zone) },
  {
    key: "reason",
    header: t("audit.public.columns.reason"),
    rowHeader: true,
    render: (row) => (
      <>
        {t(`audit.public.reasons.${row.reason}`)}
        {row.edition && <CellNote>{row.edition}</CellNote>}
      </>
    ),
  },
  { key: "size", header: t("audit.public.columns.size"), align: "end", tight: true, folds: true, render: (row) => formatNumber(t.locale, row.size) },
  { key: "root", header: t("audit.public.columns.root"), folds: true, render: (row) => <code className="code-text">{row.root.slice(0, 16)}</code> },
];

/** Who signs checkpoints beside us, each with the key to check it by. */
function Witnesses() {
  const t = useTranslate();
  const { witnesses, mayRegister } = useLoaderData<typeof loader>();
  if (witnesses.length === 0 && !mayRegister) return null;
  return (
    <Section title={t("audit.witnesses.title")}>
      <Stack>
        <p>{t("audit.witnesses.lead")}</p>
        {witnesses.map(({ id, title, key, registeredAt }) => (
          <Panel key={id} title={title} level={3}>
            <Stack gap="small">
              <pre className="note-text">{key}</pre>
              <p className="small faint">{t("audit.witnesses.registered", { time: formatInstant(t.locale, registeredAt, zone) })}</p>
            </Stack>
          </Panel>
        ))}
        {mayRegister && (
          <p>
            <LinkButton to="/audit/witnesses/new">{t("audit.witnesses.register")}</LinkButton>
          </p>
        )}
      </Stack>
    </Section>
  );
}

function Commitments() {
  const t = useTranslate();
  const { commitments } = useLoaderData<typeof loader>();
  if (commitments.length === 0) return null;
  const words = (key: "at" | "rules" | "model" | "seedHash" | "seed"): string => t(`audit.public.committed.${key}`);
  return (
    <Section title={t("audit.public.commitments")}>
      <Stack>
        <p>{t("audit.public.commitmentsText")}</p>
        {commitments.map((one) => (
          <Panel key={one.editionId} title={one.name} level={3}>
            <DescriptionList
              items={[
                { term: words("at"), value: formatInstant(t.locale, one.committedAt, one.zone) },
                { term: words("rules"), value: <code className="code-text">{one.rules}</code> },
                { term: words("model"), value: one.model },
                { term: words("seedHash"), value: <code className="code-text">{one.seedHash}</code> },
                { term: words("seed"), value: one.seed === null ? t("audit.public.committed.notYet") : <code className="code-text">{`${one.seed} (${one.nonce})`}</code> },
              ]}
            />
          </Panel>
        ))}
      </Stack>
    </Section>
  );
}
