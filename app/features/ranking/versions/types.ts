/** A listed entry as the public may know it. */
export type NamedEntry = { number: number; title: string; agencyName: string };

/** A published version that another has replaced; its rows are not public any more. */
export type EarlierVersion = {
  version: number;
  publishedAt: number;
  /** When it was taken back: the instant at which the next draft was made. */
  replacedAt: number;
  digest: string;
};

/** What a published version changed in the one before it, and why. */
export type VersionChange = {
  version: number;
  publishedAt: number;
  notes: string[];
  left: NamedEntry[];
  entered: NamedEntry[];
};

export type PublicHistory = { earlier: EarlierVersion[]; changes: VersionChange[] };

/** A move of the plenary that stands in a published version; titles of listed entries alone. */
export type PublicMove = {
  entering: number;
  leaving: number;
  enteringTitle: string | null;
  reason: string;
  inFavour: number;
  against: number;
  abstained: number;
};
