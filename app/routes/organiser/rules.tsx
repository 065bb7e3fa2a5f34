import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { numberSources } from "#app/features/competitions/components/rule-sources.ts";
import { RulesBasics, RulesInterview, RulesObjections } from "#app/features/competitions/components/rules-basics.tsx";
import { RulesJudging } from "#app/features/competitions/components/rules-judging.tsx";
import { RulesRubrics } from "#app/features/competitions/components/rules-rubrics.tsx";
import { RulesStages } from "#app/features/competitions/components/rules-stages.tsx";
import { ChangeLog } from "#app/features/competitions/components/change-log.tsx";
import { ExtendStages } from "#app/features/competitions/components/stage-extensions.tsx";
import { listChanges } from "#app/features/competitions/editing/queries.server.ts";
import { RulesSources } from "#app/features/competitions/components/rules-sources.tsx";
import { RulesCategories, RulesFields, RulesGroups, RulesLists } from "#app/features/competitions/components/rules-tables.tsx";
import { RulesProvider } from "#app/features/competitions/components/rules-view.tsx";
import { gaps } from "#app/features/competitions/definition/rules.ts";
import { gapsInput } from "#app/features/competitions/inputs.ts";
import { fillGaps } from "#app/features/competitions/operations.server.ts";
import { mayOrganise, mayReadRules } from "#app/features/competitions/policy.ts";
import { presets } from "#app/features/competitions/presets/registry.ts";
import { getEdition, listExtensions } from "#app/features/competitions/queries.server.ts";
import { fillableGaps } from "#app/features/competitions/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { RulesContents } from "#app/routes/organiser/rules-contents.tsx";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.rules.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const editionId = parseId("edition", params.editionId);
    if (!editionId || !mayReadRules(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
    const { definition, presetKey, status, revision, openedAt } = getEdition(ctx, editionId);
    const preset = presets.find(({ key }) => key === presetKey);
    const editable = status === "draft" && mayOrganise(ctx.actor, editionId);
    return {
      ...{ definition, revision, openedAt, editable },
      extendable: status === "open" && mayOrganise(ctx.actor, editionId),
      extensions: listExtensions(ctx, editionId),
      changes: listChanges(ctx, editionId),
      presetName: preset?.name ?? null,
      fillable: editable ? fillableGaps(definition, preset?.definition ?? null) : [],
      missing: gaps(definition).map(({ path }) => path),
      sources: numberSources(preset, definition),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId } = organisedEdition(ctx, params);
    const { revision, ...values } = parseForm(form, gapsInput);
    fillGaps(ctx, { editionId, revision, values });
    return redirectWithToast(editionPath({ id: editionId }, "rules"), translators[ctx.locale]("competitions.rules.saved"));
  });
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Rules() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
  const { definition, fillable, missing, sources, revision, editable } = page;
  return (
    <RulesProvider value={{ definition, fillable, missing, sources, state }}>
      <PageHeader title={t("competitions.rules.title")} meta={leadOf(t, page)} actions={<HeadActions page={page} />} />
      <RulesContents definition={definition} />
      {editable ? (
        <KeptForm key={revision} id="rules" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
          <input type="hidden" name="revision" value={revision} data-kept="" />
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labelsOf(t, fillable)} />
          <Parts />
          <div className="save-bar">
            <SubmitButton variant="primary" busyWord={t("common.busy")}>
              {t("competitions.rules.submit")}
            </SubmitButton>
          </div>
        </KeptForm>
      ) : (
        <Stack>
          <Parts>
            <ChangeLog changes={page.changes} extensions={page.extensions} />
            {page.extendable && <ExtendStages />}
          </Parts>
        </Stack>
      )}
      <RulesSources />
    </RulesProvider>
  );
}

/** What is said of the schedule stands right below it. */
function Parts({ children }: { children?: ReactNode }) {
  return (
    <>
      <RulesStages />
      {children}
      <RulesBasics />
      <RulesGroups />
      <RulesCategories />
      <RulesFields />
      <RulesRubrics />
      <RulesLists />
      <RulesInterview />
      <RulesJudging />
      <RulesObjections />
    </>
  );
}

function leadOf(t: Translate, { editable, presetName, openedAt, definition }: Page): string {
  if (openedAt !== null) return t("competitions.rules.leadFrozen", { time: { at: openedAt, zone: definition.zone } });
  if (!editable || presetName === null) return t("competitions.rules.leadFilled");
  return t("competitions.rules.leadDraft", { preset: inLocale(t.locale, presetName) });
}

function Completeness({ count }: { count: number }) {
  const t = useTranslate();
  if (count === 0) return <Badge tone="ok">{t("competitions.rules.complete")}</Badge>;
  return <Badge tone="warn">{t("competitions.rules.missing", { count })}</Badge>;
}

function HeadActions({ page }: { page: Page }) {
  const t = useTranslate();
  return (
    <>
      <Completeness count={page.missing.length} />
      {(page.editable || page.extendable) && <LinkButton to="edit">{t("editor.open")}</LinkButton>}
      {page.editable && <LinkButton to="../opening">{t("competitions.rules.toOpening")}</LinkButton>}
    </>
  );
}

const labelsOf = (t: Translate, fillable: Page["fillable"]): Record<string, string> =>
  Object.fromEntries(fillable.map(({ path, label }) => [path, inLocale(t.locale, label)]));
