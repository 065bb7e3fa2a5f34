import { Check, X } from "lucide-react";
import { Badge, type Tone } from "#app/components/badge.tsx";
import { ButtonRow, SubmitButton } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import type { CheckKey, ChecklistItem, HintState } from "#app/features/screening/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type DecisionFormProps = {
  checklist: readonly ChecklistItem[];
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
};

/** The checklist with what the machine found, the screener's findings, the reason, and the two outcomes. */
export function DecisionForm({ checklist, state, owner }: DecisionFormProps) {
  const t = useTranslate();
  return (
    <KeptForm id="decision" method="post" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
      <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: t("screening.page.reason") }} />
      {checklist.map((item) => (
        <CheckFields key={item.key} item={item} state={state} />
      ))}
      <TextArea
        name="reason"
        rows={4}
        label={t("screening.page.reason")}
        hint={t("screening.page.reasonHint")}
        error={state?.errors.reason}
        defaultValue={typedText(state?.values, "reason")}
      />
      <ButtonRow>
        <SubmitButton variant="primary" name="outcome" value="passed" icon={Check} busyWord={t("common.busy")}>
          {t("screening.page.passButton")}
        </SubmitButton>
        <SubmitButton variant="danger" name="outcome" value="failed" icon={X} busyWord={t("common.busy")}>
          {t("screening.page.failButton")}
        </SubmitButton>
      </ButtonRow>
    </KeptForm>
  );
}

function CheckFields({ item, state }: { item: ChecklistItem; state: DecisionFormProps["state"] }) {
  const t = useTranslate();
  const check = t(`screening.checks.${item.key}`);
  const [found, note] = [`check.${item.key}`, `note.${item.key}`];
  return (
    <div className="stack stack--small">
      <RadioGroup
        name={found}
        inline
        dense
        label={check}
        hint={<Hint item={item} />}
        error={state?.errors[found]}
        defaultValue={typedText(state?.values, found)}
        options={[
          { value: "pass", label: t("screening.page.pass") },
          { value: "fail", label: t("screening.page.fail") },
        ]}
      />
      <TextInput
        name={note}
        dense
        label={t("screening.page.note", { check })}
        error={state?.errors[note]}
        defaultValue={typedText(state?.values, note)}
        maxLength={400}
      />
    </div>
  );
}

const tones: Record<HintState, Tone> = { ok: "ok", attention: "warn", look: "info" };

/** What the machine found, for the screener to confirm or overrule. */
export function Hint({ item: { state, hint, params } }: { item: ChecklistItem }) {
  const t = useTranslate();
  return (
    <>
      <Badge tone={tones[state]}>{t(`screening.hintStates.${state}`)}</Badge> {t(`screening.hints.${hint}`, params)}
    </>
  );
}

export type CheckView = { key: CheckKey; passed: boolean; note: string };

/** The findings of a decision that stands. */
export function Findings({ checks }: { checks: readonly CheckView[] }) {
  const t = useTranslate();
  return (
    <ul className="stack stack--small">
      {checks.map((check) => (
        <li key={check.key}>
          <Badge tone={check.passed ? "ok" : "stop"}>{t(check.passed ? "screening.page.pass" : "screening.page.fail")}</Badge>{" "}
          {t(`screening.checks.${check.key}`)}
          {check.note !== "" && <span className="faint">: {check.note}</span>}
        </li>
      ))}
    </ul>
  );
}
