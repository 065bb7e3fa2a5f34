import { type RefObject, useEffect, useRef, useState } from "react";
import { Autosaver, type SavePhase, type Sent } from "#app/components/autosaver.ts";
import { draftKey, forgetDraft, keepDraft, type KeptDraft } from "#app/components/kept-drafts.ts";
import type { KeptEntries } from "#app/components/kept-entries.ts";
import { findLeftDrafts } from "#app/components/left-drafts.ts";
import { openPage } from "#app/components/open-pages.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";

export type Autosave = {
  phase: SavePhase;
  /** Why the person has to sign in again, where the server said it. */
  message: string | null;
  /** What a page that was closed or lost left on this device for this form. Put it into the form, then call `adopt`. */
  left: KeptDraft | null;
  adopt: () => void;
  /** Called on every input. */
  touch: () => void;
  /** Saves now; resolves with how it stands afterwards. */
  flush: () => Promise<SavePhase>;
  /** After signing in again. */
  resume: () => Promise<SavePhase>;
};

type AutosaveOptions<A> = {
  form: RefObject<HTMLFormElement>;
  /** Whose text it is, and of which form: nobody else is offered it. */
  owner: string;
  place: string;
  send: (entries: KeptEntries, leaving: boolean) => Promise<Sent<A>>;
  answered: (answer: A, sent: KeptEntries, typedSince: boolean) => void;
};

/**
 * Saves a form by itself: within two seconds of the last key, when a field or the page is left, and again after the network, the
 * server or the session was away. Until the server has acknowledged it, what was typed lies on this device as well.
 */
export function useAutosave<A>(options: AutosaveOptions<A>): Autosave {
  const now = useRef(options);
  now.current = options;
  const [phase, setPhase] = useState<SavePhase>("idle");
  const [message, setMessage] = useState<string | null>(null);
  const { saver, key, see } = useSaver(now, { setPhase, setMessage });
  useMoments(saver, options.form);
  const { left, adopt } = useLeftDrafts({ saver, key, phase, owner: options.owner, place: options.place });
  return {
    ...{ phase, message, left, adopt },
    touch: () => {
      see();
      saver.touch(Date.now());
    },
    flush: () => saver.flush(),
    resume: () => saver.resume(),
  };
}

type Tell = { setPhase: (phase: SavePhase) => void; setMessage: (message: string | null) => void };

function useSaver<A>(now: RefObject<AutosaveOptions<A>>, tell: Tell) {
  const [made] = useState(() => makeSaver(() => now.current as AutosaveOptions<A>, tell));
  const { saver, page, isUnkept } = made;
  useEffect(() => {
    // A device that keeps nothing must not let the page go unasked while something is not saved.
    const ask = (event: BeforeUnloadEvent) => {
      saver.keepNow();
      if (saver.isDirty && isUnkept()) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("beforeunload", ask);
      saver.leave();
      saver.stop();
      page.close();
    };
  }, [saver, page, isUnkept]);
  return made;
}

function makeSaver<A>(options: () => AutosaveOptions<A>, tell: Tell) {
  const page = openPage();
  const key = draftKey(page.name);
  let unkept = false;
  let box: HTMLFormElement | null = null;
  const saver = new Autosaver<A>({
    // The last form it saw: when a page goes, its form has gone before.
    read: () => {
      box = options().form.current ?? box;
      return box && entriesOf(box);
    },
    keep: (entries) => {
      const { owner, place } = options();
      unkept = !keepDraft(localStorage, key, { owner, place, at: Date.now(), entries });
    },
    forget: () => {
      unkept = false;
      forgetDraft(localStorage, key);
    },
    send: async (entries, leaving) => {
      const sent = await options().send(entries, leaving);
      if (sent.kind === "signedOut") tell.setMessage(sent.message);
      return sent;
    },
    answered: (...answer) => options().answered(...answer),
    changed: tell.setPhase,
  });
  const see = () => void (box = options().form.current ?? box);
  return { saver, key, page, see, isUnkept: () => unkept };
}

/** Text of a form by name, in the order of the page. */
const entriesOf = (form: HTMLFormElement): KeptEntries =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));

/** The moments at which waiting would be wrong: a field is left, the page is left, the network is back. */
function useMoments<A>(saver: Autosaver<A>, form: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const fieldLeft = (event: FocusEvent) => {
      if (form.current?.contains(event.target as Node)) void saver.flush();
    };
    const turned = () => (document.visibilityState === "hidden" ? saver.leave() : void saver.resume());
    const leave = () => saver.leave();
    const back = () => void saver.resume();
    document.addEventListener("focusout", fieldLeft);
    document.addEventListener("visibilitychange", turned);
    addEventListener("pagehide", leave);
    addEventListener("online", back);
    return () => {
      document.removeEventListener("focusout", fieldLeft);
      document.removeEventListener("visibilitychange", turned);
      removeEventListener("pagehide", leave);
      removeEventListener("online", back);
    };
  }, [saver, form]);
}

type Looking<A> = { saver: Autosaver<A>; key: string; phase: SavePhase; owner: string; place: string };

/** Drafts of this form that pages no longer open have left behind, one after another, the newest first. */
function useLeftDrafts<A>({ saver, key, phase, owner, place }: Looking<A>): Pick<Autosave, "left" | "adopt"> {
  const hydrated = useHydrated();
  const [left, setLeft] = useState<{ key: string; draft: KeptDraft } | null>(null);
  const settled = phase === "idle" || phase === "saved";
  useEffect(() => {
    if (!hydrated || !settled || saver.isDirty) return;
    let current = true;
    void findLeftDrafts(owner, (of) => of === place).then((drafts) => {
      const found = drafts.find((one) => one.key !== key);
      if (current && found && !saver.isDirty) setLeft(found);
    });
    return () => {
      current = false;
    };
  }, [hydrated, settled, saver, key, owner, place]);
  const adopt = () => {
    if (!left) return;
    saver.touch(Date.now());
    saver.keepNow();
    forgetDraft(localStorage, left.key);
    setLeft(null);
    void saver.flush();
  };
  return { left: left?.draft ?? null, adopt };
}
