import { and, asc, count, desc, eq, gt, gte, isNotNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { listCheckpoints, verifierKey } from "#app/features/audit/checkpoints/queries.server.ts";
import type { AuditFilter } from "#app/features/audit/inputs.ts";
import { mayReadRecords } from "#app/features/audit/policy.ts";
import { proveEntries } from "#app/features/audit/proofs/queries.server.ts";
import { withoutRecords } from "#app/features/audit/proofs/rules.ts";
import type { Proofs } from "#app/features/audit/proofs/types.ts";
import { contentOf } from "#app/features/audit/rules.ts";
import type { Seals } from "#app/features/audit/state/types.ts";
import type { Json } from "#app/lib/canonical.ts";
import { type Ctx, withheldOf } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { saysNothingOf } from "#app/lib/silence.server.ts";
import { dayOfInstant, instantOfLocal } from "#app/lib/zones.ts";
import { auditEntries } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;
type Asking = Pick<Ctx, "db" | "actor">;

export type AuditRow = { seq: number; at: number; actorId: string | null; action: string; subjectKind: string; subjectId: string };

const columns = {
  seq: auditEntries.seq,
  at: auditEntries.at,
  actorId: auditEntries.actorId,
  action: auditEntries.action,
  subjectKind: auditEntries.subjectKind,
  subjectId: auditEntries.subjectId,
};

/** Entries of an edition that fit the filter, newest first, without those on what is withheld from the person. The caller has asked `mayReadAudit`. */
export function listAuditEntries(ctx: Asking, asked: { editionId: string; zone: string; filter: AuditFilter; limit: number }): AuditRow[] {
  return ctx.db.select(columns).from(auditEntries).where(and(fitting(asked), shownTo(ctx, asked.editionId))).orderBy(desc(auditEntries.seq)).limit(asked.limit).all();
}

function fitting({ editionId, zone, filter }: { editionId: string; zone: string; filter: AuditFilter }): SQL | undefined {
  const { actor, action, subject, day, before } = filter;
  return and(
    eq(auditEntries.editionId, editionId),
    actor === "" ? undefined : eq(auditEntries.actorId, actor),
    action === "" ? undefined : eq(auditEntries.action, action),
    subject === "" ? undefined : eq(auditEntries.subjectId, subject),
    day === "" ? undefined : and(gte(auditEntries.at, midnight(zone, day, 0)), lt(auditEntries.at, midnight(zone, day, 1))),
    before === undefined ? undefined : lt(auditEntries.seq, before),
  );
}

/** Entries in which no withheld entry is named: as their subject, in their words, or in the rows they seal. */
const shownTo = ({ actor }: Pick<Ctx, "actor">, editionId: string): SQL | undefined =>
  saysNothingOf(sql`${auditEntries.subjectId} || coalesce(${auditEntries.record}, '')`, withheldOf(actor, editionId as Id<"edition">).words());

/** The beginning of a day in the edition's zone, or of one after it. */
function midnight(zone: string, day: string, later: number): number {
  const at = dayOfInstant("UTC", Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);
  return instantOfLocal(zone, `${at}T00:00`) ?? 0;
}

/** Acts and people that occur in the log of an edition, for its filter. The caller has asked `mayReadAudit`. */
export function listAuditChoices(ctx: Reach, editionId: string): { actions: string[]; actors: string[] } {
  const of = eq(auditEntries.editionId, editionId);
  const { action, actorId } = auditEntries;
  const actions = ctx.db.select({ action, n: count() }).from(auditEntries).where(of).groupBy(action).orderBy(asc(action)).all();
  const actors = ctx.db.select({ actorId, n: count() }).from(auditEntries).where(and(of, isNotNull(actorId))).groupBy(actorId).all();
  return { actions: actions.map((row) => row.action), actors: actors.map((row) => row.actorId as string) };
}

export type AuditEntryPage = AuditRow & {
  leaf: string;
  chain: string;
  /** Whether the words were erased by law. */
  erased: boolean;
  /** What the entry says, for auditors alone. */
  content: { data: Json; rows: Seals } | null;
  /** Null until a checkpoint covers the entry. */
  proofs: Proofs | null;
};

/** One entry of an edition with its proof; undefined where there is none. The caller has asked `mayReadAudit`. */
export function findAuditEntry(ctx: Ctx, { editionId, seq }: { editionId: string; seq: number }): AuditEntryPage | undefined {
  const { leaf, chain, record } = auditEntries;
  const of = and(eq(auditEntries.seq, seq), eq(auditEntries.editionId, editionId), shownTo(ctx, editionId));
  const row = ctx.db.select({ ...columns, leaf, chain, record }).from(auditEntries).where(of).get();
  if (!row) return undefined;
  const { record: words, ...entry } = row;
  const isRevealed = mayReadRecords(ctx.actor, editionId);
  const said = words !== null && isRevealed ? contentOf(words) : null;
  const proofs = proveEntries(ctx, { seqs: [seq] });
  const shown = proofs && proofs.entries.length > 0 ? (isRevealed ? proofs : withoutRecords(proofs)) : null;
  return { ...entry, erased: words === null, content: said && { data: said.data, rows: said.rows ?? {} }, proofs: shown };
}

const lot = 1_000;

/**
 * The whole log as lines of JSON for `anugerah-verify.mjs`: every leaf, so that roots can be computed, and records with their salts
 * of this edition alone and for its auditors alone, none on what is withheld from them; then every checkpoint. In lots, so that no reader holds the server up. The
 * caller has asked `mayReadAudit`.
 */
export function* exportLog(ctx: Ctx, editionId: string): Generator<string> {
  const isRevealed = mayReadRecords(ctx.actor, editionId);
  const isShown = shownTo(ctx, editionId) ?? sql`1`;
  yield line({ format: "anugerah-log/1", key: verifierKey(ctx) });
  const checkpoints = listCheckpoints(ctx, { limit: 1_000_000 });
  // What is written while the export runs is after its last checkpoint and left out.
  const size = checkpoints[0]?.size ?? Number.MAX_SAFE_INTEGER;
  for (let last = 0; ; ) {
    const page = ctx.db.select({ entry: auditEntries, isShown: sql<number>`${isShown}` }).from(auditEntries).where(and(gt(auditEntries.seq, last), lte(auditEntries.seq, size))).orderBy(asc(auditEntries.seq)).limit(lot).all();
    if (page.length === 0) break;
    last = page.at(-1)?.entry.seq ?? last;
    yield page
      .map(({ entry: { seq, leaf, chain, salt, record, editionId: of }, isShown: open }) =>
        line({ seq, leaf, chain, ...(isRevealed && open === 1 && of === editionId && record !== null ? { salt, record } : {}) }),
      )
      .join("");
  }
  for (const { note } of checkpoints.toReversed()) yield line({ checkpoint: note });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
