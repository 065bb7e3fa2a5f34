import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { PlanFields } from "#app/features/assignment/plans/components/plan-form.tsx";
import { planInput, planKinds, planSearch } from "#app/features/assignment/plans/inputs.ts";
import { makePlan } from "#app/features/assignment/plans/operations.server.ts";
import { planningFacts, type PlanningFacts } from "#app/features/assignment/plans/queries.server.ts";
import type { PlanChange } from "#app/features/assignment/plans/types.ts";
import { markedStages } from "#app/features/assignment/rules.ts";
import { listAwaitingReaders } from "#app/features/scoring/divergence/queries.server.ts";
import { furtherReaders } from "#app/features/scoring/divergence/rules.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { parseForm } from "#app/lib/forms.server.ts";
import { requireCtx, type SignedInCtx } from "#app/request.server.ts";
import { respond, respondForm } from "#app/respond.server.ts";
import { useFormState } from "#app/routes/form-state.ts";
import { assignedEdition } from "#app/routes/organiser/assignment-of.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "assignment.plan.new");

function placeOf(ctx: SignedInCtx, params: LoaderFunctionArgs["params"], request: Request) {
  const edition = assignedEdition(ctx, params);
  const search = planSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const desks = markedStages(edition.definition).filter(({ kind }) => kind === "desk");
  const stage = desks.find(({ key }) => key === search.stage) ?? desks[0];
  if (!stage) throw notFound("competitions.stageUnknown");
  const kinds = planKinds.filter((one) => one !== "diverging" || edition.definition.reading.divergence !== null);
  return { editionId: edition.id, stage: stage.key, kind: kinds.find((one) => one === search.kind) ?? "fill", kinds };
}

/** Entries that one plan calls further readers for, so that the page stays readable; the rest come with the next. */
const mostAwaiting = 100;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respond(ctx, () => {
    const place = placeOf(ctx, params, request);
    const facts = planningFacts(ctx, place);
    // One entry shows how numbers are written; three thousand would only make the page heavy.
    const awaiting = place.kind === "diverging" ? listAwaitingReaders(ctx, place).slice(0, mostAwaiting) : [];
    return { ...place, awaiting, facts: { ...facts, entries: facts.entries.slice(0, 1) } };
  });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ctx = await requireCtx(request, context);
  return respondForm(ctx, request, (form) => {
    const { editionId, stage } = placeOf(ctx, params, request);
    const given = parseForm(form, planInput);
    const change = given.kind === "diverging" ? furtherReaders(listAwaitingReaders(ctx, { editionId, stage }), given.entry) : changeOf(given, planningFacts(ctx, { editionId, stage }));
    const planId = makePlan(ctx, { editionId, stage, change, reason: given.reason });
    return redirect(`/organiser/editions/${editionId}/assignment/plans/${planId}`);
  });
}

function changeOf(given: Exclude<z.output<typeof planInput>, { kind: "diverging" }>, facts: PlanningFacts): PlanChange {
  switch (given.kind) {
    case "fill":
    case "afresh": {
      const { kind, least, most } = given;
      if (least > most) throw new DomainError("assignment.boundsReversed", { kind: "conflict" });
      return { kind, rules: { least, most, expertPerEntry: given.expertPerEntry === "yes", oneSeatPerOrganisation: given.oneSeatPerOrganisation === "yes" } };
    }
    case "replace":
      return { kind: "replace", userId: given.person };
    case "join":
      return { kind: "join", userId: given.person, share: given.share };
    case "stage":
      return { kind: "stage", readers: given.readers };
    case "readers": {
      const entry = facts.entries.find(({ number }) => number.toLowerCase() === given.number.toLowerCase());
      if (!entry) throw new DomainError("assignment.notAnEntry", { kind: "conflict", params: { count: 1 } });
      return { kind: "readers", proposalId: entry.id, readers: given.readers };
    }
  }
}

export default function AssignmentPlanNew() {
  const t = useTranslate();
  const { editionId, stage, kind, kinds, awaiting, facts } = useLoaderData<typeof loader>();
  const state = useFormState();
  const back = `/organiser/editions/${editionId}/assignment?stage=${encodeURIComponent(stage)}`;
  return (
    <>
      <PageHeader title={t("assignment.plan.new")} crumbs={[{ to: back, label: t("assignment.title") }, { label: t("assignment.plan.new") }]} crumbsLabel={t("common.crumbs")} meta={t("assignment.plan.newMeta")} />
      <Stack>
        <TabsNav
          label={t("assignment.plan.change")}
          tabs={kinds.map((one) => ({ to: `?stage=${encodeURIComponent(stage)}&kind=${one}`, label: t(`assignment.plan.kinds.${one}`), current: one === kind }))}
        />
        <Form key={kind} method="post" className="narrow stack stack--medium">
          <ErrorSummary title={state?.message} errors={state?.errors} />
          <PlanFields kind={kind} facts={facts} awaiting={awaiting} state={state} back={back} />
        </Form>
      </Stack>
    </>
  );
}
