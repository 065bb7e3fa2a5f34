import type { CalledProposal } from "#app/features/proposals/extensions/types.ts";
import { formatDate } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** What a reader outside the agency calls a proposal: its title once submitted; a draft by its unit and the day it was begun. */
export const calledProposal = (t: Translate, { title, unit, begunAt }: CalledProposal, zone: string): string =>
  title ?? t("communications.extensions.draft", { unit: unit || t("common.none"), date: formatDate(t.locale, begunAt, zone) });
