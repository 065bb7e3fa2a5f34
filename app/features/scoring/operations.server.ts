import { addressOf } from "#app/features/accounts/queries.server.ts";
import { callAnotherReader } from "#app/features/assignment/extra/operations.server.ts";
import { readersOf } from "#app/features/assignment/targets/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { bindEdition } from "#app/features/competitions/commitments/operations.server.ts";
import type { Rubric } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { asSeated, editionFacts, requireOpen, rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { mayMark, mayReopen } from "#app/features/scoring/policy.ts";
import { countStanding, hasAgreement, sourcesByEntry } from "#app/features/scoring/agreement/queries.server.ts";
import { findWork, isRoundClosed, listStoredMarks, type Work } from "#app/features/scoring/queries.server.ts";
import { callsAnother, differenceOf } from "#app/features/scoring/divergence/rules.ts";
import { checkMark, checkNote, nextStatus, printPoints, requireComplete, weightedTotal } from "#app/features/scoring/rules.ts";
import { standingOf } from "#app/features/scoring/sheet/rules.ts";
import * as store from "#app/features/scoring/store.server.ts";
import type { Saved, SheetEntry, SheetId } from "#app/features/scoring/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Desk = { work: Work; edition: Edition; rubric: Rubric; actor: Actor; standing: "next" | "same" };

/**
 * Keeps what is on a sheet so far; criteria may be without a mark (hundredths of a point). Only the holder of a standing
 * assignment (404, also once he is in conflict with the entry: its page says no more), inside the stage's window, on a sheet that is
 * not locked; refuses an older revision (`scoring.stale`) unless it holds the stored text itself, which is not written again, or a
 * later text of the page that saved it.
 */
export function saveMarks(ctx: Ctx, input: SheetEntry): Saved {
  return inTransaction(ctx, () => {
    const desk = sitDown(ctx, input);
    const { sheet } = desk.work;
    if (sheet && desk.standing === "same") return { sheetId: sheet.id, revision: sheet.revision, savedAt: sheet.updatedAt };
    const saved = keepSheet(ctx, desk, input, { status: "draft", lockedAt: null });
    // However often a sheet saves itself: no mark is ever other than the log says.
    audit(ctx, desk, saved.sheetId, "scoring.save", input.marks);
    return saved;
  });
}

/**
 * Keeps the sheet and locks it. Refusals as in saveMarks, and `scoring.markMissing` unless every criterion has its mark.
 * Totals that diverge call one more reader, unless the edition has that previewed.
 * Criteria that are not sent keep what was saved before.
 */
export function lockSheet(ctx: Ctx, input: SheetEntry): Saved {
  return inTransaction(ctx, () => {
    const desk = sitDown(ctx, input);
    const marks = { ...storedMarks(ctx, desk, input), ...input.marks };
    requireComplete(desk.rubric, marks);
    const saved = keepSheet(ctx, desk, input, { status: "locked", lockedAt: ctx.now });
    audit(ctx, desk, saved.sheetId, "scoring.lock", { ...marks, total: weightedTotal(desk.rubric, marks) });
    callWhereDivergent(ctx, desk);
    return saved;
  });
}

/**
 * The last independent sheet of an entry calls one more reader by itself where the totals lie further apart than the edition bears,
 * once; where nobody is left to read it, or the edition has the effect seen first, it waits among `listAwaitingReaders`.
 */
function callWhereDivergent(ctx: Ctx, { work, edition }: Desk): void {
  const { editionId, stage, proposalId } = work;
  const { divergence: threshold, thirdReader } = edition.definition.reading;
  if (threshold === null || thirdReader !== "atOnce" || stageOf(edition.definition, stage).kind !== "desk") return;
  const totals = (sourcesByEntry(ctx, { editionId, stage, proposalIds: [proposalId] }).get(proposalId) ?? []).map(({ total }) => total);
  const standing = countStanding(ctx, { editionId, stage, proposalId });
  if (!callsAnother({ totals, standing, readers: readersOf(ctx, { editionId, stage }), threshold })) return;
  const words = { difference: printPoints(Math.round(differenceOf(totals))), limit: printPoints(threshold) };
  try {
    callAnotherReader(ctx, { editionId, stage, proposalId, reason: translators.id("scoring.entries.calls", words) });
  } catch (error) {
    // An entry that has meanwhile been withdrawn takes no further reader; the lock of its sheet stands all the same.
    if (!(error instanceof DomainError)) throw error;
  }
}

function sitDown(ctx: Ctx, input: SheetEntry): Desk {
  const work = findWork(ctx, input.assignmentId);
  if (!work || !mayMark(ctx.actor, work)) throw notFound("scoring.unknown");
  const actor = ctx.actor as Actor;
  if (findConflict(ctx, { ...work, userId: actor.userId })) throw notFound("scoring.unknown");
  const edition = getEdition(ctx, work.editionId);
  const rubric = rubricOf(edition.definition, work.stage);
  requireOpen(edition.definition, work.stage, ctx.now);
  if (isRoundClosed(ctx, work)) throw new DomainError("scoring.roundClosed", { kind: "conflict" });
  if (work.sheet) nextStatus(work.sheet.status, "save");
  const standing = standingAt(ctx, work, input);
  if (standing === "other") throw stale(edition, work.sheet?.updatedAt);
  for (const [key, mark] of Object.entries(input.marks)) checkMark(rubric, key, mark);
  for (const [key, note] of Object.entries(input.notes)) {
    checkMark(rubric, key, null);
    checkNote(note);
  }
  checkNote(input.note);
  return { work, edition, rubric, actor, standing };
}

function standingAt(ctx: Ctx, { sheet }: Work, input: SheetEntry): "next" | "same" | "other" {
  if ((sheet?.revision ?? 0) === input.revision) return "next";
  return sheet ? standingOf({ ...sheet, marks: listStoredMarks(ctx, sheet.id) }, input) : "other";
}

function stale(edition: Edition, at: number | undefined): DomainError {
  if (at === undefined) return new DomainError("scoring.stale", { kind: "conflict" });
  return new DomainError("scoring.staleSince", {
    kind: "conflict",
    params: { time: { at, zone: edition.definition.zone } },
  });
}

function storedMarks(ctx: Ctx, { work, rubric }: Desk, input: SheetEntry): Record<string, number | null> {
  const allSent = rubric.criteria.every(({ key }) => key in input.marks);
  if (allSent || !work.sheet) return {};
  return Object.fromEntries(listStoredMarks(ctx, work.sheet.id).map((row) => [row.criterionKey, row.mark]));
}

type Change = { status: "draft" | "locked"; lockedAt: number | null };

function keepSheet(ctx: Ctx, { work, edition, rubric, actor }: Desk, input: SheetEntry, change: Change): Saved {
  const revision = (work.sheet?.revision ?? 0) + 1;
  const own = input.privateNote === undefined ? {} : { privateNote: input.privateNote };
  const fresh = { ...change, ...own, note: input.note, revision, lastPage: input.pages?.[0] ?? null, updatedAt: ctx.now };
  const { sheet } = work;
  const sheetId = sheet?.id ?? ctx.newId("sheet");
  if (!sheet) {
    const { assignmentId, editionId, stage, proposalId } = work;
    bindEdition(ctx, editionId);
    store.insertSheet(ctx, { id: sheetId, assignmentId, editionId, stage, proposalId, userId: actor.userId, begunAt: ctx.now, ...fresh });
  } else if (!store.updateSheet(ctx, sheet, fresh)) {
    throw stale(edition, sheet.updatedAt);
  }
  const sent = rubric.criteria.filter(({ key }) => key in input.marks);
  store.saveMarkRows(
    ctx,
    sent.map(({ key }) => ({ sheetId, criterionKey: key, mark: input.marks[key] ?? null, note: input.notes[key] ?? "" })),
  );
  return { sheetId, revision, savedAt: ctx.now };
}

function audit(ctx: Ctx, { work }: Desk, sheetId: SheetId, action: string, marks: Record<string, number | null>): void {
  recordAudit(ctx, {
    action,
    subject: { kind: "sheet", id: sheetId },
    editionId: work.editionId,
    data: { stage: work.stage, proposal: work.proposalId, marks },
  });
}

/**
 * The chair opens a locked sheet again, with a reason that its assessor reads. Refused outside the stage's window (409): a list
 * is made from locked sheets only after it, so no signed list can change under its signatures. 404 for a chair in conflict with
 * the entry or its agency; refuses a desk closed with readings missing (`scoring.roundClosed`), and an entry on
 * which a group has agreed since (`scoring.agreed`): its independent marks are frozen.
 */
export function reopenSheet(ctx: Ctx, input: { sheetId: SheetId; reason: string }): void {
  inTransaction(ctx, () => {
    const sheet = store.findSheet(ctx, input.sheetId);
    if (!sheet) throw notFound("scoring.unknown");
    authorize(mayReopen(ctx.actor, sheet.editionId));
    const edition = getEdition(ctx, sheet.editionId);
    const { agencyId } = getProposal(ctx, sheet.proposalId);
    if (findConflict(ctx, { ...sheet, agencyId, userId: (ctx.actor as Actor).userId })) throw notFound("scoring.unknown");
    const status = nextStatus(sheet.status, "reopen");
    requireOpen(edition.definition, sheet.stage, ctx.now);
    if (isRoundClosed(ctx, sheet)) throw new DomainError("scoring.roundClosed", { kind: "conflict" });
    if (hasAgreement(ctx, sheet)) throw new DomainError("scoring.agreed", { kind: "conflict" });
    const change = { status, lockedAt: null, revision: sheet.revision + 1, updatedAt: ctx.now };
    if (!store.updateSheet(ctx, sheet, change)) throw stale(edition, sheet.updatedAt);
    recordAudit(ctx, {
      action: "scoring.reopen",
      subject: { kind: "sheet", id: sheet.id },
      editionId: edition.id,
      data: { stage: sheet.stage, proposal: sheet.proposalId, assessor: sheet.userId, reason: input.reason },
    });
    tellAssessor(ctx, edition, sheet, input.reason);
  });
}

function tellAssessor(ctx: Ctx, edition: Edition, sheet: store.SheetRow, reason: string): void {
  const address = addressOf(ctx, sheet.userId);
  if (!address) return;
  const number = numberText(edition.definition.year, getProposal(ctx, sheet.proposalId).number ?? 0);
  const url = `/assessor/${edition.id}/sheets/${sheet.assignmentId}`;
  const facts = { ...editionFacts(edition, address.locale), number, reason };
  leaveNotice(ctx, { userId: sheet.userId, kind: "sheetReopened", params: facts, url });
  queueMail(ctx, {
    dedupeKey: `reopened:${sheet.id}:${sheet.revision}`,
    recipient: address.email,
    locale: address.locale,
    template: "sheetReopened",
    standing: asSeated(sheet.userId, edition.id),
    params: { name: address.name, ...facts, link: `${ctx.baseUrl}${url}` },
  });
}
