import { clonedDefinition, emptyDefinition } from "#app/features/competitions/creation/rules.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { createEditionFrom, seatPerson } from "#app/features/competitions/operations.server.ts";
import { mayCreateEdition, mayOrganise, maySeeEdition } from "#app/features/competitions/policy.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

type Fresh = { year: number; slug: string; rehearsal: boolean };

/** Makes a draft with the least an edition has; everything else is there to be filled. Refuses `competitions.slugTaken`. */
export function createEmptyEdition(ctx: Ctx, { name, organiser, ...input }: Fresh & { name: Words; organiser: Words }): EditionId {
  return createEditionFrom(ctx, { ...input, definition: emptyDefinition({ name, organiser, year: input.year }), presetKey: null });
}

/**
 * Makes a draft from the rules of another edition, one that is public or that the person organises; its windows are left
 * empty. With `seats` everybody who sits there is invited to the same seat, which only its own organiser may ask for. Refuses
 * `competitions.editionUnknown` and `competitions.slugTaken`.
 */
export function cloneEdition(ctx: Ctx, input: Fresh & { from: EditionId; seats: boolean }): EditionId {
  return inTransaction(ctx, () => {
    authorize(mayCreateEdition(ctx.actor));
    const source = getEdition(ctx, input.from);
    if (!maySeeEdition(ctx.actor, source)) throw notFound("competitions.editionUnknown");
    const { slug, rehearsal, year } = input;
    const id = createEditionFrom(ctx, { slug, rehearsal, presetKey: source.presetKey, definition: clonedDefinition(source.definition, year) });
    if (input.seats) {
      authorize(mayOrganise(ctx.actor, input.from));
      copySeats(ctx, input.from, id);
    }
    return id;
  });
}

function copySeats(ctx: Ctx, from: EditionId, editionId: EditionId): void {
  const actor = ctx.actor as Actor;
  const grant = { scope: "edition", scopeId: editionId, role: "organiser" };
  const asOrganiser: Ctx = { ...ctx, actor: { ...actor, grants: [...actor.grants, grant] } as Actor };
  for (const { userId, email, name, role, organisation } of listSeats(ctx, from)) {
    if (userId === actor.userId && role === "organiser") continue;
    seatPerson(asOrganiser, { editionId, email, name, role, organisation });
  }
}
