import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FieldRow, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { type Gap, gaps } from "#app/features/competitions/definition/rules.ts";
import { editionInput } from "#app/features/competitions/inputs.ts";
import { createEdition } from "#app/features/competitions/operations.server.ts";
import { mayCreateEdition } from "#app/features/competitions/policy.ts";
import { defaultPresetKey, presets } from "#app/features/competitions/presets/registry.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
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
    return {
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
    const { rehearsal, ...input } = parseForm(form, editionInput);
    const id = besideField(form, { "competitions.slugTaken": "slug" }, () =>
      createEdition(ctx, { ...input, rehearsal: rehearsal === "yes" }),
    );
    return redirectWithToast(editionPath({ id }, "rules"), translators[ctx.locale]("competitions.create.done"));
  });
}

export default function EditionNew() {
  const t = useTranslate();
  const page = useLoaderData<typeof loader>();
  const state = useFormState();
  const root = useRoot();
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
        <div>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("competitions.create.submit")}
          </SubmitButton>
        </div>
      </KeptForm>
    </div>
  );
}

const labelsOf = (t: Translate) => ({
  presetKey: t("competitions.create.preset"),
  year: t("competitions.create.year"),
  slug: t("competitions.create.slug"),
});

function unknownWords(t: Translate, unknown: readonly KindCount[]): string {
  const list = unknown.map(({ kind, count }) => t(`competitions.gapCounts.${kind}`, { count })).join(", ");
  return t("competitions.create.unknown", { list });
}
