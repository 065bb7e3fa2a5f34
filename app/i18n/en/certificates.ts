import type * as source from "#app/i18n/id/certificates.ts";
import type { Words } from "#app/i18n/shape.ts";

export const certificates: Words<typeof source.certificates> = {};

export const certificatesErrors: Words<typeof source.certificatesErrors> = {};
