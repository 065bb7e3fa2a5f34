import { and, eq } from "drizzle-orm";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { judgingWithheldFrom, notWithheld } from "#app/features/conflicts/withholding/queries.server.ts";
import { findOrigin, readInputs } from "#app/features/ranking/bundle/inputs/queries.server.ts";
import type { Inputs } from "#app/features/ranking/bundle/types.ts";
import { markStages } from "#app/features/ranking/marks/rules.ts";
import type { FoundLeniency, FoundPanel, MarkStage } from "#app/features/ranking/marks/types.ts";
import { mayReadBundle } from "#app/features/ranking/policy.ts";
import { pseudonymsOf } from "#app/features/ranking/pseudonyms/queries.server.ts";
import { getList } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingAssessors, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** Whether a reader is offered the marks behind a version: secretariat, chair and auditors, of one whose inputs are kept. */
export const hasMarks = (ctx: Ctx, listId: ListId): boolean => mayReadBundle(ctx.actor, getList(ctx, listId).editionId) && findOrigin(ctx, listId) !== undefined;

export type MarkScope = { list: RankingList; shown: number[]; inputs: string };

/**
 * Of which entries of a version a reader has the marks, by number: those on the list that he may judge. Secretariat, chair and auditors;
 * 404 for others, and for a version from before inputs were kept.
 */
export function getMarkScope(ctx: Ctx, listId: ListId): MarkScope {
  if (!hasMarks(ctx, listId)) throw notFound("ranking.listUnknown");
  const list = getList(ctx, listId);
  const rows = ctx.db
    .select({ number: proposals.number })
    .from(rankingRows)
    .innerJoin(proposals, eq(proposals.id, rankingRows.proposalId))
    .where(and(eq(rankingRows.listId, listId), notWithheld(judgingWithheldFrom(ctx, list.editionId))))
    .all();
  return { list, shown: rows.flatMap(({ number }) => number ?? []), inputs: findOrigin(ctx, listId)?.inputs ?? "" };
}

export type KeptMarks = { stages: MarkStage[]; inputs: Inputs; list: RankingList; edition: ReturnType<typeof getEdition> };

/**
 * The marks a version was computed from, of the entries of a scope, by assessors' numbers; those of a full year are unpacked for a second.
 * For threads, after `getMarkScope`.
 */
export function readMarks(ctx: Reach, { listId, shown, inputs: sha256 }: { listId: ListId; shown: readonly number[]; inputs: string }): KeptMarks {
  const list = getList(ctx, listId);
  const inputs = JSON.parse(readInputs(ctx, sha256)) as Inputs;
  const stages = markStages({ inputs, quantity: list.quantity, leniencies: leniencies(ctx, list), panels: panelsOf(list), shown: new Set(shown) });
  return { stages, inputs, list, edition: getEdition(ctx, list.editionId) };
}

const panelsOf = ({ model }: RankingList): FoundPanel[] => (model?.stages ?? []).flatMap(({ stage, panels = [] }) => panels.map(({ panel, leniency }) => ({ stage, panel, leniency })));

function leniencies(ctx: Reach, { id, editionId }: RankingList): FoundLeniency[] {
  const numbers = pseudonymsOf(ctx, editionId);
  const { stage, userId, leniency } = rankingAssessors;
  return ctx.db
    .select({ stage, userId, leniency })
    .from(rankingAssessors)
    .where(eq(rankingAssessors.listId, id))
    .all()
    .flatMap(({ userId: person, ...found }) => {
      const assessor = numbers.get(person);
      return assessor === undefined ? [] : [{ ...found, assessor }];
    });
}
