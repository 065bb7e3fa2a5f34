import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { GoLink, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { type Figure, Funnel as FunnelFigures } from "#app/components/figure-tile.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { hasSeat, mayOrganise, mayReadRules } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { countByStatus, type Funnel } from "#app/features/proposals/queries.server.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond } from "#app/respond.server.ts";
import { editionFrame, timelineStages } from "#app/routes/edition-frame.ts";
import { nextStep, type Step } from "#app/routes/organiser/next-step.ts";
import { situationOf } from "#app/routes/organiser/situation.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.overview.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !mayReadRules(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
    const edition = getEdition(ctx, editionId);
    const funnel = countByStatus(ctx, editionId);
    const step = mayReadLists(ctx.actor, editionId) ? nextStep(situationOf(ctx, edition, funnel)) : null;
    return {
      frame: editionFrame(edition),
      address: `${ctx.baseUrl}/editions/${edition.slug}`,
      now: ctx.now,
      funnel,
      step,
      mayAct: {
        organise: mayOrganise(ctx.actor, editionId),
        sign: hasSeat(ctx.actor, editionId, "chair"),
        approve: hasSeat(ctx.actor, editionId, "signatory"),
      },
    };
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const tones = { draft: "open", open: "ok", closed: "neutral" } as const;

export default function Overview() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { frame, now, step, address } = page;
  const stages = timelineStages(t.locale, frame);
  const words = {
    label: t("common.timeline.label"),
    done: t("common.timeline.done"),
    running: t("common.timeline.running"),
    toCome: t("common.timeline.toCome"),
  };
  return (
    <>
      <PageHeader
        title={inLocale(t.locale, frame.name)}
        meta={frame.status === "draft" ? t("competitions.overview.title") : `${t("competitions.overview.slug")}: ${address}`}
        actions={<Badge tone={tones[frame.status]}>{t(`competitions.statuses.${frame.status}`)}</Badge>}
      />
      <Stack>
        {step && <NextStep step={step} page={page} />}
        <Panel title={t("competitions.overview.timeline")} aside={<GoLink to="rules">{t("competitions.rules.title")}</GoLink>}>
          {stages.length > 0 ? <Timeline stages={stages} now={now} words={words} /> : <p>{t("common.timeline.none")}</p>}
        </Panel>
        <FunnelPanel funnel={page.funnel} />
      </Stack>
    </>
  );
}

function NextStep({ step, page }: { step: Step; page: Page }) {
  const t = useTranslate();
  const words = (part: "title" | "body" | "action") => t(`competitions.steps.${step.key}.${part}`, step.params);
  const { organise, sign, approve } = page.mayAct;
  const mine = organise || (sign && step.key === "signMinutes") || (approve && step.key === "approveList");
  return (
    <Panel title={t("competitions.overview.next")} edge="mark">
      <Stack gap="small">
        <p className="step-title">{words("title")}</p>
        <p>{words("body")}</p>
        {mine && (
          <div>
            {step.key === "closeEdition" ? (
              <Close page={page} />
            ) : (
              <LinkButton to={step.page} variant="primary">
                {words("action")}
              </LinkButton>
            )}
          </div>
        )}
      </Stack>
    </Panel>
  );
}

function Close({ page }: { page: Page }) {
  const t = useTranslate();
  return (
    <ConfirmDialog
      title={t("competitions.closure.confirm", { name: page.frame.name })}
      trigger={{ variant: "primary", children: t("competitions.closure.submit") }}
      confirm={t("competitions.closure.submit")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action="closure"
    >
      <p>{t("competitions.closure.consequence")}</p>
    </ConfirmDialog>
  );
}

function FunnelPanel({ funnel }: { funnel: Funnel }) {
  const t = useTranslate();
  const { registered, status } = funnel;
  const title = t("competitions.overview.funnel");
  const figures = figuresOf(t, funnel);
  return (
    <Panel title={title}>
      {registered === 0 ? (
        <EmptyState title={t("competitions.overview.noFigures")}>{t("competitions.overview.noFiguresBody")}</EmptyState>
      ) : (
        <Stack gap="small">
          <FunnelFigures label={title} figures={figures} missingWord={t("common.none")} />
          <p className="faint">{t("competitions.overview.funnelNote", { registered, withdrawn: status.withdrawn })}</p>
        </Stack>
      )}
    </Panel>
  );
}

/** Where proposals lie now, then how far the submitted ones have come: each later figure is part of those submitted. */
function figuresOf(t: Translate, { registered, status, reach }: Funnel): Figure[] {
  const winner = reach.winner;
  const finalist = reach.finalist + winner;
  const passed = reach.passed + finalist;
  const submitted = reach.submitted + reach.failed + passed;
  const figure = (key: "atUnit" | "atAgency" | "submitted" | "passed" | "finalist" | "winner", count: number): Figure => ({
    key,
    label: t(`competitions.overview.figures.${key}`),
    figure: formatNumber(t.locale, count),
    share: registered === 0 ? 0 : count / registered,
  });
  const ofSubmitted = (count: number): Pick<Figure, "unit"> =>
    submitted === 0 ? {} : { unit: t("competitions.overview.shareOfSubmitted", { share: formatShare(t.locale, Math.round((count * 100) / submitted) * 100) }) };
  return [
    figure("atUnit", status.atUnit),
    figure("atAgency", status.atAgency),
    figure("submitted", submitted),
    { ...figure("passed", passed), ...ofSubmitted(passed) },
    { ...figure("finalist", finalist), ...ofSubmitted(finalist) },
    { ...figure("winner", winner), ...ofSubmitted(winner) },
  ];
}
