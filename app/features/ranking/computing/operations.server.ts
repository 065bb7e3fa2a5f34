import { listTargets, readersOf } from "#app/features/assignment/targets/queries.server.ts";
import { boundModel } from "#app/features/competitions/commitments/queries.server.ts";
import type { AwardList, Stage } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { barringOf } from "#app/features/conflicts/queries.server.ts";
import type { Entry } from "#app/features/proposals/types.ts";
import { listCompeting, withSheets } from "#app/features/ranking/competing/queries.server.ts";
import { listStageMarks, listStageSheets, withAgencyCodes } from "#app/features/ranking/computing/queries.server.ts";
import { computeFromMarks } from "#app/features/ranking/computing/rules.ts";
import type { ComputedList, Place, Prepared } from "#app/features/ranking/computing/types.ts";
import { mayComputeList } from "#app/features/ranking/policy.ts";
import { numberAssessors } from "#app/features/ranking/pseudonyms/operations.server.ts";
import { isStageListed, listOpenReadings, stampOf } from "#app/features/ranking/queries.server.ts";
import * as rules from "#app/features/ranking/rules.ts";
import * as store from "#app/features/ranking/store.server.ts";
import { isRoundClosed } from "#app/features/scoring/queries.server.ts";
import type { LockedSheet } from "#app/features/scoring/types.ts";
import type { RunStep } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";

const noWaiver = { waiverReason: null, waivedBy: null, waivedAt: null };

/**
 * Everything about a list that takes time, with the stamp of what it was read from; only the numbers of new assessors are
 * written. Refuses what `computeList` says, but for changes meanwhile.
 */
export function prepareList(ctx: Ctx, { step = () => undefined, ...input }: store.ListKey & { step?: (now: RunStep) => void }): Prepared {
  const edition = getEdition(ctx, input.editionId);
  authorize(mayComputeList(ctx.actor, edition.id));
  const award = listOf(edition.definition, input.listKey);
  if (store.wasPublished(ctx, input)) throw new DomainError("ranking.cannotRecompute", { kind: "conflict" });
  step("read");
  const stages = award.composition.map(({ stage }) => stage);
  const stamp = stampOf(ctx, { editionId: edition.id, stages });
  const { list, numbers } = calibrate(ctx, { edition, award, entries: listCompeting(ctx, edition, award) }, step);
  step("save");
  const places = list.rows.map(placeOf);
  const assessors = list.assessors.map(({ assessor, ...found }) => ({ ...found, userId: numbers.get(Number(assessor)) as Id<"user"> }));
  return { edition, award, places, assessors, peers: list.peers, stages, stamp, computed: { quantity: award.quantity, model: list.model, waiver: noWaiver } };
}

type Competition = { edition: Edition; award: AwardList; entries: readonly Entry[] };

/** The list as computed, and who goes by which number in it. */
function calibrate(ctx: Ctx, { edition, award, entries }: Competition, step: (now: RunStep) => void): { list: ComputedList; numbers: Map<number, Id<"user">> } {
  const counting = rules.countedStages(edition.definition, award);
  rules.checkStagesClosed(counting.map(({ stage }) => stage), edition.definition.zone, ctx.now);
  const keys = counting.map(({ stage }) => stage.key);
  refuseOpenSheets(ctx, edition.id, keys, entries);
  const scored = withSheets(ctx, edition.id, keys, entries);
  rules.checkSheets(scored, keys);
  // A desk that was closed with readings missing is counted from the sheets there are.
  rules.checkReaders(scored, counting.flatMap(({ stage }) => needsOf(ctx, edition.id, stage)));
  const sheets = listStageSheets(ctx, edition.id, counting);
  // Of a stage on which a signed list stands nothing is taken back any more: what comes up then is an objection's to decide.
  const movable = sheets.filter(({ rubric: { stage } }) => !isStageListed(ctx, { editionId: edition.id, stage }));
  refuseBarredSheets(ctx, edition.id, { entries, sheets: movable.flatMap((one) => one.sheets) });
  const numbers = numberAssessors(ctx, { editionId: edition.id, userIds: sheets.flatMap((one) => one.sheets.map(({ userId }) => userId)) });
  const model = boundModel(ctx, edition.id);
  const stages = listStageMarks(ctx, edition.id, { stages: sheets, numbers, model });
  const placed = withAgencyCodes(ctx, entries);
  const list = computeFromMarks({ definition: edition.definition, award, scored, placed, stages, seed: edition.tieSeed, model }, step);
  return { list, numbers: new Map([...numbers].map(([userId, number]) => [number, userId])) };
}

function needsOf(ctx: Ctx, editionId: EditionId, { key, kind }: Stage): rules.DeskNeeds[] {
  const where = { editionId, stage: key };
  if (kind !== "desk" || isRoundClosed(ctx, where)) return [];
  return [{ stage: key, readers: readersOf(ctx, where), targets: listTargets(ctx, where) }];
}

/** No mark counts of whoever may not judge its entry, also where that came up after it was locked: such a reading is taken back first. */
function refuseBarredSheets(ctx: Ctx, editionId: EditionId, { entries, sheets }: { entries: readonly Entry[]; sheets: readonly LockedSheet[] }): void {
  const isBarred = barringOf(ctx, editionId);
  const agencies = new Map(entries.map(({ id, agencyId }) => [id, agencyId]));
  const barred = sheets.filter(({ userId, proposalId }) => {
    const agencyId = agencies.get(proposalId);
    return agencyId !== undefined && isBarred(userId, { proposalId, agencyId });
  }).length;
  if (barred > 0) throw new DomainError("ranking.sheetsInConflict", { kind: "conflict", params: { count: barred } });
}

/** A computed row as it is stored. */
function placeOf({ proposalId, rank, listed, reserve, nominee, listedBy, score, reads, tieBrokenBy, figures }: ComputedList["rows"][number]): Place {
  const { rank90, ...own } = figures;
  return {
    ...{ proposalId, rank, listed, reserve, nominee, listedBy, score, reads, tieBrokenBy, ...own },
    rankLow: rank90?.[0] ?? null,
    rankHigh: rank90?.[1] ?? null,
  };
}

/** Only sheets of competing entries count: one of a withdrawn entry stays open for ever. Of a desk closed without them none is waited for. */
function refuseOpenSheets(ctx: Ctx, editionId: EditionId, stages: readonly string[], entries: readonly Entry[]): void {
  const competing = new Set(entries.map((entry) => entry.id));
  const open = stages.filter((stage) => !isRoundClosed(ctx, { editionId, stage })).flatMap((stage) => listOpenReadings(ctx, { editionId, stage })).filter((id) => competing.has(id)).length;
  if (open > 0) throw new DomainError("ranking.sheetsOpen", { kind: "conflict", params: { count: open } });
}

