import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { rowInput } from "#app/features/competitions/people/inputs.ts";
import { mendRow } from "#app/features/competitions/people/operations.server.ts";
import { findImportRow } from "#app/features/competitions/people/queries.server.ts";
import { type ImportField, importFields } from "#app/features/competitions/people/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { importOf } from "#app/routes/organiser/people-scope.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "people.preview");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { scope, found } = importOf(ctx, params);
    const row = findImportRow(ctx, found.id, Number(params.line));
    if (!row) throw notFound("people.importUnknown");
    return { ...scope, importId: found.id, row };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { scope, found } = importOf(ctx, params);
    const line = Number(params.line);
    mendRow(ctx, { importId: found.id, line, ...parseForm(form, rowInput) });
    const mended = findImportRow(ctx, found.id, line);
    const to = `${scope.base}/imports/${found.id}`;
    const words = translators[ctx.locale]("people.mended", { line });
    return redirectWithToast(mended?.verdict === "fault" ? `${to}/rows/${line}` : to, words);
  });
}

export default function PeopleImportRow() {
  const t = useTranslate();
  const { base, importId, row, kind } = useLoaderData<typeof loader>();
  const state = useFormState();
  const title = t("people.mendTitle", { line: row.line });
  const preview = `${base}/imports/${importId}`;
  const label = (field: ImportField) => (field === "place" ? t(`people.place.${kind}`) : t(`people.${field}`));
  const faultOf = (field: ImportField) => row.faults.filter((one) => one.field === field).map((one) => t(one.key as MessageKey, one.params)).join(" ");
  return (
    <div className="narrow">
      <PageHeader title={title} crumbs={[{ label: t("people.preview"), to: preview }, { label: title }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" className="stack stack--medium" key={JSON.stringify(row)}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={Object.fromEntries(importFields.map((field) => [field, label(field)]))} />
        {importFields.map((field) => (
          <TextInput
            key={field}
            name={field}
            label={label(field)}
            error={state?.errors[field] ?? (faultOf(field) || undefined)}
            defaultValue={typedText(state?.values, field, row[field])}
            autoComplete="off"
          />
        ))}
        <ButtonRow>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("people.save")}
          </SubmitButton>
          <LinkButton to={preview} variant="quiet">
            {t("people.back")}
          </LinkButton>
        </ButtonRow>
      </Form>
    </div>
  );
}
