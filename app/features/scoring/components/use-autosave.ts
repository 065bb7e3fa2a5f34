import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import type { TypedValues } from "#app/components/field.tsx";

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
};

const pause = 1_500;
const retry = 8_000;

export type Saving = {
  answer: SaveAnswer | undefined;
  busy: boolean;
  /** Called on every input; saves after a pause in typing. */
  touch: (form: HTMLFormElement) => void;
  /** Called by the form itself; takes a save in the background over so that the page stays. */
  takeOver: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * Saves a sheet in the background about 1.5 seconds after the last change, and again while the network is away. A refusal ends
 * it until the assessor saves by himself: somebody else's marks are never overwritten unseen.
 */
export function useAutosave(key: string, action: string): Saving {
  const fetcher = useFetcher<SaveAnswer>({ key });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const form = useRef<HTMLFormElement | null>(null);
  const background = useRef(false);
  const busy = useRef(false);
  busy.current = fetcher.state !== "idle";

  const later = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.current?.isConnected) return;
      if (busy.current) return later(pause);
      background.current = true;
      form.current.requestSubmit();
    }, delay);
  };
  useEffect(() => () => clearTimeout(timer.current), [key]);
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.offline) later(retry);
  }, [fetcher.state, fetcher.data]);

  return {
    answer: fetcher.data,
    busy: fetcher.state === "submitting",
    touch: (touched) => {
      form.current = touched;
      later(pause);
    },
    takeOver: (event) => {
      clearTimeout(timer.current);
      if (!background.current) return;
      background.current = false;
      event.preventDefault();
      const values = new FormData(event.currentTarget);
      values.set("autosave", "yes");
      fetcher.submit(values, { method: "post", action });
    },
  };
}
