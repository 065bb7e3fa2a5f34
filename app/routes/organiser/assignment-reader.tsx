import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FieldRow, typedText } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { ExpertiseFields } from "#app/features/assignment/expertise/components/expertise-form.tsx";
import { setBounds, setExpertise } from "#app/features/assignment/expertise/operations.server.ts";
import { getReader } from "#app/features/assignment/expertise/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { boundsFrom, expertiseFrom } from "#app/routes/expertise-form.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { assignedEdition } from "#app/routes/organiser/assignment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.expertise.title");

function readerOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"]) {
  const edition = assignedEdition(ctx, params);
  const userId = parseId("user", params.userId);
  if (!userId) throw notFound("assignment.readerUnknown");
  return { editionId: edition.id, reader: getReader(ctx, { editionId: edition.id, userId }) };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => readerOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, reader } = readerOf(ctx, params);
    const of = { editionId, userId: reader.userId };
    const bounds = boundsFrom(form);
    setExpertise(ctx, { ...of, known: expertiseFrom(form) });
    setBounds(ctx, { ...of, bounds });
    return redirectWithToast(`/organiser/editions/${editionId}/assignment/readers`, translators[ctx.locale]("assignment.expertise.saved"));
  });
}

export default function AssignmentReader() {
  const t = useTranslate();
  const { editionId, reader } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/editions/${editionId}/assignment/readers`;
  const labels = { least: t("assignment.plan.least"), most: t("assignment.plan.most") };
  return (
    <div className="narrow">
      <PageHeader title={reader.name} crumbs={[{ to: back, label: t("assignment.expertise.title") }, { label: reader.name }]} crumbsLabel={t("common.crumbs")} meta={reader.organisation} />
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <ExpertiseFields categories={reader.categories} values={state?.values} />
        <FieldRow>
          {(["least", "most"] as const).map((name) => (
            <TextInput
              key={name}
              name={name}
              inputMode="numeric"
              characters={6}
              label={labels[name]}
              hint={name === "most" ? t("assignment.expertise.boundsHint") : undefined}
              error={state?.errors[name]}
              defaultValue={typedText(state?.values, name, String(reader.bounds?.[name] ?? ""))}
            />
          ))}
        </FieldRow>
        <SubmitRow variant="primary" submit={t("assignment.expertise.save")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
      </Form>
    </div>
  );
}
