import { createHash } from "node:crypto";
import type { Consistency, Inclusion, RangeHash } from "#app/features/audit/tree/types.ts";

/** Leaves whose common node is stored, so that a proof reads a few hundred hashes and not all of them. A power of two. */
export const blockSize = 256;

/** Root of the empty tree: SHA-256 of nothing (RFC 6962 section 2.1). */
export const emptyRoot = createHash("sha256").digest();

/** Inner node, SHA256(0x01 || left || right); the other first byte keeps a node from passing for a leaf. */
export const nodeOf = (left: Buffer, right: Buffer): Buffer =>
  createHash("sha256").update(Buffer.of(1)).update(left).update(right).digest();

/** Largest power of two below n, for n > 1: where RFC 6962 parts a tree of n leaves. */
export const splitOf = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** The hash of any range of the given leaves that a tree asks for; every complete level is hashed once and kept. */
export function rangeOf(leaves: readonly Buffer[]): RangeHash {
  const levels: (readonly Buffer[])[] = [leaves];
  for (let below = leaves; below.length > 1; below = levels.at(-1) as readonly Buffer[]) {
    const above: Buffer[] = [];
    for (let at = 0; at + 1 < below.length; at += 2) above.push(nodeOf(below[at] as Buffer, below[at + 1] as Buffer));
    levels.push(above);
  }
  return parted((start, size) => levels[Math.log2(size)]?.[start / size] as Buffer);
}

/** As rangeOf, from the stored nodes of complete blocks; `leavesOf` reads the leaves [from, to), asked within one block only. */
export function rangeOfBlocks(blocks: readonly Buffer[], leavesOf: (from: number, to: number) => readonly Buffer[]): RangeHash {
  const ofBlocks = rangeOf(blocks);
  return parted((start, size) =>
    size < blockSize ? rangeOf(leavesOf(start, start + size))(0, size) : ofBlocks(start / blockSize, (start + size) / blockSize),
  );
}

/** Puts a range together from complete subtrees: `complete` answers for an aligned start and a size that is a power of two. */
function parted(complete: (start: number, size: number) => Buffer): RangeHash {
  const range = (start: number, end: number): Buffer => {
    const size = end - start;
    if (size === 0) return emptyRoot;
    if (Number.isInteger(Math.log2(size)) && start % size === 0) return complete(start, size);
    const middle = start + splitOf(size);
    return nodeOf(range(start, middle), range(middle, end));
  };
  return range;
}

/** Audit path of leaf `index` (from 0) in the tree of the first `size` leaves, nearest sibling first (RFC 6962 section 2.1.1). */
export function inclusionProof(range: RangeHash, { index, size }: { index: number; size: number }): Buffer[] {
  if (index < 0 || index >= size) throw new RangeError("no such leaf in the tree");
  const path = (start: number, end: number): Buffer[] => {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle ? [...path(start, middle), range(middle, end)] : [...path(middle, end), range(start, middle)];
  };
  return path(0, size);
}

/** Proof that the tree of `from` leaves is the beginning of that of `to` leaves, 0 < from <= to (RFC 6962 section 2.1.2). */
export function consistencyProof(range: RangeHash, { from, to }: { from: number; to: number }): Buffer[] {
  if (from <= 0 || from > to) throw new RangeError("no such trees");
  const path = (start: number, end: number, isOld: boolean): Buffer[] => {
    if (from === end) return isOld ? [] : [range(start, end)];
    const middle = start + splitOf(end - start);
    return from <= middle
      ? [...path(start, middle, isOld), range(middle, end)]
      : [...path(middle, end, false), range(start, middle)];
  };
  return path(0, to, true);
}

/** Whether the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeOf(step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeOf(hash, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

const half = (n: number): number => Math.floor(n / 2);

/** Whether the proof leads from both roots to one beginning (RFC 9162 section 2.1.4.2). */
export function isConsistent({ from, to, fromRoot, toRoot, proof }: Consistency): boolean {
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot);
  if (from <= 0 || from > to) return false;
  const steps = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : [...proof];
  const first = steps.shift();
  if (!first) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [old, fresh] = [first, first];
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [old, fresh] = [nodeOf(step, old), nodeOf(step, fresh)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else fresh = nodeOf(fresh, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && old.equals(fromRoot) && fresh.equals(toRoot);
}

/** A tree that grows at its right end: the roots of its complete subtrees, the largest first. */
export type Frontier = { hash: Buffer; size: number }[];

/** Adds a complete subtree, of one leaf or of a block, at the right end; joins equals. */
export function pushNode(frontier: Frontier, hash: Buffer, size: number): void {
  let node = { hash, size };
  for (let last = frontier.at(-1); last?.size === node.size; last = frontier.at(-1)) {
    frontier.pop();
    node = { hash: nodeOf(last.hash, node.hash), size: last.size * 2 };
  }
  frontier.push(node);
}

/** Root of a tree that grows. */
export const rootOf = (frontier: Frontier): Buffer =>
  frontier.length === 0 ? emptyRoot : frontier.slice(0, -1).reduceRight((right, { hash }) => nodeOf(hash, right), (frontier.at(-1) as Frontier[number]).hash);
