import { listPublicEditions, listSeats } from "#app/features/competitions/queries.server.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { closeRun, remindPeople } from "#app/features/proposals/reminders/operations.server.ts";
import { findDueReminders, listUnfinishedDrafts } from "#app/features/proposals/reminders/queries.server.ts";
import type { ReminderRun, Unfinished } from "#app/features/proposals/reminders/types.ts";
import { countOpenSheets } from "#app/features/scoring/reminders/queries.server.ts";
import { countUnsettled } from "#app/features/screening/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** People reminded in one transaction: about 10 ms. */
const batch = 40;

/**
 * Sends the reminders of every open edition that are due now, to those who have not finished. Each is sent once a person and end,
 * also when it is stopped half-way and begun again.
 */
export async function sendReminders(ctx: Ctx): Promise<void> {
  for (const edition of listPublicEditions(ctx).filter(({ status }) => status === "open")) {
    const { send, pass } = findDueReminders(ctx, edition);
    for (const run of pass) closeRun(ctx, { edition, run, told: 0 });
    for (const run of send) await sendRun(ctx, edition, run);
  }
}

async function sendRun(ctx: Ctx, edition: Edition, run: ReminderRun): Promise<void> {
  const people = unfinished(ctx, edition, run);
  for (let from = 0; from < people.length; from += batch) {
    remindPeople(ctx, { edition, run, people: people.slice(from, from + batch) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  closeRun(ctx, { edition, run, told: people.length });
}

function unfinished(ctx: Ctx, edition: Edition, run: ReminderRun): Unfinished[] {
  const none = { titles: [], agency: null, unitId: null };
  if (run.to === "assessors") return countOpenSheets(ctx, { editionId: edition.id, stage: run.stage }).map((one) => ({ ...one, ...none }));
  if (run.to !== "screeners") return listUnfinishedDrafts(ctx, edition, run);
  // How many wait is not said: some may be of a screener's own agency.
  if (countUnsettled(ctx, edition.id).undecided === 0) return [];
  return listSeats(ctx, edition.id, "screener").map(({ userId }) => ({ userId, count: 1, ...none }));
}
