import { type KeptDraft, listDrafts, pageOf } from "#app/components/kept-drafts.ts";
import { openPageNames } from "#app/components/open-pages.ts";

/** What pages that are no longer open have left of a person on this device, the newest first. */
export async function findLeftDrafts(owner: string, isWanted: (place: string) => boolean): Promise<{ key: string; draft: KeptDraft }[]> {
  const found = listDrafts(localStorage, owner, Date.now()).filter(({ draft }) => isWanted(draft.place));
  if (found.length === 0) return [];
  const open = await openPageNames();
  return found.filter(({ key }) => !open.has(pageOf(key)));
}
