import { readsDesks } from "#app/features/assignment/expertise/queries.server.ts";
import * as store from "#app/features/assignment/expertise/store.server.ts";
import { mayAssign, maySetExpertise } from "#app/features/assignment/policy.ts";
import type { Band } from "#app/features/assignment/solver/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

type Of = { editionId: Id<"edition">; userId: Id<"user"> };

/**
 * Says how well a person knows each category: expert, able or no; a category left out is not known. By the organiser or the
 * person himself; refuses whoever reads no desk here (404) and categories the edition does not have (`assignment.categoryUnknown`).
 * Only what is assigned afterwards is touched.
 */
export function setExpertise(ctx: Ctx, input: Of & { known: Readonly<Record<string, Band>> }): void {
  inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(maySetExpertise(ctx.actor, input));
    requireReader(ctx, input);
    const keys = new Set(edition.definition.categories.map(({ key }) => key));
    if (Object.keys(input.known).some((key) => !keys.has(key))) throw new DomainError("assignment.categoryUnknown", { kind: "conflict" });
    const known = Object.fromEntries(Object.entries(input.known).filter(([, band]) => band !== "no"));
    store.replaceExpertise(ctx, { editionId: edition.id, userId: input.userId, setBy: (ctx.actor as Actor).userId }, known);
    recordAudit(ctx, { action: "assignment.expertise", subject: { kind: "user", id: input.userId }, editionId: edition.id, data: { known } });
  });
}

/**
 * Sets how many entries of a stage a person reads at least and at most; null = as everybody. Organiser only; refuses bounds the
 * wrong way round (`assignment.boundsReversed`) and whoever reads no desk here (404).
 */
export function setBounds(ctx: Ctx, input: Of & { bounds: { least: number; most: number } | null }): void {
  inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    authorize(mayAssign(ctx.actor, edition.id));
    requireReader(ctx, input);
    const { bounds } = input;
    if (bounds && bounds.least > bounds.most) throw new DomainError("assignment.boundsReversed", { kind: "conflict" });
    store.saveBounds(ctx, { editionId: edition.id, userId: input.userId, setBy: (ctx.actor as Actor).userId }, bounds);
    recordAudit(ctx, { action: "assignment.bounds", subject: { kind: "user", id: input.userId }, editionId: edition.id, data: { bounds } });
  });
}

function requireReader(ctx: Ctx, of: Of): void {
  if (!readsDesks(ctx, of)) throw notFound("assignment.readerUnknown");
}
