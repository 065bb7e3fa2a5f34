import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { extendStage } from "#app/features/competitions/extension/operations.server.ts";
import { getOrganised } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { findCurrentList } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Lets a stage close later (UTC ms) as long as no list was computed from its marks: refuses `competitions.listStands` before
 * anything competitions itself refuses, because marks could be changed behind a list.
 */
export function extendStageBeforeLists(
  ctx: Ctx,
  input: { editionId: EditionId; stageKey: string; closesAt: number; reason: string },
): void {
  inTransaction(ctx, () => {
    const { id, definition } = getOrganised(ctx, input.editionId);
    const standing = definition.lists.find(
      (list) => draws(list, input.stageKey) && findCurrentList(ctx, { editionId: id, listKey: list.key }),
    );
    if (standing) throw new DomainError("competitions.listStands", { kind: "conflict", params: { list: standing.name } });
    extendStage(ctx, input);
  });
}

const draws = ({ composition }: AwardList, stageKey: string): boolean =>
  composition.some(({ stage, weightBp }) => stage === stageKey && weightBp !== 0);
