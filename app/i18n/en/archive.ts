import type * as source from "#app/i18n/id/archive.ts";
import type { Words } from "#app/i18n/shape.ts";

export const archive: Words<typeof source.archive> = {};

export const archiveErrors: Words<typeof source.archiveErrors> = {};
