import { readFile } from "node:fs/promises";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { readRegistry } from "#app/features/agencies/registry/operations.server.ts";
import { formatBytes } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { readSheet } from "#app/lib/spreadsheets.server.ts";
import { discardReceived, receiveForm, requireReceived } from "#app/lib/uploads/receive-form.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { requireImporter } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.import");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    requireImporter(ctx);
    return null;
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  await respond(ctx, () => requireImporter(ctx));
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async () => {
    const { path, fileName } = requireReceived(received.files, "file");
    const sheet = await readSheet(await readFile(path), { maxRows: 5_000, maxBytes: 2 * 1024 * 1024 });
    return redirect(`/organiser/registry/imports/${readRegistry(ctx, { fileName, sheet })}`);
  }).finally(() => discardReceived(received));
}

export default function RegistryImports() {
  const t = useTranslate();
  const state = useFormState();
  const title = t("registry.import");
  return (
    <div className="narrow">
      <PageHeader title={title} lead={t("registry.importLead")} crumbs={[{ label: t("registry.title"), to: "/organiser/registry" }, { label: title }]} crumbsLabel={t("common.crumbs")} />
      <Form method="post" encType="multipart/form-data" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ file: t("registry.file") }} />
        <FileInput
          name="file"
          label={t("registry.file")}
          error={state?.errors.file}
          accept=".csv,.xlsx"
          words={{ choose: t("people.choose"), drop: t("people.drop"), chosen: (file) => t("people.chosen", { name: file.name, size: formatBytes(t.locale, file.size) }) }}
        />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>{t("registry.read")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
