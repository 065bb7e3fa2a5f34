import type { Id } from "#app/lib/ids.ts";
import type { importKinds, importStatuses, rowVerdicts as verdictColumn } from "#db/schema/people.ts";

export type ImportId = Id<"personImport">;
export type ImportKind = (typeof importKinds)[number];
export type ImportStatus = (typeof importStatuses)[number];
/** newAccount, existing, already, fault: what will happen with a row; done, failed: what happened. */
export type RowVerdict = (typeof verdictColumn)[number];

export const rowVerdicts = ["fault", "failed", "newAccount", "existing", "already", "done"] as const satisfies readonly RowVerdict[];

/** A fault of one cell: `key` is a message key, `field` one of the columns. */
export type RowFault = { field: ImportField; key: string; params: Record<string, string | number | { id: string; en: string }> };

export const importFields = ["name", "email", "role", "place"] as const;
export type ImportField = (typeof importFields)[number];

/** One line of the table as typed; `place` is the organisation of a seat and the unit of a member. */
export type ImportRow = { line: number } & Record<ImportField, string>;
export type JudgedRow = ImportRow & { verdict: RowVerdict; faults: RowFault[] };
