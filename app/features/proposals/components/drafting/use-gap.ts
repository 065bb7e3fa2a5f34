import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

const focusable = "input:not([type=hidden]), textarea, select, button, a[href]";

/** Brings the writer to the question the address names, ready to type: the list of what is missing leads there. */
export function useGap(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash.length < 2) return;
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    const target = place?.matches(focusable) ? place : place?.querySelector<HTMLElement>(focusable);
    target?.focus();
    (target ?? place)?.scrollIntoView({ block: "center" });
  }, [hash, key]);
}
