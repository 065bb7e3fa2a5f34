import type { Params } from "@remix-run/react";
import { findCheckpoint } from "#app/features/audit/checkpoints/queries.server.ts";
import { publicReasonOf } from "#app/features/audit/checkpoints/rules.ts";
import type { Checkpoint, PublicReason } from "#app/features/audit/checkpoints/types.ts";
import { findVisibleEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";

/** The checkpoint of the address; everybody may read them. */
export function askedCheckpoint(ctx: Ctx, params: Params): Checkpoint {
  const checkpoint = findCheckpoint(ctx, Number(/^[1-9]\d{0,8}$/.exec(params.number ?? "")?.[0] ?? 0));
  if (!checkpoint) throw notFound("audit.checkpointUnknown");
  return checkpoint;
}

/** What the public may know of the making of a checkpoint: the reason, and the edition where both are no secret. */
export function madeFor(ctx: Ctx, { editionId, reason }: Checkpoint): { reason: PublicReason; edition: string | null } {
  const shown = publicReasonOf(reason);
  const edition = editionId === null || shown === "act" ? undefined : findVisibleEdition(ctx, editionId as EditionId);
  return { reason: shown, edition: edition ? inLocale(ctx.locale, edition.definition.name) : null };
}
