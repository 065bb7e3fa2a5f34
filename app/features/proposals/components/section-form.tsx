import { useFetcher } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import type { TypedValues } from "#app/components/field.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { SaveState, type SavingState } from "#app/components/save-state.tsx";
import { formatTime } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** What the action of the editor answers to a save that was not a walk to another page. */
export type SaveAnswer = {
  ok: boolean;
  savedAt?: number;
  /** New revisions by field, of what was saved. */
  revisions?: Record<string, number>;
  /** The network was away: nothing was refused, nothing saved. */
  offline?: boolean;
  message?: string | null;
  errors?: Record<string, string>;
  values?: TypedValues;
};

export const sectionFormId = "section";
const pause = 1_500;
const retry = 8_000;

export type Saving = {
  answer: SaveAnswer | undefined;
  busy: boolean;
  /** The section was saved by its button and what it shows is about to be what is stored. */
  pressed: { current: boolean };
  /** Called on every input; saves after a pause in typing. */
  touch: (form: HTMLFormElement) => void;
  /** Called by the form itself; true when it was an autosave and must not leave the page. */
  takeOver: (event: FormEvent<HTMLFormElement>) => boolean;
};

/** A refusal about no single field: somebody else wrote meanwhile, or registration closed. */
export const isConflict = (answer: SaveAnswer | undefined): boolean =>
  answer?.ok === false && !answer.offline && Object.keys(answer.errors ?? {}).length === 0;

/**
 * Saves a form in the background: about 1.5 seconds after typing, and again while the network is away. After a conflict it
 * waits for the person to choose and press the button.
 */
export function useAutosave(key: string, refused: SaveAnswer | undefined): Saving {
  const fetcher = useFetcher<SaveAnswer>({ key });
  const [seen, setSeen] = useState<SaveAnswer>();
  const answer = fetcher.data === seen ? undefined : fetcher.data;
  const pressed = useRef(false);
  const form = useRef<HTMLFormElement | null>(null);
  const background = useRef(false);
  const waits = isConflict(refused) || isConflict(answer) || fetcher.state !== "idle";
  const { later, never } = useLater(waits, () => {
    if (!form.current?.isConnected) return;
    background.current = true;
    form.current.requestSubmit();
  });
  useEffect(() => {
    if (refused?.offline || (fetcher.state === "idle" && fetcher.data?.offline)) later(retry);
  }, [fetcher.state, fetcher.data, refused]);

  return {
    answer,
    pressed,
    busy: fetcher.state === "submitting",
    touch: (touched) => {
      form.current = touched;
      later(pause);
    },
    takeOver: (event) => {
      never();
      form.current = event.currentTarget;
      if (!background.current) {
        setSeen(fetcher.data);
        pressed.current = true;
        return false;
      }
      background.current = false;
      event.preventDefault();
      const values = new FormData(event.currentTarget);
      values.set("autosave", "yes");
      fetcher.submit(values, { method: "post" });
      return true;
    },
  };
}

/** Runs work once after a delay, counted anew by every call; while it must wait, it is put off by a pause. */
function useLater(waits: boolean, work: () => void): { later: (delay: number) => void; never: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const now = useRef({ waits, work });
  now.current = { waits, work };
  const never = () => clearTimeout(timer.current);
  const later = (delay: number) => {
    never();
    timer.current = setTimeout(() => (now.current.waits ? later(pause) : now.current.work()), delay);
  };
  useEffect(() => never, []);
  return { later, never };
}

type SectionFormProps = {
  saving: Saving;
  state: SaveAnswer | undefined;
  labels: Record<string, string>;
  /** Hidden values: the revisions the text is based on. */
  bases: Record<string, number>;
  owner: string;
  children: ReactNode;
};

/** The form of one section. Its text outlives the session, the network and a refusal. */
export function SectionForm({ saving, state, labels, bases, owner, children }: SectionFormProps) {
  const t = useTranslate();
  return (
    <KeptForm
      method="post"
      id={sectionFormId}
      keptNotice={t("common.restored")}
      keptOwner={owner}
      keptClear={saving.answer?.ok === true}
      onInput={(event) => saving.touch(event.currentTarget)}
      onSubmit={saving.takeOver}
    >
      <div className="stack stack--medium">
        {/* While one types, a fault stands beside its field only: the summary would take the focus away. */}
        <ErrorSummary title={state === saving.answer && !isConflict(state) ? null : state?.message} errors={state?.errors} labels={labels} />
        {Object.entries(bases).map(([name, revision]) => (
          <input key={name} type="hidden" name={name} value={revision} />
        ))}
        {children}
      </div>
    </KeptForm>
  );
}

/** The revisions a text is based on: as shown first, then as saved; after a refusal as stored now, because both texts are shown. */
export function useBases(stored: Record<string, number>, saving: Saving, state: SaveAnswer | undefined): Record<string, number> {
  const [bases, setBases] = useState(stored);
  const saved = saving.answer?.ok ? saving.answer.revisions : undefined;
  const refused = state?.ok === false && !state.offline;
  const now = JSON.stringify(stored);
  useEffect(() => {
    if (saved) setBases((known) => ({ ...known, ...saved }));
  }, [saved]);
  useEffect(() => {
    if (!refused && !saving.pressed.current) return;
    saving.pressed.current = false;
    setBases(JSON.parse(now) as Record<string, number>);
  }, [refused, now, saving.pressed]);
  return bases;
}

type SaveWordsProps = { saving: Saving; state: SaveAnswer | undefined; savedAt: number | null; zone: string };

/** Whether what is written is safe, and since when. */
export function SaveWords({ saving: { answer, busy }, state: refused, savedAt, zone }: SaveWordsProps) {
  const t = useTranslate();
  const at = Math.max(savedAt ?? 0, answer?.savedAt ?? 0);
  const state = busy ? "saving" : refused?.offline ? "offline" : refused ? "failed" : "saved";
  if (state === "saved" && at === 0) return <p className="label">{t("proposals.editor.nothingYet")}</p>;
  const words: Record<SavingState, string> = {
    saving: t("proposals.editor.saving"),
    offline: t("proposals.editor.offline"),
    failed: t("proposals.editor.unsaved"),
    saved: t("common.saved", { time: formatTime(t.locale, at, zone) }),
  };
  return <SaveState state={state}>{words[state]}</SaveState>;
}
