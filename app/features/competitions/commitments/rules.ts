import { createHash } from "node:crypto";

/**
 * Names of the ways lists are computed (calibration, composition, ties, cut); a name is added whenever the same marks could give
 * another list, so that a commitment says by what its marks will be judged. An edition keeps the one it was bound to.
 * 1: a panel is part of the stratum and keeps its level.
 * 2: a panel's leniency is told apart and taken from its marks; the trimmed mean stands beside where five marks were given.
 */
export const modelVersions = ["anugerah-list/1", "anugerah-list/2"] as const;

/** By what an edition is bound that is not bound yet. */
export const modelVersion: string = modelVersions[1];

/** Whether a way of computing lists tells panels from strata and leaves out the ends of five marks: all since the second. */
export const isSinceSecond = (model: string): boolean => model !== modelVersions[0];

/**
 * What is published of the seed of the draw before anything is marked: SHA-256 of `nonce:seed`. The nonce, 32 bytes in hex, keeps
 * the seed from being found by trying all of them.
 */
export const seedHashOf = (nonce: string, seed: number): string => createHash("sha256").update(`${nonce}:${seed}`).digest("hex");
