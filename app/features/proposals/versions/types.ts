import type { Words } from "#app/features/competitions/definition/types.ts";
import type { WordRun } from "#app/features/proposals/drafting/types.ts";

/** One paragraph of two texts: its words, and whether any of them differ. */
export type Block = { same: boolean; runs: WordRun[] };

export type ChangeKind = "added" | "removed" | "changed";

/** A part of the proposal that differs. `label` null: a part of the identity, whose word is the product's own. */
export type TextChange = { key: string; label: Words | null; kind: ChangeKind; blocks: Record<keyof Words, Block[]> };

/** `renamed`: the same content under another name. */
export type FileChange = { label: Words; kind: "added" | "removed" | "replaced" | "renamed"; from: string | null; to: string | null };
