import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

const away = 503;

/**
 * Runs an action that saves work. While the network is away the page stays as it is, with everything typed, and is told so
 * instead of giving way to a page of error.
 */
export async function whileOnline<T>(serverAction: () => Promise<T>): Promise<T | Response> {
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Response.json({ ok: false, offline: true }, { status: away });
  }
}

/**
 * Whether a page asks for its data again after an action: not over a network that has just failed. Every route above a page
 * that uses whileOnline must say so itself, because with single fetch a route without an answer of its own is always asked.
 */
export const revalidateWhileOnline = ({ actionStatus }: ShouldRevalidateFunctionArgs): boolean => actionStatus !== away;
