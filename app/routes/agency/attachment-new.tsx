import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, redirect, useParams } from "@remix-run/react";
import { LinkButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { receiveFile, receiveUpload } from "#app/features/proposals/attachments/operations.server.ts";
import { getAttachmentName } from "#app/features/proposals/attachments/queries.server.ts";
import type { AttachmentId, ProposalId } from "#app/features/proposals/types.ts";
import { attachmentInput } from "#app/features/proposals/inputs.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { parseId } from "#app/lib/ids.ts";
import { discardReceived, receiveForm, type ReceivedForm, requireReceived } from "#app/lib/uploads/receive-form.server.ts";
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
  const proposalId = proposalIdOf(params);
  const received = await receiveForm(request, ctx.files.incoming);
  return respondForm(ctx, { formData: () => Promise.resolve(received.form) }, async (form) => {
    const { fieldKey, section, upload } = parseForm(form, attachmentInput);
    const place = { proposalId, fieldKey };
    const id = upload === undefined ? await receiveSent(ctx, place, received) : await receiveAnnounced(ctx, upload);
    const words = translators[ctx.locale]("proposals.files.attached", { name: getAttachmentName(ctx, id) });
    return redirectWithToast(`/proposals/${params.proposalId}/edit/${section}`, words);
  }).finally(() => discardReceived(received));
}

type Place = { proposalId: ProposalId; fieldKey: string };

const receiveSent = (ctx: Ctx, place: Place, { files }: ReceivedForm): Promise<AttachmentId> =>
  receiveFile(ctx, { ...place, ...requireReceived(files, "file") });

async function receiveAnnounced(ctx: Ctx, upload: string): Promise<AttachmentId> {
  const uploadId = parseId("upload", upload);
  if (!uploadId) throw notFound("proposals.uploadUnknown");
  return receiveUpload(ctx, { uploadId });
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
