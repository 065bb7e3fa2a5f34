import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm";
import { mayImportPeople } from "#app/features/competitions/people/policy.ts";
import type { ImportId, ImportKind, ImportStatus, JudgedRow, RowVerdict } from "#app/features/competitions/people/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { personImportRows, personImports } from "#db/schema/people.ts";

type Reach = Pick<Ctx, "db">;

export type ImportView = {
  id: ImportId;
  kind: ImportKind;
  scopeId: string;
  fileName: string;
  status: ImportStatus;
  createdAt: number;
  counts: Record<RowVerdict, number>;
  rows: number;
};

/** A table of people for whoever may apply it; for anybody else it does not exist. */
export function getImport(ctx: Ctx, id: ImportId): ImportView {
  const found = ctx.db.select().from(personImports).where(eq(personImports.id, id)).get();
  if (!found || !mayImportPeople(ctx.actor, found)) throw notFound("people.importUnknown");
  const { kind, scopeId, fileName, status, createdAt } = found;
  const counts = countVerdicts(ctx, id);
  return { id, kind, scopeId, fileName, status, createdAt, counts, rows: Object.values(counts).reduce((sum, one) => sum + one, 0) };
}

function countVerdicts(ctx: Reach, id: ImportId): Record<RowVerdict, number> {
  const rows = ctx.db
    .select({ verdict: personImportRows.verdict, n: count() })
    .from(personImportRows)
    .where(eq(personImportRows.importId, id))
    .groupBy(personImportRows.verdict)
    .all();
  const none = { newAccount: 0, existing: 0, already: 0, fault: 0, done: 0, failed: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ verdict, n }) => [verdict, n])) };
}

type RowFilter = { verdict?: RowVerdict | null; limit: number; offset?: number };

const columns = {
  line: personImportRows.line,
  name: personImportRows.name,
  email: personImportRows.email,
  role: personImportRows.role,
  place: personImportRows.place,
  verdict: personImportRows.verdict,
  faults: personImportRows.faults,
};

/** Rows in the order of the table. The caller got the import first. */
export const listImportRows = (ctx: Reach, id: ImportId, { verdict, limit, offset = 0 }: RowFilter): JudgedRow[] =>
  ctx.db
    .select(columns)
    .from(personImportRows)
    .where(and(eq(personImportRows.importId, id), verdict ? eq(personImportRows.verdict, verdict) : undefined))
    .orderBy(asc(personImportRows.line))
    .limit(limit)
    .offset(offset)
    .all();

/** Rows of some addresses, in the order of the table. The caller got the import first. */
export const listRowsOf = (ctx: Reach, id: ImportId, emails: readonly string[]): JudgedRow[] =>
  ctx.db
    .select(columns)
    .from(personImportRows)
    .where(and(eq(personImportRows.importId, id), inArray(personImportRows.email, [...emails])))
    .orderBy(asc(personImportRows.line))
    .all();

export const findImportRow = (ctx: Reach, id: ImportId, line: number): JudgedRow | undefined =>
  ctx.db.select(columns).from(personImportRows).where(and(eq(personImportRows.importId, id), eq(personImportRows.line, line))).get();

/** The next rows the worker acts on. */
export const listWaitingRows = (ctx: Reach, id: ImportId, limit: number): JudgedRow[] =>
  ctx.db
    .select(columns)
    .from(personImportRows)
    .where(and(eq(personImportRows.importId, id), inArray(personImportRows.verdict, ["newAccount", "existing"])))
    .orderBy(asc(personImportRows.line))
    .limit(limit)
    .all();

/** What the worker needs to know: who applied it, and where it belongs. Unscoped: for the system alone. */
export const findApplied = (ctx: Reach, id: ImportId) => ctx.db.select().from(personImports).where(eq(personImports.id, id)).get();

export type ImportCard = { id: ImportId; fileName: string; status: ImportStatus; createdAt: number };

/** Tables of a scope that were not thrown away, the last first. */
export function listImports(ctx: Ctx, scope: { kind: ImportKind; scopeId: string }): ImportCard[] {
  if (!mayImportPeople(ctx.actor, scope)) throw notFound("people.importUnknown");
  return ctx.db
    .select({ id: personImports.id, fileName: personImports.fileName, status: personImports.status, createdAt: personImports.createdAt })
    .from(personImports)
    .where(and(eq(personImports.kind, scope.kind), eq(personImports.scopeId, scope.scopeId), ne(personImports.status, "discarded")))
    .orderBy(desc(personImports.createdAt), asc(personImports.id))
    .limit(20)
    .all();
}
