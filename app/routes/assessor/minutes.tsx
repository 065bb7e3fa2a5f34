import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "#app/components/data-table.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { WithheldNote } from "#app/features/conflicts/components/withheld-note.tsx";
import { OwnAbstention } from "#app/features/ranking/components/own-abstention.tsx";
import { MoveList } from "#app/features/ranking/components/plenary.tsx";
import { placedColumns } from "#app/features/ranking/components/placed-columns.tsx";
import { DigestPanel } from "#app/features/ranking/components/scan-panel.tsx";
import { SignersPanel } from "#app/features/ranking/components/signer-table.tsx";
import { checkSeen } from "#app/features/ranking/rules.ts";
import { type CosigningRow, getCosigning } from "#app/features/ranking/signers/cosigning/queries.server.ts";
import { cosignMinutes } from "#app/features/ranking/signers/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, requireFreshSign } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { ConfirmRow } from "#app/routes/confirm-row.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

const formId = "cosignature";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.cosign.title");

const cosigningOf = (ctx: Ctx, params: LoaderFunctionArgs["params"]) => {
  const editionId = parseId("edition", params.editionId);
  if (!editionId) throw notFound("competitions.editionUnknown");
  return { editionId, ...getCosigning(ctx, { editionId, listKey: params.listKey ?? "" }) };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { editionId, ...page } = cosigningOf(ctx, params);
    const { zone, year } = getEdition(ctx, editionId).definition;
    return { ...page, zone, year, back: `/assessor/${editionId}` };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await requireFreshSign(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, list, name } = cosigningOf(ctx, params);
    checkSeen(form.get("listId"), list.id);
    cosignMinutes(ctx, { listId: list.id });
    return redirectWithToast(`/assessor/${editionId}`, translators[ctx.locale]("ranking.cosign.done", { list: inLocale(ctx.locale, name) }));
  });
}

export default function AssessorMinutes() {
  const t = useTranslate();
  const { list, name, signedByName, moves, withheld, abstained, page, zone, year, back } = useLoaderData<typeof loader>();
  const title = t("ranking.cosign.title");
  const said = t("ranking.list.minutesBy", { number: list.minutesNumber, name: signedByName, time: formatInstant(t.locale, list.signedAt ?? 0, zone) });
  return (
    <>
      <PageHeader title={inLocale(t.locale, name)} crumbs={[{ label: t("scoring.desk.title"), to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} meta={t("ranking.cosign.lead")} />
      <Stack>
        <Panel title={t("ranking.pdf.minutes")}>
          <Stack gap="small">
            <p className="small">{said}</p>
            <p className="letter">{list.minutes}</p>
          </Stack>
        </Panel>
        <WithheldNote count={withheld} />
        <Rows />
        <MoveList moves={moves} year={year} />
        <DigestPanel version={list.version} digest={list.digest} />
        <SignersPanel page={page} zone={zone} />
        <OwnAbstention count={abstained} />
        <Signing />
      </Stack>
    </>
  );
}

function Rows() {
  const t = useTranslate();
  const { rows, year } = useLoaderData<typeof loader>();
  return (
    <DataTable<CosigningRow>
      caption={t("ranking.pdf.listed")}
      scrollLabel={t("common.table.scroll", { name: t("ranking.pdf.listed") })}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        ...placedColumns(t, year),
        { key: "score", header: t("ranking.table.score"), align: "end", tight: true, render: (row) => formatMark(t.locale, row.score) },
      ]}
    />
  );
}

function Signing() {
  const t = useTranslate();
  const { list, name, hasSigned, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  if (hasSigned) return <Notice tone="ok">{t("ranking.cosign.signed")}</Notice>;
  return (
    <>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={{}} />
      <KeptForm method="post" id={formId} keptNotice={t("common.restored")}>
        <input type="hidden" name="listId" value={list.id} />
      </KeptForm>
      <ConfirmRow form={formId} submit={t("ranking.cosign.button")} question={t("ranking.cosign.confirm", { list: inLocale(t.locale, name) })} back={back}>
        {t("ranking.cosign.confirmBody")}
      </ConfirmRow>
    </>
  );
}
