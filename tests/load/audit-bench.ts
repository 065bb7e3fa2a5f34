import { randomBytes } from "node:crypto";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { lastCheckpoint, proveConsistency } from "#app/features/audit/checkpoints/queries.server.ts";
import { examineLog } from "#app/features/audit/examination/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { proveEntries } from "#app/features/audit/proofs/queries.server.ts";
import { chainOf, chainStart, leafOf, recordOf } from "#app/features/audit/rules.ts";
import { consistencyProof, inclusionProof, isConsistent, isIncluded, rangeOf } from "#app/features/audit/tree/rules.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const events = 200_000;

function timed<T>(label: string, work: () => T, count?: number): T {
  const begun = performance.now();
  const result = work();
  const ms = performance.now() - begun;
  const rate = count === undefined ? "" : `, ${Math.round((count / ms) * 1000).toLocaleString("en")} a second`;
  process.stdout.write(`${label}: ${ms < 100 ? ms.toFixed(2) : Math.round(ms)} ms${rate}\n`);
  return result;
}

/** The log in memory and in the database: entries, the tree of 200,000 leaves, its proofs, and a whole examination. */
export function benchAudit(): void {
  inMemory();
  inDatabase();
}

function inMemory(): void {
  const columns = { at: 1, editionId: "edn_bench", actorId: "usr_bench", action: "scoring.lock", subjectKind: "sheet", subjectId: "sht_bench" };
  const salts = randomBytes(32 * 1_000).toString("hex");
  const leaves = timed("append rule: 200,000 records, leaves and links", () => {
    let chain = chainStart;
    return Array.from({ length: events }, (_, index) => {
      const at = (index % 1_000) * 64;
      const leaf = leafOf(salts.slice(at, at + 64), recordOf({ ...columns, seq: index + 1, data: { mark: 8_400, index } }));
      chain = chainOf(chain, leaf);
      return Buffer.from(leaf, "hex");
    });
  }, events);
  const range = timed("tree: every level of 200,000 leaves", () => rangeOf(leaves));
  const root = timed("root", () => range(0, events));
  const leaf = leaves[123_456] as Buffer;
  const proof = timed("inclusion proof", () => inclusionProof(range, { index: 123_456, size: events }));
  const included = timed("check of it", () => isIncluded({ leaf, index: 123_456, size: events, proof, root }));
  const from = 77_777;
  const steps = timed("consistency proof", () => consistencyProof(range, { from, to: events }));
  const consistent = timed("check of it", () => isConsistent({ from, to: events, fromRoot: range(0, from), toRoot: root, proof: steps }));
  process.stdout.write(`${proof.length} and ${steps.length} hashes, both ${included && consistent ? "hold" : "FAIL"}\n\n`);
}

function inDatabase(): void {
  const { ctx } = makeWorld();
  const fact = { action: "bench.act", subject: { kind: "thing", id: "x" }, editionId: "edn_bench", data: { mark: 8_400 } };
  const lots = events / 1_000;
  timed("database: append 200,000 entries", () => {
    for (let lot = 0; lot < lots; lot += 1) inTransaction(ctx, () => Array.from({ length: 1_000 }, () => recordAudit(ctx, fact)));
  }, events);
  const sign = () => inTransaction(ctx, () => signCheckpoint(ctx, { reason: "asked" }));
  const early = timed("database: first checkpoint, 781 blocks hashed", sign);
  inTransaction(ctx, () => Array.from({ length: 100 }, () => recordAudit(ctx, fact)));
  timed("database: next checkpoint", sign);
  timed("database: inclusion proof of one entry", () => proveEntries(ctx, { seqs: [123_456] }));
  timed("database: consistency proof", () => proveConsistency(ctx, { from: early, to: lastCheckpoint(ctx) ?? early }));
  timed("database: whole examination", () => examineLog(ctx, { publicKeyPem: ctx.keys.audit.publicKeyPem }), events);
}
