import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { receiveTemplate } from "#app/features/competitions/editing/templates/operations.server.ts";
import { templateMost } from "#app/features/competitions/editing/templates/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { discardReceived, receiveForm, requireReceived } from "#app/lib/uploads/receive-form.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.template.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const field = edition.definition.fields.find(({ key, kind }) => key === params.field && kind === "statement");
    if (!field) throw notFound("competitions.partUnknown");
    return { label: field.label, back: editionPath(edition, `rules/edit/fields/${field.key}`) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async () => {
    const edition = organisedEdition(ctx, params);
    const { path, fileName } = requireReceived(received.files, "file");
    await receiveTemplate(ctx, { editionId: edition.id, field: params.field ?? "", fileName, path });
    return redirectWithToast(editionPath(edition, `rules/edit/fields/${params.field}`), translators[ctx.locale]("editor.template.done"));
  }).finally(() => discardReceived(received));
}

/** The letter agencies download, sign and hand in. */
export default function RulesTemplate() {
  const t = useTranslate();
  const { label, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const title = t("editor.template.title");
  return (
    <div className="narrow">
      <PageHeader title={title} crumbs={[{ label: inLocale(t.locale, label), to: back }, { label: title }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={{ file: title }} />
          <FileInput
            name="file"
            label={t("editor.template.file")}
            accept=".pdf,.docx,.odt"
            error={state?.errors.file}
            maxBytes={templateMost}
            words={{ choose: t("editor.template.choose"), chosen: ({ name, size }) => `${name}, ${formatBytes(t.locale, size)}`, tooBig: () => t("editor.template.big") }}
          />
          <SubmitRow variant="primary" submit={t("editor.template.submit")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
        </Stack>
      </Form>
    </div>
  );
}
