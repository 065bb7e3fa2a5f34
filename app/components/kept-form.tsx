import { Form, type FormProps, useActionData, useLocation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isKept, type KeptControl, type KeptEntries, refills } from "#app/components/kept-entries.ts";
import { Notice } from "#app/components/notice.tsx";
import { type Control, isControl, putControl } from "#app/components/put-control.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";

type KeptFormProps = FormProps & {
  /** Names the form on its page. */
  id: string;
  /** Said when the fields were refilled: "Isian Anda dipulihkan. Periksa, lalu kirim lagi." */
  keptNotice: ReactNode;
  /** Forget what was kept: the form has done its work. An action that answers `{ ok: true }` does the same. */
  keptClear?: boolean;
  /** Whose text it is; another person on the same device is not shown it. */
  keptOwner?: string;
};

type Kept = { owner: string; entries: KeptEntries };

/**
 * A form whose text survives a session that ended: what is sent is kept in this tab, and when the page is opened again with
 * `?restored=1` (after signing in) the fields are filled as they were. Without JavaScript it is a plain form.
 */
export function KeptForm({ id, keptNotice, keptClear = false, keptOwner = "", onSubmit, children, ...form }: KeptFormProps) {
  const { pathname, search } = useLocation();
  const answer = useActionData<{ ok?: boolean }>();
  const box = useRef<HTMLFormElement>(null);
  const [restored, setRestored] = useState(false);
  const hydrated = useHydrated();
  const key = `kept:${pathname}#${id}`;
  const done = keptClear || answer?.ok === true;
  const wanted = new URLSearchParams(search).get("restored") === "1";

  // Only once every field has taken the shape it has with scripts: what is filled earlier is lost with the plain control.
  useEffect(() => {
    if (!hydrated) return;
    const kept = done || !wanted ? null : readKept(key);
    if (kept && kept.owner === keptOwner && box.current) {
      refill(box.current, kept.entries);
      setRestored(true);
    }
    if (done || wanted || answer === undefined) forget(key);
  }, [hydrated, key, done, wanted, keptOwner, answer]);

  const keep = (event: FormEvent<HTMLFormElement>) => {
    write(key, { owner: keptOwner, entries: entriesOf(event.currentTarget) });
    onSubmit?.(event);
  };
  return (
    <Form noValidate {...form} id={id} ref={box} onSubmit={keep}>
      {restored && (
        <div role="status">
          <Notice tone="info">{keptNotice}</Notice>
        </div>
      )}
      {children}
    </Form>
  );
}

const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isControl);

const asKept = (control: Control): KeptControl => ({
  name: control.name,
  type: control.type,
  value: control.value,
  kept: control.dataset.kept !== undefined,
});

function entriesOf(form: HTMLFormElement): KeptEntries {
  const names = new Set(controlsOf(form).map(asKept).filter(isKept).map((control) => control.name));
  return [...new FormData(form)].flatMap(([name, value]) =>
    names.has(name) && typeof value === "string" ? [[name, value] as const] : [],
  );
}

function refill(form: HTMLFormElement, entries: KeptEntries) {
  const controls = controlsOf(form);
  refills(entries, controls.map(asKept)).forEach((how, index) => {
    const control = controls[index];
    if (how && control) putControl(control, how);
  });
}

function readKept(key: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** A browser that refuses storage loses the convenience, never the submission. */
function write(key: string, kept: Kept) {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return;
  }
}

function forget(key: string) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
