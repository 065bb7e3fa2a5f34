import type { ReactNode } from "react";
import { SubmitRow } from "#app/components/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FieldRow, typedText, type TypedValues } from "#app/components/field.tsx";
import { Select } from "#app/components/select.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { planKinds } from "#app/features/assignment/plans/inputs.ts";
import type { PlanningFacts } from "#app/features/assignment/plans/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

export type PlanFormState = { values?: TypedValues; errors?: Record<string, string> } | undefined;
type Kind = (typeof planKinds)[number];
type Awaiting = readonly { proposalId: string; number: string; title: string }[];
type PlanFieldsProps = { kind: Kind; facts: PlanningFacts; awaiting: Awaiting; state: PlanFormState; back: string };

/** The fields of one kind of change with its reason; the page puts them into its form. `awaiting`: entries whose marks diverge. */
export function PlanFields({ kind, facts, awaiting, state, back }: PlanFieldsProps) {
  const t = useTranslate();
  if (kind === "diverging" && awaiting.length === 0) return <EmptyState title={t("assignment.plan.noneAwaiting")} />;
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <p>{t(`assignment.plan.leads.${kind}`)}</p>
      {(kind === "fill" || kind === "afresh") && <WholeFields facts={facts} state={state} />}
      {(kind === "replace" || kind === "join") && <PersonField facts={facts} state={state} />}
      {kind === "join" && <NumberField name="share" label={t("assignment.plan.share")} hint={t("assignment.plan.shareHint")} state={state} stored={String(facts.bounds.least)} />}
      {kind === "stage" && <NumberField name="readers" label={t("assignment.plan.stageReaders")} hint={t("assignment.plan.nowReaders", { readers: facts.readers })} state={state} stored="" />}
      {kind === "readers" && <EntryFields facts={facts} state={state} />}
      {kind === "diverging" && <AwaitingField awaiting={awaiting} state={state} />}
      <TextArea name="reason" rows={3} required need={t("common.required")} label={t("assignment.plan.reason")} hint={t("assignment.plan.reasonHint")} error={state?.errors?.reason} defaultValue={typedText(state?.values, "reason")} />
      <SubmitRow variant="primary" submit={t("assignment.plan.make")} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
    </>
  );
}

type Part = { facts: PlanningFacts; state: PlanFormState };

function WholeFields({ facts, state }: Part) {
  const t = useTranslate();
  // A box that was not ticked is not sent: what came back without it was left empty on purpose.
  const ticked = (name: string, first: boolean): boolean => (state?.values ? state.values[name] !== undefined : first);
  return (
    <>
      <FieldRow>
        <NumberField name="least" label={t("assignment.plan.least")} state={state} stored={String(facts.bounds.least)} />
        <NumberField name="most" label={t("assignment.plan.most")} hint={t("assignment.plan.boundsHint")} state={state} stored={String(facts.bounds.most)} />
      </FieldRow>
      <Checkbox name="expertPerEntry" label={t("assignment.plan.expertPerEntry")} note={facts.hasExperts ? undefined : t("assignment.plan.noExperts")} defaultChecked={ticked("expertPerEntry", facts.hasExperts)} />
      <Checkbox name="oneSeatPerOrganisation" label={t("assignment.plan.oneSeat")} defaultChecked={ticked("oneSeatPerOrganisation", false)} />
    </>
  );
}

function PersonField({ facts, state }: Part) {
  const t = useTranslate();
  const options = facts.people.map(({ userId, name, load }) => ({ value: userId, label: t("assignment.plan.personLoad", { name, load: formatNumber(t.locale, load) }) }));
  return <Select name="person" label={t("assignment.plan.person")} required need={t("common.required")} emptyLabel={t("assignment.plan.choose")} options={options} error={state?.errors?.person} defaultValue={typedText(state?.values, "person")} />;
}

function EntryFields({ facts, state }: Part) {
  const t = useTranslate();
  return (
    <FieldRow>
      <TextInput name="number" label={t("assignment.plan.entry")} hint={t("assignment.plan.entryHint", { example: facts.entries[0]?.number ?? "-" })} required need={t("common.required")} error={state?.errors?.number} defaultValue={typedText(state?.values, "number")} />
      <NumberField name="readers" label={t("assignment.plan.readers")} hint={t("assignment.plan.readersHint", { readers: facts.readers })} state={state} stored="" />
    </FieldRow>
  );
}

function AwaitingField({ awaiting, state }: { awaiting: Awaiting; state: PlanFormState }) {
  const t = useTranslate();
  const ids = awaiting.map(({ proposalId }) => proposalId);
  return (
    <CheckboxGroup
      name="entry"
      dense
      label={t("assignment.plan.awaiting")}
      error={state?.errors?.entry}
      options={awaiting.map(({ proposalId, number, title }) => ({ value: proposalId, label: title, note: number }))}
      defaultValue={state?.values ? [state.values.entry ?? []].flat() : ids}
    />
  );
}

type NumberFieldProps = { name: string; label: ReactNode; hint?: ReactNode; state: PlanFormState; stored: string };

function NumberField({ name, label, hint, state, stored }: NumberFieldProps) {
  const t = useTranslate();
  return <TextInput name={name} inputMode="numeric" characters={6} required need={t("common.required")} label={label} hint={hint} error={state?.errors?.[name]} defaultValue={typedText(state?.values, name, stored)} />;
}
