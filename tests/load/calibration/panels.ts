/** METHODS 1.6, interviews: which share of the true Top 45 of 99 is found when panels differ, by what is made of a panel. */
import { designOf, rawMeans } from "#app/features/ranking/calibration/design/rules.ts";
import { calibratedMeans, fitCalibration } from "#app/features/ranking/calibration/fit/rules.ts";
import type { Mark } from "#app/features/ranking/calibration/types.ts";
import { gate, say, three } from "#tests/load/calibration/gates.ts";
import { meanOf, recallOf } from "#tests/features/ranking/calibration/recall.ts";
import { inventedYear, planForPanels } from "#tests/features/ranking/calibration/worlds.ts";

const years = 200;
const top = 45;
const sizes = { entries: 99, jurors: 3, strata: 3 };

const ways = {
  raw: (marks: readonly Mark[]) => rawMeans(designOf(marks)),
  "no panel": (marks: readonly Mark[]) => calibratedMeans(fitCalibration(designOf(marks.map(({ panel: _panel, ...mark }) => mark)))),
  stratum: (marks: readonly Mark[]) => calibratedMeans(fitCalibration(designOf(marks.map(({ panel, ...mark }) => ({ ...mark, stratum: `${mark.stratum}/${panel}` }))))),
  effect: (marks: readonly Mark[]) => calibratedMeans(fitCalibration(designOf(marks))),
};
type Way = keyof typeof ways;
const names = Object.keys(ways) as Way[];

/** `least`: how much a panel's own effect must find beyond the panel as a part of the stratum. */
type Case = { panels: number; panel: number; rotating: boolean; least: number };

const cases: Case[] = [
  { panels: 3, panel: 5, rotating: false, least: 0.02 },
  { panels: 3, panel: 5, rotating: true, least: 0.02 },
  { panels: 3, panel: 0, rotating: false, least: -0.01 },
  { panels: 3, panel: 0, rotating: true, least: -0.01 },
  { panels: 2, panel: 5, rotating: false, least: 0.01 },
];

/** Two hundred small years of every world: a year of 99 entries is found in hundredths of a second, and says little alone. */
export function runPanels(): void {
  say(`recall of the true Top ${top} of ${sizes.entries} heard by panels of ${sizes.jurors}, ${years} years a world, standard error in brackets`);
  say(`  ${"world".padEnd(42)}${names.map((name) => name.padStart(14)).join("")}`);
  for (const one of cases) runCase(one);
}

function runCase({ panels, panel, rotating, least }: Case): void {
  const found = new Map<Way, number[]>(names.map((name) => [name, []]));
  for (let seed = 1; seed <= years; seed += 1) {
    const plan = planForPanels({ ...sizes, panels, rotating }, seed);
    const { marks, truth } = inventedYear({ severity: 5, spread: 0, category: 4, panel }, plan, 6_000 + seed);
    for (const name of names) found.get(name)?.push(recallOf(ways[name](marks), truth, top));
  }
  const shown = ({ mean, error }: { mean: number; error: number }): string => `${three(mean)} (${three(error).slice(1)})`;
  const title = `${panels} panels, SD ${panel}, jurors ${rotating ? "rotating" : "of one panel each"}`;
  say(`  ${title.padEnd(42)}${names.map((name) => shown(meanOf(found.get(name) ?? [])).padStart(14)).join("")}`);
  const gain = (other: Way) => meanOf((found.get("effect") ?? []).map((value, year) => value - (found.get(other)?.[year] as number)));
  gate(`the panel's own effect beyond the panel in the stratum by ${least}`, gain("stratum").mean >= least, shown(gain("stratum")));
  gate("and not behind the raw mean by .01", gain("raw").mean >= -0.01, shown(gain("raw")));
}
