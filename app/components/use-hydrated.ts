import { useEffect, useState } from "react";

/** Whether the first page has come to life; the browser's alone, on the server it stays false. */
let alive = false;

/**
 * False on the server and in the first paint; true once scripts run. What needs scripts appears only then. An ordinary update: one
 * that reads a store interrupts the hydration of a large page.
 */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(alive);
  useEffect(() => {
    alive = true;
    setHydrated(true);
  }, []);
  return hydrated;
}
