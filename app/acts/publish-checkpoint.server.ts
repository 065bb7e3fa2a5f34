import { addressOf } from "#app/features/accounts/queries.server.ts";
import { makeDailyCheckpoint } from "#app/features/audit/checkpoints/operations.server.ts";
import { findCheckpointFor } from "#app/features/audit/checkpoints/queries.server.ts";
import type { Checkpoint } from "#app/features/audit/checkpoints/types.ts";
import { listPublicEditions, listSeats } from "#app/features/competitions/queries.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { preferencesOf } from "#app/features/notifications/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Id } from "#app/lib/ids.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inTransaction } from "#db/client.server.ts";

/** Letters written in one transaction. */
const batch = 40;

/** A letter that a stopped worker could not write is still written within a day. */
const fresh = 24 * 3_600_000;

/**
 * Makes the checkpoint of the day and sends it to the chair and the jury of every open edition, so that others than we hold what
 * the log was: one letter a person and checkpoint, none to whoever wants no reminders by e-mail.
 */
export function publishCheckpoint(ctx: Ctx): void {
  makeDailyCheckpoint(ctx);
  const checkpoint = findCheckpointFor(ctx, "daily");
  if (!checkpoint || checkpoint.at < ctx.now - fresh) return;
  const people = holdersOf(ctx);
  for (let from = 0; from < people.length; from += batch) {
    inTransaction(ctx, () => people.slice(from, from + batch).forEach((userId) => send(ctx, checkpoint, userId)));
  }
}

function holdersOf(ctx: Ctx): Id<"user">[] {
  const open = listPublicEditions(ctx).filter(({ status }) => status === "open");
  const seats = open.flatMap(({ id }) => listSeats(ctx, id).filter(({ role }) => role === "chair" || role === "juror"));
  return [...new Set(seats.map(({ userId }) => userId))];
}

function send(ctx: Ctx, { number, size, note }: Checkpoint, userId: Id<"user">): void {
  const address = addressOf(ctx, userId);
  if (!address || !preferencesOf(ctx, userId).reminders) return;
  const { email, locale, name } = address;
  queueMail(ctx, {
    ...{ dedupeKey: `checkpoint:${number}:${userId}`, recipient: email, locale, template: "checkpoint", kind: "reminder" },
    params: { name, size: formatNumber(locale, size), note, link: `${ctx.baseUrl}/audit/checkpoints/${number}` },
  });
}
