/** Mean marks of the entries of one category on a criterion; points. */
export type Peers = { stage: string; categoryKey: string; criterionKey: string; entries: number; q1: number; median: number; q3: number; readSd: number | null };

/** One criterion of an entry beside its peers; points. `peers` is null where there are too few to hide each of them. */
export type ProfileLine = {
  criterionKey: string;
  mean: number;
  reads: number;
  /** Ends of a 90 % interval of the own mean; null where the spread of readings is not known. */
  low: number | null;
  high: number | null;
  peers: { entries: number; q1: number; median: number; q3: number } | null;
};
