import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import type { CosignatureKind, Witness } from "#app/features/audit/witnesses/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { auditCosignatures, auditWitnesses } from "#db/schema/audit.ts";

type Reach = Pick<Ctx, "db">;

/** Everybody who was registered to sign checkpoints beside us, in order; published. */
export const listWitnesses = (ctx: Reach): Witness[] => {
  const { id, title, name, publicKey, registeredAt } = auditWitnesses;
  return ctx.db.select({ id, title, name, publicKey, registeredAt }).from(auditWitnesses).orderBy(asc(registeredAt), asc(name)).all();
};

export type CosignatureView = { checkpoint: number; title: string; name: string; kind: CosignatureKind; signedAt: number | null; receivedAt: number; line: string };

/** Signatures of witnesses under the given checkpoints, in the order they came; published. One statement. */
export function listCosignatures(ctx: Reach, checkpoints: readonly number[]): CosignatureView[] {
  if (checkpoints.length === 0) return [];
  const { checkpoint, kind, signedAt, receivedAt, line } = auditCosignatures;
  return ctx.db
    .select({ checkpoint, title: auditWitnesses.title, name: auditWitnesses.name, kind, signedAt, receivedAt, line })
    .from(auditCosignatures)
    .innerJoin(auditWitnesses, eq(auditWitnesses.id, auditCosignatures.witnessId))
    .where(inArray(checkpoint, [...checkpoints]))
    .orderBy(asc(receivedAt), asc(sql`${auditCosignatures}.rowid`))
    .all();
}

/** Numbers of the checkpoints somebody has signed beside us; published. */
export const listCosigned = (ctx: Reach): number[] => ctx.db.selectDistinct({ number: auditCosignatures.checkpoint }).from(auditCosignatures).all().map(({ number }) => number);

/** A checkpoint as everybody downloads it: our note, and below it the line of each witness. */
export const cosignedNote = (ctx: Reach, { number, note }: Pick<Checkpoint, "number" | "note">): string => [note.trimEnd(), ...listCosignatures(ctx, [number]).map(({ line }) => line), ""].join("\n");
