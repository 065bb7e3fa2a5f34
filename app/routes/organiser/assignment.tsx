import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Share2 } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PanelGrid, Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { AssignmentFigures, LackingPanel, LoadPanel } from "#app/features/assignment/components/summary-panels.tsx";
import { PlansPanel } from "#app/features/assignment/plans/components/plans-panel.tsx";
import { assignmentInput } from "#app/features/assignment/inputs.ts";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { readEdition } from "#app/routes/organiser/assignment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readAside(ctx, "assignmentPage", { params, request }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId } = readEdition(ctx, params);
    const { stage } = parseForm(form, assignmentInput);
    const { assigned, lacking } = assignEvaluators(ctx, { editionId, stage });
    const t = translators[ctx.locale];
    const done =
      lacking.length > 0
        ? t("assignment.assignedLacking", { count: assigned, lacking: lacking.length })
        : t(assigned > 0 ? "assignment.assigned" : "assignment.nothingMissing", { count: assigned });
    return redirectWithToast(`/organiser/editions/${editionId}/assignment?stage=${encodeURIComponent(stage)}`, done);
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Assignment() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const { stages, stage, summary } = page;
  const base = `/organiser/editions/${page.editionId}`;
  return (
    <>
      <PageHeader
        title={t("assignment.title")}
        meta={t("assignment.lead")}
        actions={page.mayAssign && (stage.kind === "desk" ? <DeskActions page={page} base={base} /> : <ToInterviews base={base} />)}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} />
        {stages.length > 1 && (
          <TabsNav
            label={t("assignment.stages")}
            tabs={stages.map(({ key, name }) => ({ to: `?stage=${key}`, label: inLocale(t.locale, name), current: key === stage.key }))}
          />
        )}
        {stage.kind !== "desk" && <Notice>{t("assignment.byPanel")}</Notice>}
        {page.awaiting > 0 && <AwaitingNotice page={page} base={base} />}
        <AssignmentFigures summary={summary} />
        <PanelGrid>
          <LoadPanel assessors={summary.assessors} people={page.people} seatsHref={page.mayAssign ? `${base}/seats` : null} />
          <LackingPanel lacking={summary.lacking} total={summary.lackingTotal} page={page.page} pageSize={page.pageSize} />
          {stage.kind === "desk" && <PlansPanel plans={page.plans} base={base} zone={page.zone} />}
        </PanelGrid>
      </Stack>
    </>
  );
}

function DeskActions({ page, base }: { page: Page; base: string }) {
  const t = useTranslate();
  return (
    <>
      <LinkButton to={`${base}/assignment/plans/new?stage=${encodeURIComponent(page.stage.key)}`} variant="secondary">
        {t("assignment.plan.new")}
      </LinkButton>
      <LinkButton to={`${base}/assignment/readers`} variant="quiet">
        {t("assignment.expertise.title")}
      </LinkButton>
      <LinkButton to={`${base}/assignment/reader-count?stage=${encodeURIComponent(page.stage.key)}`} variant="quiet">
        {t("ranking.planning.title")}
      </LinkButton>
      <AssignButton page={page} />
    </>
  );
}

function AwaitingNotice({ page, base }: { page: Page; base: string }) {
  const t = useTranslate();
  const to = `${base}/assignment/plans/new?stage=${encodeURIComponent(page.stage.key)}&kind=diverging`;
  return (
    <Notice
      tone="warn"
      title={t("assignment.awaiting.title", { count: formatNumber(t.locale, page.awaiting) })}
      actions={
        <LinkButton to={to} dense>
          {t("assignment.awaiting.open")}
        </LinkButton>
      }
    >
      <p>{t("assignment.awaiting.body")}</p>
    </Notice>
  );
}

function AssignButton({ page: { stage, block } }: { page: Page }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("assignment.confirm")}
      trigger={{ variant: "primary", icon: Share2, children: t("assignment.assign"), blocked: block ? t(`assignment.blocked.${block}`) : undefined }}
      confirm={t("assignment.assign")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      fields={{ stage: stage.key }}
    >
      <p>{t("assignment.consequence")}</p>
    </ConfirmDialog>
  );
}

function ToInterviews({ base }: { base: string }) {
  const t = useTranslate();
  return (
    <LinkButton to={`${base}/interviews`} variant="primary">
      {t("assignment.toInterviews")}
    </LinkButton>
  );
}
