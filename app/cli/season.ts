import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Call, defineCommand, exitCodes, wholeNumber } from "#app/cli/command.ts";
import { configOf, type House, openAnyHouse } from "#app/cli/house.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { Refused } from "#app/cli/refusals.ts";
import { printCertificates } from "#app/cli/season/certificates.ts";
import { resultFiles, resultsOf, type SeasonResults } from "#app/cli/season/results.ts";
import { openSeason, planSeason, playSeason, type SeasonPlan } from "#app/cli/season/script.ts";
import { rehearsalOf } from "#app/cli/season/edition.ts";
import { makeStopwatch, peakMemory, type Stopwatch } from "#app/cli/season/season.ts";
import { makeSeasonWorld } from "#app/cli/season/world.ts";
import { seatsFor } from "#app/features/assignment/rules.ts";
import { gaps, validateDefinition } from "#app/features/competitions/definition/rules.ts";
import type { Definition, Preset } from "#app/features/competitions/definition/types.ts";
import { defaultPresetKey, presets } from "#app/features/competitions/presets/registry.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { systemActor } from "#app/lib/ctx.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedReference } from "#db/seed.ts";

export const command = defineCommand({
  options: {
    registered: { type: "string" },
    out: { type: "string" },
    seed: { type: "string" },
    preset: { type: "string" },
  },
  input: z.strictObject({
    registered: wholeNumber(20, 50_000),
    out: z.string().min(1),
    seed: wholeNumber(0, 4_294_967_295).default(1),
    preset: z.string().default(defaultPresetKey),
  }),
  run: async ({ registered, out, seed, preset: key }, call) => {
    const startedAt = performance.now();
    const preset = findPreset(key, call.t);
    const definition = definitionFor(preset);
    const folder = resolve(out);
    const file = join(folder, "anugerah.db");
    if (existsSync(file)) throw new Refused("cli.season.exists", { file });
    mkdirSync(folder, { recursive: true });
    const house = openAnyHouse(configOf(call.io, { DATA_DIR: folder }));
    try {
      const plan = { definition, presetKey: preset.key, slug: `latihan-${preset.key}`, registered };
      const watch = makeStopwatch(makeProgress(call.io, call.t), call.t);
      const results = await playAndPrint(house, { plan, seed, folder }, watch);
      writeResults(folder, results, watch);
      report({ results, folder, seconds: (performance.now() - startedAt) / 1000 }, call);
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});

function findPreset(key: string, t: Translate): Preset {
  const preset = presets.find((candidate) => candidate.key === key);
  if (preset) return playable(preset, t);
  throw new Refused("cli.season.unknownPreset", { preset: key, known: presets.map((one) => one.key).join(", ") });
}

/** Refuses a preset with marks that nobody in a seat gives, such as those of the public. */
function playable(preset: Preset, t: Translate): Preset {
  const { stages, rubrics } = preset.definition;
  const outside = stages.find((stage) => rubrics.some((rubric) => rubric.stage === stage.key) && seatsFor(stage).length === 0);
  if (!outside) return preset;
  throw new Refused("cli.season.outside", { preset: preset.key, stage: outside.name[t.locale] });
}

/** The preset's own year, so that no two runs differ by the day on which they ran. */
function definitionFor({ key, definition }: Preset): Definition {
  const filled = rehearsalOf({ definition }, { year: definition.year, opensOn: `${definition.year}-03-01` });
  const faults = [...gaps(filled).map(({ path }) => path), ...validateDefinition(filled).map(({ path }) => path)];
  if (faults.length > 0) throw new Refused("cli.season.unfillable", { preset: key, faults: faults.join(", ") });
  return filled;
}

type Run = { plan: SeasonPlan; seed: number; folder: string };

async function playAndPrint(house: House, { plan, seed, folder }: Run, watch: Stopwatch): Promise<SeasonResults> {
  const world = makeSeasonWorld(house, seed);
  const setting = { key: "setting", name: watch.t("cli.season.stages.setting"), total: 1 };
  const season = await watch.runAsync(setting, async (done) => {
    migrateDatabase(house.db);
    const opensAt = plan.definition.stages[0]?.opensAt ?? 0;
    seedReference(world.as(systemActor, opensAt - 60 * 86_400_000));
    const opened = await openSeason(world, plan);
    done();
    return opened;
  });
  playSeason(season, planSeason(season, plan.registered), watch);
  const certificates = await printCertificates(season, join(folder, "certificates"), watch);
  return resultsOf(season, { preset: plan.presetKey, seed, slug: plan.slug, certificates });
}

function writeResults(folder: string, results: SeasonResults, watch: Stopwatch): void {
  watch.run({ key: "results", name: watch.t("cli.season.stages.results"), total: 1 }, (done) => {
    for (const [name, text] of Object.entries(resultFiles(results))) writeFileSync(join(folder, name), text);
    done();
  });
  writeFileSync(join(folder, "timings.json"), `${JSON.stringify({ stages: watch.timings }, null, 2)}\n`);
}

function report(of: { results: SeasonResults; folder: string; seconds: number }, { t, print }: Call): void {
  const { results, folder } = of;
  const lists = results.lists.map(({ name, entries }) => `  ${t("cli.season.list", { list: name, count: entries.length })}`);
  const words = { seconds: formatNumber(t.locale, of.seconds, 1), memory: peakMemory(), folder };
  const sizes = Object.fromEntries(results.lists.map(({ key, entries }) => [key, entries.length]));
  const seconds = Math.round(of.seconds * 10) / 10;
  print({ folder, counts: results.counts, lists: sizes, seconds, peakMemoryMiB: peakMemory() }, [...lists, t("cli.season.done", words)].join("\n"));
}
