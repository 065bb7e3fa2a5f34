import { useLocation } from "@remix-run/react";
import { CircleCheck, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

type ToastProps = {
  text: string | null;
  /** When it was said: the same words may come twice, and are told twice. */
  at: number;
  close: string;
};

/**
 * What has just been done, once. It stays until it is closed, something is typed, or the next page: nobody is asked to read against a clock. The
 * live region stands on every page, empty, so that words put into it are spoken.
 */
export function Toast({ text, at, close }: ToastProps) {
  const hydrated = useHydrated();
  const told = useTold(text, at);
  const [closed, setClosed] = useState<number | null>(null);
  useEffect(() => {
    setClosed(null);
    // Whoever writes on has moved on: the words must not lie over the button that sends the next form. A hand's doing, not a script's.
    const close = ({ isTrusted }: Event) => isTrusted && setClosed(told?.at ?? null);
    document.addEventListener("input", close);
    return () => document.removeEventListener("input", close);
  }, [told?.at]);
  const shown = told !== null && closed !== told.at;
  return (
    <div className="toast-place" role="status">
      {shown && (
        <div className="toast">
          <Icon of={CircleCheck} />
          <p>{told.text}</p>
          {hydrated && (
            <Button type="button" variant="quiet" dense iconOnly icon={X} onClick={() => setClosed(told.at)}>
              {close}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type Told = { text: string; at: number; page: string };

/** What was said last on this page: a page that looks for news of itself is handed the words only once. */
function useTold(text: string | null, at: number): Told | null {
  const { key } = useLocation();
  const [last, setLast] = useState<Told | null>(null);
  const told = text === null ? last : { text, at, page: key };
  if (told && told.at !== last?.at) setLast(told);
  return told?.page === key ? told : null;
}
