import { addressOf } from "#app/features/accounts/queries.server.ts";
import { markedStages } from "#app/features/assignment/rules.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { listPublicEditions, listSeats } from "#app/features/competitions/queries.server.ts";
import { editionFacts, isOpen } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice } from "#app/features/notifications/operations.server.ts";
import { hasNoticeOf } from "#app/features/notifications/queries.server.ts";
import { countReadingsKnownTo } from "#app/features/scoring/reminders/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

/**
 * Tells the secretariat and the chairs when every reading of an open stage is locked, so that it may be closed or topped up; once for
 * a number of readings. Each is told of what he may know: readings of entries he is in conflict with count for nobody else's news.
 * Only the system does.
 */
export function tellOfLastSheets(ctx: Ctx): void {
  for (const edition of listPublicEditions(ctx).filter(({ status }) => status === "open")) {
    const stages = markedStages(edition.definition).filter((stage) => isOpen(stage, ctx.now));
    const office = stages.length === 0 ? [] : [...new Set([...listSeats(ctx, edition.id, "organiser"), ...listSeats(ctx, edition.id, "chair")].map(({ userId }) => userId))];
    for (const stage of stages) for (const userId of office) tell(ctx, { edition, stage, userId });
  }
}

function tell(ctx: Ctx, { edition, stage, userId }: { edition: Edition; stage: Stage; userId: Id<"user"> }): void {
  const { standing, open } = countReadingsKnownTo(ctx, { editionId: edition.id, stage: stage.key, userId });
  const subjectId = `${edition.id}:${stage.key}:${standing}`;
  if (standing === 0 || open > 0 || hasNoticeOf(ctx, userId, subjectId)) return;
  const locale = addressOf(ctx, userId)?.locale ?? "id";
  const params = { ...editionFacts(edition, locale), stage: inLocale(locale, stage.name), count: standing };
  const url = `/organiser/editions/${edition.id}/scoring?stage=${encodeURIComponent(stage.key)}`;
  inTransaction(ctx, () => leaveNotice(ctx, { userId, kind: "readingsDone", params, url, subjectId }));
}
