const minute = 60_000;

/** Work that comes back by itself: queued by the worker once at its start, then whenever `every` ms have passed. */
export const schedule: readonly { kind: string; every: number }[] = [
  { kind: "accounts.sessionSweep", every: 10 * minute },
  { kind: "agencies.appointmentSweep", every: 60 * minute },
  { kind: "agencies.letterRemoval", every: 60 * minute },
  { kind: "agencies.termWarnings", every: 60 * minute },
  { kind: "audit.checkpoint", every: 30 * minute },
  { kind: "audit.examination", every: 24 * 60 * minute },
  { kind: "audit.marking", every: minute },
  { kind: "proposals.announcements", every: minute },
  { kind: "proposals.reminders", every: 5 * minute },
  { kind: "notifications.farewellSweep", every: 60 * minute },
  { kind: "scoring.lastSheets", every: 5 * minute },
  { kind: "screening.correctionSweep", every: minute },
  { kind: "jobs.historySweep", every: 24 * 60 * minute },
  { kind: "proposals.fileScan", every: 2 * minute },
  { kind: "proposals.uploadSweep", every: 60 * minute },
  { kind: "proposals.draftSweep", every: 60 * minute },
  { kind: "screening.similarityComparison", every: minute },
];

/** Kinds whose time has come at `now`, given when each was queued last (real clock, UTC ms). */
export const dueKinds = (lastQueuedAt: ReadonlyMap<string, number>, now: number): string[] =>
  schedule.filter(({ kind, every }) => now - (lastQueuedAt.get(kind) ?? -Infinity) >= every).map(({ kind }) => kind);
