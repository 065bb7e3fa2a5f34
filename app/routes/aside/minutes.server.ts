import { namesOf } from "#app/features/accounts/queries.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import { listAbstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { getMinutesMoves } from "#app/features/ranking/deliberation/queries.server.ts";
import type { MinutesOrder } from "#app/features/ranking/documents/jobs.server.ts";
import { getScanPage } from "#app/features/ranking/documents/queries.server.ts";
import { getMinutesEvidence } from "#app/features/ranking/evidence/queries.server.ts";
import { getSigners } from "#app/features/ranking/signers/queries.server.ts";
import { getListDocument } from "#app/features/ranking/tables/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { parseId } from "#app/lib/ids.ts";
import type { Address } from "#app/routes/aside/types.ts";

/** What stands in the berita acara of a version, for those who read lists before they are published; others get a 404. */
export function minutesOf(ctx: Ctx, { params }: Address): { name: string; order: MinutesOrder } {
  const listId = parseId("list", params.listId);
  const document = listId && getListDocument(ctx, listId);
  if (!document?.mayReadAll) throw notFound("ranking.listUnknown");
  const { list, rows, withheld } = document;
  const edition = getEdition(ctx, list.editionId);
  const names = namesOf(ctx, [list.signedBy, list.approvedBy].filter((one) => one !== null));
  const nameOf = (userId: typeof list.signedBy): string => (userId === null ? "" : (names.get(userId) ?? ""));
  const order: MinutesOrder = {
    ...{ locale: ctx.locale, edition, list, withheld, printedAt: ctx.now },
    award: listOf(edition.definition, list.listKey),
    rows: rows.filter((row) => row.listed || row.reserve),
    signedByName: nameOf(list.signedBy),
    approvedByName: nameOf(list.approvedBy),
    evidence: getMinutesEvidence(ctx, list.id),
    abstained: listAbstained(ctx, list),
    scan: getScanPage(ctx, list.id).scan,
    signers: getSigners(ctx, list.id).signers,
    moves: getMinutesMoves(ctx, list.id),
  };
  return { name: `berita-acara-${edition.slug}-${list.listKey}-v${list.version}.pdf`, order };
}
