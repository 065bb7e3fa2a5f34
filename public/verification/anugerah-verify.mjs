#!/usr/bin/env node
// Checks what a competition on Anugerah has published, without Anugerah: one file, no dependency, Node 18 or later, no network.
// Memeriksa apa yang diterbitkan sebuah kompetisi di Anugerah tanpa Anugerah: satu berkas, tanpa pustaka, tanpa jaringan.
//
//   node anugerah-verify.mjs log FILE.jsonl [--checkpoint FILE]... [--key KEY]   an exported log
//   node anugerah-verify.mjs proof FILE.json [--checkpoint FILE] [--key KEY]     entries with their inclusion proofs
//   node anugerah-verify.mjs consistency FILE.json [--checkpoint FILE] [--key KEY]   that one checkpoint continues another
//   node anugerah-verify.mjs checkpoint FILE --key KEY [--witness KEY]...        a signature, and those of witnesses
//   node anugerah-verify.mjs cosign FILE.json --checkpoint FILE --key KEY --with KEY.pem --name NAME   a witness's own line
//   node anugerah-verify.mjs witness --with KEY.pem --name NAME                  the key of a witness, to be registered
//   node anugerah-verify.mjs seed NONCE SEED HASH                                the seed of a draw against its commitment
//   node anugerah-verify.mjs bundle FOLDER [--key KEY]                           a result bundle, unpacked
//
// KEY is what the site prints on its page of checkpoints: name+keyid+base64. Take it from there, or from a letter, and not from the
// file that is being checked: without --key a signature shows only that the file agrees with itself.
//
// How it works. Every act of the competition leaves an entry. Its record is canonical JSON (RFC 8785), and its leaf is
// SHA-256(0x00, 32 bytes of salt, record): nobody can guess a mark from a leaf. Leaves are the leaves of a Merkle tree as in
// RFC 6962, so one root stands for the whole log, and short lists of hashes prove that an entry is in it (inclusion) and that
// nothing before was changed (consistency). A checkpoint is a signed note (c2sp.org/tlog-checkpoint): origin, number of
// entries, root; signed with Ed25519.
//
// Witnesses. Somebody else's signature below ours shows that we have not shown another log to others. A witness keeps the checkpoint it
// signed last, asks for the proof that the new one continues it (consistency.json?from=NUMBER), and lets `cosign` check key, both
// checkpoints and proof before it signs. The line it prints (cosignature/v1 of c2sp.org/tlog-cosignature) goes below the new
// checkpoint, and that is handed in on its page. Lines of witnesses that are not named with --witness are passed over.
// A key is made with: openssl genpkey -algorithm ed25519 -out KEY.pem
//
// Exit code: 0 everything fits, 1 something does not, 2 the call was not understood.

import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

class Fault extends Error {}
class Usage extends Error {}
const refuse = (text) => {
  throw new Fault(text);
};

// ---- hashes ---------------------------------------------------------------------------------------------------------------------

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
export const leafOf = (salt, record) => sha256(Buffer.of(0), Buffer.from(salt, "hex"), record);
export const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);
const half = (n) => Math.floor(n / 2);
const isPowerOfTwo = (n) => Number.isInteger(Math.log2(n));

/** A tree that grows at its right end: roots of its complete subtrees, the largest first. */
export const push = (tree, leaf) => {
  let node = { hash: leaf, size: 1 };
  while (tree.length > 0 && tree[tree.length - 1].size === node.size) {
    const left = tree.pop();
    node = { hash: nodeOf(left.hash, node.hash), size: left.size * 2 };
  }
  tree.push(node);
};
export const rootOf = (tree) =>
  tree.length === 0 ? sha256() : tree.slice(0, -1).reduceRight((right, { hash }) => nodeOf(hash, right), tree[tree.length - 1].hash);

/** RFC 9162 section 2.1.3.2. */
export const isIncluded = ({ leaf, index, size, proof, root }) => {
  if (!(index >= 0 && index < size)) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeOf(step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeOf(hash, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
};

/** RFC 9162 section 2.1.4.2. */
export const isConsistent = ({ from, to, fromRoot, toRoot, proof }) => {
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot);
  if (!(from > 0 && from < to)) return false;
  const steps = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  const first = steps.shift();
  if (!first) return false;
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let old = first;
  let fresh = first;
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [old, fresh] = [nodeOf(step, old), nodeOf(step, fresh)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else fresh = nodeOf(fresh, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && old.equals(fromRoot) && fresh.equals(toRoot);
};

// ---- checkpoints ----------------------------------------------------------------------------------------------------------------

/** What a signed checkpoint says. Refuses what is none. */
export const readCheckpoint = (note) => {
  const end = note.indexOf("\n\n");
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split("\n");
  const hash = Buffer.from(root ?? "", "base64");
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .map((line) => /^\u2014 (\S+) (\S+)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name, encoded]) => ({ name, bytes: Buffer.from(encoded, "base64") }))
    .filter(({ bytes }) => bytes.length === 68 || bytes.length === 76);
  if (end < 0 || !origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? "") || hash.length !== 32 || signatures.length === 0) refuse("this is not a signed checkpoint");
  return { text, origin, size: Number(size), root: hash, signatures };
};

/** Algorithms of a key: a plain Ed25519 signature of a note, and one that states its time. */
const [plain, timed] = [1, 4];

/** A verifier key, `name+keyid+base64`: the key and its id, which must be its own. */
export const readKey = (text) => {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64");
  if (!name || bytes.length !== 33 || ![plain, timed].includes(bytes[0])) throw new Usage("the key is not of the form name+keyid+base64 of an Ed25519 key");
  if (keyIdOf(name, bytes).toString("hex") !== id) throw new Usage("the id in the key is not that of the key");
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, bytes, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
};

/** What a timestamped cosignature is made over (c2sp.org/tlog-cosignature); the time in seconds. */
const cosignedText = (seconds, text) => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The line of a witness below a checkpoint, by the key it is known by; refused when it is not its own, or when there is none. */
const cosigner = (checkpoint, given) => {
  const { name, bytes, key } = readKey(given);
  const raw = bytes.subarray(1);
  for (const line of checkpoint.signatures) {
    const kind = [plain, timed].find((one) => line.name === name && line.bytes.subarray(0, 4).equals(keyIdOf(name, Buffer.concat([Buffer.of(one), raw]))));
    if (!kind) continue;
    const signature = line.bytes.subarray(4);
    const seconds = kind === timed && signature.length === 72 ? Number(signature.readBigUInt64BE(0)) : 0;
    const text = kind === timed ? cosignedText(seconds, checkpoint.text) : Buffer.from(checkpoint.text);
    const own = kind === timed ? signature.subarray(8) : signature;
    if (own.length !== 64 || !verify(null, text, key, own)) refuse(`the line of ${name} below the checkpoint is not signed with its key`);
    return `cosigned by ${name}${kind === timed ? ` at ${new Date(seconds * 1_000).toISOString()}` : ""}`;
  }
  return refuse(`there is no line of ${name} below the checkpoint`);
};

const keyIdOf = (name, bytes) => sha256(`${name}\n`, bytes).subarray(0, 4);

/** By this key, under whichever name: a site that has moved to another address signs on with the same key. */
const isSigned = (checkpoint, { bytes, key }) =>
  checkpoint.signatures.some(
    (signature) =>
      signature.bytes.subarray(0, 4).equals(keyIdOf(signature.name, bytes)) &&
      verify(null, Buffer.from(checkpoint.text), key, signature.bytes.subarray(4)),
  );

/** The checkpoint, its signature checked with the key that was given, or else with that of the file. */
const checked = (note, { own, given }, said) => {
  const checkpoint = readCheckpoint(note);
  const text = given ?? own;
  if (!text) refuse("there is no key to check the signature with; give one with --key");
  if (!isSigned(checkpoint, readKey(text))) refuse(`the checkpoint of ${checkpoint.size} entries is not signed with this key`);
  if (given && own && !readKey(given).bytes.equals(readKey(own).bytes)) refuse("the file names another key than the one given");
  said.push(`checkpoint of ${checkpoint.size} entries, ${checkpoint.origin}: signature fits${given ? "" : " the key in the file (give --key to be sure whose it is)"}`);
  return checkpoint;
};

// ---- what can be checked --------------------------------------------------------------------------------------------------------

const hashes = (list) => list.map((text) => Buffer.from(text, "hex"));

/** A leaf against its record, where the record is shown. */
const checkLeaf = ({ seq, leaf, salt, record }) => {
  if (record === null || record === undefined) return false;
  if (!leafOf(salt ?? "", record).equals(Buffer.from(leaf, "hex"))) refuse(`entry ${seq}: its record is not that of its leaf`);
  if (JSON.parse(record).seq !== seq) refuse(`entry ${seq}: its record belongs to another entry`);
  return true;
};

/**
 * An exported log, one JSON object a line: first { format: "anugerah-log/1", key }, then entries { seq, leaf, chain?, salt?, record? } in order,
 * and checkpoints { checkpoint: note }.
 */
export const verifyLog = (text, { key, checkpoints = [] } = {}) => {
  const lines = text.split("\n").filter((line) => line !== "").map((line, index) => parse(line, `line ${index + 1}`));
  const head = lines.shift();
  if (head?.format !== "anugerah-log/1") refuse("this is not an exported log");
  const said = [];
  const notes = [...lines.flatMap((line) => (line.checkpoint ? [line.checkpoint] : [])), ...checkpoints];
  const heads = notes.map((note) => checked(note, { own: head.key, given: key }, said)).sort((a, b) => a.size - b.size);
  const tree = [];
  let size = 0;
  let shown = 0;
  let chain = Buffer.alloc(32);
  const compare = () => {
    while (heads.length > 0 && heads[0].size <= size) {
      const { size: at, root } = heads.shift();
      if (at === size && !rootOf(tree).equals(root)) refuse(`entries 1 to ${at}: their root is not that of the checkpoint`);
    }
  };
  for (const entry of lines) {
    if (entry.checkpoint) continue;
    if (entry.seq !== size + 1) refuse(`entry ${size + 1} is missing`);
    if (checkLeaf(entry)) shown += 1;
    const leaf = Buffer.from(entry.leaf, "hex");
    chain = sha256(chain, leaf);
    if (entry.chain && entry.chain !== chain.toString("hex")) refuse(`entry ${entry.seq}: the chain is broken`);
    push(tree, leaf);
    size += 1;
    compare();
  }
  if (heads.length > 0) refuse(`the log ends at entry ${size}, the checkpoint covers ${heads[0].size}`);
  return [...said, `${size} entries, ${shown} of them with their records: all fit`, `root ${rootOf(tree).toString("hex")}`];
};

/** Entries with inclusion proofs: { format: "anugerah-proof/1", key, checkpoint, entries: [{ seq, leaf, salt, record, proof }] }. */
export const verifyProofs = (proofs, { key, checkpoints = [] } = {}) => {
  if (proofs?.format !== "anugerah-proof/1") refuse("this is not a file of proofs");
  const said = [];
  const { size, root, text } = checked(proofs.checkpoint, { own: proofs.key, given: key }, said);
  for (const note of checkpoints) {
    const other = readCheckpoint(note);
    if (other.text !== text) refuse("the proofs are made for another checkpoint than the one given");
  }
  let shown = 0;
  for (const entry of proofs.entries) {
    if (checkLeaf(entry)) shown += 1;
    const given = { leaf: Buffer.from(entry.leaf, "hex"), index: entry.seq - 1, size, proof: hashes(entry.proof), root };
    if (!isIncluded(given)) refuse(`entry ${entry.seq}: it is not in the log of the checkpoint`);
  }
  return [...said, `${proofs.entries.length} entries are in the log, ${shown} of them with their records`];
};

/** Two checkpoints and the proof between them: { format: "anugerah-consistency/1", key, from: note, to: note, proof }. */
export const verifyConsistency = (file, { key, checkpoints = [] } = {}) => {
  if (file?.format !== "anugerah-consistency/1") refuse("this is not a proof of consistency");
  const said = [];
  const from = checked(file.from, { own: file.key, given: key }, said);
  const to = checked(file.to, { own: file.key, given: key }, said);
  for (const note of checkpoints) if (readCheckpoint(note).text !== from.text) refuse("the proof does not begin at the checkpoint given");
  const fits = isConsistent({ from: from.size, to: to.size, fromRoot: from.root, toRoot: to.root, proof: hashes(file.proof) });
  if (!fits) refuse(`the log of ${to.size} entries does not continue that of ${from.size}`);
  return [...said, `the log of ${to.size} entries continues that of ${from.size}: nothing before was changed`];
};

/** The secret key of a witness, and the key others know it by. */
const witnessOf = ({ secret, name }) => {
  if (!secret || !/^[^\s+]+$/.test(name ?? "")) throw new Usage("a witness has a key (--with) and a name without spaces (--name)");
  const privateKey = createPrivateKey(secret);
  const bytes = Buffer.concat([Buffer.of(timed), createPublicKey(privateKey).export({ type: "spki", format: "der" }).subarray(-32)]);
  const id = keyIdOf(name, bytes);
  return { privateKey, id, known: `${name}+${id.toString("hex")}+${bytes.toString("base64")}` };
};

/** What a witness adds to a checkpoint once it has seen that it continues the one it signed last; `at` in seconds. */
export const cosign = (file, { key, checkpoints = [], secret, name, at = Math.floor(Date.now() / 1_000) } = {}) => {
  if (!key || checkpoints.length !== 1) throw new Usage("a witness checks with the key of the log (--key) and with the checkpoint it signed last (--checkpoint)");
  const { privateKey, id } = witnessOf({ secret, name });
  verifyConsistency(file, { key, checkpoints });
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(at));
  const signature = sign(null, cosignedText(at, readCheckpoint(file.to).text), privateKey);
  return [`${file.to.trimEnd()}\n\u2014 ${name} ${Buffer.concat([id, time, signature]).toString("base64")}`];
};

/** The seed of a draw: its commitment is SHA-256 of "nonce:seed". */
export const verifySeed = (nonce, seed, hash) => {
  if (sha256(`${nonce}:${seed}`).toString("hex") !== hash) refuse("the seed is not the one that was committed to");
  return ["the seed is the one that was committed to"];
};

/** A folder with manifest.json { format: "anugerah-bundle/1", files: { name: sha256 } }, and proofs.json where it has one. */
export const verifyBundle = (folder, { key } = {}) => {
  const manifest = parse(read(join(folder, "manifest.json")), "manifest.json");
  if (manifest?.format !== "anugerah-bundle/1" || typeof manifest.files !== "object") refuse("this folder is not a bundle");
  const listed = Object.entries(manifest.files);
  for (const [name, hash] of listed) {
    const file = join(folder, name);
    if (relative(folder, file).startsWith("..")) refuse(`${name}: it lies outside the bundle`);
    if (!existsSync(file)) refuse(`${name}: it is missing`);
    if (sha256(readFileSync(file)).toString("hex") !== hash) refuse(`${name}: it was changed`);
  }
  const extra = filesBelow(folder).filter((name) => name !== "manifest.json" && !(name in manifest.files));
  if (extra.length > 0) refuse(`${extra[0]}: the manifest does not know it`);
  const said = [`${listed.length} files are as the manifest says`];
  if (!("proofs.json" in manifest.files)) return [...said, "the bundle holds no proofs of the log"];
  return [...said, ...verifyProofs(parse(read(join(folder, "proofs.json")), "proofs.json"), { key })];
};

const filesBelow = (folder, from = folder) =>
  readdirSync(from).flatMap((name) => {
    const path = join(from, name);
    return statSync(path).isDirectory() ? filesBelow(folder, path) : [relative(folder, path).split(sep).join("/")];
  });

const parse = (text, name) => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`${name} is not JSON`);
  }
};

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return refuse(`${file} cannot be read`);
  }
};

// ---- the command ----------------------------------------------------------------------------------------------------------------

const taking = {
  "--key": (options, text) => (options.key = text),
  "--checkpoint": (options, file) => options.checkpoints.push(read(file)),
  "--witness": (options, text) => options.witnesses.push(text),
  "--with": (options, file) => (options.secret = read(file)),
  "--name": (options, text) => (options.name = text),
};

const optionsOf = (args) => {
  const operands = [];
  const options = { checkpoints: [], witnesses: [] };
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (!word.startsWith("--")) operands.push(word);
    else if (!(word in taking) || args[at + 1] === undefined) throw new Usage(`unknown option ${word}`);
    else taking[word](options, args[(at += 1)]);
  }
  return { operands, options };
};

const json = (file) => parse(read(file), file);
const commands = {
  log: [1, ([file], options) => verifyLog(read(file), options)],
  proof: [1, ([file], options) => verifyProofs(json(file), options)],
  consistency: [1, ([file], options) => verifyConsistency(json(file), options)],
  checkpoint: [1, ([file], { key, witnesses }) => {
    const said = [];
    const checkpoint = checked(read(file), { given: key }, said);
    return [...said, ...witnesses.map((witness) => cosigner(checkpoint, witness))];
  }],
  cosign: [1, ([file], options) => cosign(json(file), options)],
  witness: [0, (_none, options) => [witnessOf(options).known]],
  seed: [3, ([nonce, seed, hash]) => verifySeed(nonce, seed, hash)],
  bundle: [1, ([folder], options) => verifyBundle(folder, options)],
};

const usage = () => read(new URL(import.meta.url)).split("\n").slice(4, 12).map((line) => line.slice(5)).join("\n");

const main = (args) => {
  try {
    const [name, ...rest] = args;
    const [count, check] = Object.hasOwn(commands, name ?? "") ? commands[name] : refuseCall("no such check");
    const { operands, options } = optionsOf(rest);
    if (operands.length !== count) refuseCall(`${name} takes ${count}`);
    // What is made to be kept stands alone; what was checked ends in a word of its own.
    const end = ["cosign", "witness"].includes(name) ? "" : "OK\n";
    process.stdout.write(`${check(operands, options).join("\n")}\n${end}`);
    return 0;
  } catch (error) {
    if (error instanceof Usage) process.stderr.write(`${error.message}\n\n${usage()}\n`);
    else process.stderr.write(`DOES NOT FIT: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Usage ? 2 : 1;
  }
};

const refuseCall = (text) => {
  throw new Usage(text);
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
