import { and, eq, or, sql } from "drizzle-orm";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { SimilarityPairId } from "#app/features/screening/similarity/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { similarityPairs, similarityPostings, similaritySketches } from "#db/schema/similarity.ts";

type Reach = Pick<Ctx, "db">;
export type PairRow = typeof similarityPairs.$inferSelect;
export type NewPair = typeof similarityPairs.$inferInsert;

/** Names as they lie in the database: little-endian whatever the machine. */
export function packed(names: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(names.length * 4);
  names.forEach((name, i) => bytes.writeUInt32LE(name, i * 4));
  return bytes;
}

export const unpacked = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4));

/** Takes an entry out of the index; its pairs stay with what was said of them. */
export function removeSketch(ctx: Reach, proposalId: ProposalId): void {
  const known = ctx.db.select().from(similaritySketches).where(eq(similaritySketches.proposalId, proposalId)).get();
  if (!known) return;
  const posting = and(eq(similarityPostings.name, sql.placeholder("name")), eq(similarityPostings.sketch, known.seq));
  const removal = ctx.db.delete(similarityPostings).where(posting).prepare();
  for (const name of unpacked(known.names)) removal.run({ name });
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
  const insertion = ctx.db
    .insert(similarityPostings)
    .values({ name: sql.placeholder("name"), sketch: seq })
    .prepare();
  for (const name of names) insertion.run({ name });
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
