import { useEffect, useRef, useState } from "react";

const second = 1_000;

/**
 * The server's time as it goes on, UTC ms: begins with what the page was loaded with and follows this device's clock by what has
 * passed, never by what it shows. Without scripts it stands still.
 */
export function useNow(loadedAt: number): number {
  const began = useRef<{ loadedAt: number; here: number }>();
  const [now, setNow] = useState(loadedAt);
  useEffect(() => {
    began.current = { loadedAt, here: Date.now() };
    setNow(loadedAt);
    const timer = setInterval(() => {
      const { loadedAt: from, here } = began.current ?? { loadedAt, here: Date.now() };
      setNow(from + Date.now() - here);
    }, second);
    return () => clearInterval(timer);
  }, [loadedAt]);
  return now;
}
