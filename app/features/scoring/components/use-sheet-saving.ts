import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { TypedValues } from "#app/components/field.tsx";
import type { KeptEntries } from "#app/components/kept-entries.ts";
import { sendEntries } from "#app/components/send-entries.ts";
import { newPageName } from "#app/components/open-pages.ts";
import { type Autosave, useAutosave } from "#app/components/use-autosave.ts";

/** What the page of a sheet answers to a save. */
export type SaveAnswer = {
  ok: boolean;
  revision?: number;
  savedAt?: number;
  /** The network was away: nothing was refused, nothing saved. */
  offline?: boolean;
  message?: string | null;
  errors?: Record<string, string>;
  values?: TypedValues;
  /** What another window saved meanwhile: neither is written over the other unseen. */
  stored?: StoredSheet;
};

/** A sheet as another window of the same person saved it. */
export type StoredSheet = { revision: number; marks: Record<string, number | null>; notes: Record<string, string>; note: string; privateNote: string };

export type Saving = Pick<Autosave, "phase" | "message" | "resume"> & {
  answer: SaveAnswer | undefined;
  /** What a lost page left on this device of this sheet; the form is drawn anew with it. */
  restored: { values: TypedValues; at: number } | null;
  /** Names of this page and of lost ones whose text it took over, its own first; empty until scripts run. */
  pages: string;
  /** Called on every input. */
  touch: (form: HTMLFormElement) => void;
  /** Called when the assessor has chosen what is in this form over what another window saved. */
  saveAgain: () => void;
  /** Called by the form when it is sent by a button: what is still on its way arrives first. */
  takeOver: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * Saves a sheet by itself, as the writer's editor does. A refusal ends it until the assessor changes something: somebody else's
 * marks are never overwritten unseen.
 */
export function useSheetSaving({ base, owner, formId }: { base: string; owner: string; formId: string }): Saving {
  const form = useRef<HTMLFormElement | null>(null);
  const pass = useRef(false);
  const [answer, setAnswer] = useState<SaveAnswer>();
  const place = `${base}/marks`;
  const autosave = useAutosave<SaveAnswer>({
    ...{ form, owner, place },
    send: (entries, leaving) => sendEntries(place, [...entries, ["owner", owner]], leaving),
    // Drawn at once: the next save already has to bear the new revision.
    answered: (given) => flushSync(() => setAnswer(given)),
  });
  const here = () => document.getElementById(formId) as HTMLFormElement | null;
  const restored = useRestoredSheet(autosave, () => void (form.current = here()));
  const name = usePageName();
  return {
    ...{ answer, restored, pages: pagesOf(name, restored), phase: autosave.phase, message: autosave.message, resume: autosave.resume },
    touch: (touched) => {
      form.current = touched;
      autosave.touch();
    },
    saveAgain: () => {
      form.current = here();
      autosave.touch();
      void autosave.flush();
    },
    takeOver: (event) => {
      if (pass.current || form.current === null) {
        pass.current = false;
        return;
      }
      const box = event.currentTarget;
      const { submitter } = event.nativeEvent as SubmitEvent;
      event.preventDefault();
      void autosave.flush().then((phase) => {
        if (phase === "signedOut") return;
        // A form takes no second submission while it still tells of the first, which may be until this very moment.
        setTimeout(() => {
          pass.current = true;
          box.requestSubmit(submitter);
        });
      });
    },
  };
}

/** Without the form in which it now stands nothing could be sent, and what was left would be forgotten. */
function useRestoredSheet({ left, adopt }: Autosave, takeForm: () => void): Saving["restored"] {
  const [restored, setRestored] = useState<Saving["restored"]>(null);
  useEffect(() => {
    if (left) setRestored({ values: valuesOf(left.entries), at: left.at });
  }, [left]);
  useEffect(() => {
    if (!restored || left?.at !== restored.at) return;
    takeForm();
    adopt();
  }, [restored]);
  return restored;
}

/** The server draws the form before the page has a name. */
function usePageName(): string {
  const [name, setName] = useState("");
  useEffect(() => setName(newPageName()), []);
  return name;
}

/** Lost pages that are still named: as many as one loses in a bad hour. */
const mostPages = 8;

function pagesOf(name: string, restored: Saving["restored"]): string {
  const lost = typeof restored?.values.pages === "string" ? restored.values.pages.split(" ") : [];
  return [name, ...lost].filter((one) => one !== "").slice(0, mostPages).join(" ");
}

const valuesOf = (entries: KeptEntries): TypedValues => Object.fromEntries(entries);
