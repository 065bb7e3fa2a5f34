import { data } from "@remix-run/react";

/**
 * Runs an action that saves work. While the network is away the page stays as it is, with everything typed, and is told so
 * instead of giving way to a page of error; the status keeps it from asking for anything else.
 */
export async function whileOnline<T>(serverAction: () => Promise<T>) {
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return data({ ok: false, offline: true }, { status: 503 });
  }
}
