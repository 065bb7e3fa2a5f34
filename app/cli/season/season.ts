import type { SeasonWorld } from "#app/cli/season/world.ts";
import type { PlannedDraft } from "#app/cli/season/plan.ts";
import type { AgencyPeople } from "#app/cli/season/cast.ts";
import type { Progress } from "#app/cli/progress.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { Actor } from "#app/lib/ctx.ts";

/** A draft that was begun, and who writes and submits it. */
export type LivingDraft = PlannedDraft & { id: ProposalId; people: AgencyPeople };

/** One rehearsal edition under way. */
export type Season = {
  world: SeasonWorld;
  editionId: EditionId;
  definition: Definition;
  organiser: Actor;
  /** Nothing of the edition happens from here on, UTC ms; Infinity for one that is played to its end. */
  until: number;
  drafts: LivingDraft[];
};

export type StageTiming = { stage: string; items: number; seconds: number; peakMemoryMiB: number };

/** Shows what is being done and keeps how long it took. */
export type Stopwatch = {
  run: <T>(stage: { key: string; name: string; total: number }, work: (done: (by?: number) => void) => T) => T;
  runAsync: <T>(stage: { key: string; name: string; total: number }, work: (done: (by?: number) => void) => Promise<T>) => Promise<T>;
  timings: StageTiming[];
  t: Translate;
};

export function makeStopwatch(progress: Progress, t: Translate): Stopwatch {
  const timings: StageTiming[] = [];
  const begin = (stage: { key: string; name: string; total: number }) => {
    const line = progress.begin(stage.name, stage.total);
    let items = 0;
    return {
      done: (by = 1): void => {
        items += by;
        line.advance(by);
      },
      finish: (): void => {
        const seconds = Math.round(line.finish()) / 1000;
        timings.push({ stage: stage.key, items, seconds, peakMemoryMiB: peakMemory() });
      },
    };
  };
  return {
    t,
    timings,
    run: (stage, work) => {
      const watch = begin(stage);
      const result = work(watch.done);
      watch.finish();
      return result;
    },
    runAsync: async (stage, work) => {
      const watch = begin(stage);
      const result = await work(watch.done);
      watch.finish();
      return result;
    },
  };
}

/** Most memory the process has held so far, MiB. */
export const peakMemory = (): number => Math.ceil(process.resourceUsage().maxRSS / 1024);
