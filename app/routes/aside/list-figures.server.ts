import { getEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { movedMost, pointsOf, settledOf } from "#app/features/ranking/evidence/rules.ts";
import { spreadsOf } from "#app/features/ranking/plots/rules.ts";
import { inLocale } from "#app/lib/words.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { awardOfAddress, listPath } from "#app/routes/organiser/list-of.server.ts";

/** At most so many points are drawn; the rest would lie on one another. */
const pointsMost = 1_500;
const movedShown = 30;

/** What speaks for and against a list, from all of its rows. */
export function listFiguresPage(ctx: SignedInCtx, { params }: Address) {
  const { edition, award } = awardOfAddress(ctx, params);
  const { list, rows, nearLine, assessors, residuals } = getEvidence(ctx, { editionId: edition.id, listKey: award.key });
  const { definition } = edition;
  const values = rows.flatMap(({ categoryKey, [list.quantity]: value }) => (value === null ? [] : [{ key: categoryKey, value }]));
  const categories = new Map(definition.categories.map(({ key, name }) => [key, inLocale(ctx.locale, name)]));
  return {
    ...{ name: award.name, nearLine, assessors, residuals, back: listPath(params) },
    ...{ zone: definition.zone, year: definition.year, version: list.version, computedAt: list.computedAt, size: list.size, model: list.model },
    ...{ points: pointsOf(rows, { size: list.size, most: pointsMost }), moved: movedMost(rows, { count: movedShown, quantity: list.quantity }), count: rows.length },
    ...{ spreads: spreadsOf(values, categories), settled: settledOf(rows, list.size) },
    categoryNames: Object.fromEntries(categories),
    stageNames: Object.fromEntries(definition.stages.map((stage) => [stage.key, stage.name])),
  };
}
