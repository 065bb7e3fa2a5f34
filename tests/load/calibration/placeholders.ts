/** METHODS 1.9.6: an absent assessor's zeros are named before anybody looks at the ranking. */
import { recount } from "#app/features/ranking/recount/rules.ts";
import type { RecountRules } from "#app/features/ranking/recount/types.ts";
import { gate, say } from "#tests/load/calibration/gates.ts";
import { assessorNamed, inventedYear, planForExperts } from "#tests/features/ranking/calibration/worlds.ts";

const rules: RecountRules = { criteria: [], cuts: [], passMark: null, ties: [], quantity: "calibrated", waivers: [], exclude: [] };
const years = 20;

/** In twenty years one assessor each left eight zeros behind, or zeros throughout: his name, and nobody else's. */
export function runPlaceholders(): void {
  say(`an absent assessor's zeros, ${years} years`);
  let [few, all, others]: [number, number, number] = [0, 0, 0];
  for (let seed = 1; seed <= years; seed += 1) {
    const plan = planForExperts({ entries: 800, assessors: 80, reads: 3, strata: 8 }, seed);
    const { marks } = inventedYear({ severity: 5, spread: 0, category: 6 }, plan, 4_000 + seed);
    const absent = assessorNamed(seed * 3);
    const zeroed = (most: number) => {
      let left = most;
      return marks.flatMap((mark) => {
        if (mark.assessor !== absent) return [mark];
        left -= 1;
        return left >= 0 ? [{ ...mark, value: 0 }] : [];
      });
    };
    const named = (most: number): string[] => {
      const rows = zeroed(most).map(({ entry, assessor, stratum, value }) => ({ entry, assessor, stratum, mark: value, criterion: "", cluster: "", panel: "" }));
      return recount(rows, { rules, cuts: [99], seed: 1, draws: 100 }).warnings.flatMap(({ code, assessor }) => (code === "placeholder" && assessor ? [assessor] : []));
    };
    const [eight, whole] = [named(8), named(Infinity)];
    few += eight.includes(absent) ? 1 : 0;
    all += whole.includes(absent) ? 1 : 0;
    others += [...eight, ...whole].filter((name) => name !== absent).length;
  }
  gate("eight zeros named", few === years, `${few} of ${years}`);
  gate("zeros throughout named", all === years, `${all} of ${years}`);
  gate("nobody else named", others === 0, `${others} others`);
}
