import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { AwardList, Rubric, Stage } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { agenciesOf } from "#app/features/conflicts/queries.server.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { listCompeting, withSheets } from "#app/features/ranking/competing/queries.server.ts";
import { partsOf } from "#app/features/ranking/competing/rules.ts";
import { cutList, cutOf } from "#app/features/ranking/cut/rules.ts";
import { announceList } from "#app/features/ranking/announcing/operations.server.ts";
import { mayApproveList, mayComputeList, mayFinaliseList, maySignMinutes } from "#app/features/ranking/policy.ts";
import {
  findCurrentList,
  getList,
  listConcernedAgencies,
  listOpenReadings,
  listStandingRows,
  stampOf,
} from "#app/features/ranking/queries.server.ts";
import * as rules from "#app/features/ranking/rules.ts";
import * as store from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { inTransaction } from "#db/client.server.ts";

/** A row before its list has an id. */
type Place = Omit<store.RowRecord, "listId">;

const personOf = (ctx: Ctx): Actor["userId"] => (ctx.actor as Actor).userId;

/**
 * Computes a list from all locked sheets of its stages as a new draft version and returns its id; an unpublished earlier
 * version is superseded. Refuses while a counting stage is open (`ranking.stageOpen`), open sheets (`ranking.sheetsOpen`),
 * entries without a sheet or with fewer readings than the rubric asks for (`ranking.readersMissing`), an unfinished list it
 * draws from, and a list that has been published: that one changes through objections only. The work is done before the
 * database is locked; refuses `ranking.sheetsChanged` when entries or sheets have changed meanwhile.
 */
export function computeList(ctx: Ctx, input: { editionId: EditionId; listKey: string }): ListId {
  const work = prepare(ctx, input);
  return inTransaction(ctx, () => {
    refuseChanges(ctx, input, work);
    supersedeStanding(ctx, input, "recompute");
    const list = addDraft(ctx, work);
    record(ctx, list, "ranking.compute", { version: list.version, rows: work.places.length, digest: list.digest });
    return list.id;
  });
}

type Computed = { edition: Edition; award: AwardList; places: Place[]; stages: string[]; stamp: string };

/** Everything that takes time, with the stamp of what it was read from. */
function prepare(ctx: Ctx, input: { editionId: EditionId; listKey: string }): Computed {
  const edition = getEdition(ctx, input.editionId);
  authorize(mayComputeList(ctx.actor, edition.id));
  const award = listOf(edition.definition, input.listKey);
  if (store.wasPublished(ctx, input)) throw new DomainError("ranking.cannotRecompute", { kind: "conflict" });
  const stages = award.composition.map(({ stage }) => stage);
  const stamp = stampOf(ctx, { editionId: edition.id, stages });
  const places = rankAndCut(ctx, edition, award, listCompeting(ctx, edition, award));
  return { edition, award, places, stages, stamp };
}

function refuseChanges(ctx: Ctx, input: store.ListKey, { edition, stages, stamp }: Computed): void {
  if (store.wasPublished(ctx, input)) throw new DomainError("ranking.cannotRecompute", { kind: "conflict" });
  const isSame = getEdition(ctx, edition.id).revision === edition.revision && stampOf(ctx, { editionId: edition.id, stages }) === stamp;
  if (!isSame) throw new DomainError("ranking.sheetsChanged", { kind: "conflict" });
}

function supersedeStanding(ctx: Ctx, key: store.ListKey, event: "recompute" | "replace"): void {
  const standing = findCurrentList(ctx, key);
  if (standing) store.updateList(ctx, standing, { status: rules.nextListStatus(standing.status, event) });
}

function rankAndCut(ctx: Ctx, edition: Edition, award: AwardList, entries: readonly Entry[]): Place[] {
  const { rubrics } = edition.definition;
  const counting = countingStagesOf(edition, award);
  rules.checkStagesClosed(counting.map(({ stage }) => stage), edition.definition.zone, ctx.now);
  const stages = counting.map(({ stage }) => stage.key);
  refuseOpenSheets(ctx, edition.id, stages, entries);
  const scored = withSheets(ctx, edition.id, stages, entries);
  const ranked = rules.rankEntries({ entries: scored, composition: award.composition, rubrics, ties: award.ties, tieSeed: edition.tieSeed });
  rules.checkReaders(scored, counting.flatMap(({ stage, rubric }) => (stage.kind === "desk" ? [rubric] : [])));
  return cutList(ranked, cutOf(award), partsOf(entries)).map(({ number: _number, value: _value, ...place }) => place);
}

function countingStagesOf({ definition }: Edition, award: AwardList): { stage: Stage; rubric: Rubric }[] {
  const { rubrics } = definition;
  return rules
    .countingStages({ composition: award.composition, rubrics })
    .map(({ rubric }) => ({ rubric, stage: stageOf(definition, rubric.stage) }));
}

/** Only sheets of competing entries count: one of a withdrawn entry stays open for ever. */
function refuseOpenSheets(ctx: Ctx, editionId: EditionId, stages: readonly string[], entries: readonly Entry[]): void {
  const competing = new Set(entries.map((entry) => entry.id));
  const open = stages.flatMap((stage) => listOpenReadings(ctx, { editionId, stage })).filter((id) => competing.has(id)).length;
  if (open > 0) throw new DomainError("ranking.sheetsOpen", { kind: "conflict", params: { count: open } });
}

function addDraft(ctx: Ctx, { edition, award, places }: Pick<Computed, "edition" | "award" | "places">): RankingList {
  const key = { editionId: edition.id, listKey: award.key };
  const version = store.lastVersion(ctx, key) + 1;
  const list: RankingList = {
    id: ctx.newId("list"),
    ...key,
    version,
    status: "draft",
    size: cutOf(award).size,
    computedBy: personOf(ctx),
    computedAt: ctx.now,
    minutes: "",
    minutesNumber: "",
    signedBy: null,
    signedAt: null,
    approvedBy: null,
    publishedAt: null,
    objectionsCloseAt: null,
    decreeNumber: null,
    decreeDate: null,
    finalisedBy: null,
    finalisedAt: null,
    digest: digestOf(key, version, places),
  };
  store.insertList(ctx, list);
  store.insertRows(ctx, places.map((place) => ({ listId: list.id, ...place })));
  return list;
}

/**
 * SHA-256 of the canonical rows, so that minutes, page and table can be seen to speak of the same list. The rule by which a row
 * stands there is among them only where there is one.
 */
const digestOf = (key: store.ListKey, version: number, places: readonly Place[]): string => {
  const rows = places.map(({ listedBy, ...place }) => (listedBy === null ? place : { ...place, listedBy }));
  return sha256Hex(canonicalJson({ edition: key.editionId, list: key.listKey, version, rows }));
};

function record(ctx: Ctx, list: RankingList, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, {
    action,
    subject: { kind: "list", id: list.id },
    editionId: list.editionId,
    data: { list: list.listKey, ...data },
  });
}

/** Whose signature stands under a list has no entry on it, and its stages are closed: one may have been prolonged since. */
function checkSigning(ctx: Ctx, edition: Edition, list: RankingList): void {
  rules.checkNoTie(agenciesOf(ctx, personOf(ctx)), listConcernedAgencies(ctx, list.id));
  const counting = countingStagesOf(edition, listOf(edition.definition, list.listKey));
  rules.checkStagesClosed(counting.map(({ stage }) => stage), edition.definition.zone, ctx.now);
}

/**
 * The chair signs the panel's minutes of a draft: their number and words are kept, and the rows stand from now on. Refuses
 * members of an agency with a listed or reserve entry, past ones too (`ranking.inConflict`), and a stage that is open again.
 */
export function signMinutes(ctx: Ctx, input: { listId: ListId; minutesNumber: string; minutes: string }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(maySignMinutes(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "sign");
    checkSigning(ctx, getEdition(ctx, list.editionId), list);
    const { minutesNumber, minutes } = input;
    store.updateList(ctx, list, { status, minutesNumber, minutes, signedBy: personOf(ctx), signedAt: ctx.now });
    record(ctx, list, "ranking.signMinutes", { number: minutesNumber, digest: list.digest });
  });
}

/**
 * The signatory approves a signed list and thereby publishes it as provisional; objections are open until midnight after the
 * edition's number of full days. Refuses whoever computed or signed it (`ranking.samePerson`), members of an agency with a
 * listed or reserve entry, past ones too (`ranking.inConflict`), and a stage that is open again.
 */
export function approveList(ctx: Ctx, input: { listId: ListId }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayApproveList(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "approve");
    rules.checkSecondPerson(list, personOf(ctx));
    const edition = getEdition(ctx, list.editionId);
    checkSigning(ctx, edition, list);
    const { windowDays } = edition.definition.objections;
    if (windowDays === null) throw new DomainError("ranking.rulesMissing", { kind: "conflict" });
    const closesAt = rules.objectionsCloseAt(ctx.now, edition.definition.zone, windowDays);
    const change = { status, approvedBy: personOf(ctx), publishedAt: ctx.now, objectionsCloseAt: closesAt };
    store.updateList(ctx, list, change);
    record(ctx, list, "ranking.approve", { digest: list.digest, objectionsCloseAt: closesAt });
    announce(ctx, edition, { ...list, ...change }, "listProvisional");
  });
}

function announce(ctx: Ctx, edition: Edition, list: RankingList, template: "listProvisional" | "listFinal"): void {
  announceList(ctx, { edition, award: listOf(edition.definition, list.listKey), list, rows: listStandingRows(ctx, list.id), template });
}

/**
 * Makes a provisional list final under a decree and moves its entries on. Refuses while objections may still be filed
 * (`ranking.objectionWindowOpen`) and a decree of a later day or of one before publication. Call it through the act `finalise-list`, which first asks
 * whether every objection is decided.
 */
export function finaliseList(ctx: Ctx, input: { listId: ListId; decreeNumber: string; decreeDate: string }): void {
  inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayFinaliseList(ctx.actor, list.editionId));
    const status = rules.nextListStatus(list.status, "finalise");
    const edition = getEdition(ctx, list.editionId);
    rules.checkObjectionsClosed(list.objectionsCloseAt, edition.definition.zone, ctx.now);
    rules.checkDecreeDate(input.decreeDate, { zone: edition.definition.zone, publishedAt: list.publishedAt, now: ctx.now });
    const { decreeNumber, decreeDate } = input;
    const change = { status, decreeNumber, decreeDate, finalisedBy: personOf(ctx), finalisedAt: ctx.now };
    store.updateList(ctx, list, change);
    advanceListed(ctx, edition, list);
    record(ctx, list, "ranking.finalise", { decreeNumber, decreeDate, digest: list.digest });
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
 * final list. The reserve becomes shorter; nobody new is drawn into it.
 */
export function replaceEntry(ctx: Ctx, input: { listId: ListId; proposalId: ProposalId; reason: string }): ListId {
  return inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    authorize(mayComputeList(ctx.actor, list.editionId));
    const edition = getEdition(ctx, list.editionId);
    const places = placesWithout(store.loadRows(ctx, list.id), input.proposalId);
    store.updateList(ctx, list, { status: rules.nextListStatus(list.status, "replace") });
    const draft = addDraft(ctx, { edition, award: listOf(edition.definition, list.listKey), places });
    record(ctx, draft, "ranking.replaceEntry", {
      proposal: input.proposalId,
      reason: input.reason,
      from: list.version,
      version: draft.version,
    });
    return draft.id;
  });
}

function placesWithout(rows: readonly store.RowRecord[], proposalId: ProposalId): Place[] {
  const leaving = rows.find((row) => row.proposalId === proposalId);
  if (!leaving?.listed && !leaving?.reserve) throw new DomainError("ranking.entryNotListed", { kind: "conflict" });
  const mover = leaving.listed ? rows.find((row) => row.reserve)?.proposalId : undefined;
  return rows
    .filter((row) => row !== leaving)
    .map(({ listId: _listId, ...row }, index) => ({
      ...row,
      rank: index + 1,
      ...(row.proposalId === mover ? { listed: true, reserve: false } : {}),
    }));
}
