import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Long enough to be no burden to the server, short enough to be watched. */
const pauseMs = 1_500;

/** Has the page ask for its data again, by itself, while something it shows is going on elsewhere. */
export function useLookAgain(isGoing: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(revalidate, pauseMs);
    return () => clearInterval(timer);
  }, [isGoing, revalidate]);
}
