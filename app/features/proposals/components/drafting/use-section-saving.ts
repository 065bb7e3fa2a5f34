import { type RefObject, useEffect, useRef, useState } from "react";
import type { TypedValues } from "#app/components/field.tsx";
import type { KeptEntries } from "#app/components/kept-entries.ts";
import { sendEntries } from "#app/components/send-entries.ts";
import { type Autosave, useAutosave } from "#app/components/use-autosave.ts";
import { currentText, putText, setHidden } from "#app/features/proposals/components/drafting/form-texts.ts";
import type { SaveAnswer } from "#app/features/proposals/components/section-form.tsx";
import { combineTexts, joinTexts } from "#app/features/proposals/drafting/rules.ts";
import type { Collision } from "#app/features/proposals/drafting/types.ts";
import type { EditorPage } from "#app/features/proposals/form/queries.server.ts";
import { baseName, identitySection } from "#app/features/proposals/form/rules.ts";

export type Choice = "mine" | "theirs" | "both";

export type SectionSaving = Autosave & {
  form: RefObject<HTMLFormElement>;
  /** What stands against the section now: a refusal, by itself or by the button. */
  state: SaveAnswer | undefined;
  byButton: boolean;
  savedAt: number;
  collisions: Collision[];
  /** Questions into which another person's changes have come. */
  joined: string[];
  /** Values that replace what a control shows, counted so that it is drawn anew. */
  replaced: Record<string, { value: string; times: number }>;
  /** What a lost page had left on this device, for the form to begin with. */
  restored: { values: TypedValues; at: number } | null;
  /** Something was pressed in the form: saves if that changed what it holds. */
  look: () => void;
  choose: (collision: Collision, choice: Choice) => void;
};

type SectionOptions = {
  proposalId: string;
  section: string;
  owner: string;
  refused: SaveAnswer | undefined;
  onProgress: (progress: Pick<EditorPage, "sections" | "faults">) => void;
};

/** Saves one section by itself and brings what others wrote into the form without taking a word of what is being typed. */
export function useSectionSaving({ proposalId, section, owner, refused, onProgress }: SectionOptions): SectionSaving {
  const form = useRef<HTMLFormElement>(null);
  const seen = useRef("");
  const [answer, setAnswer] = useState<SaveAnswer>();
  const [joined, setJoined] = useState<string[]>([]);
  const [replaced, setReplaced] = useState<SectionSaving["replaced"]>({});
  const place = `/proposals/${proposalId}/sections/${section}`;
  const replace = (key: string, value: string) =>
    setReplaced((known) => ({ ...known, [key]: { value, times: (known[key]?.times ?? 0) + 1 } }));
  const answered = (given: SaveAnswer, sent: KeptEntries) => {
    setAnswer(given);
    if (given.progress) onProgress(given.progress);
    if (!form.current) return;
    seen.current = textOf(form.current);
    const taken = takeIn(form.current, { answer: given, sent, section, replace });
    if (taken.length > 0) setJoined(taken);
  };
  const autosave = useAutosave<SaveAnswer>({ form, owner, place, send: (...what) => sendEntries(place, ...what), answered });
  const restored = useRestored(autosave);
  useEffect(() => {
    if (form.current) seen.current = textOf(form.current);
  }, [restored]);
  const state = [answer, answer ? undefined : refused].find((one) => one?.ok === false);
  const choose = (collision: Collision, choice: Choice) => {
    settle(form.current, { collision, choice, section, replace });
    setAnswer((known) => known && { ...known, collisions: known.collisions?.filter((one) => one !== collision) });
    // A control that is drawn anew has its value only after that.
    setTimeout(autosave.touch);
    setTimeout(() => void autosave.flush());
  };
  return {
    ...autosave,
    ...{ form, state, joined, replaced, restored, choose },
    byButton: answer === undefined && refused !== undefined,
    savedAt: answer?.ok ? (answer.savedAt ?? 0) : 0,
    collisions: state?.collisions ?? [],
    look: () =>
      setTimeout(() => {
        if (!form.current || textOf(form.current) === seen.current) return;
        seen.current = textOf(form.current);
        autosave.touch();
      }),
  };
}

const textOf = (form: HTMLFormElement): string => JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string"));

/** Begins with what a lost page left, once it is found; the form is drawn anew with it, then it is saved. */
function useRestored({ left, adopt }: Autosave): SectionSaving["restored"] {
  const [restored, setRestored] = useState<SectionSaving["restored"]>(null);
  useEffect(() => {
    if (left) setRestored({ values: valuesOf(left.entries), at: left.at });
  }, [left]);
  useEffect(() => {
    if (restored && left?.at === restored.at) adopt();
  }, [restored]);
  return restored;
}

function valuesOf(entries: KeptEntries): TypedValues {
  const values: Record<string, string | string[]> = {};
  for (const [name, text] of entries) {
    const known = values[name];
    values[name] = known === undefined ? text : [...(Array.isArray(known) ? known : [known]), text];
  }
  return values;
}

type Taking = { answer: SaveAnswer; sent: KeptEntries; section: string; replace: (key: string, value: string) => void };

/** Notes what the text is based on now, and puts in what others wrote. Returns the questions that got something. */
function takeIn(form: HTMLFormElement, { answer, sent, section, replace }: Taking): string[] {
  const sentText = new Map(sent);
  const stands = section === identitySection ? identityTexts(answer) : (answer.merged ?? {});
  const taken: string[] = [];
  for (const [key, theirs] of Object.entries(stands)) {
    const base = sentText.get(key) ?? "";
    if (theirs === base) continue;
    const current = currentText(form, key);
    const next = current === null ? theirs : joinTexts({ base, mine: current, theirs });
    // Written on at the same place meanwhile: the old base stays, so that the next save shows both texts.
    if (next === null) return taken;
    if (!putText(form, key, next)) replace(key, next);
    taken.push(key);
  }
  for (const [key, revision] of Object.entries(answer.revisions ?? {})) {
    setHidden(form, section === identitySection ? key : baseName(key), String(revision));
  }
  if (section === identitySection) for (const [key, value] of Object.entries(stands)) setHidden(form, `was:${key}`, value);
  return taken;
}

const identityTexts = ({ ok, identity }: SaveAnswer): Record<string, string> =>
  ok && identity ? Object.fromEntries(Object.entries(identity).map(([key, value]) => [key, value ?? ""])) : {};

type Settling = { collision: Collision; choice: Choice; section: string; replace: (key: string, value: string) => void };

/** Puts the chosen text into the form, based on what stands: the next save takes it. */
function settle(form: HTMLFormElement | null, { collision, choice, section, replace }: Settling): void {
  if (!form) return;
  const { fieldKey, base, standing } = collision;
  const mine = currentText(form, fieldKey) ?? "";
  const texts = { mine, theirs: standing.value, both: combineTexts({ base, mine, theirs: standing.value }) };
  if (choice !== "mine" && !putText(form, fieldKey, texts[choice])) replace(fieldKey, texts[choice]);
  if (section === identitySection) {
    setHidden(form, "revision", String(standing.revision));
    setHidden(form, `was:${fieldKey}`, standing.value);
  } else {
    setHidden(form, baseName(fieldKey), String(standing.revision));
  }
}
