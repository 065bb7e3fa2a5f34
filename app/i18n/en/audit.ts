import type * as source from "#app/i18n/id/audit.ts";
import type { Words } from "#app/i18n/shape.ts";

export const audit: Words<typeof source.audit> = {};

export const auditErrors: Words<typeof source.auditErrors> = {};
