import type * as source from "#app/i18n/id/conflicts.ts";
import type { Words } from "#app/i18n/shape.ts";

export const conflicts: Words<typeof source.conflicts> = {};

export const conflictsErrors: Words<typeof source.conflictsErrors> = {};
