import { lastRules, situationOf } from "#app/features/assignment/plans/queries.server.ts";
import { workOut } from "#app/features/assignment/plans/rules.ts";
import type { AddedReading, PlanResult, Want } from "#app/features/assignment/plans/types.ts";
import type { Lacking } from "#app/features/assignment/types.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";

export type ExtraWanted = { editionId: Id<"edition">; stage: string; wants: Want[]; seed: number };

export type ExtraReaders = {
  /** SHA-256 of the whole result: give it back when the preview is accepted. */
  digest: string;
  pairs: AddedReading[];
  lacking: Lacking[];
  loads: PlanResult["loads"];
};

/**
 * Who would read what if these entries had more readers, all that stands staying where it is; nothing is written. The same
 * seed gives the same answer while nothing changes. Refuses `assignment.notAnEntry`. The caller has authorised.
 */
export function previewExtraReaders(ctx: Ctx, wanted: ExtraWanted): ExtraReaders {
  const { added, lacking, loads, ...rest } = extraResult(ctx, wanted);
  return { digest: digestOf({ added, lacking, loads, ...rest }), pairs: added, lacking, loads };
}

/** The whole result of more readers, for the operation that keeps it. The caller has authorised. */
export const extraResult = (ctx: Ctx, { editionId, stage, wants, seed }: ExtraWanted): PlanResult =>
  workOut(situationOf(ctx, { editionId, stage }), { kind: "more", wants }, { rules: rulesFor(ctx, { editionId, stage }), seed });

/** The rules of the plan applied last, or none. The caller has authorised. */
export const rulesFor = (ctx: Ctx, where: { editionId: Id<"edition">; stage: string }) => lastRules(ctx, where) ?? { expertPerEntry: false, oneSeatPerOrganisation: false };

/** SHA-256 of a result in canonical form. The caller has authorised. */
export const digestOf = (result: PlanResult): string => sha256Hex(canonicalJson(result));
