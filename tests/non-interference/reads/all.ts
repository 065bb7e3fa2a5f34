import { earlierReads } from "#tests/non-interference/reads/before.ts";
import { laterReads } from "#tests/non-interference/reads/later.ts";
import { proposalReads } from "#tests/non-interference/reads/proposals.ts";
import { screeningReads } from "#tests/non-interference/reads/screening.ts";
import { figureReads } from "#tests/non-interference/reads/figures.ts";
import type { ReadTable } from "#tests/non-interference/table.ts";

/** A new read is put into the file of its room; a new file of reads is put here. */
export const reads: ReadTable = { ...earlierReads, ...proposalReads, ...screeningReads, ...figureReads, ...laterReads };
