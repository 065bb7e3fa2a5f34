import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Select } from "#app/components/select.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { questionKinds } from "#app/features/competitions/editing/controls/questions/rules.ts";
import { stageKinds } from "#app/features/competitions/editing/controls/rules.ts";
import { addRule } from "#app/features/competitions/editing/items/operations.server.ts";
import { itemsOf } from "#app/features/competitions/editing/items/rules.ts";
import { keyed } from "#app/features/competitions/editing/controls/shapes/rules.ts";
import { addressOf } from "#app/features/competitions/editing/places/rules.ts";
import { type Collection, collections, type ControlOption, type Part } from "#app/features/competitions/editing/types.ts";
import { newRuleInput } from "#app/features/competitions/inputs.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "editor.list.add");

const markedKinds = ["desk", "interview", "visit", "publicScoring"];

/** What has to be chosen at once; a score sheet is chosen by its stage and has no name of its own. */
function kindsFor(definition: Definition, collection: Collection): ControlOption[] {
  if (collection === "fields") return questionKinds;
  if (collection === "stages") return stageKinds;
  if (collection !== "rubrics") return [];
  const taken = definition.rubrics.map(({ stage }) => stage);
  return keyed(definition.stages.filter(({ key, kind }) => markedKinds.includes(kind) && !taken.includes(key)));
}

function collectionOf({ collection, sheet }: LoaderFunctionArgs["params"]): { collection: Collection; sheet?: string } {
  const known = collection === "criteria" || (collections as readonly string[]).includes(collection ?? "");
  if (!known || (collection === "criteria") !== (sheet !== undefined)) throw notFound("competitions.partUnknown");
  return { collection: collection as Collection, ...(sheet === undefined ? {} : { sheet }) };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const place = collectionOf(params);
    itemsOf(edition.definition, place);
    const part: Part = place.collection === "criteria" ? "rubrics" : place.collection;
    return { ...place, part, kinds: kindsFor(edition.definition, place.collection), root: `${editionPath(edition)}/rules/edit`, back: `${editionPath(edition)}/rules/edit/${addressOf({ part, item: place.sheet })}` };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const edition = organisedEdition(ctx, params);
    const place = collectionOf(params);
    const kinds = kindsFor(edition.definition, place.collection);
    const { nameId, nameEn, kind } = parseForm(form, newRuleInput({ named: place.collection !== "rubrics", kinds: kinds.map(({ value }) => value) }));
    const name = { id: nameId, en: nameEn };
    const key = addRule(ctx, { editionId: edition.id, place, name, kind });
    const part: Part = place.collection === "criteria" ? "rubrics" : place.collection;
    const address = addressOf(place.sheet === undefined ? { part, item: key } : { part, item: place.sheet, criterion: key });
    const shown = kinds.find(({ value }) => place.collection === "rubrics" && value === kind)?.label ?? name;
    return redirectWithToast(`${editionPath(edition)}/rules/edit/${address}`, translators[ctx.locale]("editor.list.added", { name: shown }));
  });
}

/** A name, and the kind where it decides what comes next; the rest stands on the page of the thing itself. */
export default function RulesAddition() {
  const t = useTranslate();
  const root = useRoot();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const part = page.collection === "criteria" ? t("editor.list.criteria") : t(`editor.parts.${page.part}`);
  const title = t("editor.list.addOf", { part });
  const isQuestion = page.collection === "fields";
  const isSheet = page.collection === "rubrics";
  const nameLabels = { id: t(isQuestion ? "editor.addition.questionId" : "editor.addition.nameId"), en: t(isQuestion ? "editor.addition.questionEn" : "editor.addition.nameEn") };
  const kindLabel = t(isSheet ? "editor.addition.stage" : "editor.addition.kind");
  return (
    <div className="narrow">
      <PageHeader title={title} crumbs={[{ label: t("editor.title"), to: page.root }, { label: part, to: page.back }, { label: t("editor.list.add") }]} crumbsLabel={t("common.crumbs")} meta={t("editor.addition.later")} />
      <KeptForm id="addition" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ nameId: nameLabels.id, nameEn: nameLabels.en, kind: kindLabel }} />
        {!isSheet && (
          <>
            <TextInput name="nameId" required label={nameLabels.id} error={state?.errors.nameId} defaultValue={typedText(state?.values, "nameId")} />
            <TextInput name="nameEn" label={nameLabels.en} error={state?.errors.nameEn} defaultValue={typedText(state?.values, "nameEn")} />
          </>
        )}
        {page.kinds.length > 0 && (
          <Select name="kind" required label={kindLabel} error={state?.errors.kind} defaultValue={typedText(state?.values, "kind")} options={page.kinds.map(({ value, label }) => ({ value, label: inLocale(t.locale, label) }))} />
        )}
        <SubmitRow variant="primary" submit={t("editor.list.add")} busyWord={t("common.busy")} back={page.back} cancel={t("common.cancel")} />
      </KeptForm>
    </div>
  );
}
