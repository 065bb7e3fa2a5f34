import type * as source from "#app/i18n/id/interviews.ts";
import type { Words } from "#app/i18n/shape.ts";

export const interviews: Words<typeof source.interviews> = {};

export const interviewsErrors: Words<typeof source.interviewsErrors> = {};
