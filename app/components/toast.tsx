import { CircleCheck, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";

/**
 * What has just been done, once. It stays until it is closed, something is typed, or the next page: nobody is asked to read against a clock. The
 * live region stands on every page, empty, so that words put into it are spoken.
 */
export function Toast({ text, close }: { text: string | null; close: string }) {
  const hydrated = useHydrated();
  const [closed, setClosed] = useState<string | null>(null);
  useEffect(() => {
    setClosed(null);
    // Whoever writes on has moved on: the words must not lie over the button that sends the next form.
    const close = () => setClosed(text);
    document.addEventListener("input", close, { once: true });
    return () => document.removeEventListener("input", close);
  }, [text]);
  const shown = text !== null && closed !== text;
  return (
    <div className="toast-place" role="status">
      {shown && (
        <div className="toast">
          <Icon of={CircleCheck} />
          <p>{text}</p>
          {hydrated && (
            <Button type="button" variant="quiet" dense iconOnly icon={X} onClick={() => setClosed(text)}>
              {close}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
