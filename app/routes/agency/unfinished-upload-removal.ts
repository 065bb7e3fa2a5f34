import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { dropUpload } from "#app/features/proposals/attachments/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { uploadIdOf } from "#app/routes/agency/upload-of.server.ts";

/** Uploads are given up from the editor. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireCtx(request, context);
  return redirect("/home");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, async () => {
    const { proposalId, section } = await dropUpload(ctx, { uploadId: uploadIdOf(params) });
    return redirectWithToast(`/proposals/${proposalId}/edit/${section}`, translators[ctx.locale]("proposals.files.unfinished.givenUp"));
  });
}
