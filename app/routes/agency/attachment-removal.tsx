import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { removeAttachment } from "#app/features/proposals/attachments/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.files.remove");

/** Files are removed from the editor. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/home");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, () => {
    const attachmentId = parseId("attachment", params.attachmentId);
    if (!attachmentId) throw notFound("proposals.attachmentUnknown");
    const { proposalId, section } = removeAttachment(ctx, { attachmentId });
    return redirectWithToast(`/proposals/${proposalId}/edit/${section}`, translators[ctx.locale]("proposals.files.removed"));
  });
}

/** Why the file stayed: registration closed meanwhile, or the proposal was submitted. */
export default function RemovalRefused() {
  const t = useTranslate();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader title={t("proposals.files.remove")} lead={t("proposals.step.draftSafe")} />
      <ErrorSummary title={state?.message} />
      <LinkButton to="/home" variant="primary">
        {t("accounts.home.title")}
      </LinkButton>
    </div>
  );
}
