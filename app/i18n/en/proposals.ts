import type * as source from "#app/i18n/id/proposals.ts";
import type { Words } from "#app/i18n/shape.ts";

export const proposals: Words<typeof source.proposals> = {};

export const proposalsErrors: Words<typeof source.proposalsErrors> = {};
