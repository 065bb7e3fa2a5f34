import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { ConflictStateBadge } from "#app/features/conflicts/components/declared-conflicts.tsx";
import { DecisionForm } from "#app/features/conflicts/components/decision-form.tsx";
import { conflictDecisionInput } from "#app/features/conflicts/inputs.ts";
import { decideAgencyObjection } from "#app/features/conflicts/objecting/operations.server.ts";
import { getAgencyObjection } from "#app/features/conflicts/objecting/queries.server.ts";
import { mayDecideConflicts } from "#app/features/conflicts/policy.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "conflicts.register.objections");

function objectionOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const id = parseId("agencyObjection", params.objectionId);
  const objection = id && getAgencyObjection(ctx, id);
  if (!objection || objection.editionId !== params.editionId) throw notFound("conflicts.unknown");
  return objection;
}

const baseOf = (params: LoaderFunctionArgs["params"]): string => `/organiser/editions/${params.editionId}/conflicts`;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const objection = objectionOf(ctx, params);
    const { editionId } = objection;
    const people = new Map(listSeats(ctx, editionId).map(({ userId, name }) => [userId, name]));
    return {
      ...{ objection, zone: getEdition(ctx, editionId).definition.zone, back: baseOf(params), mayDecide: mayDecideConflicts(ctx.actor, editionId) },
      people: [...people].map(([userId, name]) => ({ userId, name })),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id } = objectionOf(ctx, params);
    const { step, reason, meantUserId } = parseForm(form, conflictDecisionInput);
    decideAgencyObjection(ctx, { objectionId: id, step, reason, meantUserId: parseId("user", meantUserId) });
    return redirectWithToast(baseOf(params), translators[ctx.locale]("conflicts.decision.done"));
  });
}

export default function AgencyObjection() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { objection, zone, back, mayDecide, people } = useLoaderData<typeof loader>();
  const { agencyName, about, name, reason, means, declaredAt, decidedAt, decisionReason } = objection;
  const decided = decidedAt === null ? [] : [{ term: t("conflicts.decision.decided"), value: `${formatInstant(t.locale, decidedAt, zone)}. ${decisionReason ?? ""}` }];
  return (
    <>
      <PageHeader
        title={t("conflicts.decision.objectionTitle", { agency: agencyName })}
        crumbs={[{ to: back, label: t("conflicts.decision.back") }, { label: agencyName }]}
        crumbsLabel={t("common.crumbs")}
        meta={<ConflictStateBadge state={objection.state} />}
      />
      <Stack>
        <Panel title={t("conflicts.decision.facts")}>
          <DescriptionList
            items={[
              { term: t(`conflicts.about.${about}`), value: name },
              { term: t("conflicts.register.means"), value: means.length > 0 ? means.join(", ") : t("conflicts.register.meansNobody") },
              { term: t("conflicts.register.declaredAt"), value: formatInstant(t.locale, declaredAt, zone) },
              { term: t("conflicts.decision.reason"), value: reason },
              ...decided,
            ]}
          />
        </Panel>
        {mayDecide && <DecisionForm state={objection.state} back={back} refused={state} owner={root?.person?.email ?? ""} people={people} />}
      </Stack>
    </>
  );
}
