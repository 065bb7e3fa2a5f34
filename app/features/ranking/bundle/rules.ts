import { createHash } from "node:crypto";
import type { AwardList, CutAxis } from "#app/features/competitions/definition/types.ts";
import { listOf, rubricOf } from "#app/features/competitions/rules.ts";
import { withChanges } from "#app/features/ranking/bundle/changes/rules.ts";
import type { BundleFiles, BundleRow, Change, InputEntry, Inputs, InputStage } from "#app/features/ranking/bundle/types.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import type { PlacedEntry } from "#app/features/ranking/competing/rules.ts";
import { assessorName, computeFromMarks, entryName } from "#app/features/ranking/computing/rules.ts";
import type { ComputedList, ListInput } from "#app/features/ranking/computing/types.ts";
import type { ListModel, ScoredEntry, SheetMarks } from "#app/features/ranking/types.ts";
import { weightedTotal } from "#app/features/scoring/rules.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Id } from "#app/lib/ids.ts";

export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Everything a version was computed from, as one text: equal inputs are equal bytes. */
export const inputsText = (inputs: Inputs): string => canonicalJson(inputs);

/**
 * Entries without what could tell whose they are and the rules of the list do not ask for: kind, region and remoteness of the agency
 * stay only where places are shared by them, and the instant of submission becomes its place in the order of all of them. A list
 * computed from what is left is the same.
 */
export function withoutTraces(entries: readonly InputEntry[], { shares, minima }: Pick<AwardList, "shares" | "minima">): InputEntry[] {
  const asked = new Set<CutAxis>(["group", "category", ...(shares ? [shares.by] : []), ...(minima ?? []).map(({ by }) => by)]);
  const times = [...new Set(entries.map(({ submittedAt }) => submittedAt))].sort((a, b) => a - b);
  const order = new Map(times.map((at, index) => [at, index + 1]));
  return entries.map(({ number, submittedAt, parts }) => ({
    ...{ number, submittedAt: order.get(submittedAt) ?? 0 },
    parts: Object.fromEntries(Object.entries(parts).map(([axis, key]) => [axis, asked.has(axis as CutAxis) ? key : ""])) as InputEntry["parts"],
  }));
}

/** Files with the manifest that names their SHA-256, as the outsider's verifier reads it. */
export function withManifest(files: BundleFiles): BundleFiles {
  const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256Of(text)]));
  return { ...files, "manifest.json": canonicalJson({ format: "anugerah-bundle/1", files: hashes }) };
}

/** Points of one weighted total: hundredths of a point times basis points. */
const pointsOf = (total: number): number => total / 1_000_000;

/** In a bundle an entry goes by its number; the rules ask for an id, and any name will do. */
const nameOf = (number: number): Id<"proposal"> => `prop_${number}` as Id<"proposal">;

/** The rows of a list computed from its inputs alone, by the rules that computed it, with what was changed in them since. */
export function recompute(inputs: Inputs, changes: readonly Change[]): { rows: BundleRow[]; model: ListModel } {
  const computed = computeFromMarks(listInputOf(inputs));
  return { rows: withChanges(computed.rows.map(rowOf), changes), model: computed.model };
}

export function rowOf({ proposalId: _name, value: _value, judged: _judged, figures, ...row }: ComputedList["rows"][number]): BundleRow {
  const { rank90, ...own } = figures;
  return { ...row, ...own, rankLow: rank90?.[0] ?? null, rankHigh: rank90?.[1] ?? null };
}

function listInputOf({ rules, listKey, seed, model, draws, stages, entries }: Inputs): ListInput {
  const given = sheetsByEntry(stages);
  return {
    // Which regions are remote was asked of the registry; a bundle says it of each entry.
    definition: { ...rules, remoteRegions: ["3t"] },
    award: listOf(rules, listKey),
    scored: entries.map((entry) => scoredOf(entry, given)),
    placed: entries.map(placedOf),
    stages: stages.map((one) => ({ stage: one.stage, weightBp: one.weightBp, marks: marksOf(rules, one) })),
    ...{ seed, model, draws },
  };
}

/** The weighted totals of the sheets of a stage, under the names they are calibrated by. */
export const marksOf = (rules: Inputs["rules"], { stage, sheets }: Pick<InputStage, "stage" | "sheets">): Mark[] =>
  sheets.map(({ entry, assessor, stratum, panel, marks }) => ({
    ...(panel === undefined ? {} : { panel }),
    ...{ entry: entryName(entry), assessor: assessorName(assessor), stratum, value: pointsOf(weightedTotal(rubricOf(rules, stage), marks)) },
  }));

const scoredOf = ({ number, submittedAt }: InputEntry, sheets: ReadonlyMap<number, ScoredEntry["sheets"]>): ScoredEntry => ({
  ...{ proposalId: nameOf(number), number, submittedAt, sheets: sheets.get(number) ?? {} },
});

/** Sheets of every entry by stage; an agreed value stands in place of each of them. */
function sheetsByEntry(stages: readonly InputStage[]): Map<number, Record<string, SheetMarks[]>> {
  const found = new Map<number, Record<string, SheetMarks[]>>();
  for (const { stage, sheets, agreed } of stages) {
    const values = new Map(agreed.map(({ entry, marks }) => [entry, marks]));
    for (const { entry, marks } of sheets) {
      const own = found.get(entry) ?? {};
      found.set(entry, own);
      (own[stage] ??= []).push(values.get(entry) ?? marks);
    }
  }
  return found;
}

const placedOf = ({ number, parts }: InputEntry): PlacedEntry => ({
  ...{ id: nameOf(number), groupKey: parts.group, categoryKey: parts.category, agencyKind: parts.agencyKind },
  ...{ provinceCode: parts.region === "" ? null : parts.region, agencyCode: parts.remote === "3t" ? "3t" : "" },
});
