import type * as source from "#app/i18n/id/agencies.ts";
import type { Words } from "#app/i18n/shape.ts";

export const agencies: Words<typeof source.agencies> = {};

export const agenciesErrors: Words<typeof source.agenciesErrors> = {};
