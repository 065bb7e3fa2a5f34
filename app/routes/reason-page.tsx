import type { ReactNode } from "react";
import { ButtonRow, LinkButton, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { useTranslate } from "#app/i18n/provider.tsx";
import { useRoot } from "#app/root.tsx";
import { useFormState } from "#app/routes/form-state.ts";

type ReasonPageProps = {
  /** Names the form on its page. */
  id: string;
  words: { title: string; lead?: string; meta?: string; reason: string; hint: string; submit: string };
  /** Where one comes from, and what it is called. */
  back: { to: string; label: string };
  /** What it is about, in the crumbs. */
  subject: string;
  /** It cannot be taken back. */
  danger?: boolean;
  /** Longest reason, in letters. */
  longest?: number;
  /** Hidden values sent along. */
  fields?: Record<string, string>;
  /** What one has to know before writing, or a field beside the reason; what it is called where it is refused. */
  children?: ReactNode;
  labels?: Record<string, string>;
};

/** A step that asks for nothing but its reason. */
export function ReasonPage({ id, words, back, subject, danger, longest, fields = {}, children, labels }: ReasonPageProps) {
  const t = useTranslate();
  const root = useRoot();
  const state = useFormState();
  return (
    <div className="narrow">
      <PageHeader
        title={words.title}
        crumbs={[back, { label: subject }]}
        crumbsLabel={t("common.crumbs")}
        meta={words.meta}
        lead={words.lead}
      />
      <KeptForm id={id} method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={root?.person?.email}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ ...labels, reason: words.reason }} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <TextArea
          name="reason"
          rows={4}
          required
          maxLength={longest}
          need={t("common.required")}
          label={words.reason}
          hint={words.hint}
          error={state?.errors.reason}
          defaultValue={typedText(state?.values, "reason")}
        />
        <ButtonRow>
          <SubmitButton variant={danger ? "danger" : "primary"} busyWord={t("common.busy")}>
            {words.submit}
          </SubmitButton>
          <LinkButton to={back.to} variant="quiet">
            {t("common.cancel")}
          </LinkButton>
        </ButtonRow>
      </KeptForm>
    </div>
  );
}
