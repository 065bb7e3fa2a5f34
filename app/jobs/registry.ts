import { applyPeople } from "#app/acts/apply-people.server.ts";
import { tellOfLastSheets } from "#app/acts/tell-of-last-sheet.server.ts";
import { tellOfLetter, warnOfTerms } from "#app/acts/tell-secretariat.server.ts";
import { bindBeforeMarks } from "#app/acts/bind-before-marks.server.ts";
import { publishCheckpoint } from "#app/acts/publish-checkpoint.server.ts";
import { removeLetters } from "#app/acts/remove-letters.server.ts";
import { sendReminders } from "#app/acts/send-reminders.server.ts";
import { answerPasswordReset, sweepSessions } from "#app/features/accounts/jobs.server.ts";
import { sweepAppointments } from "#app/features/agencies/appointments/jobs.server.ts";
import { examine } from "#app/features/audit/jobs.server.ts";
import { sweepDrafts } from "#app/features/proposals/jobs.server.ts";
import { compareNewEntries, compareSubmitted } from "#app/features/screening/similarity/jobs.server.ts";
import { solvePlan, writePlan } from "#app/features/assignment/plans/jobs.server.ts";
import { sendAnnouncements } from "#app/features/proposals/announcements/jobs.server.ts";
import { sweepFarewells } from "#app/features/notifications/privacy/operations.server.ts";
import { computeAsked } from "#app/features/ranking/runs/jobs.server.ts";
import { sweepCorrections } from "#app/features/screening/jobs.server.ts";
import { sweepHistory } from "#app/jobs/operations.server.ts";
import { drawPages, scanPending, sweepUploads } from "#app/features/proposals/attachments/jobs.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

/** Does one queued job. Short: what it writes is in transactions of under about 20 ms. Throws to be tried again later. */
export type Handler = (ctx: Ctx, payload: Record<string, string | number>) => Promise<void> | void;

export type Handlers = Readonly<Record<string, Handler>>;

/** Which handler does which kind of job; a kind is `room.noun`. */
export const handlers: Handlers = {
  "accounts.passwordReset": answerPasswordReset,
  "accounts.sessionSweep": sweepSessions,
  "agencies.appointmentNews": tellOfLetter,
  "agencies.appointmentSweep": sweepAppointments,
  "agencies.letterRemoval": removeLetters,
  "audit.checkpoint": publishCheckpoint,
  "audit.examination": examine,
  "audit.marking": bindBeforeMarks,
  "agencies.termWarnings": warnOfTerms,
  "assignment.application": writePlan,
  "assignment.plan": solvePlan,
  "proposals.announcements": sendAnnouncements,
  "competitions.peopleImport": applyPeople,
  "proposals.reminders": sendReminders,
  "jobs.historySweep": sweepHistory,
  "ranking.computation": computeAsked,
  "scoring.lastSheets": tellOfLastSheets,
  "screening.correctionSweep": sweepCorrections,
  "notifications.farewellSweep": sweepFarewells,
  "proposals.fileScan": scanPending,
  "proposals.pagePictures": drawPages,
  "proposals.uploadSweep": sweepUploads,
  "proposals.draftSweep": sweepDrafts,
  "screening.similarityComparison": compareNewEntries,
  "screening.entryComparison": compareSubmitted,
};
