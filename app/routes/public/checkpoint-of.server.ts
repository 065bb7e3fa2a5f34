import type { Params } from "@remix-run/react";
import { findCheckpoint } from "#app/features/audit/checkpoints/queries.server.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
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

/** Name of the edition a checkpoint was made for, where the reader may know it. */
export function editionNameOf(ctx: Ctx, { editionId }: Pick<Checkpoint, "editionId">): string | null {
  const edition = editionId === null ? undefined : findVisibleEdition(ctx, editionId as EditionId);
  return edition ? inLocale(ctx.locale, edition.definition.name) : null;
}
