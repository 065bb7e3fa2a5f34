import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { ReminderRun } from "#app/features/proposals/reminders/types.ts";

const hour = 3_600_000;

export const runKey = ({ stage, to, hoursBefore, closesAt }: ReminderRun): string => `${stage} ${to} ${hoursBefore} ${closesAt}`;

type Asked = {
  now: number;
  /** Runs that were sent or passed over, by runKey. */
  done: ReadonlySet<string>;
  /** Later ends of registration that were given to agencies or proposals. */
  extended: readonly number[];
};

/**
 * Reminders whose hour has come: from `hoursBefore` before an end until that end, while the stage runs, each once an end. Where
 * several are due together (the server slept, or the stage is shorter than the reminder), only the one nearest the end is sent and
 * the others are passed over. A stage that was extended reminds again before its new end.
 */
export function dueReminders(definition: Definition, { now, done, extended }: Asked): { send: ReminderRun[]; pass: ReminderRun[] } {
  const due = definition.reminders.flatMap(({ stage: key, hoursBefore, to }) => {
    const stage = definition.stages.find((one) => one.key === key);
    if (!stage || stage.closesAt === null || stage.opensAt === null || now < stage.opensAt) return [];
    const ends = stage.kind === "registration" ? [...new Set([stage.closesAt, ...extended])] : [stage.closesAt];
    return ends
      .filter((closesAt) => closesAt - hoursBefore * hour <= now && now < closesAt)
      .map((closesAt): ReminderRun => ({ stage: key, to, hoursBefore, closesAt }));
  });
  const fresh = due.filter((run) => !done.has(runKey(run)));
  const isNearest = (run: ReminderRun): boolean =>
    due.every((other) => other.stage !== run.stage || other.to !== run.to || other.closesAt !== run.closesAt || other.hoursBefore >= run.hoursBefore);
  return { send: fresh.filter(isNearest), pass: fresh.filter((run) => !isNearest(run)) };
}
