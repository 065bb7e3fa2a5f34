import { z } from "zod";
import { isDecimal } from "#app/cli/decimal.ts";
import { FileFaults } from "#app/cli/file-faults.ts";
import { addShapeFaults } from "#app/cli/json-faults.ts";
import { readCsv, readText } from "#app/cli/read-file.ts";
import { Refused } from "#app/cli/refusals.ts";
import type { MarkRow, RecountRules } from "#app/features/ranking/recount/types.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import { faultOf } from "#app/lib/forms.server.ts";

const needed = ["entry", "assessor", "mark"] as const;
const optional = ["stratum", "criterion", "cluster", "panel"] as const;
const columns = [...needed, ...optional];

const name = z.string().trim().min(1).max(200);
const more = z.string().trim().max(200).default("");
const row = z.strictObject({
  entry: name,
  assessor: name,
  mark: z.string().refine(isDecimal, "notANumber").transform(Number),
  ...{ stratum: more, criterion: more, cluster: more, panel: more },
});

/** Reads marks.csv; refuses a head that is not `entry,assessor,mark` with known columns, and names the first faulty lines. */
export function readMarks(path: string, t: Translate): MarkRow[] {
  const [head, ...records] = readCsv(path);
  const names = (head?.cells ?? []).map((cell) => cell.trim());
  const isHead = needed.every((column) => names.includes(column)) && names.every((one, at) => columns.some((column) => column === one) && names.indexOf(one) === at);
  if (!isHead) throw new Refused("cli.rank.head", { file: path });
  const faults = new FileFaults(path, t);
  const seen = new Set<string>();
  const rows = records.flatMap(({ line, cells }): MarkRow[] => {
    if (cells.length !== names.length) {
      faults.add({ line, field: "-", key: "cli.files.cells", params: { expected: names.length, found: cells.length } });
      return [];
    }
    const parsed = row.safeParse(Object.fromEntries(names.map((one, at) => [one, cells[at]])));
    if (parsed.success) {
      const { entry, assessor, criterion } = parsed.data;
      const pair = JSON.stringify([entry, assessor, criterion]);
      if (seen.has(pair)) faults.add({ line, field: "assessor", key: "errors.ranking.markTwice", params: { entry, assessor } });
      seen.add(pair);
      return [parsed.data];
    }
    for (const issue of parsed.error.issues) {
      const { path: field, code, params } = faultOf(issue);
      faults.add({ line, field: field || "-", key: `form.${code}` as MessageKey, params });
    }
    return [];
  });
  faults.refuse();
  return rows;
}

const key = z.string().min(1).max(200);
const points = z.record(key, z.number().min(0));
const rules = z.strictObject({
  criteria: z.array(z.strictObject({ key, weight: z.number().positive() })).max(200).default([]),
  cuts: z
    .array(
      z.strictObject({
        size: z.int().min(1),
        reserve: z.int().min(0).default(0),
        nominees: z.int().min(0).default(0),
        shares: points.default({}),
        minima: points.default({}),
      }),
    )
    .max(20)
    .default([]),
  passMark: z.strictObject({ value: z.number(), on: z.enum(["raw", "calibrated", "quality"]) }).nullable().default(null),
  ties: z.array(key).max(60).default([]),
  quantity: z.enum(["calibrated", "quality"]).default("calibrated"),
  waivers: z.array(z.strictObject({ code: z.literal("disconnected"), reason: z.string().min(10) })).default([]),
  exclude: z.array(z.strictObject({ assessor: key, reason: z.string().min(10) })).default([]),
});

/** Reads rules.json; every part may be left out. Refuses unknown keys and values, by line and field. */
export function readRules(path: string | undefined, t: Translate): RecountRules {
  if (path === undefined) return rules.parse({});
  const text = readText(path);
  const parsed = rules.safeParse(parseJson(path, text), { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = new FileFaults(path, t);
  addShapeFaults(faults, { text, issues: parsed.error.issues });
  faults.refuse();
  throw parsed.error;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused("cli.files.notJson", { file: path });
    throw error;
  }
}
