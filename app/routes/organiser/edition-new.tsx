import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import type { z } from "zod";
import { SubmitButton } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FieldRow, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Select } from "#app/components/select.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { cloneEdition, createEmptyEdition } from "#app/features/competitions/creation/operations.server.ts";
import { type Gap, gaps } from "#app/features/competitions/definition/rules.ts";
import { editionInput } from "#app/features/competitions/inputs.ts";
import { createEdition } from "#app/features/competitions/operations.server.ts";
import { mayCreateEdition, mayOrganise } from "#app/features/competitions/policy.ts";
import { defaultPresetKey, presets } from "#app/features/competitions/presets/registry.ts";
import { listPublicEditions, listSeatedEditions } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useRoot } from "#app/root.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.create.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    if (!mayCreateEdition(ctx.actor)) throw notFound("competitions.editionUnknown");
    const organised = listSeatedEditions(ctx, ctx.actor).filter(({ id }) => mayOrganise(ctx.actor, id));
    const others = listPublicEditions(ctx).filter(({ id }) => !organised.some((one) => one.id === id));
    return {
      sources: [...organised, ...others].map(({ id, definition }) => ({ id, name: definition.name })),
      usual: defaultPresetKey,
      year: dayOfInstant("Asia/Jakarta", ctx.now).slice(0, 4),
      address: `${ctx.baseUrl}/editions/`,
      presets: presets.map(({ key, name, summary, definition }) => ({ key, name, summary, unknown: countByKind(gaps(definition)) })),
    };
  });
}

type KindCount = { kind: Gap["kind"]; count: number };

function countByKind(unknown: readonly Gap[]): KindCount[] {
  const kinds = [...new Set(unknown.map((gap) => gap.kind))];
  return kinds.map((kind) => ({ kind, count: unknown.filter((gap) => gap.kind === kind).length }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const input = parseForm(withFrom(form), editionInput);
    const id = besideField(form, { "competitions.slugTaken": "slug", "competitions.editionUnknown": "source" }, () => create(ctx, input));
    return redirectWithToast(editionPath({ id }, "rules"), translators[ctx.locale]("competitions.create.done"));
  });
}

/** A form without the choice means a year's rules. */
function withFrom(form: FormData): FormData {
  if (!form.has("from")) form.set("from", "preset");
  return form;
}

function create(ctx: Ctx, { rehearsal, ...input }: z.output<typeof editionInput>): EditionId {
  const fresh = { year: input.year, slug: input.slug, rehearsal: rehearsal === "yes" };
  if (input.from === "preset") return createEdition(ctx, { ...fresh, presetKey: input.presetKey });
  if (input.from === "empty") {
    const { nameId, nameEn, organiser } = input;
    return createEmptyEdition(ctx, { ...fresh, name: { id: nameId, en: nameEn }, organiser: { id: organiser, en: "" } });
  }
  const from = parseId("edition", input.source);
  if (!from) throw notFound("competitions.editionUnknown");
  return cloneEdition(ctx, { ...fresh, from, seats: input.seats === "yes" });
}

export default function EditionNew() {
  const t = useTranslate();
  const state = useFormState();
  const root = useRoot();
  const hydrated = useHydrated();
  const [from, setFrom] = useState(typedText(state?.values, "from", "preset"));
  return (
    <div className="narrow">
      <PageHeader
        title={t("competitions.create.title")}
        lead={t("competitions.create.lead")}
        crumbs={[{ label: t("competitions.editions.title"), to: "/organiser" }, { label: t("competitions.create.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <KeptForm id="edition" method="post" className="stack stack--large" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labelsOf(t)} />
        <RadioGroup
          name="from"
          label={t("editor.create.from")}
          defaultValue={from}
          onChoose={setFrom}
          options={[
            { value: "preset", label: t("editor.create.preset") },
            { value: "clone", label: t("editor.create.clone") },
            { value: "empty", label: t("editor.create.empty"), note: t("editor.create.emptyNote") },
          ]}
        />
        {(!hydrated || from === "preset") && <PresetFields />}
        {(!hydrated || from === "clone") && <CloneFields />}
        {(!hydrated || from === "empty") && <EmptyFields />}
        <FreshFields />
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("competitions.create.submit")}
          </SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

/** The rules of a real year, and what it leaves unknown. */
function PresetFields() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <RadioGroup
      name="presetKey"
      required
      label={t("competitions.create.preset")}
      error={state?.errors.presetKey}
      defaultValue={typedText(state?.values, "presetKey", page.usual)}
      options={page.presets.map(({ key, name, summary, unknown }) => ({
        value: key,
        label: inLocale(t.locale, name),
        note: `${inLocale(t.locale, summary)} ${unknownWords(t, unknown)}`,
      }))}
    />
  );
}

/** What every new edition has of its own. */
function FreshFields() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <>
      <FieldRow>
        <TextInput
          name="year"
          inputMode="numeric"
          required
          characters={6}
          label={t("competitions.create.year")}
          error={state?.errors.year}
          defaultValue={typedText(state?.values, "year", page.year)}
        />
        <TextInput
          name="slug"
          required
          autoCapitalize="none"
          spellCheck={false}
          label={t("competitions.create.slug")}
          hint={t("competitions.create.slugHint", { address: `${page.address}kipp-${page.year}` })}
          error={state?.errors.slug}
          defaultValue={typedText(state?.values, "slug")}
        />
      </FieldRow>
      <Checkbox
        name="rehearsal"
        label={t("competitions.create.rehearsal")}
        note={t("competitions.create.rehearsalNote")}
        defaultChecked={typedText(state?.values, "rehearsal") === "yes"}
      />
    </>
  );
}

/** Another edition's rules: one's own, or one that is public. */
function CloneFields() {
  const t = useTranslate();
  const { sources } = useLoaderData<typeof loader>();
  const state = useFormState();
  return (
    <>
      <Select
        name="source"
        label={t("editor.create.source")}
        error={state?.errors.source}
        defaultValue={typedText(state?.values, "source")}
        options={sources.map(({ id, name }) => ({ value: id, label: inLocale(t.locale, name) }))}
      />
      <Checkbox name="seats" label={t("editor.create.seats")} note={t("editor.create.seatsNote")} defaultChecked={typedText(state?.values, "seats") === "yes"} />
    </>
  );
}

function EmptyFields() {
  const t = useTranslate();
  const hydrated = useHydrated();
  const state = useFormState();
  const field = (name: "nameId" | "nameEn" | "organiser", label: string) => (
    <TextInput name={name} label={label} hint={hydrated ? undefined : t("editor.create.onlyEmpty")} error={state?.errors[name]} defaultValue={typedText(state?.values, name)} />
  );
  return (
    <>
      <FieldRow>
        {field("nameId", t("editor.create.name"))}
        {field("nameEn", t("editor.create.nameEn"))}
      </FieldRow>
      {field("organiser", t("editor.create.organiser"))}
    </>
  );
}

const labelsOf = (t: Translate) => ({
  presetKey: t("competitions.create.preset"),
  source: t("editor.create.source"),
  nameId: t("editor.create.name"),
  organiser: t("editor.create.organiser"),
  year: t("competitions.create.year"),
  slug: t("competitions.create.slug"),
});

function unknownWords(t: Translate, unknown: readonly KindCount[]): string {
  const list = unknown.map(({ kind, count }) => t(`competitions.gapCounts.${kind}`, { count })).join(", ");
  return t("competitions.create.unknown", { list });
}
