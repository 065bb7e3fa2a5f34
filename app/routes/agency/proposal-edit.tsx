import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, redirect, useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { RehearsalData } from "#app/components/rehearsal-mark.tsx";
import { TaskLayout } from "#app/components/work-shell.tsx";
import { EditorPaper } from "#app/features/proposals/components/editor-paper.tsx";
import { Position } from "#app/features/proposals/components/position.tsx";
import type { SaveAnswer } from "#app/features/proposals/components/section-form.tsx";
import { SectionNav } from "#app/features/proposals/components/section-nav.tsx";
import { SubmissionAside } from "#app/features/proposals/components/submission-aside.tsx";
import { getEditorPage } from "#app/features/proposals/form/queries.server.ts";
import { identitySection, readSectionForm } from "#app/features/proposals/form/rules.ts";
import { identityInput } from "#app/features/proposals/inputs.ts";
import { saveAnswers, saveIdentity } from "#app/features/proposals/operations.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { revalidateWhileOnline, whileOnline } from "#app/routes/while-online.ts";
import { proposalIdOf } from "#app/routes/agency/proposal-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "proposals.editor.title", data?.page.proposal.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const page = getEditorPage(ctx, proposalIdOf(params));
    if (!page.writable) throw redirect(`/proposals/${page.proposal.id}`);
    const index = params.section === undefined ? 0 : page.sections.findIndex((section) => section.key === params.section);
    const section = page.sections[index];
    if (!section) throw notFound("proposals.unknown");
    return { page, section, index, now: ctx.now };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, async (form) => {
    const saved = save(ctx, params, form);
    if (form.get("autosave") === "yes") return { ok: true, ...saved };
    const next = form.get("then");
    const section = typeof next === "string" && /^[\w-]+$/.test(next) ? next : (params.section ?? identitySection);
    return redirectWithToast(`/proposals/${params.proposalId}/edit/${section}`, translators[ctx.locale]("proposals.editor.saved"));
  });
}

function save(ctx: SignedInCtx, params: ActionFunctionArgs["params"], form: FormData): { savedAt: number; revisions: Record<string, number> } {
  const proposalId = proposalIdOf(params);
  if ((params.section ?? identitySection) !== identitySection) {
    return saveAnswers(ctx, { proposalId, ...readSectionForm([...form]) });
  }
  const own = new FormData();
  for (const [name, value] of form) if (name !== "then" && name !== "autosave") own.append(name, value);
  const revision = saveIdentity(ctx, { proposalId, ...parseForm(own, identityInput) });
  return { savedAt: ctx.now, revisions: { revision } };
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => whileOnline(serverAction);

/** A refused save shows what stands now beside what was typed; a lost connection has nothing to ask for. */
export const shouldRevalidate = revalidateWhileOnline;

export default function EditProposal() {
  const t = useTranslate();
  const root = useRoot();
  const { page, section, index, now } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const { proposal, agency, edition } = page;
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
      <TaskLayout
        sections={<SectionNav proposalId={proposal.id} sections={page.sections} current={section.key} />}
        aside={<SubmissionAside page={page} now={now} />}
      >
        <EditorPaper key={section.key} page={page} section={section} index={index} refused={answer} owner={root?.person?.email ?? ""} />
      </TaskLayout>
    </>
  );
}

function EditionName({ page: { edition } }: { page: ReturnType<typeof useLoaderData<typeof loader>>["page"] }) {
  const t = useTranslate();
  return (
    <>
      {inLocale(t.locale, edition.name)} {edition.rehearsal && <RehearsalData>{t("common.rehearsalData")}</RehearsalData>}
    </>
  );
}
