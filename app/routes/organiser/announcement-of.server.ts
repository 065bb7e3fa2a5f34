import type { Params } from "@remix-run/react";
import type { z } from "zod";
import type { announcementInput } from "#app/features/proposals/announcements/inputs.ts";
import { getAnnouncementPage, listProvinces } from "#app/features/proposals/announcements/queries.server.ts";
import type { AnnouncementText } from "#app/features/proposals/announcements/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import { editionPath, organisedEdition } from "#app/routes/organiser/edition-of.server.ts";

/** What the form of an announcement needs besides its text. */
export function announcementDesk(ctx: Ctx, params: Params) {
  const edition = organisedEdition(ctx, params);
  const choices = { kinds: edition.definition.agencyKinds, provinces: listProvinces(ctx) };
  return { editionId: edition.id, zone: edition.definition.zone, base: editionPath(edition, "announcements"), choices };
}

/** The announcement of the address, for the organiser of its edition. */
export function announcementOf(ctx: Ctx, params: Params) {
  const edition = organisedEdition(ctx, params);
  const id = parseId("announcement", params.announcementId);
  if (!id) throw notFound("proposals.announcementUnknown");
  const base = editionPath(edition, "announcements");
  return { ...getAnnouncementPage(ctx, { editionId: edition.id, id }), zone: edition.definition.zone, base, page: `${base}/${id}` };
}

/** What was typed, as the operations take it. */
export const textOf = (typed: z.output<typeof announcementInput>): AnnouncementText => ({
  title: { id: typed.titleId, en: typed.titleEn },
  body: { id: typed.bodyId, en: typed.bodyEn },
  audience: { to: typed.to, kinds: typed.kinds, provinces: typed.provinces, reaches: typed.reaches },
  published: typed.published,
  byMail: typed.byMail,
});
