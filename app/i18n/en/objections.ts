import type * as source from "#app/i18n/id/objections.ts";
import type { Words } from "#app/i18n/shape.ts";

export const objections: Words<typeof source.objections> = {};

export const objectionsErrors: Words<typeof source.objectionsErrors> = {};
