import type { KeptEntries } from "#app/components/kept-entries.ts";

/** What was typed and not yet acknowledged by the server: whose it is, in which form, since when (UTC ms of this device). */
export type KeptDraft = { owner: string; place: string; at: number; entries: KeptEntries };

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const prefix = "draft:";
/** Milliseconds after which nobody comes back for a draft: a device that is shared does not keep it longer. */
const forgottenAfter = 7 * 24 * 3_600_000;

export const draftKey = (page: string): string => `${prefix}${page}`;
export const pageOf = (key: string): string => key.slice(prefix.length);

/** False when the browser refuses to keep it (full, or storage switched off): the page must then not promise that it does. */
export function keepDraft(storage: Storage, key: string, draft: KeptDraft): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(storage: Storage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    return;
  }
}

/** A person's drafts on this device, the newest first. Other people's are neither shown nor touched, unless they are old. */
export function listDrafts(storage: Storage, owner: string, now: number): { key: string; draft: KeptDraft }[] {
  const found: { key: string; draft: KeptDraft }[] = [];
  for (const key of keysOf(storage)) {
    const draft = readDraft(storage, key);
    if (!draft || now - draft.at > forgottenAfter) forgetDraft(storage, key);
    else if (draft.owner === owner) found.push({ key, draft });
  }
  return found.sort((one, two) => two.draft.at - one.draft.at);
}

/** Everything that waits here, of whomever: for the moment of signing out on a device that may be shared. */
export function forgetAllDrafts(storage: Storage): void {
  for (const key of keysOf(storage)) forgetDraft(storage, key);
}

function keysOf(storage: Storage): string[] {
  try {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function readDraft(storage: Storage, key: string): KeptDraft | null {
  try {
    const draft = JSON.parse(storage.getItem(key) ?? "null") as Partial<KeptDraft> | null;
    return draft && typeof draft.owner === "string" && typeof draft.at === "number" && Array.isArray(draft.entries) ? (draft as KeptDraft) : null;
  } catch {
    return null;
  }
}
