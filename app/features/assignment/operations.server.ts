import { callReplacement } from "#app/features/assignment/extra/operations.server.ts";
import { holdsAssignment, mayAssign, mayReadAssignments } from "#app/features/assignment/policy.ts";
import {
  findAssignment,
  isLocked,
  listAssignments,
  listCountingReadings,
  listHeldOfAgency,
  listUnlockedOf,
} from "#app/features/assignment/queries.server.ts";
import { findStageReaders, listTargets } from "#app/features/assignment/targets/queries.server.ts";
import { checkHandingOut, reachFor, seatsFor } from "#app/features/assignment/rules.ts";
import { roundRobin } from "#app/features/assignment/round-robin/rules.ts";
import * as store from "#app/features/assignment/store.server.ts";
import { tellAssessors, tellEnded } from "#app/features/assignment/telling/operations.server.ts";
import type { Assignment, AssignmentId, Lacking, ReaderPair } from "#app/features/assignment/types.ts";
import { signCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { bindEdition } from "#app/features/competitions/commitments/operations.server.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { requireOpen, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { declareAgencyConflict, declareConflict } from "#app/features/conflicts/operations.server.ts";
import { conflictPairs, findConflict } from "#app/features/conflicts/queries.server.ts";
import { pairKey } from "#app/features/conflicts/rules.ts";
import type { DeclaredKind } from "#app/features/conflicts/types.ts";
import { isShown, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { getProposal, listEntries } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { countUnsettled } from "#app/features/screening/queries.server.ts";
import type { Entry } from "#app/features/proposals/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

export type HandedOut = { assigned: number; lacking: Lacking[] };

/**
 * Hands the desk readings of a stage out by round robin, never to a member of the entrant's agency or to whoever declared a
 * conflict; keeps what stands and fills what is missing, also where a reader left his seat before he locked. Organiser only. Refuses a stage that is not a desk or has closed, an
 * edition without assessors, and `assignment.notEnoughReaders`, naming entries, when entries lack readers and nobody is left
 * who may read them.
 */
export function assignEvaluators(ctx: Ctx, input: { editionId: Id<"edition">; stage: string }): HandedOut {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(mayAssign(ctx.actor, edition.id));
    const { stage, readers } = checkHandingOut(edition.definition, input.stage, ctx.now);
    requireScreened(ctx, edition.id);
    const assessors = seatedAt(ctx, edition, stage);
    if (assessors.length === 0) throw new DomainError("assignment.noAssessors", { kind: "conflict" });
    const entries = listEntries(ctx, { editionId: edition.id, reach: [reachFor(stage)] });
    const { pairs, lacking } = roundRobin({
      entries: entries.map((entry) => entry.id),
      assessors,
      readers: findStageReaders(ctx, input) ?? readers,
      needs: listTargets(ctx, input),
      forbidden: conflictPairs(ctx, edition.id),
      standing: listCountingReadings(ctx, input, assessors),
      random: ctx.random,
    });
    if (pairs.length === 0 && lacking.length > 0) throw notEnough(edition, entries, lacking);
    keep(ctx, edition, stage, pairs);
    tellAssessors(ctx, edition, stage, pairs);
    return { assigned: pairs.length, lacking };
  });
}

/**
 * Reading begins when every entry is decided and its agency told: refuses `assignment.screeningUnfinished` (409). An open appeal
 * keeps nobody waiting, because handing out again adds the entry that won it.
 */
function requireScreened(ctx: Ctx, editionId: Id<"edition">): void {
  const { undecided, unannounced } = countUnsettled(ctx, editionId);
  if (undecided + unannounced > 0) throw new DomainError("assignment.screeningUnfinished", { kind: "conflict", params: { undecided, unannounced } });
}

function seatedAt(ctx: Ctx, edition: Edition, stage: Stage): Id<"user">[] {
  const roles = seatsFor(stage);
  const seats = listSeats(ctx, edition.id).filter((seat) => roles.includes(seat.role));
  return [...new Set(seats.map((seat) => seat.userId))];
}

/** Entries named in a refusal; the page lists them all. */
const namedMost = 5;

function notEnough(edition: Edition, entries: readonly Entry[], lacking: readonly Lacking[]): DomainError {
  const short = new Set(lacking.map((item) => item.proposalId));
  const numbers = entries.filter((entry) => short.has(entry.id)).map((entry) => numberText(edition.definition.year, entry.number));
  const named = numbers.slice(0, namedMost).join(", ") + (numbers.length > namedMost ? ", …" : "");
  return new DomainError("assignment.notEnoughReaders", { kind: "conflict", params: { count: lacking.length, entries: named } });
}

function keep(ctx: Ctx, edition: Edition, stage: Stage, pairs: readonly ReaderPair[]): void {
  bindEdition(ctx, edition.id);
  store.insertAssignments(
    ctx,
    pairs.map((pair) => ({ ...pair, id: ctx.newId("assignment"), editionId: edition.id, stage: stage.key, assignedAt: ctx.now })),
  );
  recordAudit(ctx, {
    action: "assignment.assign",
    subject: { kind: "edition", id: edition.id },
    editionId: edition.id,
    data: { stage: stage.key, count: pairs.length, sha256: digestOf(pairs) },
  });
  signCheckpoint(ctx, { reason: "assigned", editionId: edition.id });
}

/** The pairs themselves are rows that are never deleted; the log holds their digest. */
const digestOf = (pairs: readonly ReaderPair[]): string =>
  sha256Hex(canonicalJson(pairs.map((pair) => [pair.proposalId, pair.userId])));

/**
 * Makes the given people readers of the given entries at a stage, as a panel's timetable asks; pairs that stand are kept.
 * Organiser only. Refuses people without the stage's seat (`assignment.notSeated`), entries that have not reached it
 * (`assignment.notAnEntry`), and any pair in conflict (`assignment.inConflict`). Returns how many pairs are new.
 */
export function assignReaders(
  ctx: Ctx,
  input: { editionId: Id<"edition">; stage: string; pairs: readonly ReaderPair[] },
): { assigned: number } {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(mayAssign(ctx.actor, edition.id));
    const stage = stageOf(edition.definition, input.stage);
    checkPairs(ctx, edition, stage, input.pairs);
    const standing = new Set(listAssignments(ctx, input).map((pair) => pairKey(pair.userId, pair.proposalId)));
    const wanted = new Map(input.pairs.map((pair) => [pairKey(pair.userId, pair.proposalId), pair]));
    const fresh = [...wanted].flatMap(([key, pair]) => (standing.has(key) ? [] : [pair]));
    keep(ctx, edition, stage, fresh);
    return { assigned: fresh.length };
  });
}

function checkPairs(ctx: Ctx, edition: Edition, stage: Stage, pairs: readonly ReaderPair[]): void {
  const seated = new Set(seatedAt(ctx, edition, stage));
  const entries = new Set(listEntries(ctx, { editionId: edition.id, reach: [reachFor(stage)] }).map((entry) => entry.id));
  const forbidden = conflictPairs(ctx, edition.id);
  const refuse = (code: string, faulty: (pair: ReaderPair) => boolean): void => {
    const found = pairs.filter(faulty).length;
    if (found > 0) throw new DomainError(code, { kind: "conflict", params: { count: found } });
  };
  refuse("assignment.notSeated", (pair) => !seated.has(pair.userId));
  refuse("assignment.notAnEntry", (pair) => !entries.has(pair.proposalId));
  refuse("assignment.inConflict", (pair) => forbidden.has(pairKey(pair.userId, pair.proposalId)));
}

/**
 * The assessor declares a conflict with an entry he was given: the conflict is kept, the assignment ends, and at a desk the solver
 * calls another reader at once; where nobody may read it, the entry waits for one. Only his own standing assignment exists for him (404); refused outside the stage's window (409). Marks
 * already given stay as history and count nowhere.
 */
export function recuse(ctx: Ctx, input: { assignmentId: AssignmentId; reason: string; kind?: "recognised" | "other" }): void {
  inTransaction(ctx, () => {
    const assignment = findAssignment(ctx, input.assignmentId);
    if (!assignment || !holdsAssignment(ctx.actor, assignment)) throw notFound("assignment.unknown");
    const edition = getEdition(ctx, assignment.editionId);
    requireOpen(edition.definition, assignment.stage, ctx.now);
    declareConflict(ctx, { proposalId: assignment.proposalId, reason: input.reason, kind: input.kind });
    if (!store.endAssignment(ctx, assignment.id, input.reason)) throw notFound("assignment.unknown");
    recordAudit(ctx, {
      action: "assignment.recuse",
      subject: { kind: "assignment", id: assignment.id },
      editionId: edition.id,
      data: { proposal: assignment.proposalId, stage: assignment.stage, reason: input.reason },
    });
    replaceReader(ctx, edition, assignment);
  });
}

/** The words of whoever recused himself are the secretariat's to read; the plan says only what happened. */
function replaceReader(ctx: Ctx, { id, definition }: Edition, { stage, proposalId }: Assignment): void {
  const { kind, closesAt } = stageOf(definition, stage);
  if (kind !== "desk" || closesAt === null || ctx.now >= closesAt) return;
  callReplacement(ctx, { editionId: id, stage, proposalId, reason: translators.id("assignment.plan.recused") });
}

/**
 * The assessor declares that he may judge nothing of an agency; whatever of it he was given in the edition ends, and other
 * readers are called as after `recuse`. Refusals as in `conflicts.declareAgencyConflict`. Returns how many assignments ended.
 */
export function recuseFromAgency(
  ctx: Ctx,
  input: { editionId: Id<"edition">; agencyId: Id<"agency">; reason: string; kind?: DeclaredKind; endedOn?: string | null },
): { ended: number } {
  return inTransaction(ctx, () => {
    declareAgencyConflict(ctx, input);
    const actor = ctx.actor as Actor;
    const held = listHeldOfAgency(ctx, { ...input, userId: actor.userId });
    for (const id of held) store.endAssignment(ctx, id, input.reason);
    if (held.length > 0) {
      recordAudit(ctx, {
        action: "assignment.recuse",
        subject: { kind: "agency", id: input.agencyId },
        editionId: input.editionId,
        data: { assignments: held, reason: input.reason },
      });
    }
    const edition = getEdition(ctx, input.editionId);
    for (const id of held) replaceReader(ctx, edition, findAssignment(ctx, id) as Assignment);
    return { ended: held.length };
  });
}

/**
 * Takes a reading back from its assessor, so that the entry waits for another reader; at any time, because a list must never
 * wait for somebody who will not lock. Organiser only; refuses a reading whose sheet is locked (`assignment.sheetLocked`), unless a
 * conflict that came up since bars its assessor: then the marks may not count. Refuses one that has ended or is of an entry
 * withheld from the organiser (404). What was marked stays as history and counts nowhere. Pages call the act `end-reading`, which
 * looks at the lists first.
 */
export function endAssignment(ctx: Ctx, input: { assignmentId: AssignmentId; reason: string }): void {
  inTransaction(ctx, () => {
    const assignment = findAssignment(ctx, input.assignmentId);
    if (!assignment || !mayReadAssignments(ctx.actor, assignment.editionId)) throw notFound("assignment.unknown");
    const { proposalId, userId, editionId } = assignment;
    const { agencyId } = getProposal(ctx, proposalId);
    if (!isShown(withheldFrom(ctx, editionId))({ proposalId, agencyId })) throw notFound("assignment.unknown");
    authorize(mayAssign(ctx.actor, editionId));
    const wasLocked = isLocked(ctx, assignment.id);
    const conflict = wasLocked ? findConflict(ctx, { editionId, userId, proposalId, agencyId }) : null;
    if (wasLocked && conflict === null) throw new DomainError("assignment.sheetLocked", { kind: "conflict" });
    if (!store.endAssignment(ctx, assignment.id, input.reason)) throw notFound("assignment.unknown");
    recordEnd(ctx, assignment, { reason: input.reason, ...(conflict && { locked: true, conflict }) });
    const edition = getEdition(ctx, assignment.editionId);
    tellEnded(ctx, edition, stageOf(edition.definition, assignment.stage), [assignment]);
  });
}

function recordEnd(ctx: Ctx, assignment: Assignment, why: Record<string, string | boolean>): void {
  recordAudit(ctx, {
    action: "assignment.end",
    subject: { kind: "assignment", id: assignment.id },
    editionId: assignment.editionId,
    data: { assessor: assignment.userId, proposal: assignment.proposalId, stage: assignment.stage, ...why },
  });
}

/**
 * Takes back whatever a person still has to lock in an edition, at the given stages (all), as when he leaves his seat; locked
 * sheets keep counting.
 * Organiser only. Returns how many readings ended.
 */
export function endAssignmentsOf(
  ctx: Ctx,
  input: { editionId: Id<"edition">; userId: Id<"user">; stages?: readonly string[]; reason: string },
): number {
  return inTransaction(ctx, () => {
    authorize(mayAssign(ctx.actor, input.editionId));
    const open = listUnlockedOf(ctx, input);
    for (const id of open) store.endAssignment(ctx, id, input.reason);
    if (open.length > 0) {
      recordAudit(ctx, {
        action: "assignment.end",
        subject: { kind: "user", id: input.userId },
        editionId: input.editionId,
        data: { assignments: open, reason: input.reason },
      });
    }
    return open.length;
  });
}
