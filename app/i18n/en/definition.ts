import type { definition as source } from "#app/i18n/id/definition.ts";
import type { Words } from "#app/i18n/shape.ts";

export const definition: Words<typeof source> = {};
