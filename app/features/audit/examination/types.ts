/**
 * What an examination found wrong. Of an entry: a `gap` in the numbers, a record that is not its `leaf`, `columns` that say
 * otherwise than the record, a broken `chain`. Of the tree: a stored `block`, a `checkpoint` whose root is another or a
 * `signature` that is not ours, a `cosignature` that is not of the witness it names, a checkpoint `given` from outside that this log does not continue, or one that is `unreadable`.
 * Of the state: a row `changed` in the named columns, `unrecorded` by any entry, or `missing`.
 */
export const logFaults = ["gap", "leaf", "columns", "chain", "block", "checkpoint", "signature", "cosignature", "given", "unreadable", "changed", "unrecorded", "missing"] as const;

export type LogFault = {
  fault: (typeof logFaults)[number];
  /** Entry at which it shows; of a row the one that last spoke of it, null when none did. */
  seq: number | null;
  table: string | null;
  row: string | null;
  /** Names of columns, parted by commas. */
  columns: string | null;
};

/** Notes one more fault. */
export type Find = (fault: Partial<LogFault> & Pick<LogFault, "fault">) => void;

export type Examination = {
  entries: number;
  /** Rows of the state that were compared. */
  rows: number;
  /** Entries whose words were erased by law: their leaves stand, what they said cannot be compared. */
  erased: number;
  checkpoints: number;
  /** Whether signatures were checked, which needs the key. */
  signatures: boolean;
  head: string;
  root: string;
  /** All faults; the first of them by name. */
  faults: number;
  named: LogFault[];
};

/** Most faults that are named; the others are counted. */
export const namedMost = 20;
