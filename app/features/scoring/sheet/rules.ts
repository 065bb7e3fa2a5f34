import type { SheetEntry } from "#app/features/scoring/types.ts";

/** As much of a stored sheet as an entry on an older revision is held against. */
export type StoredVersion = {
  note: string;
  privateNote: string;
  /** Page that saved it last; null = a form without scripts, or nobody knows. */
  lastPage: string | null;
  marks: readonly { criterionKey: string; mark: number | null; note: string }[];
};

/**
 * What an entry typed on an older revision is to the stored one: `same` text, whose acknowledgement was lost; `next`, a later text of
 * the page that saved it, or of one that took over what that page had left; `other`, text of another window, over which nothing is written unseen.
 */
export function standingOf(stored: StoredVersion, entry: SheetEntry): "same" | "next" | "other" {
  if (isSame(stored, entry)) return "same";
  return stored.lastPage !== null && entry.pages?.includes(stored.lastPage) ? "next" : "other";
}

function isSame({ note, privateNote, marks }: StoredVersion, entry: SheetEntry): boolean {
  if (entry.note !== note || (entry.privateNote ?? privateNote) !== privateNote) return false;
  return Object.keys(entry.marks).every((key) => {
    const row = marks.find(({ criterionKey }) => criterionKey === key);
    return (row?.mark ?? null) === entry.marks[key] && (row?.note ?? "") === (entry.notes[key] ?? "");
  });
}
