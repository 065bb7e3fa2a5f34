import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { UnitFields } from "#app/features/agencies/components/unit-fields.tsx";
import { agenciesByIds, findAgency, listMembers } from "#app/features/agencies/queries.server.ts";
import { unitInput } from "#app/features/agencies/registry/inputs.ts";
import { addUnit } from "#app/features/agencies/registry/operations.server.ts";
import { findMerge, listChildren, listMergesInto, listRenames, listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { treeOf } from "#app/features/agencies/registry/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant, formatPlainDay, zoneName } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { registryAgency } from "#app/routes/organiser/registry-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "registry.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const agency = registryAgency(ctx, params);
    const merge = findMerge(ctx, agency.id);
    const merges = listMergesInto(ctx, agency.id);
    const names = agenciesByIds(ctx, [...merges.map(({ fromId }) => fromId), ...(merge ? [merge.intoId] : [])]);
    return {
      agency,
      parent: agency.parentId && (findAgency(ctx, agency.parentId) ?? null),
      children: listChildren(ctx, agency.id).map(({ id, code, name }) => ({ id, code, name })),
      units: treeOf(listUnits(ctx, agency.id)),
      renames: listRenames(ctx, agency.id),
      merges: merges.map(({ fromId, reason, mergedAt }) => ({ name: names.get(fromId)?.name ?? "", reason, mergedAt })),
      merged: merge ? { name: names.get(merge.intoId)?.name ?? "", reason: merge.reason } : null,
      members: listMembers(ctx, agency.id).filter(({ active }) => active).length,
    };
  });
}

/** Adds a unit. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: agencyId } = registryAgency(ctx, params);
    const { parentId, ...unit } = parseForm(form, unitInput);
    addUnit(ctx, { agencyId, ...unit, parentId: parseId("unit", parentId) });
    return redirectWithToast(`/organiser/registry/${agencyId}`, translators[ctx.locale]("registry.unitAdded"));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RegistryAgency() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const { agency, merged } = page;
  const crumbs = [{ label: t("registry.title"), to: "/organiser/registry" }, { label: agency.name }];
  return (
    <>
      <PageHeader
        title={agency.name}
        meta={merged ? t("registry.mergedInto", { name: merged.name }) : agency.code}
        crumbs={crumbs}
        crumbsLabel={t("common.crumbs")}
        actions={
          merged === null && (
            <ButtonRow>
              <LinkButton to="name">{t("registry.rename")}</LinkButton>
              <LinkButton to="merge" variant="danger">{t("registry.merge")}</LinkButton>
            </ButtonRow>
          )
        }
      />
      <Columns>
        <Stack>
          <Units units={page.units} />
          {page.children.length > 0 && <Children list={page.children} />}
          <History page={page} />
        </Stack>
        <Stack>
          <Facts page={page} />
          <NewUnit key={page.units.length} units={page.units} />
        </Stack>
      </Columns>
    </>
  );
}

function Facts({ page: { agency, parent, members } }: { page: Page }) {
  const t = useTranslate();
  const items = [
    { term: t("agencies.registry.code"), value: agency.code },
    { term: t("agencies.registry.kind"), value: t(`agencies.kinds.${agency.kind}`) },
    { term: t("registry.parent"), value: parent ? <Link to={`../${parent.id}`} relative="path">{parent.name}</Link> : t("common.none") },
    { term: t("agencies.registry.zone"), value: zoneName(agency.zone) },
    { term: t("agencies.members.caption"), value: String(members) },
    { term: t("registry.source"), value: agency.source },
  ];
  return <Panel title={t("registry.facts")}><DescriptionList items={items} /></Panel>;
}

function Units({ units }: Pick<Page, "units">) {
  const t = useTranslate();
  if (units.length === 0) return <Panel title={t("registry.units")}><EmptyState title={t("registry.noUnits")}>{t("registry.noUnitsBody")}</EmptyState></Panel>;
  return (
    <Panel title={t("registry.units")} flush>
      <ul className="link-list">
        {units.map((unit) => (
          <li key={unit.id}>
            <Link to={`units/${unit.id}`} style={{ paddingInlineStart: `${unit.depth * 1.5}rem` }}>
              {unit.name} <span className="soft small">{t(`registry.unitKinds.${unit.kind}`)}</span>
              {unit.closedAt !== null && <> <Badge tone="neutral">{t("registry.closed")}</Badge></>}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Children({ list }: { list: Page["children"] }) {
  const t = useTranslate();
  return (
    <Panel title={t("registry.children")} flush>
      <ul className="link-list">
        {list.map(({ id, code, name }) => (
          <li key={id}>
            <Link to={`../${id}`} relative="path">{name} <span className="soft small">{code}</span></Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function History({ page: { renames, merges, merged, agency } }: { page: Page }) {
  const t = useTranslate();
  const empty = renames.length + merges.length === 0 && merged === null;
  return (
    <Panel title={t("registry.history")}>
      {empty ? (
        <EmptyState title={t("registry.noHistory")}>{t("registry.noHistoryBody")}</EmptyState>
      ) : (
        <ul className="stack stack--small">
          {merged && <li>{t("registry.mergedInto", { name: merged.name })}. {merged.reason}</li>}
          {merges.map((one) => <li key={one.name}>{t("registry.mergedFrom", { name: one.name })}, {formatInstant(t.locale, one.mergedAt, agency.zone)}. {one.reason}</li>)}
          {renames.map(({ before, after, validFrom, source }) => (
            <li key={`${validFrom} ${after}`}>{t("registry.renamedFrom", { before, after, day: formatPlainDay(t.locale, validFrom), source })}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function NewUnit({ units }: Pick<Page, "units">) {
  const t = useTranslate();
  const state = useFormState();
  return (
    <Panel title={t("registry.addUnit")}>
      <Form method="post" className="stack stack--medium">
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ name: t("registry.unitName"), kind: t("registry.unitKind"), parentId: t("registry.unitParent") }} />
        <UnitFields state={state} parents={units.filter(({ closedAt }) => closedAt === null)} />
        <div>
          <SubmitButton busyWord={t("common.busy")}>{t("registry.addUnit")}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
