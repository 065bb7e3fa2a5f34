import { Form } from "@remix-run/react";
import { type FormEvent, memo, type ReactNode, useRef } from "react";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import type { TypedValues } from "#app/components/field.tsx";
import { SaveState, type SavingState } from "#app/components/save-state.tsx";
import type { SavePhase } from "#app/components/autosaver.ts";
import type { SectionSaving } from "#app/features/proposals/components/drafting/use-section-saving.ts";
import type { Collision } from "#app/features/proposals/drafting/types.ts";
import type { EditorPage } from "#app/features/proposals/form/queries.server.ts";
import type { Identity } from "#app/features/proposals/types.ts";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** What a save of a section is answered, by itself or by its button. */
export type SaveAnswer = {
  ok: boolean;
  savedAt?: number;
  /** New revisions by field, of what was saved. */
  revisions?: Record<string, number>;
  /** Texts that hold another person's changes as well. */
  merged?: Record<string, string>;
  collisions?: Collision[];
  /** The identity as it stands now. */
  identity?: Identity;
  progress?: Pick<EditorPage, "sections" | "faults">;
  /** The network was away: nothing was refused, nothing saved. */
  offline?: boolean;
  message?: string | null;
  errors?: Record<string, string>;
  values?: TypedValues;
};

export const sectionFormId = "section";

type SectionFormProps = {
  saving: SectionSaving;
  labels: Record<string, string>;
  /** Hidden values: what the text is based on. */
  bases: Record<string, string | number>;
  owner: string;
  children: ReactNode;
};

/** The form of one section. Its text outlives the session, the network, the server and the page. */
export function SectionForm({ saving, labels, bases, owner, children }: SectionFormProps) {
  const { state } = saving;
  const pass = useRef(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (pass.current) {
      pass.current = false;
      return;
    }
    // By the button too it is saved in place first: the page is left only once nothing can be lost.
    event.preventDefault();
    saving.touch();
    void saving.flush().then((phase) => {
      pass.current = phase === "saved";
      if (pass.current) form.requestSubmit(submitter);
    });
  };
  return (
    // What a lost page leaves is brought back with what it is based on: a browser that fills in the text alone would write over others.
    <Form method="post" id={sectionFormId} autoComplete="off" noValidate ref={saving.form} onInput={saving.touch} onClick={saving.look} onSubmit={submit}>
      <div className="stack stack--medium">
        {/* While one types, a fault stands beside its field only: the summary would take the focus away. */}
        <ErrorSummary title={saving.byButton ? state?.message : null} errors={saving.byButton ? state?.errors : undefined} labels={labels} />
        <Hidden name="owner" value={owner} />
        {Object.entries(bases).map(([name, value]) => (
          <Hidden key={name} name={name} value={saving.restored?.values[name] ?? value} />
        ))}
        {children}
      </div>
    </Form>
  );
}

type HiddenProps = { name: string; value: string | number | string[] };

/** A hidden value that only an answer of the server changes: React, drawing it again, would put back what it began with. */
const Hidden = memo(
  ({ name, value }: HiddenProps) => <input type="hidden" name={name} defaultValue={String(value)} />,
  () => true,
);
Hidden.displayName = "Hidden";

const looks: Record<Exclude<SavePhase, "idle">, SavingState> = {
  saving: "saving",
  saved: "saved",
  away: "offline",
  failed: "failed",
  refused: "failed",
  signedOut: "failed",
};

type SaveWordsProps = { saving: SectionSaving; savedAt: number | null; zone: string };

/** Whether what is written is safe, and since when. */
export function SaveWords({ saving, savedAt, zone }: SaveWordsProps) {
  const t = useTranslate();
  const at = Math.max(savedAt ?? 0, saving.savedAt);
  const refused = saving.state && !saving.state.offline ? "refused" : undefined;
  const phase = saving.phase === "idle" && saving.state?.offline ? "away" : saving.phase === "idle" ? (refused ?? "idle") : saving.phase;
  if (phase === "idle" && at === 0) return <p className="label">{t("drafting.states.idle")}</p>;
  const done = phase === "idle" || phase === "saved";
  return (
    <SaveState state={phase === "idle" ? "saved" : looks[phase]}>
      {done ? t("common.saved", { time: formatTime(t.locale, at, zone) }) : t(`drafting.states.${phase}`)}
    </SaveState>
  );
}
