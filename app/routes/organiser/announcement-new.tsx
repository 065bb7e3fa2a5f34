import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { announcementInput } from "#app/features/proposals/announcements/inputs.ts";
import { draftAnnouncement } from "#app/features/proposals/announcements/operations.server.ts";
import { AnnouncementForm } from "#app/features/proposals/components/announcement-form.tsx";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { announcementDesk, textOf } from "#app/routes/organiser/announcement-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "communications.announcements.write");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    return { ...announcementDesk(ctx, params), stored: null };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, base } = announcementDesk(ctx, params);
    const id = draftAnnouncement(ctx, { editionId, ...textOf(parseForm(form, announcementInput)) });
    return redirectWithToast(`${base}/${id}`, translators[ctx.locale]("communications.announcements.drafted"));
  });
}

export default function AnnouncementNew() {
  const t = useTranslate();
  const root = useRoot();
  const { base, choices, stored } = useLoaderData<typeof loader>();
  const title = t("communications.announcements.write");
  return (
    <div className="narrow">
      <PageHeader title={title} crumbs={[{ label: t("communications.announcements.title"), to: base }, { label: title }]} crumbsLabel={t("common.crumbs")} lead={t("communications.announcements.formLead")} />
      <AnnouncementForm stored={stored} choices={choices} state={useFormState()} owner={root?.person?.email} back={base} />
    </div>
  );
}
