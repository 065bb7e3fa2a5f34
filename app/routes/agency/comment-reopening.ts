import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { reopenThread } from "#app/features/proposals/comments/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond } from "#app/respond.server.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { threadIdOf } from "#app/routes/agency/thread-of.server.ts";

/** Asked for by hand: the thread itself. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => redirect(`/proposals/${proposalIdOf(params)}/comments/${threadIdOf(params)}`));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const proposalId = reopenThread(ctx, { threadId: threadIdOf(params) });
    return redirectWithToast(`/proposals/${proposalId}/comments`, translators[ctx.locale]("flow.comments.reopened"));
  });
}
