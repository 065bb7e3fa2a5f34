/** METHODS 1.9.3: which share of the true Top 99 each method finds, in worlds with and without what it corrects. */
import { countComponents } from "#app/features/ranking/calibration/pieces/rules.ts";
import { designOf } from "#app/features/ranking/calibration/design/rules.ts";
import { connectivityOf } from "#app/features/ranking/calibration/connectivity/rules.ts";
import { gate, say, three } from "#tests/load/calibration/gates.ts";
import { planByExpertiseAlone, planBySolver } from "#tests/load/calibration/plans.ts";
import { meanOf, type Method, methods, recallOf, valuesBy } from "#tests/features/ranking/calibration/recall.ts";
import { inventedYear, type Plan, planForAnyone, planForExperts, type World } from "#tests/features/ranking/calibration/worlds.ts";

const years = 20;
const top = 99;

/** `least`: how much the category model must find beyond the raw mean. */
type Case = { name: string; world: World; plan: (seed: number) => Plan | Promise<Plan>; least: number; plainFails?: true };

const sizes = { entries: 3_156, assessors: 80, reads: 3, strata: 8 };
const anyone = (seed: number): Plan => planForAnyone(sizes, seed);
const experts = (seed: number): Plan => planForExperts(sizes, seed);

const cases: Case[] = [
  { name: "severity only", world: { severity: 5, spread: 0, category: 0 }, plan: anyone, least: 0.04 },
  { name: "no severity at all", world: { severity: 0, spread: 0, category: 0 }, plan: anyone, least: -0.01 },
  { name: "severity and unequal spread", world: { severity: 5, spread: 0.2, category: 0 }, plan: anyone, least: 0.04 },
  { name: "severity SD 8", world: { severity: 8, spread: 0, category: 0 }, plan: anyone, least: 0.04 },
  { name: "two reads", world: { severity: 5, spread: 0, category: 0 }, plan: (seed) => planForAnyone({ ...sizes, reads: 2 }, seed), least: 0.04 },
  { name: "experts, category SD 4", world: { severity: 5, spread: 0, category: 4 }, plan: experts, least: 0.04 },
  { name: "experts, category SD 8", world: { severity: 5, spread: 0, category: 8 }, plan: experts, least: 0.04 },
  ...[80, 100].map(
    (assessors): Case => ({
      name: `solver's assignment, category SD 6, ${assessors}`,
      world: { severity: 5, spread: 0, category: 6 },
      plan: (seed) => planBySolver({ ...sizes, assessors }, seed),
      least: 0.02,
    }),
  ),
  ...[80, 100].map(
    (assessors): Case => ({
      name: `by expertise alone, category SD 6, ${assessors}`,
      world: { severity: 5, spread: 0, category: 6 },
      plan: (seed) => planByExpertiseAlone({ ...sizes, assessors }, seed),
      least: 0.02,
      plainFails: true,
    }),
  ),
];

/** Plays twenty years of every world and holds the default model against the raw mean, year by year. */
export async function runRecalls(): Promise<void> {
  say(`recall of the true Top ${top} of ${sizes.entries}, ${years} years a world, standard error in brackets`);
  say(`  ${"world".padEnd(42)}${methods.map((name) => name.padStart(14)).join("")}${"pieces".padStart(9)}${"contrast".padStart(10)}`);
  for (const one of cases) await runWorld(one);
}

async function runWorld({ name, world, plan, least, plainFails }: Case): Promise<void> {
  const found = new Map<Method, number[]>(methods.map((method) => [method, []]));
  const pieces: number[] = [];
  const contrasts: number[] = [];
  for (let seed = 1; seed <= years; seed += 1) {
    const { marks, truth } = inventedYear(world, await plan(seed), 1_000 + seed);
    const design = designOf(marks);
    for (const method of methods) found.get(method)?.push(recallOf(valuesBy[method](design), truth, top));
    pieces.push(countComponents(design));
    const { contrastVariance, ideal } = connectivityOf(design);
    if (contrastVariance !== null && ideal !== null) contrasts.push(contrastVariance / ideal);
  }
  const row = methods.map((method) => shown(meanOf(found.get(method) ?? [])).padStart(14)).join("");
  const contrast = contrasts.length > 0 ? meanOf(contrasts).mean.toFixed(2) : "-";
  say(`  ${name.padEnd(42)}${row}${Math.max(...pieces).toFixed(0).padStart(9)}${contrast.padStart(10)}`);
  const beyond = (method: Method, other: Method) => meanOf((found.get(method) ?? []).map((value, year) => value - (found.get(other)?.[year] as number)));
  const gain = beyond("category", "raw");
  gate(`category beyond raw by ${least}`, gain.mean >= least, shown(gain));
  if (!plainFails) return;
  const loss = beyond("plain", "category");
  gate("the model without strata fails where experts are assigned", loss.mean < -0.02, shown(loss));
}

const shown = ({ mean, error }: { mean: number; error: number }): string => `${three(mean)} (${three(error).slice(1)})`;
