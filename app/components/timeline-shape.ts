export type StageState = "done" | "running" | "toCome";

/** Instants in UTC ms, half-open: a stage that closes at an instant is done at that instant. */
export type StageWindow = { opensAt: number; closesAt: number };

export function stageState({ opensAt, closesAt }: StageWindow, now: number): StageState {
  if (now >= closesAt) return "done";
  return now >= opensAt ? "running" : "toCome";
}

/** How much of a stage has passed, 0 to 1. */
export function stageFill({ opensAt, closesAt }: StageWindow, now: number): number {
  if (closesAt <= opensAt) return now >= closesAt ? 1 : 0;
  return Math.max(0, Math.min(1, (now - opensAt) / (closesAt - opensAt)));
}

/**
 * Relative widths of the petals: half of each is equal, so that a single day keeps its name, and half grows with the length
 * of the stage. Between 10 and 20, one decimal.
 */
export function stageWidths(stages: readonly StageWindow[]): number[] {
  const lengths = stages.map(({ opensAt, closesAt }) => Math.max(0, closesAt - opensAt));
  const longest = Math.max(1, ...lengths);
  return lengths.map((length) => Math.round((10 + (10 * length) / longest) * 10) / 10);
}

/** The stage to name first: the one that runs, else the next to open, else the last one that closed. -1 without stages. */
export function currentStage(stages: readonly StageWindow[], now: number): number {
  const running = stages.findIndex((stage) => stageState(stage, now) === "running");
  if (running >= 0) return running;
  const next = stages.findIndex((stage) => stageState(stage, now) === "toCome");
  return next >= 0 ? next : stages.length - 1;
}
