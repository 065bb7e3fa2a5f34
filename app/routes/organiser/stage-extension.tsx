import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { extendStageBeforeLists } from "#app/acts/extend-stage.server.ts";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { ExtensionForm } from "#app/features/competitions/components/extension-form.tsx";
import { extensionInput } from "#app/features/competitions/inputs.ts";
import { stageOf } from "#app/features/competitions/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { InvalidInput } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { instantOfLocal } from "#app/lib/zones.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { besideField } from "#app/routes/beside-field.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "competitions.rules.stages.extend");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const edition = organisedEdition(ctx, params);
    const { key, name, closesAt } = stageOf(edition.definition, params.stageKey ?? "");
    return { stage: { key, name, closesAt }, zone: edition.definition.zone, back: editionPath(edition, "rules") };
  });
}

/** Refusals that are about the new end stand beside it. */
const aboutTheEnd = { "competitions.extensionNotLater": "closesAt", "competitions.extensionTooLong": "closesAt" };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { id: editionId, definition } = organisedEdition(ctx, params);
    const { key: stageKey, name } = stageOf(definition, params.stageKey ?? "");
    const { closesAt: typed, reason } = parseForm(form, extensionInput);
    const closesAt = instantOfLocal(definition.zone, typed.slice(0, 16));
    if (closesAt === null) throw new InvalidInput([{ path: "closesAt", code: "notADate", params: {} }]);
    besideField(form, aboutTheEnd, () => extendStageBeforeLists(ctx, { editionId, stageKey, closesAt, reason }));
    const time = formatDeadline(ctx.locale, closesAt, definition.zone);
    const done = translators[ctx.locale]("competitions.rules.stages.extended", { stage: name, time });
    return redirectWithToast(editionPath({ id: editionId }, "rules"), done);
  });
}

/** Where a refused extension is mended, with everything that was typed. */
export default function StageExtensionPage() {
  const t = useTranslate();
  const { stage, zone, back } = useLoaderData<typeof loader>();
  const state = useFormState();
  const title = t("competitions.rules.stages.extendOf", { stage: inLocale(t.locale, stage.name) });
  const labels = { closesAt: t("competitions.rules.stages.newEnd"), reason: t("competitions.rules.stages.reason") };
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t("competitions.rules.title"), to: back }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("competitions.rules.stages.extendNote")}
      />
      <Stack>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
        <Panel>
          <ExtensionForm stage={stage} zone={zone} state={state} />
        </Panel>
      </Stack>
    </>
  );
}
