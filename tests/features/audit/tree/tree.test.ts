import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consistencyProof, emptyRoot, inclusionProof, isConsistent, isIncluded, rangeOf, rangeOfBlocks } from "#app/features/audit/tree/rules.ts";
import { leafOf } from "#app/features/audit/rules.ts";

type Vectors = { leaves_hex: string[]; roots_hex: string[]; empty_root: string; consistency: Record<string, string[]>; inclusion: Record<string, string[]> };
const vectors = JSON.parse(readFileSync(new URL("../../../vectors/merkle_rfc6962.json", import.meta.url), "utf8")) as Vectors;

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString("hex"));
const leafHash = (data: Buffer): Buffer => createHash("sha256").update(Buffer.of(0)).update(data).digest();
const leaves = (n: number): Buffer[] => Array.from({ length: n }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
const pair = (key: string): [number, number] => key.split(",").map(Number) as [number, number];

describe("the reference vectors of RFC 6962", () => {
  const known = vectors.leaves_hex.map((data) => leafHash(Buffer.from(data, "hex")));
  const range = rangeOf(known);

  it("gives every root, and that of the empty tree", () => {
    expect(known.map((_, index) => range(0, index + 1).toString("hex"))).toEqual(vectors.roots_hex);
    expect(emptyRoot.toString("hex")).toBe(vectors.empty_root);
    expect(range(0, 0)).toEqual(emptyRoot);
  });

  it.each(Object.entries(vectors.inclusion))("gives the audit path of leaf,size %s", (key, proof) => {
    const [index, size] = pair(key);
    expect(hex(inclusionProof(range, { index, size }))).toEqual(proof);
  });

  it.each(Object.entries(vectors.consistency))("gives the consistency proof of sizes %s", (key, proof) => {
    const [from, to] = pair(key);
    expect(hex(consistencyProof(range, { from, to }))).toEqual(proof);
  });

  it("is the tree of unsalted leaves", () => {
    expect(leafOf("", "abc")).toBe(leafHash(Buffer.from("abc")).toString("hex"));
  });
});

describe("every proof of up to 64 leaves", () => {
  const all = leaves(64);
  const range = rangeOf(all);
  const roots = Array.from({ length: 65 }, (_, size) => range(0, size));
  const changed = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, at) => (at === 31 ? byte ^ 1 : byte)));
  const sizes = Array.from({ length: 64 }, (_, at) => at + 1);

  it("proves each leaf of each tree, and no other leaf, place or root", () => {
    const wrong: string[] = [];
    for (const size of sizes) {
      for (let index = 0; index < size; index += 1) {
        const given = { leaf: all[index] as Buffer, index, size, proof: inclusionProof(range, { index, size }), root: roots[size] as Buffer };
        const forged = [
          { ...given, leaf: changed(given.leaf) },
          { ...given, root: changed(given.root) },
          { ...given, index: size },
          { ...given, proof: [...given.proof, given.leaf] },
          ...given.proof.map((_, at) => ({ ...given, proof: given.proof.map((step, i) => (i === at ? changed(step) : step)) })),
          ...given.proof.map((_, at) => ({ ...given, proof: given.proof.filter((_step, i) => i !== at) })),
        ];
        if (!isIncluded(given) || forged.some(isIncluded)) wrong.push(`${index} of ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("proves each pair of trees, and no other root", () => {
    const wrong: string[] = [];
    for (const to of sizes) {
      for (let from = 1; from <= to; from += 1) {
        const given = { from, to, fromRoot: roots[from] as Buffer, toRoot: roots[to] as Buffer, proof: consistencyProof(range, { from, to }) };
        const forged = [
          { ...given, fromRoot: changed(given.fromRoot) },
          { ...given, toRoot: changed(given.toRoot) },
          { ...given, proof: [...given.proof, given.toRoot] },
          ...given.proof.map((_, at) => ({ ...given, proof: given.proof.map((step, i) => (i === at ? changed(step) : step)) })),
          ...given.proof.map((_, at) => ({ ...given, proof: given.proof.filter((_step, i) => i !== at) })),
        ];
        if (!isConsistent(given) || forged.some(isConsistent)) wrong.push(`${from} to ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("refuses a leaf and a tree that do not exist", () => {
    expect(() => inclusionProof(range, { index: 64, size: 64 })).toThrow("no such leaf");
    expect(() => consistencyProof(range, { from: 0, to: 5 })).toThrow("no such trees");
  });
});

describe("stored blocks", () => {
  it("give the roots and proofs that all leaves give, and read leaves of one block at a time", () => {
    const all = leaves(1_300);
    const whole = rangeOf(all);
    const blocks = [0, 1, 2, 3, 4].map((block) => whole(block * 256, block * 256 + 256));
    const read: number[] = [];
    const stored = rangeOfBlocks(blocks, (from, to) => {
      read.push(Math.floor((to - 1) / 256) - Math.floor(from / 256));
      return all.slice(from, to);
    });
    for (const size of [1, 255, 256, 257, 1_024, 1_299, 1_300]) {
      expect(stored(0, size)).toEqual(whole(0, size));
      expect(hex(inclusionProof(stored, { index: size - 1, size }))).toEqual(hex(inclusionProof(whole, { index: size - 1, size })));
      expect(hex(consistencyProof(stored, { from: size, to: 1_300 }))).toEqual(hex(consistencyProof(whole, { from: size, to: 1_300 })));
    }
    expect(new Set(read)).toEqual(new Set([0]));
  });
});
