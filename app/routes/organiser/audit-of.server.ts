import type { Params } from "@remix-run/react";
import { mayReadAudit } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { dictionaries } from "#app/i18n/dictionaries.ts";
import { findMessage } from "#app/i18n/translator.ts";
import type { Ctx, Locale } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";

/** The edition of the address for whoever may read its log; for anybody else it does not exist. */
export function auditedEdition(ctx: Ctx, params: Params): Edition {
  const editionId = parseId("edition", params.editionId);
  if (!editionId || !mayReadAudit(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  return getEdition(ctx, editionId);
}

/** An act in plain words; one without words is shown by its own name, so that nothing is hidden. */
export const actionWords = (locale: Locale, action: string): string => findMessage(dictionaries[locale], `audit.actions.${action}`) ?? action;

/** The sequence number of an address. */
export const seqOf = (params: Params): number => (/^[1-9]\d{0,14}$/.test(params.seq ?? "") ? Number(params.seq) : 0);
