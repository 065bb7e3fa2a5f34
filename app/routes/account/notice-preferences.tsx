import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox-group.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { chooseMail } from "#app/features/notifications/inbox/operations.server.ts";
import { preferencesInput } from "#app/features/notifications/inputs.ts";
import { preferencesOf } from "#app/features/notifications/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.preferences.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return { wanted: preferencesOf(ctx, ctx.actor.userId), email: ctx.actor.email };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    chooseMail(ctx, parseForm(form, preferencesInput));
    return redirectWithToast("/notices/preferences", translators[ctx.locale]("communications.preferences.saved"));
  });
}

export default function NoticePreferences() {
  const t = useTranslate();
  const { wanted, email } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHeader
        title={t("communications.preferences.title")}
        crumbs={[{ label: t("communications.notices.title"), to: "/notices" }, { label: t("communications.preferences.title") }]}
        crumbsLabel={t("common.crumbs")}
        lead={t("communications.preferences.lead", { email })}
      />
      <Form method="post" className="stack stack--medium">
        <Checkbox name="reminders" label={t("communications.preferences.reminders")} note={t("communications.preferences.remindersNote")} defaultChecked={wanted.reminders} />
        <Checkbox name="announcements" label={t("communications.preferences.announcements")} note={t("communications.preferences.announcementsNote")} defaultChecked={wanted.announcements} />
        <p className="soft">{t("communications.preferences.official")}</p>
        <ButtonRow>
          <SubmitButton variant="primary" busyWord={t("common.busy")}>
            {t("communications.preferences.save")}
          </SubmitButton>
          <LinkButton to="/notices" variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </ButtonRow>
      </Form>
    </div>
  );
}
