import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { retractionInput } from "#app/features/proposals/announcements/inputs.ts";
import { retractAnnouncement } from "#app/features/proposals/announcements/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { announcementOf } from "#app/routes/organiser/announcement-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { ReasonPage } from "#app/routes/reason-page.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.announcements.retract");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => announcementOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { announcement, page } = announcementOf(ctx, params);
    retractAnnouncement(ctx, { announcementId: announcement.id, ...parseForm(form, retractionInput) });
    return redirectWithToast(page, translators[ctx.locale]("communications.announcements.retracted"));
  });
}

export default function AnnouncementRetraction() {
  const t = useTranslate();
  const { announcement, page } = useLoaderData<typeof loader>();
  const title = inLocale(t.locale, announcement.title);
  return (
    <ReasonPage
      id="retraction"
      words={{
        title: t("communications.announcements.retract"),
        lead: t("communications.announcements.retractLead"),
        meta: title,
        reason: t("communications.extensions.reason"),
        hint: t("communications.announcements.retractHint"),
        submit: t("communications.announcements.retract"),
      }}
      back={{ to: page, label: title }}
      subject={title}
    />
  );
}
