import type { ReactNode } from "react";
import { SubmitRow } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Stack } from "#app/components/panel.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";

export type StepProposal = { id: string; title: string };

type StepPageProps = {
  proposal: StepProposal;
  title: string;
  lead: ReactNode;
  submit: string;
  danger?: boolean;
  labels?: Record<string, string>;
  /** Facts and fields between the lead and the button. */
  children?: ReactNode;
};

/** One step of a proposal on a page of its own: what follows from it, what it asks for, the button that takes it. */
export function StepPage({ proposal, title, lead, submit, danger, labels, children }: StepPageProps) {
  const t = useTranslate();
  const owner = useRoot()?.person?.email;
  const state = useFormState();
  const back = `/proposals/${proposal.id}`;
  return (
    <div className="narrow">
      <PageHeader
        title={title}
        crumbs={[{ label: proposal.title, to: back }, { label: title }]}
        crumbsLabel={t("common.crumbs")}
        meta={proposal.title}
        lead={lead}
      />
      <KeptForm method="post" id="step" keptNotice={t("common.restored")} keptOwner={owner}>
        <Stack>
          <ErrorSummary title={state?.message} errors={state?.errors} labels={labels} />
          {children}
          <SubmitRow variant={danger ? "danger" : "primary"} submit={submit} busyWord={t("common.busy")} back={back} cancel={t("common.cancel")} />
        </Stack>
      </KeptForm>
    </div>
  );
}

/** Why the step is taken, as somebody else will read it. */
export function StepNote({ label, hint }: { label: string; hint: string }) {
  const t = useTranslate();
  const state = useFormState();
  return (
    <TextArea
      name="note"
      label={label}
      hint={hint}
      need={t("common.required")}
      required
      maxLength={2_000}
      error={state?.errors.note}
      defaultValue={typedText(state?.values, "note")}
    />
  );
}
