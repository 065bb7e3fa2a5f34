import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { ExpertiseFields } from "#app/features/assignment/expertise/components/expertise-form.tsx";
import { setExpertise } from "#app/features/assignment/expertise/operations.server.ts";
import { getReader } from "#app/features/assignment/expertise/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { expertiseFrom } from "#app/routes/expertise-form.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.expertise.own");

/** The asking person and no other. */
function ownOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const editionId = parseId("edition", params.editionId);
  if (!editionId) throw notFound("competitions.editionUnknown");
  return { editionId, reader: getReader(ctx, { editionId, userId: ctx.actor.userId }) };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => ownOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, reader } = ownOf(ctx, params);
    setExpertise(ctx, { editionId, userId: reader.userId, known: expertiseFrom(form) });
    return redirectWithToast(`/assessor/${editionId}`, translators[ctx.locale]("assignment.expertise.saved"));
  });
}

export default function OwnExpertise() {
  const t = useTranslate();
  const { editionId, reader } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/assessor/${editionId}`;
  return (
    <div className="narrow">
      <PageHeader title={t("assignment.expertise.own")} crumbs={[{ to: back, label: t("assignment.expertise.desk") }, { label: t("assignment.expertise.own") }]} crumbsLabel={t("common.crumbs")} meta={t("assignment.expertise.ownLead")} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} />
        <ExpertiseFields categories={reader.categories} values={state?.values} />
        <SubmitRow variant="primary" submit={t("assignment.expertise.save")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
