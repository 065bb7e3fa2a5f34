import { readFile, stat } from "node:fs/promises";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FileInput } from "#app/components/file-input.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { readPeople, rowLimit } from "#app/features/competitions/people/operations.server.ts";
import { listImports } from "#app/features/competitions/people/queries.server.ts";
import { seatRoles } from "#app/features/competitions/types.ts";
import { formatBytes, formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput } from "#app/lib/errors.ts";
import { readSheet } from "#app/lib/spreadsheets.server.ts";
import { discardReceived, receiveForm, requireReceived } from "#app/lib/uploads/receive-form.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { peopleScope } from "#app/routes/organiser/people-scope.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "people.title");

const maxBytes = 5 * 1024 * 1024;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const scope = peopleScope(ctx, params);
    return { ...scope, imports: listImports(ctx, scope) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  const scope = await respond(ctx, () => peopleScope(ctx, params));
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async () => {
    const { path, fileName } = requireReceived(received.files, "file");
    if ((await stat(path)).size > maxBytes) throw new InvalidInput([{ path: "file", code: "sheetTooLarge", params: { megabytes: 5 } }]);
    const sheet = await readSheet(await readFile(path), { maxRows: rowLimit, maxBytes });
    const id = await readPeople(ctx, { ...scope, fileName, sheet });
    return redirect(`${scope.base}/imports/${id}`);
  }).finally(() => discardReceived(received));
}

export default function PeopleImports() {
  const t = useTranslate();
  const { kind, base } = useLoaderData<typeof loader>();
  const title = t("people.title");
  const from = t(kind === "seats" ? "competitions.seats.title" : "agencies.members.title");
  return (
    <>
      <PageHeader title={title} lead={t(`people.lead.${kind}`)} crumbs={[{ label: from, to: base }, { label: title }]} crumbsLabel={t("common.crumbs")} />
      <Columns>
        <Stack>
          <Upload />
          <Earlier />
        </Stack>
        <Template />
      </Columns>
    </>
  );
}

function Upload() {
  const t = useTranslate();
  const state = useFormState();
  const chosen = (file: { name: string; size: number }) => t("people.chosen", { name: file.name, size: formatBytes(t.locale, file.size) });
  return (
    <Panel title={t("people.file")}>
      <Form method="post" encType="multipart/form-data" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ file: t("people.file") }} />
        <FileInput
          name="file"
          label={t("people.file")}
          hint={t("people.fileHint")}
          error={state?.errors.file}
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          maxBytes={maxBytes}
          words={{ choose: t("people.choose"), drop: t("people.drop"), chosen, tooBig: ({ name }) => t("people.tooBig", { name }) }}
        />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("people.submit")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

function Earlier() {
  const t = useTranslate();
  const { imports, base, zone } = useLoaderData<typeof loader>();
  const title = t("people.earlier");
  return (
    <Panel title={title} flush>
      <DataTable
        bare
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={imports}
        rowKey={(one) => one.id}
        empty={<EmptyState title={t("people.noEarlier")}>{t("people.noEarlierBody")}</EmptyState>}
        columns={[
          { key: "file", header: t("people.file"), rowHeader: true, render: (one) => <a href={`${base}/imports/${one.id}`}>{one.fileName}</a> },
          { key: "at", header: t("people.at"), render: (one) => formatInstant(t.locale, one.createdAt, zone) },
          { key: "status", header: t("people.status"), render: (one) => t(`people.statuses.${one.status}`) },
        ]}
      />
    </Panel>
  );
}

function Template() {
  const t = useTranslate();
  const { kind } = useLoaderData<typeof loader>();
  const roles = kind === "seats" ? [...seatRoles.map((role) => t(`competitions.roles.${role}`)), t("agencies.roles.admin")] : [t("agencies.roles.writer"), t("agencies.roles.admin")];
  return (
    <Panel title={t("people.templates")}>
      <Stack gap="small">
        <p>{t("people.roles", { roles: roles.join(", ") })}</p>
        {kind === "seats" && <p>{t("people.localAdminHint")}</p>}
        <div>
          <LinkButton to={`/downloads/people-templates/${kind}.xlsx`} plain download>
            {t("people.templateXlsx")}
          </LinkButton>
        </div>
        <div>
          <LinkButton to={`/downloads/people-templates/${kind}.csv`} plain download variant="quiet">
            {t("people.templateCsv")}
          </LinkButton>
        </div>
      </Stack>
    </Panel>
  );
}
