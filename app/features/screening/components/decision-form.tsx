import { Check, X } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { ButtonRow, SubmitButton } from "#app/components/button.tsx";
import { CheckboxGroup } from "#app/components/checkbox-group.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type TypedValues, typedList, typedText } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { type SavingState, SaveState } from "#app/components/save-state.tsx";
import type { SavePhase } from "#app/components/autosaver.ts";
import { sendEntries } from "#app/components/send-entries.ts";
import { TextArea } from "#app/components/text-area.tsx";
import { useAutosave } from "#app/components/use-autosave.ts";
import { CheckFields } from "#app/features/screening/components/check-fields.tsx";
import { ShortcutHelp } from "#app/features/screening/components/shortcut-help.tsx";
import { useChecklistKeys } from "#app/features/screening/components/use-checklist-keys.ts";
import type { ScreeningPage } from "#app/features/screening/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type DecisionFormProps = {
  page: Pick<ScreeningPage, "checklist" | "reasons" | "draft" | "parts" | "caseState" | "secondScreener">;
  state: { message: string | null; errors: Record<string, string>; values: TypedValues } | undefined;
  owner: string;
  /** Where findings are kept while they are typed. */
  draftTo: string;
  /** Leads to the text where it stands behind a tab. */
  onRead: () => void;
};

/** The checklist with what the machine found and the evidence, the screener's findings, reasons, and the two outcomes. */
export function DecisionForm({ page, state, owner, draftTo, onRead }: DecisionFormProps) {
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  const keys = useChecklistKeys(box);
  const saving = useFindingsSaver(box, { owner, draftTo });
  const values = state?.values ?? draftValues(page.draft);
  return (
    <div ref={box} onInput={saving.touch}>
      <KeptForm id="decision" method="post" autoComplete="off" className="stack stack--medium" keptNotice={t("common.restored")} keptOwner={owner}>
        <ErrorSummary title={state?.message} errors={state?.errors} labels={{ reason: t("screening.page.reason") }} />
        <ShortcutHelp {...keys} />
        {page.checklist.map((item) => (
          <CheckFields key={item.key} item={item} parts={page.parts} errors={state?.errors ?? {}} values={values} onRead={onRead} />
        ))}
        {page.reasons.length > 0 && (
          <CheckboxGroup
            name="reasonKeys"
            dense
            label={t("screening.page.reasons")}
            hint={t("screening.page.reasonsHint")}
            error={state?.errors.reasonKeys}
            defaultValue={typedList(values, "reasonKeys")}
            options={page.reasons.map(({ key, text }) => ({ value: key, label: inLocale(t.locale, text) }))}
          />
        )}
        <TextArea
          name="reason"
          rows={4}
          label={t("screening.page.reason")}
          hint={t("screening.page.reasonHint")}
          error={state?.errors.reason}
          defaultValue={typedText(values, "reason")}
        />
        <Outcomes page={page} />
        <Saved phase={saving.phase} />
      </KeptForm>
    </div>
  );
}

/** What was kept, as a form would have sent it. */
function draftValues(draft: ScreeningPage["draft"]): TypedValues {
  if (!draft) return {};
  const findings = Object.entries(draft.findings).map(([key, found]) => [`check.${key}`, found]);
  const notes = Object.entries(draft.notes).map(([key, note]) => [`note.${key}`, note]);
  const typed: Record<string, string> = Object.fromEntries([...findings, ...notes] as [string, string][]);
  return { ...typed, reasonKeys: draft.reasons, reason: draft.reason };
}

function Outcomes({ page: { caseState, secondScreener } }: { page: DecisionFormProps["page"] }) {
  const t = useTranslate();
  const [pass, fail] = outcomeWords(caseState, secondScreener);
  return (
    <ButtonRow>
      <SubmitButton variant="primary" name="outcome" value="passed" icon={Check} busyWord={t("common.busy")}>
        {t(`screening.page.${pass}`)}
      </SubmitButton>
      <SubmitButton variant="danger" name="outcome" value="failed" icon={X} busyWord={t("common.busy")}>
        {t(`screening.page.${fail}`)}
      </SubmitButton>
    </ButtonRow>
  );
}

/** What the two buttons do, for the first, second and third pair of eyes. */
function outcomeWords(state: ScreeningPage["caseState"], second: boolean) {
  if (state === "proposed") return ["disagreeButton", "confirmButton"] as const;
  if (state === "disputed") return ["settlePassButton", "settleFailButton"] as const;
  return ["passButton", second ? "proposeButton" : "failButton"] as const;
}

const looks: Partial<Record<SavePhase, SavingState>> = { saving: "saving", saved: "saved", away: "offline", failed: "failed", signedOut: "failed", refused: "failed" };

/** Findings are kept while they are typed: by the server, and on this device until it has answered. */
function useFindingsSaver(box: RefObject<HTMLElement>, { owner, draftTo }: Pick<DecisionFormProps, "owner" | "draftTo">) {
  const form = useRef<HTMLFormElement | null>(null);
  useEffect(() => {
    form.current = box.current?.querySelector("form") ?? null;
  }, [box]);
  return useAutosave<{ ok: boolean }>({
    ...{ form, owner, place: draftTo },
    send: (entries, leaving) => sendEntries(draftTo, entries, leaving),
    answered: () => undefined,
  });
}

function Saved({ phase }: { phase: SavePhase }) {
  const t = useTranslate();
  const look = looks[phase];
  if (!look) return null;
  const words = { saved: "screening.page.savedNow", saving: "screening.page.saving", offline: "screening.page.saveFailed", failed: "screening.page.saveFailed" } as const;
  return <SaveState state={look}>{t(words[look])}</SaveState>;
}
