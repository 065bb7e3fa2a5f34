import type { Words } from "#app/features/competitions/definition/types.ts";

/** A line of marks: one locked sheet, or what a small group agreed on. Points. */
export type MarkLine = {
  entry: number;
  /** Number of the assessor in the edition; null = agreed by a small group. */
  assessor: number | null;
  /** By criterion, in the order of the sheet; null where the sheet has none. */
  marks: (number | null)[];
  total: number;
  /** Points above the others; null where the list does not estimate it. */
  leniency: number | null;
  /** What the panel that heard the entry gives above the others; null where no panel's leniency is told. */
  panel: number | null;
  /** What counted for the list: the total, less both where the list says so; null for what another value replaced. */
  counted: number | null;
};

export type MarkStage = { stage: string; name: Words; weightBp: number; criteria: { key: string; name: Words; weightBp: number }[]; lines: MarkLine[] };

/** Leniency found of a panel at a stage, by its name. */
export type FoundPanel = { stage: string; panel: string; leniency: number };

/** Leniency found of an assessor at a stage, by the number of the edition. */
export type FoundLeniency = { stage: string; assessor: number; leniency: number | null };
