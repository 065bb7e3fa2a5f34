import { createHash } from "node:crypto";

/**
 * Name of the way lists are computed (calibration, composition, ties, cut); raised whenever the same marks could give another
 * list, so that a commitment says by what its marks will be judged.
 */
export const modelVersion = "anugerah-list/1";

/**
 * What is published of the seed of the draw before anything is marked: SHA-256 of `nonce:seed`. The nonce, 32 bytes in hex, keeps
 * the seed from being found by trying all of them.
 */
export const seedHashOf = (nonce: string, seed: number): string => createHash("sha256").update(`${nonce}:${seed}`).digest("hex");
