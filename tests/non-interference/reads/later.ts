import { getReader, listReaders } from "#app/features/assignment/expertise/queries.server.ts";
import { getPlanPage, listPlans, planningFacts } from "#app/features/assignment/plans/queries.server.ts";
import { assignmentSummary } from "#app/features/assignment/queries.server.ts";
import { listAgencyCertificates, listCertificates, listProposalCertificates, verifyCertificate } from "#app/features/certificates/queries.server.ts";
import { getAgencyObjection, listAgencyObjections, listOwnObjections } from "#app/features/conflicts/objecting/queries.server.ts";
import { getConflict, getWholeRegister, listConflicts, listDetected } from "#app/features/conflicts/register/queries.server.ts";
import { listMyAgencyConflicts } from "#app/features/conflicts/queries.server.ts";
import { countUnscheduled, findSlotOf, getSlotView, listAgencySlots, listJurorSlots, listPanels, listSlots } from "#app/features/interviews/queries.server.ts";
import { getObjection, listObjections } from "#app/features/objections/queries.server.ts";
import { listLists } from "#app/features/ranking/queries.server.ts";
import { getEntrantPage } from "#app/features/ranking/results/queries.server.ts";
import { getRemarksPage } from "#app/features/ranking/remarks/queries.server.ts";
import { getGreyZone } from "#app/features/ranking/extra-reads/queries.server.ts";
import { planningWorld } from "#app/features/ranking/planning/queries.server.ts";
import { getPlayground, getTryable } from "#app/features/ranking/what-if/queries.server.ts";
import { getExplanation } from "#app/features/ranking/explaining/queries.server.ts";
import { listOwnSeverity } from "#app/features/ranking/severity/queries.server.ts";
import { getBundle, getBundled, hasBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { getDeliberation, getMinutesMoves } from "#app/features/ranking/deliberation/queries.server.ts";
import { getCosigning, listToCosign } from "#app/features/ranking/signers/cosigning/queries.server.ts";
import { getMarkScope, hasMarks, readMarks } from "#app/features/ranking/marks/queries.server.ts";
import { getReadings, getSigners } from "#app/features/ranking/signers/queries.server.ts";
import { getPaper, getScanPage, listScans } from "#app/features/ranking/documents/queries.server.ts";
import { getEvidence, getMinutesEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { findLastRun } from "#app/features/ranking/runs/queries.server.ts";
import { getListDocument, getListPage } from "#app/features/ranking/tables/queries.server.ts";
import { getAlarmPage, listAlarmAnswers } from "#app/features/scoring/alarms/queries.server.ts";
import { listBarredReadings } from "#app/features/scoring/bars/queries.server.ts";
import { listMyQueue, listMyStages } from "#app/features/scoring/desk/queries.server.ts";
import { getReadingToEnd, getSheetToReopen, listSheets, scoringProgress } from "#app/features/scoring/queries.server.ts";
import { getAgreementPage, listAwaitingReaders, listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { listRounds, previewClosure } from "#app/features/scoring/rounds/queries.server.ts";
import { listMyTraining, listTraining } from "#app/features/scoring/training/queries.server.ts";
import { ownSignals, stageForecast, stageSignals } from "#app/features/scoring/signals/queries.server.ts";
import { findReadingAccess, getSheetPage } from "#app/features/scoring/sheet/queries.server.ts";
import { resultsInput } from "#app/features/showcase/inputs.ts";
import { getEditionPage, getHomePage, getResultsPage } from "#app/features/showcase/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { idsOf } from "#tests/non-interference/ids.ts";
import { below, each, openToPages, type ReadTable } from "#tests/non-interference/table.ts";
import type { Known } from "#tests/non-interference/world.ts";

const proposals = (known: Known) => known.proposals;
const editions = (known: Known) => known.editions;
const agencies = (known: Known) => known.agencies;
const stages = (known: Known) => known.editions.flatMap((editionId) => known.stages.map((stage) => ({ editionId, stage })));
const lists = (known: Known) => known.editions.flatMap((editionId) => known.lists.map((listKey) => ({ editionId, listKey })));
const places = (known: Known) => lists(known).flatMap((at) => [1, 2, 3, 4].map((number) => ({ ...at, number })));
const own = () => "The person's own records, asked by their export";
const slugs = () => ["kipp-2026", "lain-2026", "tiada-2026"];

/** What the page of what-if and that of extra reads are given besides goes to a computation, and of what comes out only this is told. */
const playgroundPage = (ctx: Ctx, at: { editionId: Known["editions"][number]; listKey: string }) => {
  const { given: _given, ...page } = getPlayground(ctx, at);
  return page;
};
const greyZonePage = (ctx: Ctx, at: { editionId: Known["editions"][number]; listKey: string }) => {
  const { input: _input, ...page } = getGreyZone(ctx, at) ?? { input: null };
  return page;
};

/** A scan is asked for by its page, which knows who handed it in. */
const readingsPage = (ctx: Ctx, listId: Parameters<typeof getScanPage>[1]) => {
  const { scan } = getScanPage(ctx, listId);
  return scan && getReadings(ctx, { listId, scan });
};

/** What a file of marks is written from, and the marks in it; its scope names the whole version. */
const marksPage = (ctx: Ctx, listId: Parameters<typeof getMarkScope>[1]) => {
  const { shown, inputs } = getMarkScope(ctx, listId);
  return { shown, stages: readMarks(ctx, { listId, shown, inputs }).stages };
};

/** The rooms after screening: before their stages they have nothing to show of an entry, and must show nothing. */
export const laterReads: ReadTable = {
  "conflicts": {
    listMyAgencyConflicts: each(editions, listMyAgencyConflicts),
    ...below("Asked by operations and scopes", ["conflictPairs", "barringOf", "findConflict", "agenciesOf", "listBars"]),
  },
  "conflicts/objecting": {
    listOwnObjections: each((known) => known.editions.flatMap((editionId) => known.agencies.map((agencyId) => ({ editionId, agencyId }))), listOwnObjections),
    listAgencyObjections: each(editions, listAgencyObjections),
    getAgencyObjection: each(idsOf("agency_objections", "agencyObjection"), getAgencyObjection),
  },
  "conflicts/register": {
    listConflicts: each(editions, (ctx, editionId) => listConflicts(ctx, { editionId, limit: 20, offset: 0 })),
    getConflict: each(idsOf("conflicts", "conflict"), getConflict),
    listDetected: each(editions, listDetected),
    getWholeRegister: each(editions, getWholeRegister),
  },
  "conflicts/standing": below("Asked by operations and scopes", ["barsByPerson"]),
  "conflicts/withholding": {
    ...below("What is withheld from a person, and the conditions other reads take", ["judgingWithheldFrom", "withheldFrom", "notWithheld", "onlyWithheld", "isShown"]),
    ...openToPages({ withWithheld: "Who asks is read from the session, and what is withheld from him with it" }),
  },
  "conflicts/privacy": below(own(), ["personalRecords"]),
  "conflicts/ties": below("Asked by operations and scopes", ["barringRules", "bodyEntrants", "seatedPeople", "detectTies", "coWrittenEntries", "registryOf", "kinIn"]),
  "assignment": {
    assignmentSummary: each(stages, (ctx, where) => assignmentSummary(ctx, where)),
    ...below("Asked by operations that have authorised", [
      ...["listAssignments", "findAssignment", "isLocked", "listCountingReadings", "listUnlockedOf", "listHeldOfAgency", "listLoads"],
    ]),
    ...openToPages({ countAssignments: "The next step, after its policy" }),
  },
  "assignment/privacy": below(own(), ["personalRecords"]),
  "assignment/expertise": {
    listReaders: each(editions, (ctx, editionId) => listReaders(ctx, editionId, { limit: 50, offset: 0 })),
    getReader: each((known) => known.editions.flatMap((editionId) => Object.values(known.people).flatMap((person) => (person ? [{ editionId, userId: person.userId }] : []))), getReader),
    ...below("Asked by operations that have authorised", ["expertiseByPerson", "boundsByPerson", "readsDesks"]),
  },
  "assignment/plans": {
    listPlans: each(stages, listPlans),
    getPlanPage: each(idsOf("assignment_plans", "assignmentPlan"), (ctx, id) => getPlanPage(ctx, id, { limit: 50, offset: 0 })),
    planningFacts: each(stages, planningFacts),
    ...below("Asked by operations and the worker", ["situationOf", "standingWhere", "findPlan", "planStatus", "lastRules"]),
  },
  "assignment/plans/parts": {
    ...openToPages({ findPlanHead: "Of which edition a plan is, after the policy of the address" }),
    ...below("Asked by the worker", ["partFacts"]),
  },
  "assignment/targets": {
    ...openToPages({ readersOf: "The next step, after its policy: how many readers the stage asks for" }),
    ...below("Asked by operations that have authorised", ["listTargets", "findStageReaders"]),
  },
  "assignment/extra": {
    ...below("Asked by operations that have authorised", ["extraResult", "digestOf", "rulesFor"]),
    ...openToPages({ previewExtraReaders: "The preview of extra readings, on a page that only whoever runs the edition opens" }),
  },
  "interviews": {
    listSlots: each(editions, (ctx, editionId) => listSlots(ctx, { editionId })),
    listAgencySlots: each(agencies, listAgencySlots),
    findSlotOf: each(proposals, findSlotOf),
    getSlotView: each(idsOf("interview_slots", "slot"), getSlotView),
    listJurorSlots: each(editions, listJurorSlots),
    listPanels: each(editions, listPanels),
    countUnscheduled: each(editions, countUnscheduled),
  },
  "interviews/privacy": below(own(), ["personalRecords"]),
  "scoring/desk": {
    listMyQueue: each(stages, listMyQueue),
    listMyStages: each(editions, listMyStages),
    ...below("A part of one's own queue", ["placeInQueue"]),
  },
  "scoring/alarms": {
    listAlarmAnswers: each(stages, listAlarmAnswers),
    getAlarmPage: each(
      (known) => stages(known).flatMap((where) => Object.values(known.people).flatMap((person) => (person ? [{ ...where, userId: person.userId, signal: "halo" as const }] : []))),
      getAlarmPage,
    ),
    ...below("Asked by operations that have authorised", ["countLockedOf"]),
  },
  "scoring/bars": {
    listBarredReadings: each(stages, listBarredReadings),
  },
  "scoring/signals": {
    stageSignals: each(stages, stageSignals),
    stageForecast: each(stages, stageForecast),
    ownSignals: each(stages, ownSignals),
  },
  "scoring/agreement": below("Beside the policy of the marks by entry, or of a list's computation", [
    ...["listAgreements", "agreedMarks", "sourcesByEntry", "countStanding", "hasAgreement"],
  ]),
  "scoring/divergence": {
    listReadEntries: each(stages, listReadEntries),
    listAwaitingReaders: each(stages, listAwaitingReaders),
    getAgreementPage: each((known) => stages(known).flatMap((where) => known.proposals.map((proposalId) => ({ ...where, proposalId }))), getAgreementPage),
  },
  "scoring/rounds": {
    listRounds: each(stages, listRounds),
    previewClosure: each(stages, previewClosure),
    ...below("Asked by the operation, after its policy", ["closureOf"]),
  },
  "scoring/training": { listMyTraining: each(stages, listMyTraining), listTraining: each(stages, listTraining) },
  "scoring/privacy": below(own(), ["personalRecords"]),
  "scoring/reminders": below("Asked by the worker alone", ["countOpenSheets", "countReadingsKnownTo"]),
  "scoring": {
    scoringProgress: each(stages, scoringProgress),
    listSheets: each(stages, (ctx, where) => listSheets(ctx, { ...where, limit: 20, offset: 0 })),
    getReadingToEnd: each(idsOf("assignments", "assignment"), getReadingToEnd),
    getSheetToReopen: each(idsOf("score_sheets", "sheet"), getSheetToReopen),
    ...below("Asked by operations that have authorised", ["findWork", "listStoredMarks", "listLockedSheets", "countReadings", "listMarkers", "isRoundClosed", "roundClosedAt"]),
    ...openToPages({ countOpenSheets: "The next step, after its policy" }),
  },
  "scoring/sheet": {
    getSheetPage: each(idsOf("assignments", "assignment"), getSheetPage),
    findReadingAccess: each(proposals, findReadingAccess),
    ...openToPages({ partsView: "Arranges a content its caller was given" }),
  },
  "ranking/computing": below("Asked by the computation, after its policy", ["listStageSheets", "listStageMarks", "withAgencyCodes"]),
  "ranking/pseudonyms": {
    ...below("Asked by operations and queries that have authorised", ["pseudonymsOf"]),
    ...openToPages({ namesByNumber: "After mayNameAssessors of the page" }),
  },
  "ranking/explaining": {
    getExplanation: each(places, getExplanation),
  },
  "ranking/severity": { listOwnSeverity: each(editions, listOwnSeverity) },
  "ranking/results": { getEntrantPage: each(proposals, getEntrantPage) },
  "ranking/remarks": {
    getRemarksPage: each(
      (known) => known.editions.flatMap((editionId) => known.proposals.map((proposalId) => ({ editionId, proposalId }))),
      getRemarksPage,
    ),
    ...below("Asked by the release, after its policy", ["isPublishedIn", "namesToHide"]),
  },
  "ranking/extra-reads": { getGreyZone: each(lists, greyZonePage) },
  "ranking/planning": { planningWorld: each(stages, planningWorld) },
  "ranking/what-if": { getTryable: each(lists, getTryable), getPlayground: each(lists, playgroundPage) },
  "ranking/evidence": {
    getEvidence: each(lists, getEvidence),
    getMinutesEvidence: each(idsOf("ranking_lists", "list"), getMinutesEvidence),
  },
  "ranking/runs": { findLastRun: each(lists, findLastRun) },
  "ranking/deliberation": {
    getDeliberation: each(lists, getDeliberation),
    getMinutesMoves: each(idsOf("ranking_lists", "list"), getMinutesMoves),
    ...below("Asked by the record of a vote, after its policy", ["membersOf", "findNumbered"]),
  },
  "ranking/abstaining": {
    ...below("Asked by signatures, after their policies", ["abstentionOf", "abstentionsOf"]),
    ...openToPages({ listAbstained: "After mayReadLists; numbers of what the reader may not judge are left out", countAbstained: "After maySignMinutes: how many, never which", countUncovered: "After mayApproveList: how many, never which", isBarredAnywhere: "Says yes or no of the asking person" }),
  },
  "ranking/marks": {
    hasMarks: each(idsOf("ranking_lists", "list"), hasMarks),
    getMarkScope: each(idsOf("ranking_lists", "list"), marksPage),
    ...below("Asked by the thread that writes a file of marks, after getMarkScope", ["readMarks"]),
  },
  "ranking/signers": {
    getSigners: each(idsOf("ranking_lists", "list"), getSigners),
    getReadings: each(idsOf("ranking_lists", "list"), readingsPage),
    ...below("Asked by signatures, papers and their pages, after their policies", ["signingPanel", "readingsOf", "signedHere", "standingLines", "signerPage"]),
    ...openToPages({ panelOf: "Names of chairs and jurors, after the policy of whoever deals with a scan", signersOf: "After mayReadLists: whether the reader has signed", listPublicSigners: "Of a published list, for everybody: names and whether they signed; nothing of any other" }),
  },
  "ranking/signers/cosigning": {
    getCosigning: each(lists, getCosigning),
    listToCosign: each(editions, listToCosign),
  },
  "ranking/kept-files": below("Asked by the act that takes files away, which only the system does", ["holdsFile"]),
  "ranking/documents": {
    getScanPage: each(idsOf("ranking_lists", "list"), getScanPage),
    listScans: each(editions, (ctx, editionId) => listScans(ctx, { editionId, listKey: "tiada" })),
    getPaper: each(idsOf("ranking_documents", "listDocument"), getPaper),
    ...below("Asked by signatures and approvals, after their policies", ["findScan"]),
    ...openToPages({ findDecree: "The decree of a final list is public" }),
  },
  "ranking/versions": {
    ...below("Asked by the publication, after its policy", ["listRemoved"]),
    ...openToPages({
      listPublicHistory: "Of a published list, for everybody; nothing of any other",
      listWithdrawn: "What was published and taken back, by version, times and digest alone",
      listPublicMoves: "Of a published list, for everybody; nothing of any other",
    }),
  },
  "ranking/bundle": {
    getBundle: each(idsOf("ranking_lists", "list"), getBundle),
    getBundled: each(idsOf("ranking_lists", "list"), getBundled),
    hasBundle: each(idsOf("ranking_lists", "list"), hasBundle),
    ...below("Asked by getBundle and by the thread of its download, after getBundled", ["packBundle"]),
  },
  "ranking/bundle/inputs": below("Asked by the computation and by the bundle, after their policies", ["gatherInputs", "numberOf", "findOrigin", "readInputs"]),
  "ranking/competing": below("Asked by the computation, after its policy", ["listCompeting", "withSheets"]),
  "ranking/privacy": below(own(), ["personalRecords"]),
  "ranking": {
    listLists: each(editions, listLists),
    ...below("Asked by operations that have authorised", [
      ...["listOpenReadings", "listConcernedAgencies", "stampOf", "listFinalRows", "findNextReserve", "isStageListed"],
    ]),
    ...openToPages({
      findPlace: "The agency's own entry in a published list, after membership",
      findCurrentList: "After mayReadLists of the page",
      getList: "Whether its edition is so large that a thread makes the file, which asks for itself who reads",
      listPublishedLists: "Published lists are public",
      listStandingRows: "After the policy of the finalisation",
    }),
  },
  "ranking/tables": {
    getListPage: each(lists, getListPage),
    getListDocument: each(idsOf("ranking_lists", "list"), getListDocument),
  },
  "objections": {
    listObjections: each(editions, (ctx, id) => listObjections(ctx, id)),
    getObjection: each(idsOf("objections", "objection"), getObjection),
    ...openToPages({ countOpen: "After mayReadLists of the page", countPublic: "The public sees counts, never texts" }),
  },
  "objections/privacy": below(own(), ["personalRecords"]),
  "certificates/kept-files": below("Asked by the act that takes files away, which only the system does", ["holdsFile"]),
  "certificates": {
    listCertificates: each(editions, (ctx, editionId) => listCertificates(ctx, { editionId })),
    listAgencyCertificates: each(agencies, listAgencyCertificates),
    listProposalCertificates: each(
      (known) => known.proposals.flatMap((id) => known.agencies.map((agencyId) => ({ id, agencyId }))),
      listProposalCertificates,
    ),
    verifyCertificate: each((known) => known.words, verifyCertificate),
    ...below("Asked by operations that have authorised", ["ownerOf", "findByReference"]),
    ...openToPages({ getCertificate: "Beside the policy of the page", readClaim: "Arranges a certificate its caller was given" }),
  },
  "showcase": {
    getHomePage: each(() => ["once"], getHomePage),
    getEditionPage: each(slugs, getEditionPage),
    getResultsPage: each(
      (known) => slugs().flatMap((slug) => known.words.map((q) => ({ slug, q }))),
      (ctx, { slug, q }) => getResultsPage(ctx, slug, { ...resultsInput.parse({}), q }),
    ),
  },
};
