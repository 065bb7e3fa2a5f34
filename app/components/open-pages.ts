export type OpenPage = { name: string; close: () => void };

/**
 * A name for a form that is open in this browser, held as a lock as long as it stands: so that another page can tell whether
 * what this one left on the device is still in somebody's hands.
 */
export function openPage(): OpenPage {
  if (typeof window === "undefined") return { name: "server", close: () => {} };
  const name = newPageName();
  let close = (): void => {};
  const closed = new Promise<void>((resolve) => (close = resolve));
  void locks()?.request(lockOf(name), () => closed);
  return { name, close };
}

/** Sixteen random hexadecimal digits. */
export const newPageName = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Names of the forms that are open; empty without locks (no secure connection). */
export async function openPageNames(): Promise<Set<string>> {
  const held = (await locks()?.query())?.held ?? [];
  return new Set(held.flatMap((lock) => (lock.name?.startsWith(lockOf("")) ? [lock.name.slice(lockOf("").length)] : [])));
}

const lockOf = (name: string): string => `page:${name}`;

/** Browsers offer locks over secure connections only. */
const locks = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks;
