import type { Params } from "@remix-run/react";
import { getLetter, type LetterPage } from "#app/features/notifications/outbox/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

export type LetterPlace = { letter: LetterPage; base: string; zone: string };

/** Letters of the whole system have no edition's zone. */
export const systemZone = "Asia/Jakarta";

/** The letter of the address: of the edition in it, or of the whole system where there is none. */
export function letterPlace(ctx: Ctx, params: Params): LetterPlace {
  const edition = params.editionId === undefined ? null : organisedEdition(ctx, params);
  const mailId = parseId("mail", params.mailId);
  if (!mailId) throw notFound("notifications.letterUnknown");
  const letter = getLetter(ctx, mailId, edition?.id ?? null);
  return { letter, base: edition ? editionPath(edition, "outbox") : "/system/outbox", zone: edition?.definition.zone ?? systemZone };
}
