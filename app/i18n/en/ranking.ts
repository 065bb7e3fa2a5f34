import type * as source from "#app/i18n/id/ranking.ts";
import type { Words } from "#app/i18n/shape.ts";

export const ranking: Words<typeof source.ranking> = {};

export const rankingErrors: Words<typeof source.rankingErrors> = {};
