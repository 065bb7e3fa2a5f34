import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { PanelGrid, Stack } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { EffectPanel, MovesPanel, PlanLoads, ShortageNotice } from "#app/features/assignment/plans/components/plan-panels.tsx";
import { PlanBadge } from "#app/features/assignment/plans/components/plans-panel.tsx";
import type { PlanStatus } from "#app/features/assignment/plans/types.ts";
import { phases } from "#app/features/assignment/solver/types.ts";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { readAside } from "#app/routes/aside/ask.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.plan.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readAside(ctx, "planPage", { params, request }));
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AssignmentPlan() {
  const t = useTranslate();
  const data = useLoaderData<typeof loader>();
  const { plan, page, pageSize, zone } = data;
  const back = `/organiser/editions/${plan.editionId}/assignment?stage=${encodeURIComponent(plan.stage.key)}`;
  const about = { person: plan.about.person, entry: plan.about.entry, count: formatNumber(t.locale, plan.about.count) };
  return (
    <>
      <PageHeader
        title={t(`assignment.plan.titles.${plan.kind}`, about)}
        crumbs={[{ to: back, label: t("assignment.title") }, { label: t("assignment.plan.title") }]}
        crumbsLabel={t("common.crumbs")}
        meta={t("assignment.plan.meta", { at: formatInstant(t.locale, plan.createdAt, zone), reason: plan.reason })}
        aside={<PlanBadge status={plan.status} />}
        actions={plan.mayAct && <Actions plan={plan} />}
      />
      <Stack>
        <Going plan={plan} />
        {plan.cause !== "organiser" && <Notice>{t(`assignment.plan.causes.${plan.cause}`)}</Notice>}
        {plan.refusal && <Notice tone="stop">{t(`errors.${plan.refusal}` as "errors.assignment.stalePreview")}</Notice>}
        {plan.progress !== null && plan.progress.left > 0 && <Notice tone="warn">{t(plan.status === "undoing" || plan.status === "undone" ? "assignment.plan.leftBack" : "assignment.plan.left", { count: formatNumber(t.locale, plan.progress.left) })}</Notice>}
        {plan.status === "ready" && <Notice>{t("assignment.plan.readyBody")}</Notice>}
        {plan.result && <ShortageNotice result={plan.result} called={plan.called} />}
        {plan.result && plan.status !== "failed" && (
          <PanelGrid>
            <EffectPanel result={plan.result} />
            <PlanLoads loads={plan.result.loads} />
            <MovesPanel result={plan.result} called={plan.called} page={page} pageSize={pageSize} />
          </PanelGrid>
        )}
      </Stack>
    </>
  );
}

/** Asks again every two seconds while the worker solves or writes. Without scripts one reloads. */
function Going({ plan: { status, phase, progress } }: { plan: Page["plan"] }) {
  const t = useTranslate();
  const { revalidate } = useRevalidator();
  const isWritten = status === "applying" || status === "undoing";
  const isGoing = isWritten || status === "queued" || status === "running";
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(revalidate, 2_000);
    return () => clearInterval(timer);
  }, [isGoing, revalidate]);
  if (!isGoing) return null;
  const at = phase === null ? 0 : phases.indexOf(phase) + 1;
  const { moves, done } = progress ?? { moves: 0, done: 0 };
  const title = t(isWritten ? `assignment.plan.${status}` : "assignment.plan.solving");
  return (
    <Notice title={title} role="status">
      {isWritten ? (
        <Progress value={done} max={Math.max(1, moves)} label={title} words={t("assignment.plan.written", { done: formatNumber(t.locale, done), moves: formatNumber(t.locale, moves) })} />
      ) : (
        <Progress value={at} max={phases.length + 1} label={title} words={phase === null ? t("assignment.plan.waiting") : t(`assignment.phases.${phase}`)} />
      )}
      <noscript>
        <a href="?">{t("assignment.plan.reload")}</a>
      </noscript>
    </Notice>
  );
}

type Act = "application" | "discarding" | "cancellation" | "undoing";

const acts: Record<PlanStatus, readonly Act[]> = {
  queued: ["cancellation"],
  running: ["cancellation"],
  ready: ["application", "discarding"],
  failed: ["discarding"],
  applying: [],
  applied: ["undoing"],
  undoing: [],
  cancelled: [],
  discarded: [],
  undone: [],
};

function Actions({ plan }: { plan: Page["plan"] }) {
  const t = useTranslate();
  const base = `/organiser/editions/${plan.editionId}/assignment/plans/${plan.id}`;
  return (
    <>
      {acts[plan.status].map((one) => (
        <ConfirmDialog
          key={one}
          title={t(`assignment.plan.acts.${one}.title`)}
          trigger={{ variant: one === "application" ? "primary" : "secondary", children: t(`assignment.plan.acts.${one}.verb`) }}
          confirm={t(`assignment.plan.acts.${one}.verb`)}
          cancel={t("common.cancel")}
          busyWord={t("common.busy")}
          action={`${base}/${one}`}
          fields={one === "application" ? { digest: plan.digest ?? "" } : {}}
        >
          <p>{t(`assignment.plan.acts.${one}.body`)}</p>
        </ConfirmDialog>
      ))}
    </>
  );
}
