import type * as source from "#app/i18n/id/assignment.ts";
import type { Words } from "#app/i18n/shape.ts";

export const assignment: Words<typeof source.assignment> = {};

export const assignmentErrors: Words<typeof source.assignmentErrors> = {};
