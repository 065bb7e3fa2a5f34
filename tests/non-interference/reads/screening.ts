import { getAppeal, getAppealFile, getAppealForm, listAppeals } from "#app/features/screening/appeals/queries.server.ts";
import { getKnownProposal, getScene } from "#app/features/screening/cases/queries.server.ts";
import { findDraft, findNextFree } from "#app/features/screening/claims/queries.server.ts";
import { getCorrectionPage } from "#app/features/screening/corrections/queries.server.ts";
import { getScreeningFigures } from "#app/features/screening/figures/queries.server.ts";
import { getAnnouncementPage, listScreeningLetters } from "#app/features/screening/letters/queries.server.ts";
import { getScreeningNews } from "#app/features/screening/news/queries.server.ts";
import { getScreeningProgress } from "#app/features/screening/progress/queries.server.ts";
import { getScreeningPage } from "#app/features/screening/queries.server.ts";
import { listScreeningQueue } from "#app/features/screening/queue/queries.server.ts";
import { getPairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import { getSimilarityPanel, getVisiblePair, listPairPage } from "#app/features/screening/similarity/queries.server.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { idsOf } from "#tests/non-interference/ids.ts";
import { below, each, openToPages, type ReadTable } from "#tests/non-interference/table.ts";
import type { Known } from "#tests/non-interference/world.ts";

const proposals = (known: Known) => known.proposals;
const editions = (known: Known) => known.editions;
const pairs = idsOf("similarity_pairs", "similarity");
const firstPage = { limit: 3, offset: 0 };
const sorts = ["number", "title", "agency", "submittedAt"] as const;
const asksOfQueue = (known: Known) =>
  known.editions.flatMap((editionId) => known.words.flatMap((search) => sorts.map((sort) => ({ editionId, search, sort }))));

/** What comes next is asked for the person themselves; the queue has authorised. */
const nextOf = (ctx: Ctx, editionId: Known["editions"][number]) =>
  ctx.actor && listScreeningQueue(ctx, { editionId, sort: "number", dir: "asc", ...firstPage }) && findNextFree(ctx, { editionId, userId: ctx.actor.userId });

export const screeningReads: ReadTable = {
  "screening/kept-files": below("Asked by the act that takes files away, which only the system does", ["holdsFile"]),
  "screening/appeals": {
    getAppealForm: each(proposals, getAppealForm),
    listAppeals: each(editions, (ctx, editionId) => listAppeals(ctx, { editionId, ...firstPage })),
    getAppeal: each(idsOf("screening_appeals", "appeal"), getAppeal),
    getAppealFile: each(idsOf("screening_appeals", "appeal"), getAppealFile),
    ...below("Asked by operations that have authorised", ["countOpenAppeals", "getAppealRow"]),
  },
  "screening/cases": {
    getScene: each(proposals, getScene),
    getKnownProposal: each(proposals, getKnownProposal),
    ...openToPages({ findScreeningAccess: "Is itself the question of who reads a file to screen it" }),
    ...below("Asked by operations and pages that have authorised", [
      ...["requireStranger", "seesScreening", "findCase", "listVerdicts", "findVerdict", "voicesOf", "partakersOf", "findAnnounced"],
    ]),
  },
  "screening/claims": {
    findDraft: each(proposals, findDraft),
    findNextFree: each(editions, nextOf),
    ...below("Parts of the queue's statement", ["findClaim", "liveClaim", "unbarred"]),
  },
  "screening/corrections": {
    getCorrectionPage: each(proposals, getCorrectionPage),
    ...below("Asked by the worker, or of a correction its caller was given", ["listClosable", "listReturned", "viewOf"]),
  },
  "screening/figures": { getScreeningFigures: each(editions, getScreeningFigures) },
  "screening/letters": {
    getAnnouncementPage: each(editions, (ctx, editionId) => getAnnouncementPage(ctx, { editionId, ...firstPage, translators })),
    listScreeningLetters: each(editions, (ctx, editionId) => listScreeningLetters(ctx, { editionId, ...firstPage })),
    ...below("Asked by the announcement, after its policy", ["findLetterFacts", "listRecipients", "letterOf", "listUnannounced"]),
  },
  "screening/news": { getScreeningNews: each(proposals, getScreeningNews) },
  "screening/privacy": below("The person's own records, asked by their export", ["personalRecords"]),
  "screening/progress": { getScreeningProgress: each(editions, getScreeningProgress) },
  "screening": {
    getScreeningPage: each(proposals, getScreeningPage),
    ...below("Counts for pages that have authorised", ["countProgress"]),
    ...openToPages({ countUnsettled: "The next step and the announcement, after their policy" }),
  },
  "screening/queue": {
    listScreeningQueue: each(asksOfQueue, (ctx, { search, ...asked }) =>
      listScreeningQueue(ctx, { ...asked, ...(search ? { search } : {}), dir: "asc", ...firstPage }),
    ),
  },
  "screening/queue/counts": below("A part of the queue, after its policy", ["countQueue"]),
  "screening/similarity/comparison": {
    getPairComparison: each(
      (known) => pairs(known).flatMap((pairId) => known.proposals.map((proposalId) => ({ pairId, proposalId }))),
      getPairComparison,
    ),
  },
  "screening/similarity": {
    getVisiblePair: each(pairs, getVisiblePair),
    getSimilarityPanel: each(proposals, getSimilarityPanel),
    listPairPage: each(editions, (ctx, editionId) => listPairPage(ctx, { editionId, sort: "share", dir: "desc", page: 1 })),
    ...below("Arranges pairs its caller was given", ["seenFrom", "viewsOf"]),
  },
  "screening/similarity/files": below("Asked by the worker, and of a pair its caller was given", ["partsOf", "unreadFiles"]),
  "screening/similarity/stored": below("Asked by the worker, which compares everything", [
    ...["listUncompared", "isCompared", "findLike", "sharedNames", "awardsTitled"],
  ]),
};
