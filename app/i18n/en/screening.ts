import type * as source from "#app/i18n/id/screening.ts";
import type { Words } from "#app/i18n/shape.ts";

export const screening: Words<typeof source.screening> = {};

export const screeningErrors: Words<typeof source.screeningErrors> = {};
