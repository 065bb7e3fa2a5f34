import type * as source from "#app/i18n/id/showcase.ts";
import type { Words } from "#app/i18n/shape.ts";

export const showcase: Words<typeof source.showcase> = {};

export const showcaseErrors: Words<typeof source.showcaseErrors> = {};
