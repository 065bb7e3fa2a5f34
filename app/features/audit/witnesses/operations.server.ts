import { findCheckpoint } from "#app/features/audit/checkpoints/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { mayRegisterWitness } from "#app/features/audit/policy.ts";
import { listWitnesses } from "#app/features/audit/witnesses/queries.server.ts";
import { readHandedIn, readWitnessKey } from "#app/features/audit/witnesses/rules.ts";
import { insertCosignature, insertWitness } from "#app/features/audit/witnesses/store.server.ts";
import type { WitnessId } from "#app/features/audit/witnesses/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Registers who signs checkpoints beside us, by the key others will check with. System admins and auditors (403). Refuses a key that is
 * none (`audit.keyUnreadable`), our own (`audit.ownKey`), and a name or key that is registered (`audit.witnessKnown`).
 */
export function registerWitness(ctx: Ctx, input: { title: string; key: string }): WitnessId {
  return inTransaction(ctx, () => {
    authorize(mayRegisterWitness(ctx.actor));
    const { name, publicKey } = readWitnessKey(input.key);
    if (isOwn(ctx, publicKey)) throw new DomainError("audit.ownKey", { kind: "conflict" });
    if (listWitnesses(ctx).some((one) => one.name === name || one.publicKey === publicKey)) throw new DomainError("audit.witnessKnown", { kind: "conflict" });
    const id = ctx.newId("witness");
    insertWitness(ctx, { id, title: input.title, name, publicKey, registeredBy: (ctx.actor as Actor).userId, registeredAt: ctx.now });
    recordAudit(ctx, { action: "audit.registerWitness", subject: { kind: "witness", id }, data: { name, publicKey } });
    return id;
  });
}

/** A second signature by the same key would show nothing. */
const isOwn = (ctx: Ctx, publicKey: string): boolean => ctx.keys.audit.publicKeyPem.replaceAll(/-----[^-]+-----|\s/g, "").endsWith(publicKey);

/**
 * Keeps the signatures of registered witnesses under a checkpoint and returns how many were new. Whoever brings them needs no account:
 * they prove themselves. Refuses what `readHandedIn` refuses, and a note that brings nothing new (`audit.cosignedAlready`).
 */
export function handInCosignatures(ctx: Ctx, input: { number: number; note: string }): number {
  return inTransaction(ctx, () => {
    const checkpoint = findCheckpoint(ctx, input.number);
    if (!checkpoint) throw notFound("audit.checkpointUnknown");
    const found = readHandedIn({ text: input.note, checkpoint, witnesses: listWitnesses(ctx), now: ctx.now });
    const fresh = found.filter((one) => insertCosignature(ctx, { id: ctx.newId("cosignature"), checkpoint: checkpoint.number, ...one, receivedAt: ctx.now }));
    if (fresh.length === 0) throw new DomainError("audit.cosignedAlready", { kind: "conflict" });
    recordAudit(ctx, { action: "audit.cosign", subject: { kind: "checkpoint", id: String(checkpoint.number) }, data: { size: checkpoint.size, root: checkpoint.root, witnesses: fresh.map(({ witnessId }) => witnessId) } });
    return fresh.length;
  });
}
