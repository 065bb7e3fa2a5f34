import type * as source from "#app/i18n/id/scoring.ts";
import type { Words } from "#app/i18n/shape.ts";

export const scoring: Words<typeof source.scoring> = {};

export const scoringErrors: Words<typeof source.scoringErrors> = {};
