import { seated } from "#app/cli/season/cast.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import type { Stage } from "#app/features/competitions/definition/types.ts";
import { confirmSlot, recordAttendance, scheduleInterviews } from "#app/features/interviews/operations.server.ts";
import { listSlots } from "#app/features/interviews/queries.server.ts";
import type { Attendance, SlotView } from "#app/features/interviews/types.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction } from "#db/client.server.ts";

const dayMs = 86_400_000;

/** The organiser schedules a few days ahead; agencies confirm the day after. */
export function arrangeInterviews(season: Season, stage: Stage, watch: Stopwatch): void {
  const { world, editionId, organiser } = season;
  const before = (stage.opensAt ?? 0) - 5 * dayMs;
  watch.run({ key: `${stage.key}.schedule`, name: watch.t("cli.season.stages.schedule"), total: 1 }, (done) => {
    scheduleWithFewestPanels(season, stage, before);
    const slots = listSlots(world.as(organiser, before), { editionId });
    inTransaction(world.house, () => {
      for (const slot of slots) confirm(season, slot, before + dayMs);
    });
    done();
  });
}

/** One panel if the window has room for it, else two, and so on: the fewest that fit. */
function scheduleWithFewestPanels(season: Season, stage: Stage, now: number): void {
  const { world, editionId, organiser, definition } = season;
  const jurors = seated(world, editionId, "juror").length + seated(world, editionId, "chair").length;
  const meetingBaseUrl = `https://rapat.latihan.invalid/${definition.year}`;
  for (let panels = 1; ; panels += 1) {
    try {
      scheduleInterviews(world.as(organiser, now), { editionId, stage: stage.key, panels, meetingBaseUrl });
      return;
    } catch (error) {
      const isFull = error instanceof DomainError && error.code === "interviews.notEnoughRoom";
      if (!isFull || panels >= jurors) throw error;
    }
  }
}

function confirm(season: Season, slot: SlotView, now: number): void {
  const admin = adminOf(season, slot);
  if (admin && now < slot.confirmUntil) confirmSlot(season.world.as(admin, now), { slotId: slot.id });
}

const adminOf = (season: Season, slot: SlotView): Actor | undefined =>
  season.drafts.find(({ id }) => id === slot.proposalId)?.people.admin;

/** What a juror does at the end of a session before marking it: notes who came. Seven of ten are held by the agency's head. */
export function noteAttendance({ world }: Season, slot: SlotView, juror: Actor): void {
  const chance = world.random();
  const attendance: Attendance = chance < 0.7 ? "head" : chance < 0.95 ? "deputy" : "unit";
  recordAttendance(world.as(juror, slot.endsAt), { slotId: slot.id, attendance });
}
