import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { revealSeed } from "#app/features/competitions/commitments/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { abstentionOf } from "#app/features/ranking/abstaining/queries.server.ts";
import { checkCovered } from "#app/features/ranking/abstaining/rules.ts";
import { withoutEntry } from "#app/features/ranking/bundle/changes/rules.ts";
import { findOrigin, gatherInputs, numberOf } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import { keepInputs, packInputs } from "#app/features/ranking/bundle/store.server.ts";
import { prepareList } from "#app/features/ranking/computing/operations.server.ts";
import type { Prepared } from "#app/features/ranking/computing/types.ts";
import { addChanged, addDraft, placesOf } from "#app/features/ranking/drafting/store.server.ts";
import { announceList, announceRemovals } from "#app/features/ranking/announcing/operations.server.ts";
import { findScan } from "#app/features/ranking/documents/queries.server.ts";
import { checkDecreePaper, checkScanStands } from "#app/features/ranking/documents/rules.ts";
import { insertDocument } from "#app/features/ranking/documents/store.server.ts";
import { keepParts, makeStand, orTakeAway, type Parts, usualParts } from "#app/features/ranking/keeping/operations.server.ts";
import type { KeptPaper } from "#app/features/ranking/documents/types.ts";
import { mayApproveList, mayComputeList, mayFinaliseList, maySignMinutes } from "#app/features/ranking/policy.ts";
import {
  findCurrentList,
  getList,
  listStandingRows,
  stampOf,
} from "#app/features/ranking/queries.server.ts";
import * as rules from "#app/features/ranking/rules.ts";
import { signersOf, signingPanel } from "#app/features/ranking/signers/queries.server.ts";
import { checkQuorum } from "#app/features/ranking/signers/rules.ts";
import { checkLinked } from "#app/features/ranking/waiving/rules.ts";
import * as store from "#app/features/ranking/store.server.ts";
import type { Abstention, ListId, RankingList, RunStep } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

const personOf = (ctx: Ctx): Actor["userId"] => (ctx.actor as Actor).userId;

/**
 * Computes a list from all locked sheets of its stages as a new draft version and returns its id; an unpublished earlier
 * version is superseded. Refuses while a counting stage is open (`ranking.stageOpen`), open sheets (`ranking.sheetsOpen`), sheets
 * of people in conflict with the entry (`ranking.sheetsInConflict`), entries without a sheet or with fewer readings than the rubric asks for (`ranking.readersMissing`), an unfinished list it
 * draws from, and a list that has been published: that one changes through objections only. The work is done before the
 * database is locked; refuses `ranking.sheetsChanged` when entries or sheets have changed meanwhile. `step` hears how far it is.
 * A version of thousands of rows is written a part at a time (`keeping/`) and stands with the last; called outside a transaction, then.
 */
export function computeList(ctx: Ctx, input: { editionId: EditionId; listKey: string; step?: (now: RunStep) => void; parts?: Parts }): ListId {
  const key = { editionId: input.editionId, listKey: input.listKey };
  const work = prepareList(ctx, input);
  const packed = packInputs(gatherInputs(ctx, work));
  const { from, size } = input.parts ?? usualParts;
  const kept = work.places.length < from ? null : keepParts(ctx, work, size);
  const stand = (): ListId => {
    refuseChanges(ctx, key, work);
    supersedeStanding(ctx, key, "recompute");
    const list = kept ? makeStand(ctx, kept) : addDraft(ctx, work);
    const inputs = keepInputs(ctx, { listId: list.id, inputs: packed });
    const { quantity, model } = work.computed;
    record(ctx, list, "ranking.compute", { version: list.version, rows: work.places.length, digest: list.digest, quantity, seed: model?.seed ?? 0, inputs });
    return list.id;
  };
  return kept ? orTakeAway(ctx, kept, stand) : inTransaction(ctx, stand);
}

function refuseChanges(ctx: Ctx, input: store.ListKey, { edition, stages, stamp }: Prepared): void {
  if (store.wasPublished(ctx, input)) throw new DomainError("ranking.cannotRecompute", { kind: "conflict" });
  const isSame = getEdition(ctx, edition.id).revision === edition.revision && stampOf(ctx, { editionId: edition.id, stages }) === stamp;
  if (!isSame) throw new DomainError("ranking.sheetsChanged", { kind: "conflict" });
}

function supersedeStanding(ctx: Ctx, key: store.ListKey, event: "recompute" | "replace"): void {
  const standing = findCurrentList(ctx, key);
  if (standing) store.updateList(ctx, standing, { status: rules.nextListStatus(standing.status, event) });
}

function record(ctx: Ctx, list: RankingList, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, {
    action,
    subject: { kind: "list", id: list.id },
    editionId: list.editionId,
    data: { list: list.listKey, ...data },
  });
}

/** What is signed compares only assessors who are linked, and its stages are closed: one may have been prolonged since. */
function checkSigning(edition: Edition, list: RankingList, ctx: Ctx): void {
  checkLinked(list);
  const counting = rules.countedStages(edition.definition, listOf(edition.definition, list.listKey));
  rules.checkStagesClosed(counting.map(({ stage }) => stage), edition.definition.zone, ctx.now);
}

/** From how many entries somebody abstained; which they are stands in the list, whose row the log seals, and not in a record that bundles show. */
const abstainedIn = (own: readonly Abstention[]): Record<string, number> => (own.length === 0 ? {} : { abstained: own.flatMap(({ numbers }) => numbers).length });

/**
 * The chair signs the panel's minutes of a draft: their number and words are kept, and the rows stand from now on. Of a listed or
 * reserve entry that the chair may not judge it is kept that they took no part. Refuses a stage that is open again, and assessors
 * whom nothing links while the panel has recorded no waiver (`ranking.unlinked`).
 */
export function signMinutes(ctx: Ctx, input: { listId: ListId; minutesNumber: string; minutes: string }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(maySignMinutes(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "sign");
    checkSigning(getEdition(ctx, list.editionId), list, ctx);
    const { minutesNumber, minutes } = input;
    const abstentions = abstentionOf(ctx, list, "sign");
    store.updateList(ctx, list, { status, minutesNumber, minutes, signedBy: personOf(ctx), signedAt: ctx.now, abstentions });
    record(ctx, list, "ranking.signMinutes", { number: minutesNumber, digest: list.digest, ...abstainedIn(abstentions) });
    signCheckpoint(ctx, { reason: "signed", editionId: list.editionId });
  });
}

/**
 * The signatory approves a signed list and thereby publishes it as provisional; objections are open until midnight after the
 * edition's number of full days. Refuses whoever computed or signed it, or handed in or checked its scan (`ranking.samePerson`), a
 * scan that nobody has checked, fewer signatures of the panel than the edition asks for (`ranking.quorumMissing`), an entry from which
 * all signers and the signatory abstain (`ranking.nobodyDecides`), and a stage that is open again.
 */
export function approveList(ctx: Ctx, input: { listId: ListId }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayApproveList(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "approve");
    const scan = list.signedBy === null ? findScan(ctx, list.id) : undefined;
    const signers = signersOf(ctx, list);
    rules.checkSecondPerson({ ...list, signers }, personOf(ctx), scan);
    checkScanStands(list, scan, signers.length);
    const edition = getEdition(ctx, list.editionId);
    checkSigning(edition, list, ctx);
    // A scan was held to the quorum when it was checked, by the panel as it was then.
    if (list.signedBy !== null) checkQuorum(listOf(edition.definition, list.listKey).quorum, signingPanel(ctx, list), signers);
    const own = abstentionOf(ctx, list, "approve");
    checkCovered({ abstentions: list.abstentions, signers: signers.length }, own);
    const { windowDays } = edition.definition.objections;
    if (windowDays === null) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
    const closesAt = rules.objectionsCloseAt(ctx.now, edition.definition.zone, windowDays);
    const change = { status, approvedBy: personOf(ctx), publishedAt: ctx.now, objectionsCloseAt: closesAt, abstentions: [...list.abstentions, ...own] };
    store.updateList(ctx, list, change);
    revealSeed(ctx, list.editionId);
    record(ctx, list, "ranking.approve", { digest: list.digest, objectionsCloseAt: closesAt, ...abstainedIn(own), ...inputsOf(ctx, list.id) });
    signCheckpoint(ctx, { reason: "published", editionId: list.editionId });
    announce(ctx, edition, { ...list, ...change }, "listProvisional");
    announceRemovals(ctx, { edition, award: listOf(edition.definition, list.listKey), list });
  });
}

/** By what the log says from which marks a published list was computed. */
function inputsOf(ctx: Ctx, listId: ListId): Record<string, string> {
  const origin = findOrigin(ctx, listId);
  return origin ? { inputs: origin.inputs } : {};
}

function announce(ctx: Ctx, edition: Edition, list: RankingList, template: "listProvisional" | "listFinal"): void {
  announceList(ctx, { edition, award: listOf(edition.definition, list.listKey), list, rows: listStandingRows(ctx, list.id), template });
}

/** Under what a list becomes final; `paper` is the PDF as `keepDecree` kept it. */
export type Decree = { listId: ListId; decreeNumber: string; decreeDate: string; paper?: KeptPaper | null };

/**
 * Makes a provisional list final under a decree and moves its entries on. Refuses while objections may still be filed
 * (`ranking.objectionWindowOpen`), a decree of a later day or of one before publication, and in a real edition a decree without its
 * paper (`ranking.decreeMissing`). Call it through the act `finalise-list`, which first asks whether every objection is decided.
 */
export function finaliseList(ctx: Ctx, input: Decree): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayFinaliseList(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "finalise");
    const edition = getEdition(ctx, list.editionId);
    rules.checkObjectionsClosed(list.objectionsCloseAt, edition.definition.zone, ctx.now);
    const paper = input.paper ?? null;
    checkDecreePaper(paper, edition);
    rules.checkDecreeDate(input.decreeDate, { zone: edition.definition.zone, publishedAt: list.publishedAt, now: ctx.now });
    const { decreeNumber, decreeDate } = input;
    const change = { status, decreeNumber, decreeDate, finalisedBy: personOf(ctx), finalisedAt: ctx.now };
    if (paper) insertDocument(ctx, { id: ctx.newId("listDocument"), listId: list.id, kind: "decree", ...paper, attachedBy: personOf(ctx), attachedAt: ctx.now });
    store.updateList(ctx, list, change);
    advanceListed(ctx, edition, list);
    record(ctx, list, "ranking.finalise", { decreeNumber, decreeDate, digest: list.digest, ...(paper ? { paper: paper.sha256 } : {}) });
    signCheckpoint(ctx, { reason: "final", editionId: list.editionId });
    announce(ctx, edition, { ...list, ...change }, "listFinal");
  });
}

function advanceListed(ctx: Ctx, edition: Edition, list: RankingList): void {
  const kind = stageOf(edition.definition, listOf(edition.definition, list.listKey).stage).kind;
  const to = kind === "winners" ? "winner" : "finalist";
  for (const row of listStandingRows(ctx, list.id)) {
    moveEntry(ctx, { proposalId: row.proposalId, from: to === "winner" ? ["passed", "finalist", "winner"] : ["passed", "finalist"], to });
  }
}

/**
 * Takes an entry off a list after an upheld objection: a new draft version without it, the first of the reserve moved up, so
 * that signing starts again. Refuses `ranking.entryNotListed` when the standing version does not list or reserve it, and a
 * final list. The reserve becomes shorter; nobody new is drawn into it. `publicNote` tells everybody why, once the new version is
 * published.
 */
export function replaceEntry(ctx: Ctx, input: { listId: ListId; proposalId: ProposalId; reason: string; publicNote: string }): ListId {
  return inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayComputeList(ctx.actor, list.editionId));
    const edition = getEdition(ctx, list.editionId);
    const places = withoutEntry(placesOf(ctx, list.id), (row) => row.proposalId === input.proposalId);
    const change = { kind: "replace", entry: numberOf(ctx, input.proposalId) } as const;
    const draft = addChanged(ctx, list, { edition, places, change, publicNote: input.publicNote });
    record(ctx, draft, "ranking.replaceEntry", {
      proposal: input.proposalId,
      reason: input.reason,
      publicNote: input.publicNote,
      from: list.version,
      version: draft.version,
    });
    return draft.id;
  });
}
