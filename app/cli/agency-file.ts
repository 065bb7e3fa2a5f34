import { z } from "zod";
import type { FileFaults } from "#app/cli/file-faults.ts";
import { type AgencySeed, agencyKinds } from "#app/features/agencies/types.ts";
import type { MessageKey } from "#app/i18n/translator.ts";
import type { CsvRecord } from "#app/lib/csv.ts";
import { faultOf } from "#app/lib/forms.server.ts";

const columns = ["code", "name", "kind", "province", "parent", "zone"] as const;

const row = z.strictObject({
  code: z.string().trim().min(1).max(24),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(agencyKinds),
  province: z.string().trim().regex(/^(?:\d{2})?$/),
  parent: z.string().trim().max(24),
  zone: z.enum(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
});

type Given = { source: string; isKnown: (code: string) => boolean; faults: FileFaults };

/**
 * Reads a registry of agencies from the records of a CSV file. Every fault is told to `faults` by line and column; the seeds are
 * complete only when there is none. `isKnown` tells whether a parent's code stands in the registry already.
 */
export function agencySeedsOf([header, ...records]: readonly CsvRecord[], given: Given): AgencySeed[] {
  const isHeader = header?.cells.map((cell) => cell.trim()).join() === columns.join();
  if (!isHeader) given.faults.add({ line: header?.line ?? 1, field: "-", key: "cli.agencyImport.header" });
  else if (records.length === 0) given.faults.add({ line: 2, field: "-", key: "cli.agencyImport.empty" });
  return isHeader ? readRecords(records, given) : [];
}

/** Faults are told in the order of the lines; a parent may stand on a later line than its child. */
function readRecords(records: readonly CsvRecord[], given: Given): AgencySeed[] {
  const codes = new Set(records.flatMap(({ cells }) => cells[0]?.trim() || []));
  const lines = new Map<string, number>();
  return records.flatMap((record) => {
    const seed = readRecord(record, given);
    if (!seed) return [];
    const { line } = record;
    const first = lines.get(seed.code);
    if (first === undefined) lines.set(seed.code, line);
    else given.faults.add({ line, field: "code", key: "cli.agencyImport.duplicate", params: { code: seed.code, first: String(first) } });
    const parent = seed.parentCode;
    if (parent !== null && !codes.has(parent) && !given.isKnown(parent)) {
      given.faults.add({ line, field: "parent", key: "cli.agencyImport.unknownParent", params: { code: parent } });
    }
    return [seed];
  });
}

function readRecord({ line, cells }: CsvRecord, { source, faults }: Given): AgencySeed | undefined {
  if (cells.length !== columns.length) {
    faults.add({ line, field: "-", key: "cli.files.cells", params: { expected: columns.length, found: cells.length } });
    return undefined;
  }
  const parsed = row.safeParse(Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const { path, code, params } = faultOf(issue);
      faults.add({ line, field: path, key: `form.${code}` as MessageKey, params });
    }
    return undefined;
  }
  const { code, name, kind, province, parent, zone } = parsed.data;
  return { code, name, kind, zone, source, provinceCode: province || null, parentCode: parent || null };
}
