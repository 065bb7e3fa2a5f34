import { z } from "zod";
import { type AgencySeed, agencyKinds } from "#app/features/agencies/types.ts";
import type { MessageParams } from "#app/i18n/translator.ts";
import { type CsvRecord, CsvQuoteError, parseCsv } from "#app/lib/csv.ts";
import { faultOf } from "#app/lib/forms.server.ts";

const columns = ["code", "name", "kind", "province", "parent", "zone"] as const;

/** `key` is a message key, `line` counts from 1 as editors do. */
export type FileFault = { line: number; field: string; key: string; params: MessageParams };

const row = z.strictObject({
  code: z.string().trim().min(1).max(24),
  name: z.string().trim().min(1).max(200),
  kind: z.enum(agencyKinds),
  province: z.string().trim().regex(/^(?:\d{2})?$/),
  parent: z.string().trim().max(24),
  zone: z.enum(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
});

/**
 * Reads a registry of agencies from CSV. Every fault is named by line and column; the seeds are complete only when there is
 * none. `isKnown` tells whether a parent's code stands in the registry already.
 */
export function agencySeedsOf(
  text: string,
  given: { source: string; isKnown: (code: string) => boolean },
): { seeds: AgencySeed[]; faults: FileFault[] } {
  try {
    const [header, ...records] = parseCsv(text);
    if (!header || header.cells.map((cell) => cell.trim()).join() !== columns.join()) return headerFault(header);
    if (records.length === 0) return { seeds: [], faults: [{ line: 2, field: "-", key: "cli.agencyImport.empty", params: {} }] };
    return readRecords(records, given);
  } catch (error) {
    if (!(error instanceof CsvQuoteError)) throw error;
    return { seeds: [], faults: [{ line: error.line, field: "-", key: "cli.agencyImport.quote", params: {} }] };
  }
}

function headerFault(header: CsvRecord | undefined): { seeds: AgencySeed[]; faults: FileFault[] } {
  return { seeds: [], faults: [{ line: header?.line ?? 1, field: "-", key: "cli.agencyImport.header", params: {} }] };
}

function readRecords(
  records: readonly CsvRecord[],
  given: { source: string; isKnown: (code: string) => boolean },
): { seeds: AgencySeed[]; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const lines = new Map<string, number>();
  const read: { line: number; seed: AgencySeed }[] = [];
  for (const record of records) {
    const seed = readRecord(record, given.source, faults);
    if (!seed) continue;
    const first = lines.get(seed.code);
    if (first === undefined) lines.set(seed.code, record.line);
    else faults.push(duplicateFault(record, seed.code, first));
    read.push({ line: record.line, seed });
  }
  for (const { line, seed } of read) {
    const parent = seed.parentCode;
    if (parent === null || lines.has(parent) || given.isKnown(parent)) continue;
    faults.push({ line, field: "parent", key: "cli.agencyImport.unknownParent", params: { code: parent } });
  }
  return { seeds: read.map(({ seed }) => seed), faults: faults.sort((one, other) => one.line - other.line) };
}

function duplicateFault(record: CsvRecord, code: string, first: number): FileFault {
  const params = { code, first: String(first) };
  return { line: record.line, field: "code", key: "cli.agencyImport.duplicate", params };
}

function readRecord({ line, cells }: CsvRecord, source: string, faults: FileFault[]): AgencySeed | undefined {
  if (cells.length !== columns.length) {
    const params = { expected: columns.length, found: cells.length };
    faults.push({ line, field: "-", key: "cli.agencyImport.cells", params });
    return undefined;
  }
  const parsed = row.safeParse(Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const { path, code, params } = faultOf(issue);
      faults.push({ line, field: path, key: `form.${code}`, params });
    }
    return undefined;
  }
  const { code, name, kind, province, parent, zone } = parsed.data;
  return { code, name, kind, zone, source, provinceCode: province || null, parentCode: parent || null };
}
