import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type Params, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { AnswerForm } from "#app/features/proposals/components/comments/comment-form.tsx";
import { partWords } from "#app/features/proposals/components/comments/part-words.ts";
import { ThreadView } from "#app/features/proposals/components/comments/thread-view.tsx";
import { Position } from "#app/features/proposals/components/position.tsx";
import { commentAnswerInput } from "#app/features/proposals/comments/inputs.ts";
import { answerThread } from "#app/features/proposals/comments/operations.server.ts";
import { getThreadPage } from "#app/features/proposals/comments/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { threadIdOf } from "#app/routes/agency/thread-of.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "flow.comments.title", data?.proposal.title);

const pageOf = (ctx: SignedInCtx, params: Params) => getThreadPage(ctx, { proposalId: proposalIdOf(params), threadId: threadIdOf(params) });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => pageOf(ctx, params));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { proposal, thread } = pageOf(ctx, params);
    answerThread(ctx, { threadId: thread.id, ...parseForm(form, commentAnswerInput) });
    return redirectWithToast(`/proposals/${proposal.id}/comments/${thread.id}`, translators[ctx.locale]("flow.comments.answered"));
  });
}

/** One thread with the way to answer it. */
export default function CommentThread() {
  const t = useTranslate();
  const { proposal, thread, zone, writable } = useLoaderData<typeof loader>();
  const owner = useRoot()?.person?.email;
  const state = useFormState();
  const title = t("flow.comments.thread", { part: partWords(t, { key: thread.part, label: thread.label }) });
  const all = `/proposals/${proposal.id}/comments`;
  return (
    <div className="narrow">
      <PageHeader
        title={title}
        crumbs={[
          { label: t("proposals.overview.title"), to: `/agencies/${proposal.agencyId}` },
          { label: proposal.title, to: `/proposals/${proposal.id}` },
          { label: t("flow.comments.title"), to: all },
        ]}
        crumbsLabel={t("common.crumbs")}
        meta={proposal.title}
        aside={<Position status={proposal.status} />}
      />
      <Stack>
        <ThreadView thread={thread} proposalId={proposal.id} zone={zone} writable={writable} own />
        {thread.may.answer && <AnswerForm key={thread.comments.length} state={state} owner={owner} reopens={thread.state === "resolved"} />}
      </Stack>
    </div>
  );
}
