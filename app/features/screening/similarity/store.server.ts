import { and, eq, or, sql } from "drizzle-orm";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { packed, unpacked } from "#app/features/screening/similarity/sketch/rules.ts";
import type { SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { similarityPairs, similarityPostings, similaritySketches } from "#db/schema/similarity.ts";

type Reach = Pick<Ctx, "db">;
export type PairRow = typeof similarityPairs.$inferSelect;
export type NewPair = typeof similarityPairs.$inferInsert;

/** Takes an entry out of the index; its pairs stay with what was said of them. */
export function removeSketch(ctx: Reach, proposalId: ProposalId): void {
  const known = ctx.db.select().from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get();
  if (!known) return;
  const names = sql`(select value from json_each(${JSON.stringify([...unpacked(known.names)])}))`;
  ctx.db.delete(similarityPostings).where(and(sql`${similarityPostings.name} in ${names}`, eq(similarityPostings.sketch, known.seq))).run();
  ctx.db.delete(similaritySketches).where(eq(similaritySketches.seq, known.seq)).run();
}

export type NewSketch = { proposalId: ProposalId; version: number; titleKey: string; names: Uint32Array };

/** Puts the sketch of a version in the place of the earlier one. */
export function replaceSketch(ctx: Ctx, { names, ...sketch }: NewSketch): void {
  removeSketch(ctx, sketch.proposalId);
  const { seq } = ctx.db
    .insert(similaritySketches)
    .values({ ...sketch, names: packed(names), sketchedAt: ctx.now })
    .returning({ seq: similaritySketches.seq })
    .get();
  // One statement: the lock is held for half as long as with one a shingle.
  ctx.db.run(sql`insert into ${similarityPostings} (name, sketch) select value, ${seq} from json_each(${JSON.stringify([...names])})`);
}

/** Every pair of an entry, on whichever side it stands. */
export const findPairs = (ctx: Reach, proposalId: ProposalId): PairRow[] =>
  ctx.db
    .select()
    .from(similarityPairs)
    .where(or(eq(similarityPairs.proposalId, proposalId), eq(similarityPairs.otherProposalId, proposalId)))
    .all();

export function deletePair(ctx: Reach, id: SimilarityPairId): void {
  ctx.db.delete(similarityPairs).where(eq(similarityPairs.id, id)).run();
}

export function savePair(ctx: Reach, pair: NewPair): void {
  const { id: _id, ...change } = pair;
  ctx.db.insert(similarityPairs).values(pair).onConflictDoUpdate({ target: similarityPairs.id, set: change }).run();
}

/** Answers false when the pair is no longer what the person saw. */
export const updateVerdict = (
  ctx: Reach,
  pair: Pick<PairRow, "id" | "foundAt">,
  change: Pick<PairRow, "state" | "note" | "judgedBy" | "judgedAt">,
): boolean =>
  ctx.db
    .update(similarityPairs)
    .set(change)
    .where(and(eq(similarityPairs.id, pair.id), eq(similarityPairs.foundAt, pair.foundAt)))
    .run().changes === 1;
