import { seated } from "#app/cli/season/cast.ts";
import { pick } from "#app/cli/season/chance.ts";
import type { Season, Stopwatch } from "#app/cli/season/season.ts";
import { passedShare } from "#app/cli/season/plan.ts";
import { failureReasons } from "#app/cli/season/texts.ts";
import { inBatches, instantIn } from "#app/cli/season/world.ts";
import type { Definition } from "#app/features/competitions/definition/types.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { decideScreening } from "#app/features/screening/operations.server.ts";
import { checkKeysFor } from "#app/features/screening/checklist/rules.ts";
import { announceDecisions } from "#app/features/screening/letters/operations.server.ts";
import { announcesAtOnce, screeningStage } from "#app/features/screening/rules.ts";
import type { Actor } from "#app/lib/ctx.ts";
import { shuffled } from "#app/lib/random.ts";

/**
 * Screeners take the entries in turn, in the order of their numbers; the next in turn looks at a failure a second time where the
 * edition asks for it. The organiser announces everything in the last instant of the stage.
 */
export function screenEntries(season: Season, watch: Stopwatch): void {
  const { world, editionId, definition } = season;
  const { opensAt, closesAt } = screeningStage(definition);
  const entries = listEntries(world.house, { editionId, reach: ["submitted"] });
  const passing = passingOf(season, entries);
  const screeners = seated(world, editionId, "screener");
  const { secondScreener } = definition.screening;
  const inTurn = (index: number): Actor => screeners[index % screeners.length] ?? pick(screeners, world.random);
  const stage = { key: "screening", name: watch.t("cli.season.stages.screening"), total: entries.length };
  watch.run(stage, (done) => {
    const decide = (entry: Entry, index: number): void => {
      const now = instantIn(opensAt ?? 0, closesAt ?? 0, index, entries.length);
      const decision = { proposalId: entry.id, ...decisionOn(season, entry, passing.has(entry.id)) };
      decideScreening(world.as(inTurn(index), now), decision);
      if (decision.outcome === "failed" && secondScreener) decideScreening(world.as(inTurn(index + 1), now), decision);
    };
    inBatches(world, entries, decide, done);
    announceAll(season, (closesAt ?? 1) - 1);
  });
}

/** Entries announced in one transaction. */
const announcedAtOnce = 100;

function announceAll({ world, editionId, definition, organiser }: Season, now: number): void {
  if (announcesAtOnce(definition.screening)) return;
  const ctx = world.as(organiser, now);
  while (announceDecisions(ctx, { editionId, limit: announcedAtOnce }).left > 0);
}

/** The same share of every group passes, drawn by lot; those whose outcome is given stand first or last in the draw. */
function passingOf({ definition, world, drafts }: Season, entries: readonly Entry[]): Set<ProposalId> {
  const given = new Map(drafts.map(({ id, screening }) => [id, screening]));
  const place = ({ id }: Entry): number => ["passed", undefined, "failed"].indexOf(given.get(id));
  return new Set(
    definition.groups.flatMap((group) => {
      const drawn = shuffled(entries.filter(({ groupKey }) => groupKey === group.key), world.random);
      drawn.sort((a, b) => place(a) - place(b));
      return drawn.slice(0, Math.round(drawn.length * passedShare)).map(({ id }) => id);
    }),
  );
}

function decisionOn({ definition, world }: Season, entry: Entry, passes: boolean) {
  const keys = checkKeysFor(definition, entry.groupKey);
  const faulty = passes ? null : pick(keys, world.random);
  const checks = keys.map((key) => ({ key, passed: key !== faulty, note: "" }));
  if (faulty === null) return { outcome: "passed" as const, checks, reason: "" };
  return { outcome: "failed" as const, checks, reason: failureReasons[faulty] ?? unmet(definition, faulty) };
}

/** The reason for a requirement the season has no words of its own for. */
function unmet({ screening }: Definition, key: string): string {
  const name = screening.requirements.find((requirement) => requirement.key === key)?.name.id ?? key;
  return `Persyaratan "${name}" tidak dipenuhi (data latihan).`;
}
