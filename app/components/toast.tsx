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
  const [closed, setClosed] = useState<number | null>(null);
  useEffect(() => {
    setClosed(null);
    // Whoever writes on has moved on: the words must not lie over the button that sends the next form. A hand's doing, not a script's.
    const close = ({ isTrusted }: Event) => isTrusted && setClosed(at);
    document.addEventListener("input", close);
    return () => document.removeEventListener("input", close);
  }, [at]);
  const shown = text !== null && closed !== at;
  return (
    <div className="toast-place" role="status">
      {shown && (
        <div className="toast">
          <Icon of={CircleCheck} />
          <p>{text}</p>
          {hydrated && (
            <Button type="button" variant="quiet" dense iconOnly icon={X} onClick={() => setClosed(at)}>
              {close}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
