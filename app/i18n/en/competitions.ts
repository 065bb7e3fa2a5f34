import type * as source from "#app/i18n/id/competitions.ts";
import type { Words } from "#app/i18n/shape.ts";

export const competitions: Words<typeof source.competitions> = {};

export const competitionsErrors: Words<typeof source.competitionsErrors> = {};
