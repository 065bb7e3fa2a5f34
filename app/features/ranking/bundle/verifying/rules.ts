import type { Commitment } from "#app/features/competitions/commitments/types.ts";
import { modelVersions, seedHashOf } from "#app/features/competitions/commitments/rules.ts";
import type { Proofs } from "#app/features/audit/proofs/types.ts";
import { damageOf, unpackArchive } from "#app/features/ranking/bundle/archive/rules.ts";
import { checkProofs, type LoggedAct } from "#app/features/ranking/bundle/proofs/rules.ts";
import { recompute, sha256Of, withManifest } from "#app/features/ranking/bundle/rules.ts";
import type { BundleFault, BundleFiles, BundleList, BundleNote, BundleRow, BundleVerdict, Inputs, PublishedRow } from "#app/features/ranking/bundle/types.ts";
import { listDigest } from "#app/features/ranking/digest/rules.ts";
import type { ListModel } from "#app/features/ranking/types.ts";
import { canonicalJson, type Json } from "#app/lib/canonical.ts";
import type { Id } from "#app/lib/ids.ts";

type Found = { faults: BundleFault[]; notes: BundleNote[] };
const fault = (code: BundleFault["code"], detail: string): BundleFault => ({ code, detail });
const note = (code: BundleNote["code"], detail = ""): BundleNote => ({ code, detail });

/**
 * Recomputes a published list from its bundle alone and says whether every row and the model are, byte for byte, those it was
 * published with; checks the digests that were committed to, the proofs of the log and the signature under them. Nothing but the
 * file is asked. `notes` are what the bundle did not have.
 */
export function verifyBundle(archive: Buffer, { key }: { key: string | null }): BundleVerdict {
  const files = unpackArchive(archive);
  if (!files) return { ok: false, rows: 0, sheets: 0, faults: [fault("archive", damageOf(archive))], notes: [], list: null };
  const changed = manifestFault(files);
  try {
    const { found, ...facts } = verifyFiles(files, key);
    const faults = [...changed, ...found.faults];
    return { ok: faults.length === 0, ...facts, faults, notes: found.notes };
  } catch (error) {
    const faults = [...changed, fault("shape", error instanceof Error ? error.message : "")];
    return { ok: false, rows: 0, sheets: 0, faults, notes: [], list: null };
  }
}

/** Files that are not the ones the manifest names. */
function manifestFault({ "manifest.json": manifest = "", ...files }: BundleFiles): BundleFault[] {
  if (withManifest(files)["manifest.json"] === manifest) return [];
  const named = manifestHashes(manifest);
  const names = Object.keys(files).filter((name) => named[name] !== sha256Of(files[name] as string));
  return [fault("manifest", names[0] ?? "manifest.json")];
}

function manifestHashes(manifest: string): Record<string, unknown> {
  try {
    return (JSON.parse(manifest) as { files?: Record<string, unknown> }).files ?? {};
  } catch {
    return {};
  }
}

const read = (files: BundleFiles, name: string, format: string): unknown => {
  const value = JSON.parse(files[name] ?? "null") as { format?: string } | null;
  if (value?.format !== format) throw new Error(name);
  return value;
};

function verifyFiles(files: BundleFiles, key: string | null): Pick<BundleVerdict, "rows" | "sheets" | "list"> & { found: Found } {
  const inputs = read(files, "inputs.json", "anugerah-inputs/1") as Inputs;
  const list = read(files, "list.json", "anugerah-result/1") as BundleList;
  const acts: LoggedAct[] = [];
  const found: Found = { faults: [], notes: [] };
  for (const part of [checkList(files, inputs, list), checkLog(files, key, acts), checkRecords(list, acts), checkCommitment(files, inputs, acts)]) {
    found.faults.push(...part.faults);
    found.notes.push(...part.notes);
  }
  const sheets = inputs.stages.reduce((sum, stage) => sum + stage.sheets.length, 0);
  const { listKey, version, status, digest } = list;
  return { rows: list.rows.length, sheets, list: { key: listKey, version, status, digest }, found };
}

function checkList(files: BundleFiles, inputs: Inputs, list: BundleList): Found {
  const faults: BundleFault[] = [];
  if (sha256Of(files["inputs.json"] ?? "") !== list.inputs) faults.push(fault("inputs", "inputs.json"));
  const { rows, model } = recompute(inputs, list.changes);
  faults.push(...firstDifference(rows, list.rows), ...modelDifference(model, list.model));
  const { editionId, listKey, version, quantity, digest } = list;
  const places = list.rows.map(({ number: _number, ...row }) => ({ ...row, proposalId: row.proposalId as Id<"proposal"> }));
  if (listDigest({ editionId, listKey, version, quantity, model: list.model, places }) !== digest) faults.push(fault("digest", digest));
  return {
    faults,
    notes: [
      // Which sheets were locked, and by whom, is in the records of the log, which are not part of a bundle.
      note("sources"),
      ...(modelVersions.some((known) => known === inputs.model) ? [] : [note("otherModel", inputs.model)]),
      ...(list.isWaived ? [note("waived")] : []),
      ...(list.status === "final" ? [note("decree", list.decreeNumber ?? "")] : []),
    ],
  };
}

/** The first row and field in which what was computed anew is not what was published. */
function firstDifference(computed: readonly BundleRow[], published: readonly PublishedRow[]): BundleFault[] {
  for (let at = 0; at < Math.max(computed.length, published.length); at += 1) {
    const [mine, { proposalId: _name, ...theirs }] = [computed[at] ?? {}, published[at] ?? { proposalId: "" }] as [Record<string, Json>, Record<string, Json>];
    const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
    const field = fields.find((name) => canonicalJson(mine[name] ?? null) !== canonicalJson(theirs[name] ?? null));
    if (field) return [fault("row", `${at + 1} (${canonicalJson(theirs.number ?? null)}) ${field}: ${canonicalJson(theirs[field] ?? null)} / ${canonicalJson(mine[field] ?? null)}`)];
  }
  return [];
}

function modelDifference(mine: ListModel, theirs: ListModel | null): BundleFault[] {
  const [own, published] = [mine, theirs ?? {}] as unknown as [Record<string, Json>, Record<string, Json>];
  const part = Object.keys(own).find((name) => canonicalJson(own[name] ?? null) !== canonicalJson(published[name] ?? null));
  return part ? [fault("model", part)] : [];
}

function checkLog(files: BundleFiles, key: string | null, acts: LoggedAct[]): Found {
  if (!files["proofs.json"]) return { faults: [], notes: [note("noProofs")] };
  const checked = checkProofs(read(files, "proofs.json", "anugerah-proof/1") as Proofs, key);
  acts.push(...checked.acts);
  return { faults: checked.faults, notes: key === null ? [note("ownKey")] : [] };
}

/** What the log says was signed, published and made final is this list, computed from these inputs. */
function checkRecords(list: BundleList, acts: readonly LoggedAct[]): Found {
  const own = acts.filter(({ subject }) => subject.kind === "list" && subject.id === list.id);
  const wrong = own.find(({ data }) => data?.digest !== list.digest || (data.inputs !== undefined && data.inputs !== list.inputs));
  const published = own.some(({ action, data }) => action === "ranking.approve" && data?.inputs === list.inputs);
  if (acts.length === 0) return { faults: [], notes: [] };
  const detail = wrong ? `${wrong.seq} ${wrong.action}` : "ranking.approve";
  return { faults: wrong || !published ? [fault("record", detail)] : [], notes: [] };
}

/** What the edition was bound to before anything was marked: its rules, and the seed of the draw. */
function checkCommitment(files: BundleFiles, { rules, seed }: Inputs, acts: readonly LoggedAct[]): Found {
  if (!files["commitment.json"]) return { faults: [], notes: [note("noCommitment")] };
  const bound = read(files, "commitment.json", "anugerah-commitment/1") as Commitment;
  const { rules: digest, model, seedHash, nonce } = bound;
  const logged = acts.find(({ action }) => action === "competitions.commit");
  const faults: BundleFault[] = [];
  if (bound.seed !== seed || nonce === null || seedHashOf(nonce, seed) !== seedHash) faults.push(fault("seed", String(seed)));
  if (logged && canonicalJson(logged.data as Json) !== canonicalJson({ rules: digest, model, seedHash })) faults.push(fault("record", `${logged.seq} competitions.commit`));
  const isChanged = sha256Of(canonicalJson(rules)) !== digest;
  return { faults, notes: isChanged ? [note("rulesChanged", digest)] : [] };
}
