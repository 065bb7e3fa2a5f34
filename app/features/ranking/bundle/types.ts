import type { AwardList, CutAxis, Definition } from "#app/features/competitions/definition/types.ts";
import type { Place } from "#app/features/ranking/computing/types.ts";
import type { Votes } from "#app/features/ranking/deliberation/types.ts";
import type { ListModel } from "#app/features/ranking/types.ts";

/** A change of a version after it was computed; entries by number. */
export type Change =
  | { kind: "replace"; entry: number }
  | ({ kind: "move"; entering: number; leaving: number; reason: string } & Votes);

/** An entry that competes, by number; `submittedAt` is its place in the order of submission, and in older bundles UTC ms. */
export type InputEntry = { number: number; submittedAt: number; parts: Record<CutAxis, string> };

/** One locked sheet: marks in hundredths of a point; the assessor by the number of the edition, the panel where one sat. */
export type InputSheet = { entry: number; assessor: number; stratum: string; panel?: string; marks: Record<string, number> };

/** A value agreed in a small group that counts in place of the independent ones. */
export type InputAgreement = { entry: number; marks: Record<string, number> };

export type InputStage = { stage: string; weightBp: number; sheets: InputSheet[]; agreed: InputAgreement[] };

/** Everything a version was computed from. */
export type Inputs = {
  format: "anugerah-inputs/1";
  /** Name of the way lists are computed. */
  model: string;
  listKey: AwardList["key"];
  /** The rules of the edition, whole: their digest is what it was bound to. */
  rules: Definition;
  seed: number;
  draws: number;
  /** Every stage that counts, with each of its sheets, of whoever was read there. */
  stages: InputStage[];
  entries: InputEntry[];
};

/** A row of a list, by number. */
export type BundleRow = Omit<Place, "proposalId"> & { number: number };

/** As it was published: with the name by which the digest and the log know the entry, which says nothing of it. */
export type PublishedRow = BundleRow & { proposalId: string };

/** The rows of a version, and the model behind them. */
export type BundleList = {
  format: "anugerah-result/1";
  id: string;
  editionId: string;
  listKey: string;
  version: number;
  status: string;
  quantity: string;
  /** Digest of the rows and their model, as minutes and page print it. */
  digest: string;
  /** SHA-256 of inputs.json. */
  inputs: string;
  computedAt: number;
  publishedAt: number | null;
  objectionsCloseAt: number | null;
  decreeNumber: string | null;
  decreeDate: string | null;
  /** Signed although nothing links all assessors. */
  isWaived: boolean;
  changes: Change[];
  model: ListModel | null;
  rows: PublishedRow[];
};

/** Files of a bundle by name, in the order of their names. */
export type BundleFiles = Record<string, string>;

export const bundleFaults = ["archive", "manifest", "shape", "inputs", "row", "model", "digest", "proof", "record", "seed"] as const;

/** A place at which a bundle is not what it says; `detail` names the file, the row and its field, or the entry of the log. */
export type BundleFault = { code: (typeof bundleFaults)[number]; detail: string };

export const bundleNotes = ["noCommitment", "noProofs", "rulesChanged", "otherModel", "ownKey", "waived", "decree", "sources"] as const;

/** What the reader of a bundle should know: inputs it did not have, and what therefore was not shown. */
export type BundleNote = { code: (typeof bundleNotes)[number]; detail: string };

export type BundleVerdict = { ok: boolean; rows: number; sheets: number; faults: BundleFault[]; notes: BundleNote[]; list: { key: string; version: number; status: string; digest: string } | null };
