import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { fileTypeFromBuffer } from "file-type";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { setTemplate } from "#app/features/competitions/editing/items/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput, notFound } from "#app/lib/errors.ts";
import { requireFile } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.template.title");

const largest = 5 * 1024 * 1024;
const taken = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text"];

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
  return respondForm(ctx, request, async (form) => {
    const edition = organisedEdition(ctx, params);
    const file = requireFile(form, "file");
    if (file.size > largest) throw new InvalidInput([{ path: "file", code: "editor.template.big", params: {} }]);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const contentType = (await fileTypeFromBuffer(bytes))?.mime ?? "";
    if (!taken.includes(contentType)) throw new InvalidInput([{ path: "file", code: "editor.template.wrong", params: {} }]);
    const sha256 = await ctx.files.put(bytes);
    const fileName = file.name.replaceAll(/[^\p{L}\p{N} ._()-]+/gu, "_").slice(-120);
    setTemplate(ctx, { editionId: edition.id, field: params.field ?? "", template: { fileName, contentType, bytes: bytes.length, sha256 } });
    return redirectWithToast(editionPath(edition, `rules/edit/fields/${params.field}`), translators[ctx.locale]("editor.template.done"));
  });
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
            maxBytes={largest}
            words={{ choose: t("editor.template.choose"), chosen: ({ name, size }) => `${name}, ${formatBytes(t.locale, size)}`, tooBig: () => t("editor.template.big") }}
          />
          <ButtonRow>
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("editor.template.submit")}
            </SubmitButton>
            <LinkButton to={back} variant="quiet">
              {t("common.cancel")}
            </LinkButton>
          </ButtonRow>
        </Stack>
      </Form>
    </div>
  );
}
