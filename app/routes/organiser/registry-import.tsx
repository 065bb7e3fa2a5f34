import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { applyRegistry } from "#app/features/agencies/registry/operations.server.ts";
import { getRegistryImport, listRegistry, type RegistryImport } from "#app/features/agencies/registry/queries.server.ts";
import { diffOf } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.diff");

function importOf(ctx: Ctx, text: string | undefined): RegistryImport {
  const id = parseId("registryImport", text);
  if (!id) throw notFound("agencies.importUnknown");
  return getRegistryImport(ctx, id);
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { fileName, seeds, faults, appliedAt } = importOf(ctx, params.importId);
    return { fileName, faults, isApplied: appliedAt !== null, ...diffOf(seeds, listRegistry(ctx)) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const counts = applyRegistry(ctx, { importId: importOf(ctx, params.importId).id });
    return redirectWithToast("/organiser/registry", translators[ctx.locale]("registry.applied", counts));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RegistryImportPage() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { changes, unchanged, missing, faults, isApplied } = page;
  const state = useFormState();
  const title = t("registry.diff");
  const crumbs = [{ label: t("registry.title"), to: "/organiser/registry" }, { label: t("registry.import"), to: "/organiser/registry/imports" }, { label: title }];
  const mayApply = faults.length === 0 && changes.length > 0 && !isApplied;
  return (
    <>
      <PageHeader title={title} meta={`${page.fileName}. ${t("registry.diffLead", { changes: changes.length, unchanged, missing: missing.length })}`} crumbs={crumbs} crumbsLabel={t("common.crumbs")} />
      <Stack>
        <ErrorSummary title={state?.message} />
        {isApplied && <Notice tone="info">{t("registry.isApplied")}</Notice>}
        {faults.length > 0 && <Faults faults={faults} />}
        <Changes changes={changes} />
        {mayApply && (
          <Form method="post">
            <SubmitButton variant="primary" busyWord={t("common.busy")}>{t("registry.apply")}</SubmitButton>
          </Form>
        )}
        {missing.length > 0 && (
          <Panel title={t("registry.missing")}>
            <ul>{missing.map(({ code, name }) => <li key={code}>{code} {name}</li>)}</ul>
          </Panel>
        )}
      </Stack>
    </>
  );
}

function Faults({ faults }: Pick<Page, "faults">) {
  const t = useTranslate();
  const title = t("registry.faultsTitle");
  return (
    <DataTable
      caption={title}
      cards
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={faults}
      rowKey={(fault) => `${fault.line} ${fault.field} ${fault.key}`}
      columns={[
        { key: "line", header: t("registry.line"), tight: true, align: "end", render: (fault) => fault.line },
        { key: "field", header: t("registry.column"), rowHeader: true, render: (fault) => fault.field },
        { key: "fault", header: t("registry.fault"), render: (fault) => t(fault.key as MessageKey, fault.params) },
      ]}
    />
  );
}

function Changes({ changes }: Pick<Page, "changes">) {
  const t = useTranslate();
  const title = t("registry.changes");
  const word = (text: string) => text || t("registry.empty");
  return (
    <DataTable
      caption={title}
      cards
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={changes}
      rowKey={(change) => change.code}
      empty={<EmptyState title={t("registry.noChanges")}>{t("registry.noChangesBody")}</EmptyState>}
      columns={[
        { key: "code", header: t("agencies.registry.code"), tight: true, render: (change) => change.code },
        { key: "name", header: t("agencies.registry.name"), rowHeader: true, render: (change) => change.name },
        {
          key: "what",
          header: t("registry.what"),
          render: (change) => (
            <>
              {t(`registry.whats.${change.what}`)}
              {change.facts.map(({ fact, before, after }) => (
                <CellNote key={fact}>{t("registry.fact", { fact: t(`registry.factNames.${fact}`), before: word(before), after: word(after) })}</CellNote>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
