import { bell } from "#app/cli/season/chance.ts";
import { noteAttendance } from "#app/cli/season/interviewing.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import { inBatches, instantIn } from "#app/cli/season/world.ts";
import { assignEvaluators } from "#app/features/assignment/operations.server.ts";
import { listAssignments } from "#app/features/assignment/queries.server.ts";
import type { Rubric, Stage } from "#app/features/competitions/definition/types.ts";
import { rubricOf } from "#app/features/competitions/rules.ts";
import { listSlots } from "#app/features/interviews/queries.server.ts";
import type { SlotView } from "#app/features/interviews/types.ts";
import { getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { lockSheet, saveMarks } from "#app/features/scoring/operations.server.ts";
import type { Random } from "#app/lib/random.ts";

/** The organiser hands the readings of a stage out on its first day. */
export function assignReadings(season: Season, stage: Stage, watch: Stopwatch): void {
  const { world, editionId, organiser } = season;
  watch.run({ key: `${stage.key}.assignment`, name: watch.t("cli.season.stages.assignment"), total: 1 }, (done) => {
    assignEvaluators(world.as(organiser, stage.opensAt ?? 0), { editionId, stage: stage.key });
    done();
  });
}

/** Every assessor marks and locks every sheet of the stage; in interviews at the end of the session. */
export function markSheets(season: Season, stage: Stage, watch: Stopwatch): void {
  const { world, editionId, definition } = season;
  const rubric = rubricOf(definition, stage.key);
  const sheets = listAssignments(world.house, { editionId, stage: stage.key });
  const sessions = sessionsOf(season, stage);
  // In the order of time, so that the log of the season is one a clock could have written.
  const timed = sheets
    .map((sheet, index) => ({
      ...sheet,
      now: sessions.get(sheet.proposalId)?.endsAt ?? instantIn(stage.opensAt ?? 0, stage.closesAt ?? 0, index, sheets.length),
    }))
    .sort((a, b) => a.now - b.now);
  const quality = new Map(season.drafts.map((draft) => [draft.id, draft.quality]));
  const leniency = new Map<string, number>();
  const noted = new Set<ProposalId>();
  const name = watch.t("cli.season.stages.sheets", { stage: stage.name[watch.t.locale] });
  watch.run({ key: `${stage.key}.sheets`, name, total: timed.length }, (done) => {
    const mark = ({ id, proposalId, userId, now }: (typeof timed)[number], index: number): void => {
      const session = sessions.get(proposalId);
      if (session && !noted.has(proposalId)) noteAttendance(season, session, world.personOf(userId));
      noted.add(proposalId);
      const taste = leniency.get(userId) ?? 2.5 * bell(world.random);
      leniency.set(userId, taste);
      const points = (quality.get(proposalId) ?? 75) + taste;
      const marks = marksFor(rubric, { points, claims: claimsOf(season, rubric, proposalId), random: world.random });
      fillSheet(season, { assignmentId: id, userId, now, marks, keepsFirst: index % 8 === 0 });
    };
    inBatches(world, timed, mark, done);
  });
}

function sessionsOf(season: Season, stage: Stage): Map<ProposalId, SlotView> {
  if (stage.kind !== "interview") return new Map();
  const { world, organiser, editionId } = season;
  const slots = listSlots(world.as(organiser, stage.opensAt ?? 0), { editionId });
  return new Map(slots.map((slot) => [slot.proposalId, slot]));
}

/** Hundredths of a point claimed by the agency, by criterion; only for self-assessed competitions. */
function claimsOf({ world }: Season, rubric: Rubric, proposalId: ProposalId): Map<string, number> {
  const claiming = rubric.criteria.filter(({ claimField }) => claimField !== null);
  if (claiming.length === 0) return new Map();
  const { answers } = getSubmittedContent(world.house, proposalId);
  return new Map(claiming.map(({ key, claimField }) => [key, Number(answers[claimField ?? ""]?.value ?? 0) * 100]));
}

/** Marks in half points around the entry's quality; never more than the agency claims for itself. */
function marksFor(rubric: Rubric, given: { points: number; claims: Map<string, number>; random: Random }): Record<string, number> {
  const scale = rubric.maxMark / 10_000;
  const entries = rubric.criteria.map(({ key }): [string, number] => {
    const halfPoints = Math.round((given.points + 4 * bell(given.random)) * 2 * scale);
    const most = Math.min(rubric.maxMark, given.claims.get(key) ?? rubric.maxMark);
    return [key, Math.max(0, Math.min(most, halfPoints * 50))];
  });
  return Object.fromEntries(entries);
}

type Filling = {
  assignmentId: Parameters<typeof lockSheet>[1]["assignmentId"];
  userId: Parameters<Season["world"]["personOf"]>[0];
  now: number;
  marks: Record<string, number>;
  /** Saves a first half before the sheet is locked, as people do. */
  keepsFirst: boolean;
};

function fillSheet({ world }: Season, { assignmentId, userId, now, marks, keepsFirst }: Filling): void {
  const ctx = world.as(world.personOf(userId), now);
  const sheet = { assignmentId, notes: {}, note: "" };
  const half = Object.fromEntries(Object.entries(marks).slice(0, 2));
  const revision = keepsFirst ? saveMarks(ctx, { ...sheet, revision: 0, marks: half }).revision : 0;
  lockSheet(ctx, { ...sheet, revision, marks, note: "Catatan latihan (data latihan)." });
}

