import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { TrainingForm } from "#app/features/scoring/components/training-form.tsx";
import { mayWriteTraining } from "#app/features/scoring/policy.ts";
import { readAnchors, trainingInput } from "#app/features/scoring/training/inputs.ts";
import { addTraining } from "#app/features/scoring/training/operations.server.ts";
import { listTraining } from "#app/features/scoring/training/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { parseForm } from "#app/lib/forms.server.ts";
import { inLocale } from "#app/lib/words.ts";
import { requireCtx } from "#app/request.server.ts";
import { redirectWithToast, respond, respondForm } from "#app/respond.server.ts";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "scoring.training.title");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const { edition, stage, back } = deskOf(ctx, params, request);
    const { criteria, maxMark } = rubricOf(edition.definition, stage.key);
    const before = stage.opensAt === null || ctx.now < stage.opensAt;
    return {
      texts: listTraining(ctx, { editionId: edition.id, stage: stage.key }),
      criteria: criteria.map(({ key, name }) => ({ key, name })),
      ...{ maxMark, back, stage: stage.key, stageName: stage.name },
      mayWrite: before && mayWriteTraining(ctx.actor, edition.id),
    };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { edition, stage } = deskOf(ctx, params, request);
    const rubric = rubricOf(edition.definition, stage.key);
    const given = parseForm(form, trainingInput(rubric)) as { title: string; body: string } & Record<string, unknown>;
    addTraining(ctx, { editionId: edition.id, stage: stage.key, title: given.title, body: given.body, anchors: readAnchors(rubric, given) });
    return redirectWithToast(`/organiser/editions/${edition.id}/scoring/training?stage=${encodeURIComponent(stage.key)}`, translators[ctx.locale]("scoring.training.added"));
  });
}

export default function ScoringTraining() {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  const { texts, criteria, maxMark, back, stage, stageName, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("scoring.training.title")}
        meta={inLocale(t.locale, stageName)}
        lead={t("scoring.training.lead")}
        crumbs={[{ to: back, label: t("scoring.progress.title") }, { label: t("scoring.training.title") }]}
        crumbsLabel={t("common.crumbs")}
      />
      <Stack>
        {texts.length === 0 && <EmptyState title={t("scoring.training.none")} />}
        <RecordList
          level={2}
          records={texts.map(({ id, title, done, people }) => ({
            key: id,
            title,
            sub: t("scoring.training.done", { count: done }),
            meta: people.map(({ name, difference }) => `${name} ${difference > 0 ? "+" : ""}${formatMark(t.locale, difference)}`).join(", "),
            aside: mayWrite && (
              <Form method="post" action={`${id}/removal?stage=${stage}`}>
                <SubmitButton variant="quiet" dense busyWord={t("common.busy")} aria-label={`${t("scoring.training.remove")}, ${title}`}>
                  {t("scoring.training.remove")}
                </SubmitButton>
              </Form>
            ),
          }))}
        />
        {mayWrite && (
          <Panel title={t("scoring.training.new")}>
            <TrainingForm key={texts.length} criteria={criteria} maxMark={maxMark} state={state} owner={root?.person?.email ?? ""} />
          </Panel>
        )}
      </Stack>
    </>
  );
}
