import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Columns, Panel, Stack } from "#app/components/panel.tsx";
import { Select } from "#app/components/select.tsx";
import { CommentForm } from "#app/features/proposals/components/comments/comment-form.tsx";
import { partWords } from "#app/features/proposals/components/comments/part-words.ts";
import { Position } from "#app/features/proposals/components/position.tsx";
import { ThreadView } from "#app/features/proposals/components/comments/thread-view.tsx";
import { commentFilterInput, commentInput } from "#app/features/proposals/comments/inputs.ts";
import { beginThread } from "#app/features/proposals/comments/operations.server.ts";
import { getCommentsPage, threadsPerPage } from "#app/features/proposals/comments/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageTitle(matches, "flow.comments.title", data?.page.proposal.title);

const anyPart = "*";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { state, part, page } = Object.fromEntries(new URL(request.url).searchParams);
    const filter = commentFilterInput.parse({ state, page, part: part === undefined || part === anyPart ? null : part });
    return { page: getCommentsPage(ctx, proposalIdOf(params), filter), filter, perPage: threadsPerPage };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const proposalId = proposalIdOf(params);
    beginThread(ctx, { proposalId, ...parseForm(form, commentInput) });
    return redirectWithToast(`/proposals/${proposalId}/comments`, translators[ctx.locale]("flow.comments.sent"));
  });
}

/** What the agency says to itself about a proposal, by part, and the way to say more. */
export default function Comments() {
  const t = useTranslate();
  const { page, filter } = useLoaderData<typeof loader>();
  const owner = useRoot()?.person?.email;
  const state = useFormState();
  const { proposal, may, counts } = page;
  return (
    <>
      <PageHeader
        title={t("flow.comments.title")}
        crumbs={[
          { label: t("proposals.overview.title"), to: `/agencies/${proposal.agencyId}` },
          { label: proposal.title, to: `/proposals/${proposal.id}` },
          { label: t("flow.comments.title") },
        ]}
        crumbsLabel={t("common.crumbs")}
        meta={`${proposal.title} · ${t("flow.comments.openCount", { count: counts.open })}`}
        lead={t("flow.comments.lead")}
        aside={<Position status={proposal.status} />}
      />
      <Columns>
        <Threads />
        {may.comment ? (
          <Panel title={t("flow.comments.new")}>
            <CommentForm key={`${filter.part ?? anyPart}-${counts.open}`} parts={page.parts} part={filter.part ?? ""} state={state} owner={owner} />
          </Panel>
        ) : (
          <p className="soft">{t("flow.comments.notWithdrawn")}</p>
        )}
      </Columns>
    </>
  );
}

function Threads() {
  const t = useTranslate();
  const { page, filter, perPage } = useLoaderData<typeof loader>();
  const { threads, total, pages, proposal, zone } = page;
  const from = (filter.page - 1) * perPage;
  const states = ["open", "resolved", "all"] as const;
  return (
    <Stack>
      <FilterBar label={t("flow.comments.filter")} submitWord={t("common.filter")}>
        <Select
          dense
          name="state"
          label={t("flow.comments.state")}
          defaultValue={filter.state}
          options={states.map((value) => ({ value, label: t(`flow.comments.states.${value}`) }))}
        />
        <Select
          dense
          name="part"
          label={t("flow.comments.part")}
          defaultValue={filter.part ?? anyPart}
          options={[{ value: anyPart, label: t("flow.comments.anyPart") }, ...page.parts.map((one) => ({ value: one.key, label: partWords(t, one) }))]}
        />
      </FilterBar>
      {threads.length === 0 && <EmptyState title={t("flow.comments.empty")}>{page.may.comment && <p>{t("flow.comments.emptyText")}</p>}</EmptyState>}
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} proposalId={proposal.id} zone={zone} writable={page.may.write} />
      ))}
      {threads.length > 0 && (
        <Pagination
          page={filter.page}
          pages={pages}
          summary={t("flow.comments.summary", { from: from + 1, to: from + threads.length, total })}
          words={{
            label: t("flow.comments.pages"),
            previous: t("common.previous"),
            next: t("common.next"),
            page: (one) => t("flow.comments.page", { page: one }),
          }}
        />
      )}
    </Stack>
  );
}
