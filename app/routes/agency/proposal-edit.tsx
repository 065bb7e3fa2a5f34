import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, redirect, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { PageHeader } from "#app/components/page-header.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { TaskLayout } from "#app/components/work-shell.tsx";
import { listUnfinishedUploads } from "#app/features/proposals/attachments/queries.server.ts";
import { CommentsLink } from "#app/features/proposals/components/comments/field-comments.tsx";
import { DeadlineBar } from "#app/features/proposals/components/deadline-card.tsx";
import { EditorPaper } from "#app/features/proposals/components/editor-paper.tsx";
import { Position } from "#app/features/proposals/components/position.tsx";
import type { SaveAnswer } from "#app/features/proposals/components/section-form.tsx";
import { SectionNav } from "#app/features/proposals/components/section-nav.tsx";
import { SubmissionAside } from "#app/features/proposals/components/submission-aside.tsx";
import { listOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { type EditorPage, getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { identitySection } from "#app/features/proposals/form/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { formValues } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { revalidateWhileOnline, whileOnline } from "#app/routes/while-online.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { saveSection } from "#app/routes/agency/section-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data: shown }) =>
  pageTitle(matches, "proposals.editor.title", shown?.page.proposal.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = getEditorPage(ctx, proposalIdOf(params));
    if (!page.writable) throw redirect(`/proposals/${page.proposal.id}`);
    const index = params.section === undefined ? 0 : page.sections.findIndex((section) => section.key === params.section);
    const section = page.sections[index];
    if (!section) throw notFound("proposals.unknown");
    return { page, section, index, now: ctx.now, comments: listOpenThreads(ctx, page.proposal.id), uploads: listUnfinishedUploads(ctx, page.proposal.id) };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const place = { proposalId: proposalIdOf(params), section: params.section ?? identitySection };
    const next = form.get("then");
    for (const name of ["then", "owner"]) form.delete(name);
    const saved = saveSection(ctx, place, form);
    if (!saved.ok) return data({ ...saved, values: formValues(form) }, { status: 409 });
    const section = typeof next === "string" && /^[\w-]+$/.test(next) ? next : place.section;
    return redirectWithToast(`/proposals/${place.proposalId}/edit/${section}`, translators[ctx.locale]("proposals.editor.saved"));
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => whileOnline(serverAction);

/** A refused save shows what stands now beside what was typed; a lost connection has nothing to ask for. */
export const shouldRevalidate = revalidateWhileOnline;

export default function EditProposal() {
  const t = useTranslate();
  const root = useRoot();
  const { section: asked, index, now, page: loaded, comments, uploads } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const [page, onProgress] = useProgress(loaded);
  const section = page.sections.find((one) => one.key === asked.key) ?? asked;
  const { proposal, agency, edition } = page;
  // Whose text this is does not change while the page stands, whoever signs in beside it.
  const [owner] = useState(root?.person?.email ?? "");
  const group = edition.groups.find((one) => one.key === proposal.groupKey);
  return (
    <>
      <PageHeader
        title={proposal.title}
        crumbs={[
          { label: t("proposals.overview.title"), to: `/agencies/${agency.id}` },
          { label: <EditionName page={page} />, to: `/proposals/${proposal.id}` },
          { label: group ? inLocale(t.locale, group.name) : "" },
        ]}
        crumbsLabel={t("common.crumbs")}
        aside={<Position status={proposal.status} />}
      />
      {page.closesAt !== null && <DeadlineBar now={now} closesAt={page.closesAt} zones={{ own: agency.zone, edition: edition.zone }} />}
      <TaskLayout
        sections={<SectionNav proposalId={proposal.id} sections={page.sections} current={section.key} />}
        aside={
          <>
            <SubmissionAside page={page} now={now} />
            <CommentsLink proposalId={proposal.id} open={comments.length} />
          </>
        }
      >
        <EditorPaper key={section.key} page={page} section={section} index={index} refused={answer} owner={owner} comments={comments} uploads={uploads} onProgress={onProgress} />
      </TaskLayout>
    </>
  );
}

type Progress = Pick<EditorPage, "sections" | "faults">;

/** The page as it was loaded, and how far the draft has come since: told by every save, so that nothing is loaded anew. */
function useProgress(loaded: EditorPage): [EditorPage, (progress: Progress) => void] {
  const [fresh, setFresh] = useState<{ of: EditorPage; progress: Progress } | null>(null);
  const page = fresh?.of === loaded ? { ...loaded, ...fresh.progress } : loaded;
  return [page, (progress) => setFresh({ of: loaded, progress })];
}

function EditionName({ page: { edition } }: { page: ReturnType<typeof useLoaderData<typeof loader>>["page"] }) {
  const t = useTranslate();
  return (
    <>
      {inLocale(t.locale, edition.name)} {edition.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
    </>
  );
}
