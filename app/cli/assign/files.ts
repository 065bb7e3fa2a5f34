import { z } from "zod";
import { FileFaults } from "#app/cli/file-faults.ts";
import { addShapeFaults } from "#app/cli/json-faults.ts";
import { readText } from "#app/cli/read-file.ts";
import { Refused } from "#app/cli/refusals.ts";
import { bands, type Instance } from "#app/features/assignment/solver/types.ts";
import type { MessageKey, MessageParams, Translate } from "#app/i18n/translator.ts";
import { linesOf } from "#app/lib/json-lines.ts";

const id = z.string().min(1).max(200);
const count = z.int().min(0).max(1_000_000);
const bounds = z.strictObject({ min: count, max: count });
const pair = z.tuple([id, id]);
const pairs = z.array(pair).max(20_000_000).default([]);

const instanceInput = z.strictObject({
  readers: z.int().min(1).max(50),
  load: bounds,
  entries: z
    .array(z.strictObject({ id, category: id.optional(), agency: id.optional(), region: id.optional(), readers: z.int().min(0).max(50).optional() }))
    .max(200_000),
  assessors: z
    .array(
      z.strictObject({
        id,
        organisation: id.optional(),
        agency: id.optional(),
        regions: z.array(id).max(200).optional(),
        expertise: z.record(id, z.enum(bands)).optional(),
        load: bounds.optional(),
      }),
    )
    .max(10_000),
  match: z.array(z.tuple([id, id, z.number().min(-1_000_000).max(1_000_000)])).max(20_000_000).optional(),
  conflicts: pairs,
  fixed: pairs,
  forbidden: pairs,
  rules: z
    .strictObject({ expertPerEntry: z.boolean().default(false), oneSeatPerOrganisation: z.boolean().default(false), sameRegionConflict: z.boolean().default(false) })
    .default({ expertPerEntry: false, oneSeatPerOrganisation: false, sameRegionConflict: false }),
});

/** Reads an instance; names the first faults by line and field, those of its shape first, then those of its sense. */
export function readInstance(path: string, t: Translate): Instance {
  const text = readText(path);
  const parsed = instanceInput.safeParse(parseJson(path, text), { reportInput: true });
  const faults = new FileFaults(path, t);
  const lineOf = linesOf(text);
  const say: Say = (field, key, params) => faults.add({ line: lineOf(field), field: field.join(".") || "-", key, params });
  if (parsed.success) findFaults(parsed.data, say);
  else addShapeFaults(faults, { text, issues: parsed.error.issues });
  faults.refuse();
  return parsed.data as Instance;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused("cli.files.notJson", { file: path });
    throw error;
  }
}

type Say = (field: string[], key: MessageKey, params?: MessageParams) => void;

/** What no shape can say: names that come twice or belong to nothing, bounds the wrong way round, pairs both fixed and barred. */
function findFaults(instance: Instance, say: Say): void {
  const [entries, assessors] = [namesOf(instance.entries, "entries", say), namesOf(instance.assessors, "assessors", say)];
  if (instance.load.min > instance.load.max) say(["load"], "cli.assign.faults.bounds");
  instance.assessors.forEach(({ load }, at) => {
    if (load && load.min > load.max) say(["assessors", String(at), "load"], "cli.assign.faults.bounds");
  });
  const know = (kind: string, at: number, [entry, assessor]: readonly string[]): void => {
    if (!entries.has(entry as string)) say([kind, String(at)], "cli.assign.faults.unknown", { id: entry as string });
    if (!assessors.has(assessor as string)) say([kind, String(at)], "cli.assign.faults.unknown", { id: assessor as string });
  };
  instance.match?.forEach(([assessor, entry], at) => know("match", at, [entry, assessor]));
  instance.conflicts?.forEach(([assessor, entry], at) => know("conflicts", at, [entry, assessor]));
  instance.fixed?.forEach((one, at) => know("fixed", at, one));
  instance.forbidden?.forEach((one, at) => know("forbidden", at, one));
  clashes(instance, say);
}

function clashes({ conflicts = [], forbidden = [], fixed = [] }: Instance, say: Say): void {
  const barred = new Set([...conflicts.map(([assessor, entry]) => `${entry}\n${assessor}`), ...forbidden.map((one) => one.join("\n"))]);
  fixed.forEach((one, at) => {
    if (barred.has(one.join("\n"))) say(["fixed", String(at)], "cli.assign.faults.clash", { entry: one[0], assessor: one[1] });
  });
}

function namesOf(items: readonly { id: string }[], kind: string, say: Say): Set<string> {
  const known = new Set<string>();
  items.forEach((item, at) => {
    if (known.has(item.id)) say([kind, String(at), "id"], "cli.assign.faults.repeated", { id: item.id });
    known.add(item.id);
  });
  return known;
}
