import type { LogFault } from "#app/features/audit/examination/types.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** A fault as a sentence. Sequence numbers are names, not amounts: printed without separators. */
export function faultSentence(t: Translate, { fault, seq, table, row, columns }: LogFault): string {
  const params = { seq: seq === null ? "" : String(seq), table: table ?? "", row: row ?? "", columns: columns ?? "" };
  return t(`audit.faults.${fault === "unrecorded" && seq !== null ? "returned" : fault}`, params);
}
