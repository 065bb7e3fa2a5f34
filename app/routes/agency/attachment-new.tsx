import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, redirect, useParams } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { attachFile } from "#app/features/proposals/attachments/operations.server.ts";
import { plainFileName } from "#app/features/proposals/attachments/rules.ts";
import { attachmentInput } from "#app/features/proposals/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm, requireFile } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { whileOnline } from "#app/routes/while-online.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "proposals.files.failedTitle");

/** Files are sent from the editor. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(`/proposals/${proposalIdOf(params)}/edit`));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const { fieldKey, section } = parseForm(form, attachmentInput);
    const file = requireFile(form, "file");
    const bytes = new Uint8Array(await file.arrayBuffer());
    attachFile(ctx, { proposalId: proposalIdOf(params), fieldKey, fileName: file.name, bytes });
    const words = translators[ctx.locale]("proposals.files.attached", { name: plainFileName(file.name) });
    return redirectWithToast(`/proposals/${params.proposalId}/edit/${section}`, words);
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => whileOnline(serverAction);

/** Seen only where scripts do not run: the editor shows a refusal beside its field. */
export default function AttachmentRefused() {
  const t = useTranslate();
  const { proposalId } = useParams();
  const state = useFormState();
  const section = typeof state?.values.section === "string" ? state.values.section : "";
  return (
    <div className="narrow">
      <PageHeader title={t("proposals.files.failedTitle")} lead={t("proposals.step.draftSafe")} />
      <Stack>
        <ErrorSummary title={Object.values(state?.errors ?? {})[0] ?? state?.message} />
        <div>
          <LinkButton to={`/proposals/${proposalId}/edit/${section}`} variant="primary">
            {t("proposals.files.backToEditor")}
          </LinkButton>
        </div>
      </Stack>
    </div>
  );
}
