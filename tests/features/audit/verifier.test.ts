import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { listCheckpoints, proveConsistency, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import { exportLog, findAuditEntry } from "#app/features/audit/log/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { proveEntries } from "#app/features/audit/proofs/queries.server.ts";
import { withoutRecords } from "#app/features/audit/proofs/rules.ts";
import { handInCosignatures, registerWitness } from "#app/features/audit/witnesses/operations.server.ts";
import { cosignedNote } from "#app/features/audit/witnesses/queries.server.ts";
import { seedHashOf } from "#app/features/competitions/commitments/rules.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";
import { makeWitness } from "#tests/features/audit/witnesses/witness.ts";
import { freshFolder } from "#tests/support/folders.ts";
import { makeWorld } from "#tests/support/world.ts";

const verifier = fileURLToPath(new URL("../../../public/verification/anugerah-verify.mjs", import.meta.url));
const folder = freshFolder();

/** Runs the file as an outsider would: alone, in a folder without the product. */
function verify(...args: string[]): [number | null, string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...args], { cwd: folder, encoding: "utf8" });
  return [status, stdout + stderr];
}

function keep(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const world = makeWorld();
const { ctx } = world;
const acts = (times: number): Checkpoint =>
  inTransaction(ctx, () => {
    for (let at = 0; at < times; at += 1) {
      recordAudit(ctx, { action: "scoring.lock", subject: { kind: "list", id: at % 2 ? "lst_a" : "lst_b" }, editionId: at % 3 ? "edn_1" : "edn_2", data: { mark: 8_400 } });
    }
    return signCheckpoint(ctx, { reason: "asked" });
  });
acts(5);
const early = acts(295);
const late = acts(300);
const key = verifierKey(ctx);
const auditor = world.as(world.person("Auditor", "edition:edn_1:auditor"));
const organiser = world.as(world.person("Sekretariat", "edition:edn_1:organiser"));
const log = [...exportLog(auditor, "edn_1")].join("");
const json = (value: unknown): string => JSON.stringify(value);

describe("an exported log", () => {
  it("fits its checkpoints and the key that was kept", () => {
    const [status, said] = verify("log", keep("log.jsonl", log), "--key", key, "--checkpoint", keep("early.txt", early.note));
    expect([status, said.split("\n").slice(-4)]).toEqual([0, ["600 entries, 399 of them with their records: all fit", `root ${late.root}`, "OK", ""]]);
  });

  it("shows the records of the edition to its auditor, and to nobody else any", () => {
    const lines = (text: string) => text.trimEnd().split("\n").map((line) => JSON.parse(line) as { seq?: number; record?: string });
    const shown = lines(log).filter(({ record }) => record !== undefined);
    expect(new Set(shown.map(({ record }) => (JSON.parse(record ?? "") as { edition: string }).edition))).toEqual(new Set(["edn_1"]));
    const plain = [...exportLog(organiser, "edn_1")].join("");
    expect(lines(plain).filter(({ record }) => record !== undefined)).toEqual([]);
    expect(verify("log", keep("plain.jsonl", plain), "--key", key)[0]).toBe(0);
  });

  const lines = log.split("\n");
  it.each([
    ["a mark", log.replace("8400", "9900"), "its record is not that of its leaf"],
    ["a leaf", log.replace(/"seq":300,"leaf":"../, (text) => `${text.slice(0, -2)}${text.endsWith("00") ? "11" : "00"}`), "entry 300"],
    ["an entry left out", lines.toSpliced(7, 1).join("\n"), "entry 7 is missing"],
    ["the end cut off", lines.toSpliced(500, 101).join("\n"), "the log ends at entry 499"],
    ["the size of a checkpoint", log.replace("\\n300\\n", "\\n301\\n"), "not signed with this key"],
    ["something else", "{}", "not an exported log"],
  ])("does not fit with %s changed", (_what, text, reason) => {
    const [status, said] = verify("log", keep("changed.jsonl", text));
    expect([status, said]).toEqual([1, expect.stringContaining(reason)]);
  });

  it("does not fit a checkpoint of another log", () => {
    const other = makeWorld();
    const foreign = inTransaction(other.ctx, () => {
      recordAudit(other.ctx, { action: "test.act", subject: { kind: "thing", id: "x" } });
      return signCheckpoint(other.ctx, { reason: "asked" });
    });
    expect(verify("log", join(folder, "log.jsonl"), "--checkpoint", keep("foreign.txt", foreign.note))).toEqual([1, expect.stringContaining("entries 1 to 1")]);
  });
});

describe("proofs", () => {
  const subjects = [{ kind: "list", id: "lst_a" }];

  it("show every entry of a list in the log of a checkpoint, with their records or without", () => {
    const proofs = proveEntries(ctx, { subjects, checkpoint: early });
    expect(proofs?.entries).toHaveLength(149);
    expect(verify("proof", keep("proof.json", json(proofs)), "--key", key, "--checkpoint", join(folder, "early.txt"))[0]).toBe(0);
    const [status, said] = verify("proof", keep("bare.json", json(proofs && withoutRecords(proofs))), "--key", key);
    expect([status, said]).toEqual([0, expect.stringContaining("149 entries are in the log, 0 of them")]);
  });

  it("are those of one entry, on its page, as its reader may see it", () => {
    const shown = findAuditEntry(auditor, { editionId: "edn_1", seq: 2 });
    const bare = findAuditEntry(organiser, { editionId: "edn_1", seq: 2 });
    expect(verify("proof", keep("one.json", json(shown?.proofs)))[0]).toBe(0);
    expect([shown?.content?.data, bare?.content, bare?.proofs?.entries[0]?.record]).toEqual([{ mark: 8_400 }, null, null]);
    expect(findAuditEntry(auditor, { editionId: "edn_1", seq: 1 })).toBe(undefined);
  });

  it("prove nothing that was not asked for", () => {
    expect(proveEntries(ctx, {})?.entries).toEqual([]);
  });

  it.each([
    ["the place", (text: string) => text.replace('"seq":2,', '"seq":4,'), "entry 4"],
    ["a step", (text: string) => text.replace(/"proof":\["../, '"proof":["00'), "not in the log"],
    ["the checkpoint", (text: string) => text.replace("\\n300\\n", "\\n600\\n"), "not signed"],
  ])("do not fit with %s changed", (_what, change, reason) => {
    const text = json(proveEntries(ctx, { seqs: [2], checkpoint: early }));
    expect(verify("proof", keep("changed.json", change(text)))).toEqual([1, expect.stringContaining(reason)]);
  });
});

describe("the rest", () => {
  it("proves that one checkpoint continues another, and refuses one that does not", () => {
    const file = { format: "anugerah-consistency/1", key, from: early.note, to: late.note, proof: proveConsistency(ctx, { from: early, to: late }) };
    expect(verify("consistency", keep("c.json", json(file)), "--key", key)).toEqual([0, expect.stringContaining("600 entries continues that of 300")]);
    expect(verify("consistency", keep("d.json", json({ ...file, proof: file.proof.slice(1) })))[0]).toBe(1);
  });

  it("checks a signature with the key it is given, and no other", () => {
    const file = keep("note.txt", late.note);
    expect(verify("checkpoint", file, "--key", key)[0]).toBe(0);
    expect(verify("checkpoint", file)).toEqual([1, expect.stringContaining("give one with --key")]);
    const foreign = verifierKey({ ...ctx, keys: { ...ctx.keys, audit: ctx.keys.award } });
    expect(verify("checkpoint", file, "--key", foreign)[0]).toBe(1);
    expect(verify("checkpoint", file, "--key", "nonsense")[0]).toBe(2);
    expect(verify()[0]).toBe(2);
  });

  it("goes on to believe the key of a site that has moved to another address", () => {
    const moved = verifierKey({ ...ctx, baseUrl: "https://inovasi.example.go.id" });
    expect(moved).not.toBe(key);
    expect(verify("checkpoint", keep("old.txt", late.note), "--key", moved)[0]).toBe(0);
    const file = { format: "anugerah-consistency/1", key, from: early.note, to: late.note, proof: proveConsistency(ctx, { from: early, to: late }) };
    expect(verify("consistency", keep("moved.json", json(file)), "--key", moved)[0]).toBe(0);
  });

  it("opens the seed of a draw", () => {
    expect(verify("seed", "ab".repeat(32), "7", seedHashOf("ab".repeat(32), 7))[0]).toBe(0);
    expect(verify("seed", "ab".repeat(32), "8", seedHashOf("ab".repeat(32), 7))[0]).toBe(1);
  });

  it("checks every file of a bundle, and the proofs in it", () => {
    const bundle = join(folder, "bundle");
    mkdirSync(bundle);
    const files = { "list.csv": "rank\n1\n", "proofs.json": json(proveEntries(ctx, { seqs: [1, 2] })) };
    for (const [name, text] of Object.entries(files)) keep(`bundle/${name}`, text);
    const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256Hex(text)]));
    keep("bundle/manifest.json", json({ format: "anugerah-bundle/1", files: hashes }));
    expect(verify("bundle", bundle, "--key", key)).toEqual([0, expect.stringContaining("2 entries are in the log")]);
    keep("bundle/more.txt", "x");
    expect(verify("bundle", bundle)).toEqual([1, expect.stringContaining("more.txt: the manifest does not know it")]);
    keep("bundle/list.csv", "rank\n2\n");
    expect(verify("bundle", bundle)).toEqual([1, expect.stringContaining("list.csv: it was changed")]);
  });

  it("lists checkpoints newest first, a page at a time", () => {
    expect(listCheckpoints(ctx, { limit: 2 }).map(({ number }) => number)).toEqual([3, 2]);
    expect(listCheckpoints(ctx, { before: 2, limit: 2 }).map(({ number }) => number)).toEqual([1]);
  });
});

describe("a witness", () => {
  const witness = makeWitness();
  const secret = keep("saksi.pem", witness.pem);
  const seconds = Math.floor(ctx.now / 1_000);
  const last = keep("last.txt", early.note);
  const proof = (from: Checkpoint, to: Checkpoint): string => keep(`c-${from.number}-${to.number}.json`, json({ format: "anugerah-consistency/1", key, from: from.note, to: to.note, proof: proveConsistency(ctx, { from, to }) }));
  const asWitness = ["--with", secret, "--name", witness.name];

  it("prints the key it is known by", () => {
    expect(verify("witness", ...asWitness)).toEqual([0, `${witness.key}\n`]);
  });

  it("signs a checkpoint that continues the one it signed last, in a way others take", () => {
    const [status, cosigned] = verify("cosign", proof(early, late), "--checkpoint", last, "--key", key, ...asWitness);
    expect([status, cosigned.startsWith(late.note)]).toEqual([0, true]);
    const file = keep("cosigned.txt", cosigned);
    expect(verify("checkpoint", file, "--key", key, "--witness", witness.key)[1]).toMatch(new RegExp(`cosigned by ${witness.name} at 20\\d\\d-.*\\nOK`));
    registerWitness(world.as(world.person("Auditor sistem", "system::auditor")), { title: "Inspektorat", key: witness.key });
    expect(handInCosignatures(world.as(null), { number: late.number, note: witness.cosign(late.note, seconds) })).toBe(1);
    expect(verify("checkpoint", keep("kept.txt", cosignedNote(ctx, late)), "--key", key, "--witness", witness.key)[0]).toBe(0);
  });

  it("signs nothing that does not continue what it holds, that another key has signed, or without saying what it signed last", () => {
    const broken = keep("broken.json", json({ ...(JSON.parse(readFileSync(proof(early, late), "utf8")) as object), proof: [] }));
    const cosign = (file: string, ...rest: string[]) => verify("cosign", file, ...rest, ...asWitness)[0];
    expect([cosign(broken, "--checkpoint", last, "--key", key), cosign(proof(early, late), "--checkpoint", keep("late.txt", late.note), "--key", key), cosign(proof(early, late), "--key", key)]).toEqual([1, 1, 2]);
    const [name, , bytes] = key.split("+");
    expect(cosign(proof(early, late), "--checkpoint", last, "--key", `${name}+00000000+${bytes}`)).toBe(2);
  });

  it("is passed over unless it is asked for, and then its line is there and its own", () => {
    const check = (note: string, ...rest: string[]) => verify("checkpoint", keep("one.txt", note), "--key", key, ...rest);
    const foreign = makeWitness(witness.name).cosign(late.note, seconds);
    const forged = `${late.note}${witness.cosign(early.note, seconds).split("\n").at(-2)}\n`;
    expect([check(foreign)[0], check(late.note, "--witness", witness.key)[0], check(foreign, "--witness", witness.key)[0], check(forged)[0], check(forged, "--witness", witness.key)]).toEqual([
      ...[0, 1, 1, 0],
      [1, `DOES NOT FIT: the line of ${witness.name} below the checkpoint is not signed with its key\n`],
    ]);
  });
});
