export type SealedValue = string | number | null;

/** A row as the log keeps it, by column. */
export type SealedRow = { readonly [column: string]: SealedValue };

/** Rows an act has changed, by table and name; null = the row was removed. */
export type Seals = { readonly [table: string]: { readonly [name: string]: SealedRow | null } };

/**
 * A row that is not what its last entry says: changed in the named columns, there without an entry, or gone. `seq` is the entry
 * that last spoke of it.
 */
export type StateFault = { table: string; row: string; seq: number | null; fault: "changed" | "unrecorded" | "missing"; columns: string[] };
