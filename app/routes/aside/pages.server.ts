import { planPage } from "#app/routes/aside/assignment-plan.server.ts";
import { readerCountForm, readerCountOutlook } from "#app/routes/aside/assignment-outlook.server.ts";
import { assignmentPage } from "#app/routes/aside/assignment.server.ts";
import { extraReadsProposal } from "#app/routes/aside/list-extra-reads.server.ts";
import { listFiguresPage } from "#app/routes/aside/list-figures.server.ts";
import { whatIfForm, whatIfOutcome } from "#app/routes/aside/list-what-if.server.ts";
import { scoringEntriesPage } from "#app/routes/aside/scoring-entries.server.ts";
import { scoringPage } from "#app/routes/aside/scoring.server.ts";

/**
 * What pages read that looks at every mark or every reading of an edition: a large one takes so long that others would wait. Each
 * goes from an address to plain data, writes nothing and asks for itself who reads.
 */
export const pages = { assignmentPage, planPage, scoringPage, scoringEntriesPage, listFiguresPage, whatIfForm, whatIfOutcome, extraReadsProposal, readerCountForm, readerCountOutlook };

export type Pages = typeof pages;

/** Those that also compute, for seconds at any size: a thread of their own, ended with the request. */
export const computing: readonly (keyof Pages)[] = ["whatIfOutcome", "extraReadsProposal", "readerCountOutlook"];
