import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { ConflictStateBadge } from "#app/features/conflicts/components/declared-conflicts.tsx";
import { DecisionForm } from "#app/features/conflicts/components/decision-form.tsx";
import { aboutOf } from "#app/features/conflicts/components/register-table.tsx";
import { conflictDecisionInput } from "#app/features/conflicts/inputs.ts";
import { mayDecideConflicts } from "#app/features/conflicts/policy.ts";
import { decideConflict } from "#app/features/conflicts/register/operations.server.ts";
import { getConflict } from "#app/features/conflicts/register/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDate, formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "conflicts.register.title");

function conflictOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const id = parseId("conflict", params.conflictId);
  const conflict = id && getConflict(ctx, id);
  if (!conflict || conflict.editionId !== params.editionId) throw notFound("conflicts.unknown");
  return conflict;
}

const baseOf = (params: LoaderFunctionArgs["params"]): string => `/organiser/editions/${params.editionId}/conflicts`;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const conflict = conflictOf(ctx, params);
    const { zone } = getEdition(ctx, conflict.editionId).definition;
    return { conflict, zone, back: baseOf(params), mayDecide: mayDecideConflicts(ctx.actor, conflict.editionId) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id } = conflictOf(ctx, params);
    const { step, reason, endsOn } = parseForm(form, conflictDecisionInput);
    decideConflict(ctx, { conflictId: id, step, reason, endsOn });
    return redirectWithToast(baseOf(params), translators[ctx.locale]("conflicts.decision.done"));
  });
}

export default function Conflict() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { conflict, zone, back, mayDecide } = useLoaderData<typeof loader>();
  const { person, kind, source, reason, declaredAt, endedOn, expiresAt, decidedAt, decisionReason } = conflict;
  const decided = decidedAt === null ? [] : [{ term: t("conflicts.decision.decided"), value: `${formatInstant(t.locale, decidedAt, zone)}. ${decisionReason ?? ""}` }];
  return (
    <>
      <PageHeader
        title={t("conflicts.decision.title", { person })}
        crumbs={[{ to: back, label: t("conflicts.decision.back") }, { label: person }]}
        crumbsLabel={t("common.crumbs")}
        meta={<ConflictStateBadge state={conflict.state} />}
      />
      <Stack>
        <Panel title={t("conflicts.decision.facts")}>
          <DescriptionList
            items={[
              { term: t("conflicts.register.about"), value: aboutOf(t, conflict) },
              { term: t("conflicts.register.kind"), value: t(`conflicts.kinds.${kind}`) },
              ...(endedOn === null ? [] : [{ term: t("conflicts.agency.endedOn"), value: formatPlainDay(t.locale, endedOn) }]),
              { term: t("conflicts.register.source"), value: t(`conflicts.sources.${source}`) },
              { term: t("conflicts.register.declaredAt"), value: formatInstant(t.locale, declaredAt, zone) },
              { term: t("conflicts.decision.expires"), value: expiresAt === null ? t("conflicts.decision.never") : formatDate(t.locale, expiresAt - 1, zone) },
              ...(reason === "" ? [] : [{ term: t("conflicts.decision.reason"), value: reason }]),
              ...decided,
            ]}
          />
        </Panel>
        {mayDecide && <DecisionForm state={conflict.state} back={back} refused={state} owner={root?.person?.email ?? ""} people={null} />}
      </Stack>
    </>
  );
}
