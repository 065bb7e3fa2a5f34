import { and, count, eq, gt, inArray, isNull, lt, max, ne, or, sql } from "drizzle-orm";
import { isSameInnovation } from "#app/features/proposals/eligibility/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { documentLimit, intersection, isNotable, containment, fewestShared, weightOf } from "#app/features/screening/similarity/index/rules.ts";
import { unpacked } from "#app/features/screening/similarity/sketch/rules.ts";
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
 * The entries that share enough with one, by shingles or by title, whether or not an earlier version of it is in the index: one
 * statement for its 300 shingles and one for those of what may be alike, a few milliseconds however many entries there are.
 * Shares 0 to 1 of what counts in either text.
 */
export function findLike(ctx: Base, { proposalId, titleKey: key, names }: Sketch): Likeness[] {
  const own = seqOf(ctx, proposalId);
  const limit = documentLimit(countSketches(ctx) + (own === undefined ? 1 : 0));
  const mine = new Set(names);
  const held = new Map<number, number[]>();
  const learn = (wanted: Iterable<number>): void => addHolders(ctx, held, { names: [...wanted], most: limit + 2, own });
  /** The others that hold a shingle; null when, with this entry, too many do. */
  const others = (name: number): number[] | null => {
    const holders = held.get(name) ?? [];
    return holders.length + (mine.has(name) ? 1 : 0) > limit ? null : holders;
  };
  learn(names);
  const shared = new Map<number, number>();
  let counted = 0;
  for (const name of names) {
    const holders = others(name);
    if (holders) counted += 1;
    for (const seq of holders ?? []) shared.set(seq, (shared.get(seq) ?? 0) + 1);
  }
  const weight = weightOf(counted, names.length);
  const titled = sameTitle(ctx, key, own);
  const rows = rowsOf(ctx, [...new Set([...worthALook(shared), ...titled])]).map((row) => ({ ...row, all: unpacked(row.names) }));
  learn(new Set(rows.flatMap(({ all }) => [...all].filter((name) => !held.has(name)))));
  return rows.flatMap(({ seq, all, proposalId: other }) => {
    const both = shared.get(seq) ?? 0;
    const theirs = weightOf(all.filter((name) => others(name) !== null).length, all.length);
    const isTitled = titled.includes(seq);
    if (!isTitled && !isNotable(both, { a: weight, b: theirs })) return [];
    return [{ proposalId: other, share: containment(both, weight), otherShare: containment(both, theirs), sameTitle: isTitled }];
  });
}

/** Texts of which one may show the most: whoever copies from more than these copies from a pattern of its own. */
const mostCandidates = 60;

/** The sketches that share enough shingles to be looked at, those that share most. */
const worthALook = (shared: ReadonlyMap<number, number>): number[] =>
  [...shared]
    .filter(([, n]) => n >= fewestShared)
    .sort(([one, n], [other, m]) => m - n || one - other)
    .slice(0, mostCandidates)
    .map(([seq]) => seq);

const seqOf = (ctx: Base, proposalId: ProposalId): number | undefined =>
  ctx.db.select({ seq: similaritySketches.seq }).from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get()?.seq;

const countSketches = (ctx: Base): number => ctx.db.select({ n: count() }).from(similaritySketches).get()?.n ?? 0;

type Wanted = { names: readonly number[]; most: number; own: number | undefined };

/**
 * Adds to `held` the first `most` sketches that hold each shingle, without one's own. One statement: three hundred would cost
 * more than the looking.
 */
function addHolders(ctx: Base, held: Map<number, number[]>, { names, most, own = -1 }: Wanted): void {
  const { name, sketch } = similarityPostings;
  const first = sql`select ${sketch} as seq from ${similarityPostings} where ${name} = shingle.value and ${sketch} <> ${own} limit ${most}`;
  const found = sql`select shingle.value as name, (select group_concat(seq) from (${first})) as holders from json_each(${JSON.stringify(names)}) as shingle`;
  for (const row of ctx.db.all<{ name: number; holders: string | null }>(found)) held.set(row.name, row.holders?.split(",").map(Number) ?? []);
}

function sameTitle(ctx: Base, key: string, own: number | undefined): number[] {
  if (key === "") return [];
  const titled = and(eq(similaritySketches.titleKey, key), own === undefined ? undefined : ne(similaritySketches.seq, own));
  const rows = ctx.db.select({ seq: similaritySketches.seq }).from(similaritySketches).where(titled).limit(commonestTitle).all();
  return rows.length >= commonestTitle ? [] : rows.map((row) => row.seq);
}

const rowsOf = (ctx: Base, seqs: readonly number[]) =>
  seqs.length === 0 ? [] : ctx.db.select().from(similaritySketches).where(inArray(similaritySketches.seq, [...seqs])).orderBy(similaritySketches.seq).all();

/** The shingles two entries share that count, for showing the passages. */
export function sharedNames(ctx: Base, one: ProposalId, other: ProposalId): Uint32Array {
  const namesOf = (proposalId: ProposalId): Uint32Array => {
    const row = ctx.db.select({ names: similaritySketches.names }).from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get();
    return row ? unpacked(row.names) : new Uint32Array();
  };
  const limit = documentLimit(countSketches(ctx));
  const both = intersection(namesOf(one), namesOf(other));
  const held = new Map<number, number[]>();
  addHolders(ctx, held, { names: [...both], most: limit + 1, own: undefined });
  return both.filter((name) => (held.get(name)?.length ?? 0) <= limit);
}

/** An award whose title names the same innovation; `sameTitle` when its letters are the same. */
export type TitledAward = { awardId: Id<"award">; sameTitle: boolean };

/**
 * Awards of earlier years whose title is the same, or says most of the telling words of the shorter title (isSameInnovation, as
 * for exclusions). A title that many awards bear tells nothing. The archive holds titles only, a few thousand.
 */
export function awardsTitled(ctx: Base, title: string): TitledAward[] {
  const key = titleKey(title);
  if (key === "") return [];
  const alike = ctx.db
    .select({ id: awardRecords.id, title: awardRecords.title })
    .from(awardRecords)
    .orderBy(awardRecords.id)
    .all()
    .flatMap((award) => {
      const sameTitle = titleKey(award.title) === key;
      return sameTitle || isSameInnovation(title, award.title) ? [{ awardId: award.id, sameTitle }] : [];
    });
  return alike.length > commonestTitle ? alike.filter(({ sameTitle }) => sameTitle) : alike;
}
