import { and, count, eq, gt, inArray, isNull, lt, max, ne, or, sql } from "drizzle-orm";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { documentLimit, intersection, isNotable, containment, fewestShared, weightOf } from "#app/features/screening/similarity/index/rules.ts";
import { commonestTitle, titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { awardRecords } from "#db/schema/archive.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";
import { similarityPostings, similaritySketches } from "#db/schema/similarity.ts";

type Base = Pick<Ctx, "db">;

/** Entries whose standing version has not been compared yet, the earliest submission first; withdrawn ones that still are in the index. */
export function listUncompared(ctx: Base, limit: number): ProposalId[] {
  const standing = ctx.db
    .select({ proposalId: submissions.proposalId, version: max(submissions.version).as("standing_version") })
    .from(submissions)
    .groupBy(submissions.proposalId)
    .as("standing");
  const isBehind = and(ne(proposals.reach, "draft"), or(isNull(similaritySketches.version), lt(similaritySketches.version, standing.version)));
  const isGone = and(eq(proposals.reach, "draft"), gt(similaritySketches.version, 0));
  return ctx.db
    .select({ id: proposals.id })
    .from(standing)
    .innerJoin(proposals, eq(proposals.id, standing.proposalId))
    .leftJoin(similaritySketches, eq(similaritySketches.proposalId, proposals.id))
    .where(or(isBehind, isGone))
    .orderBy(proposals.submittedAt, proposals.id)
    .limit(limit)
    .all()
    .map(({ id }) => id);
}

/** Whether the standing version of an entry has been compared. */
export function isCompared(ctx: Base, proposalId: ProposalId): boolean {
  const standing = ctx.db.select({ version: max(submissions.version) }).from(submissions).where(eq(submissions.proposalId, proposalId)).get();
  const sketch = ctx.db.select({ version: similaritySketches.version }).from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get();
  return sketch !== undefined && sketch.version === standing?.version;
}

export type Likeness = { proposalId: ProposalId; share: number; otherShare: number; sameTitle: boolean };

export type Sketch = { proposalId: ProposalId; titleKey: string; names: Uint32Array };

/**
 * The entries that share enough with one, by shingles or by title, whether or not an earlier version of it is in the index: about
 * 300 looks into the index, a few milliseconds however many entries there are. Shares 0 to 1 of what counts in either text.
 */
export function findLike(ctx: Base, { proposalId, titleKey: key, names }: Sketch): Likeness[] {
  const own = seqOf(ctx, proposalId);
  const limit = documentLimit(countSketches(ctx) + (own === undefined ? 1 : 0));
  const mine = new Set(names);
  const lookUp = firstHolders(ctx, limit + 2);
  /** The others that hold a shingle; null when, with this entry, too many do. */
  const others = (name: number): number[] | null => {
    const holders = lookUp(name).filter((seq) => seq !== own);
    return holders.length + (mine.has(name) ? 1 : 0) > limit ? null : holders;
  };
  const shared = new Map<number, number>();
  let counted = 0;
  for (const name of names) {
    const holders = others(name);
    if (holders) counted += 1;
    for (const seq of holders ?? []) shared.set(seq, (shared.get(seq) ?? 0) + 1);
  }
  const weight = weightOf(counted, names.length);
  const titled = sameTitle(ctx, key, own);
  const candidates = [...shared].filter(([, n]) => n >= fewestShared).map(([seq]) => seq);
  return rowsOf(ctx, [...new Set([...candidates, ...titled])]).flatMap((row) => {
    const both = shared.get(row.seq) ?? 0;
    const all = numbers(row.names);
    const theirs = weightOf(all.filter((name) => others(name) !== null).length, all.length);
    const isTitled = titled.includes(row.seq);
    if (!isTitled && !isNotable(both, { a: weight, b: theirs })) return [];
    return [{ proposalId: row.proposalId, share: containment(both, weight), otherShare: containment(both, theirs), sameTitle: isTitled }];
  });
}

const seqOf = (ctx: Base, proposalId: ProposalId): number | undefined =>
  ctx.db.select({ seq: similaritySketches.seq }).from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get()?.seq;

const countSketches = (ctx: Base): number => ctx.db.select({ n: count() }).from(similaritySketches).get()?.n ?? 0;

/** The first `most` sketches that hold a shingle. */
function firstHolders(ctx: Base, most: number): (name: number) => number[] {
  const lookUp = ctx.db
    .select({ sketch: similarityPostings.sketch })
    .from(similarityPostings)
    .where(eq(similarityPostings.name, sql.placeholder("name")))
    .limit(most)
    .prepare();
  return (name) => lookUp.all({ name }).map(({ sketch }) => sketch);
}

function sameTitle(ctx: Base, key: string, own: number | undefined): number[] {
  if (key === "") return [];
  const titled = and(eq(similaritySketches.titleKey, key), own === undefined ? undefined : ne(similaritySketches.seq, own));
  const rows = ctx.db.select({ seq: similaritySketches.seq }).from(similaritySketches).where(titled).limit(commonestTitle).all();
  return rows.length >= commonestTitle ? [] : rows.map((row) => row.seq);
}

const rowsOf = (ctx: Base, seqs: readonly number[]) =>
  seqs.length === 0 ? [] : ctx.db.select().from(similaritySketches).where(inArray(similaritySketches.seq, [...seqs])).orderBy(similaritySketches.seq).all();

const numbers = (bytes: Buffer): Uint32Array => Uint32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4));

/** The shingles two entries share that count, for showing the passages. */
export function sharedNames(ctx: Base, one: ProposalId, other: ProposalId): Uint32Array {
  const namesOf = (proposalId: ProposalId): Uint32Array => {
    const row = ctx.db.select({ names: similaritySketches.names }).from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get();
    return row ? numbers(row.names) : new Uint32Array();
  };
  const limit = documentLimit(countSketches(ctx));
  const lookUp = firstHolders(ctx, limit + 1);
  return intersection(namesOf(one), namesOf(other)).filter((name) => lookUp(name).length <= limit);
}

/** Awards of earlier years with the same title. The archive holds titles only, a few thousand. */
export const awardsTitled = (ctx: Base, key: string): Id<"award">[] =>
  key === ""
    ? []
    : ctx.db
        .select({ id: awardRecords.id, title: awardRecords.title })
        .from(awardRecords)
        .orderBy(awardRecords.id)
        .all()
        .filter(({ title }) => titleKey(title) === key)
        .map(({ id }) => id);
