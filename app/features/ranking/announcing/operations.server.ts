import { addressOf } from "#app/features/accounts/queries.server.ts";
import { listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ListedEntry } from "#app/features/ranking/queries.server.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import { listRemoved } from "#app/features/ranking/versions/queries.server.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inLocale } from "#app/lib/words.ts";

export type Announcement = {
  edition: Edition;
  award: AwardList;
  list: RankingList;
  rows: readonly ListedEntry[];
  template: "listProvisional" | "listFinal" | "listRemoved";
  /** Why an entry stands there no more, as everybody reads it. */
  note?: string;
};

/**
 * Tells the admins of every listed agency, by notice and letter, that their entry stands on a list. Runs in the transaction of
 * the act that published it, which has authorised it.
 */
export function announceList(ctx: Ctx, announcement: Announcement): void {
  for (const row of announcement.rows) {
    for (const userId of listAdminIds(ctx, row.agencyId)) {
      const address = addressOf(ctx, userId);
      if (address) tell(ctx, announcement, row, { userId, ...address });
    }
  }
}

/**
 * Tells the admins of every agency whose entry stood on the published version before this one and stands no more, with the public
 * reason: when the new version is published, not before. Runs in the transaction of that act, which has authorised it.
 */
export function announceRemovals(ctx: Ctx, told: Pick<Announcement, "edition" | "award" | "list">): void {
  const { rows, notes } = listRemoved(ctx, told.list);
  announceList(ctx, { ...told, rows, template: "listRemoved", note: notes.join("\n\n") });
}

type Reader = { userId: Parameters<typeof addressOf>[1]; email: string; locale: "id" | "en"; name: string };

function tell(ctx: Ctx, { edition, award, list, template, note = "" }: Announcement, row: ListedEntry, reader: Reader): void {
  const path = `/proposals/${row.proposalId}`;
  const until = { at: list.objectionsCloseAt ?? ctx.now, zone: edition.definition.zone, as: "deadline" as const };
  const facts = {
    ...editionFacts(edition, reader.locale),
    title: row.title,
    number: numberText(edition.definition.year, row.number),
    list: inLocale(reader.locale, award.name),
    until: formatDeadline(reader.locale, until.at, until.zone),
    decree: list.decreeNumber ?? "",
    note,
  };
  leaveNotice(ctx, { userId: reader.userId, kind: template, params: { ...facts, edition: edition.definition.name, list: award.name, until }, url: path });
  queueMail(ctx, {
    dedupeKey: `${template}:${list.id}:${row.proposalId}:${reader.userId}`,
    recipient: reader.email,
    locale: reader.locale,
    template,
    standing: asMember(reader.userId, row),
    params: { name: reader.name, ...facts, link: `${ctx.baseUrl}${path}` },
  });
}
