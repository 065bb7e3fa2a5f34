import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { letterName } from "#app/features/notifications/components/letter-state.tsx";
import { TemplateEditor } from "#app/features/notifications/components/template-editor.tsx";
import { templateInput } from "#app/features/notifications/inputs.ts";
import { saveTemplate } from "#app/features/notifications/templates/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { templatePlace } from "#app/routes/organiser/letter-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.templates.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const place = templatePlace(ctx, params);
    const { changed } = place.page;
    return { ...place, changed: changed && { at: changed.at, by: namesOf(ctx, [changed.by]).get(changed.by) ?? "" }, email: ctx.actor.email };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { page, own } = templatePlace(ctx, params);
    const { editionId, template, locale } = page;
    saveTemplate(ctx, { editionId, template, locale, ...parseForm(form, templateInput) });
    return redirectWithToast(own, translators[ctx.locale]("communications.templates.saved"));
  });
}

/** Also where a refused test is mended: its address shows the same page. */
export default function Letter() {
  const t = useTranslate();
  const { page, samples, back, own, zone, changed, email } = useLoaderData<typeof loader>();
  const state = useFormState();
  const language = t(`communications.outbox.languages.${page.locale}`);
  const other = page.locale === "id" ? "en" : "id";
  return (
    <>
      <PageHeader
        title={letterName(t, page.template)}
        crumbs={[{ label: t("communications.templates.back"), to: back }, { label: language }]}
        crumbsLabel={t("common.crumbs")}
        meta={`${t("communications.templates.language")}: ${language}. ${changed ? t("communications.templates.changed", { time: formatInstant(t.locale, changed.at, zone), name: changed.by }) : t("communications.templates.standard")}`}
        actions={
          <>
            <LinkButton to={`${back}/${page.template}/${other}`}>{t(`communications.outbox.languages.${other}`)}</LinkButton>
            {changed && (
              <ConfirmDialog
                title={t("communications.templates.resetConfirm")}
                trigger={{ children: t("communications.templates.reset") }}
                confirm={t("communications.templates.reset")}
                cancel={t("common.cancel")}
                busyWord={t("common.busy")}
                action={`${own}/standard`}
              >
                <p>{t("communications.templates.resetNote")}</p>
              </ConfirmDialog>
            )}
          </>
        }
      />
      <TemplateEditor key={`${page.template} ${page.locale} ${changed?.at ?? 0}`} page={page} samples={samples} state={state} person={email} testAction={`${own}/test`} />
    </>
  );
}
