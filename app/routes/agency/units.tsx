import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { SubmitButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { UnitFields } from "#app/features/agencies/components/unit-fields.tsx";
import { unitInput } from "#app/features/agencies/registry/inputs.ts";
import { addUnit } from "#app/features/agencies/registry/operations.server.ts";
import { listUnitChanges, listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { agencyOfUnits } from "#app/routes/agency/units-of.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.units");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { id, name, zone } = agencyOfUnits(ctx, params);
    return { agency: { id, name, zone }, units: treeOf(listUnits(ctx, id)), changes: listUnitChanges(ctx, id) };
  });
}

/** Adds a unit. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: agencyId } = agencyOfUnits(ctx, params);
    const { parentId, ...unit } = parseForm(form, unitInput);
    besideField(form, { "agencies.unitTaken": "name" }, () => addUnit(ctx, { agencyId, ...unit, parentId: parseId("unit", parentId) }));
    return redirectWithToast(`/agencies/${agencyId}/units`, translators[ctx.locale]("registry.unitAdded"));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AgencyUnits() {
  const t = useTranslate();
  const { agency, units, changes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("registry.units")}
        meta={t("registry.ownUnitsLead")}
        crumbs={[{ label: agency.name, to: `/agencies/${agency.id}` }, { label: t("registry.units") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Columns>
        <Stack>
          <Units units={units} />
          <History changes={changes} zone={agency.zone} />
        </Stack>
        <NewUnit key={units.length} units={units} />
      </Columns>
    </>
  );
}

function Units({ units }: Pick<Page, "units">) {
  const t = useTranslate();
  if (units.length === 0) return <Panel title={t("registry.units")}><EmptyState title={t("registry.noUnits")}>{t("registry.noUnitsBody")}</EmptyState></Panel>;
  return (
    <Panel title={t("registry.units")} flush>
      <ul className="link-list">
        {units.map(({ id, name, kind, depth, closedAt }) => (
          <li key={id}>
            <Link to={id} style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
              {name} <span className="soft small">{t(`registry.unitKinds.${kind}`)}</span>
              {closedAt !== null && <> <Badge tone="neutral">{t("registry.closed")}</Badge></>}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function History({ changes, zone }: Pick<Page, "changes"> & { zone: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("registry.history")}>
      {changes.length === 0 ? (
        <EmptyState title={t("registry.noHistory")}>{t("registry.unitChangesNone")}</EmptyState>
      ) : (
        <ul className="stack stack--small">
          {changes.map((change) => (
            <li key={change.seq}>
              {lineOf(t, change)} <span className="soft small">{formatInstant(t.locale, change.at, zone)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function lineOf(t: Translate, { before, name, closed }: Page["changes"][number]): string {
  if (before === "") return t("registry.unitAddedLine", { name });
  if (closed) return t("registry.unitClosedLine", { name });
  return before === name ? t("registry.unitMovedLine", { name }) : t("registry.unitRenamedLine", { before, name });
}

function NewUnit({ units }: Pick<Page, "units">) {
  const t = useTranslate();
  const state = useFormState();
  const labels = { name: t("registry.unitName"), kind: t("registry.unitKind"), parentId: t("registry.unitParent") };
  return (
    <Panel title={t("registry.addUnit")}>
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <UnitFields state={state} parents={units.filter(({ closedAt }) => closedAt === null)} />
        <div>
          <SubmitButton busyWord={t("common.busy")}>{t("registry.addUnit")}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
