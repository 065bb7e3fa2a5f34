import { setImmediate as breathe } from "node:timers/promises";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { mayImportPeople } from "#app/features/competitions/people/policy.ts";
import { findImportRow, getImport, listImportRows, listRowsOf } from "#app/features/competitions/people/queries.server.ts";
import { judgeRows, rowsOf } from "#app/features/competitions/people/rules.ts";
import * as store from "#app/features/competitions/people/store.server.ts";
import { surroundingsOf } from "#app/features/competitions/people/surroundings/queries.server.ts";
import type { ImportField, ImportId, ImportKind, JudgedRow, RowVerdict } from "#app/features/competitions/people/types.ts";
import { enqueue } from "#app/jobs/queue.server.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import { type Actor, type Ctx, isOperator } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/** Rows written in one transaction, so that nobody else waits for the lock. */
const rowsAtOnce = 250;
/** Rows of a table; an edition has a few hundred people, a ministry a few thousand writers. */
export const rowLimit = 10_000;

type Sheet = { header: readonly string[]; rows: readonly (readonly string[])[]; lines: readonly number[] };

/**
 * Keeps a table of people with what would happen to each row; nobody is invited yet. Refuses `people.columnsMissing` and 404 for
 * whoever may not invite here. Written in parts: until the last one stands the import is `reading`.
 */
export async function readPeople(ctx: Ctx, input: { kind: ImportKind; scopeId: string; fileName: string; sheet: Sheet }): Promise<ImportId> {
  const { kind, scopeId, sheet } = input;
  if (!mayImportPeople(ctx.actor, input)) throw notFound("people.importUnknown");
  const rows = rowsOf(sheet);
  const judged = judgeRows(rows, surroundingsOf(ctx, { kind, scopeId }, rows.map(({ email }) => email)));
  const id = ctx.newId("personImport");
  const { userId: createdBy } = ctx.actor as Actor;
  const fileName = cleanLine(input.fileName).slice(0, 200);
  const fresh = { status: "reading" as const, createdBy, createdAt: ctx.now, appliedBy: null, appliedAt: null };
  inTransaction(ctx, () => store.insertImport(ctx, { id, kind, scopeId, fileName, ...fresh }));
  for (let from = 0; from < judged.length; from += rowsAtOnce) {
    inTransaction(ctx, () => store.insertRows(ctx, id, judged.slice(from, from + rowsAtOnce)));
    await breathe();
  }
  inTransaction(ctx, () => store.moveImport(ctx, { id, from: "reading" }, { status: "ready" }));
  return id;
}

/**
 * Mends one row and judges again those of its address, before and after, because another row may have waited for it: rows of other
 * addresses do not hang on it. Refuses what is no longer to be looked at.
 */
export function mendRow(ctx: Ctx, input: { importId: ImportId; line: number } & Record<ImportField, string>): void {
  inTransaction(ctx, () => {
    const found = readyImport(ctx, input.importId);
    const { line } = input;
    const before = findImportRow(ctx, found.id, line);
    if (!before) throw notFound("people.importUnknown");
    const mended = { name: cleanLine(input.name), email: cleanLine(input.email).toLowerCase(), role: cleanLine(input.role), place: cleanLine(input.place) };
    store.updateRow(ctx, found.id, { line, ...mended });
    const rows = listRowsOf(ctx, found.id, [before.email, mended.email]);
    for (const row of changedVerdicts(ctx, found, rows)) store.updateRow(ctx, found.id, row);
  });
}

type Judging = { id: ImportId; kind: ImportKind; scopeId: string };
type Judged = Pick<JudgedRow, "line" | "verdict" | "faults">;

function changedVerdicts(ctx: Ctx, found: Judging, rows: readonly JudgedRow[]): Judged[] {
  const judged = judgeRows(rows, surroundingsOf(ctx, found, rows.map(({ email }) => email)));
  return judged.filter((row, index) => !isSameVerdict(row, rows[index] as JudgedRow)).map(({ line, verdict, faults }) => ({ line, verdict, faults }));
}

/** Judges a whole table as the world stands now, and writes what changed in parts, so that nobody else waits for the lock. */
async function judgeAll(ctx: Ctx, found: Judging): Promise<void> {
  const changed = changedVerdicts(ctx, found, listImportRows(ctx, found.id, { limit: rowLimit }));
  for (let from = 0; from < changed.length; from += rowsAtOnce) {
    inTransaction(ctx, () => {
      readyImport(ctx, found.id);
      for (const row of changed.slice(from, from + rowsAtOnce)) store.updateRow(ctx, found.id, row);
    });
    await breathe();
  }
}

const isSameVerdict = (one: JudgedRow, other: JudgedRow): boolean =>
  one.verdict === other.verdict && JSON.stringify(one.faults) === JSON.stringify(other.faults);

function readyImport(ctx: Ctx, id: ImportId) {
  const found = getImport(ctx, id);
  if (found.status !== "ready") throw new DomainError("people.importOver", { kind: "conflict" });
  return found;
}

/**
 * Starts inviting everybody whose row has no fault; the worker does it, a row at a time, and says so on the page. Rows at fault
 * stay. Refuses `people.nothingToApply` and an import that was applied or thrown away (`people.importOver`).
 */
export async function applyImport(ctx: Ctx, input: { importId: ImportId }): Promise<void> {
  await judgeAll(ctx, readyImport(ctx, input.importId));
  inTransaction(ctx, () => {
    const found = readyImport(ctx, input.importId);
    const { counts } = getImport(ctx, found.id);
    if (counts.newAccount + counts.existing === 0) throw new DomainError("people.nothingToApply", { kind: "conflict" });
    const { userId: appliedBy } = ctx.actor as Actor;
    store.moveImport(ctx, { id: found.id, from: "ready" }, { status: "applying", appliedBy, appliedAt: ctx.now });
    enqueue(ctx, { kind: "competitions.peopleImport", payload: { importId: found.id }, dedupeKey: `people:${found.id}` });
    const isSeats = found.kind === "seats";
    recordAudit(ctx, {
      action: "competitions.importPeople",
      subject: { kind: isSeats ? "edition" : "agency", id: found.scopeId },
      ...(isSeats ? { editionId: found.scopeId } : {}),
      data: { file: found.fileName, ...counts },
    });
  });
}

/** Throws a table away that was not applied. */
export function discardImport(ctx: Ctx, input: { importId: ImportId }): void {
  inTransaction(ctx, () => {
    const { id } = readyImport(ctx, input.importId);
    store.moveImport(ctx, { id, from: "ready" }, { status: "discarded" });
  });
}

/** Notes what became of a row, in the transaction of the invitation itself. Only the system does. */
export function settleRow(ctx: Ctx, input: { importId: ImportId; line: number; verdict: RowVerdict; faults?: JudgedRow["faults"] }): void {
  const { importId, ...row } = input;
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    store.updateRow(ctx, importId, { faults: [], ...row });
  });
}

/** Notes that no row waits any more. Only the system does. */
export function finishImport(ctx: Ctx, input: { importId: ImportId }): void {
  inTransaction(ctx, () => {
    authorize(isOperator(ctx.actor));
    store.moveImport(ctx, { id: input.importId, from: "applying" }, { status: "done" });
  });
}
