import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonRow } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FigureLine } from "#app/components/figure-tile.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { addExtraReaders } from "#app/features/assignment/extra/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { toppedUpDesk } from "#app/features/ranking/extra-reads/rules.ts";
import { extraReadsInput } from "#app/features/ranking/inputs.ts";
import { mayComputeList } from "#app/features/ranking/policy.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "ranking.extra.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const { edition, award } = awardOfAddress(ctx, params);
    if (!mayComputeList(ctx.actor, edition.id)) throw notFound("ranking.listUnknown");
    const isPlanned = (toppedUpDesk(edition.definition, award)?.rubric.readersMost ?? null) !== null;
    return { name: award.name, back: listPath(params), year: edition.definition.year, plan: isPlanned ? await readAside(ctx, "extraReadsProposal", { params, request }) : null };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const form = await request.formData();
  return respond(ctx, () => {
    const { edition, award } = awardOfAddress(ctx, params);
    if (!mayComputeList(ctx.actor, edition.id)) throw notFound("ranking.listUnknown");
    const { proposals, seed, digest } = parseForm(form, extraReadsInput);
    const wants = proposals.map((proposalId) => ({ proposalId: proposalId as ProposalId, more: 1 }));
    const t = translators[ctx.locale];
    const at = { editionId: edition.id, stage: toppedUpDesk(edition.definition, award)?.stage.key ?? "" };
    const { assigned } = addExtraReaders(ctx, { ...at, wants, seed, digest, cause: "greyZone", reason: t("ranking.extra.reason") });
    return redirectWithToast(listPath(params), t("ranking.extra.done", { count: assigned }));
  });
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** The fewest next readings that settle most, to be handed out once somebody has looked. */
export default function ListExtraReads() {
  const t = useTranslate();
  const { name, back, plan, year } = useLoaderData<typeof loader>();
  const title = t("ranking.extra.title");
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: inLocale(t.locale, name), to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} lead={t("ranking.extra.lead")} />
      {plan ? <Proposal plan={plan} year={year} /> : <EmptyState title={t("ranking.extra.notPlanned")} />}
    </>
  );
}

function Proposal({ plan, year }: { plan: NonNullable<View["plan"]>; year: number }) {
  const t = useTranslate();
  const number = (value: number): string => formatNumber(t.locale, value);
  const title = t("ranking.extra.caption", { stage: inLocale(t.locale, plan.stageName) });
  return (
    <Stack>
      {plan.open > 0 && <Notice>{t("ranking.extra.open", { count: number(plan.open) })}</Notice>}
      {!plan.estimable && <Notice tone="warn">{t("ranking.extra.notEstimable")}</Notice>}
      {!plan.isOpen && <Notice tone="warn">{t("ranking.extra.closed")}</Notice>}
      {plan.lacking > 0 && <Notice tone="warn">{t("ranking.extra.lacking", { count: number(plan.lacking) })}</Notice>}
      <FigureLine
        figures={[
          { key: "band", label: t("ranking.extra.band"), figure: number(plan.band) },
          { key: "proposed", label: t("ranking.extra.proposed"), figure: number(plan.rows.length) },
          { key: "most", label: t("ranking.extra.most"), figure: number(plan.most) },
        ]}
      />
      {plan.accepted && (
        <ButtonRow>
          <ConfirmDialog
            title={t("ranking.extra.confirmTitle", { count: number(plan.rows.length) })}
            trigger={{ variant: "primary", children: t("ranking.extra.button") }}
            confirm={t("ranking.extra.button")}
            cancel={t("common.cancel")}
            busyWord={t("common.busy")}
            fields={plan.accepted}
          >
            <p>{t("ranking.extra.confirmBody")}</p>
          </ConfirmDialog>
        </ButtonRow>
      )}
      <DataTable
        caption={title}
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={plan.rows}
        rowKey={(row) => String(row.number)}
        empty={<EmptyState title={t("ranking.extra.settled")} />}
        columns={[
          { key: "number", header: t("ranking.table.number"), tight: true, folds: true, render: (row) => numberText(year, row.number) },
          { key: "title", header: t("ranking.table.title"), rowHeader: true, render: (row) => `${row.title}, ${row.agencyName}` },
          { key: "reads", header: t("ranking.table.reads"), align: "end", tight: true, folds: true, render: (row) => row.reads },
          { key: "reader", header: t("ranking.extra.reader"), render: (row) => row.reader || t("ranking.extra.noReader") },
        ]}
      />
    </Stack>
  );
}
