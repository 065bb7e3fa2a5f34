import type { Costs, Table } from "#app/features/assignment/solver/types.ts";

/** Cost of one band below an expert, of one who does not know the category, and the widest draw inside a band (60 %). */
const bandCost = { able: 100, no: 300 } as const;
const bandDraw = 60;
/** Cost of one point of match, and the draw of each step of the ladder in its hundredths. */
const pointCost = 100;
const matchDraws = [60, 300, 600, 1_200, 2_400, 4_800] as const;

/**
 * Steps of the ladder of linking: on which share of the entries whoever is able, or anybody, costs as little as an expert.
 * The higher the step, the more readers of different categories meet on an entry.
 */
const linkingSteps = [
  { share: 0, anybody: false },
  { share: 0.25, anybody: false },
  { share: 0.5, anybody: false },
  { share: 1, anybody: false },
  { share: 0.5, anybody: true },
  { share: 1, anybody: true },
] as const;

export const lastLinkingStep = linkingSteps.length - 1;

/**
 * Whole-number costs of every pair at one step of the ladder of linking. Inside a band a draw by seed, entry and assessor
 * decides, so that nobody can foresee or steer who reads whom and readers mix (METHODS, section 2); a pair's draw does not
 * depend on who else is there.
 */
export function costsOf(table: Table, seed: number, step: number): Costs {
  const J = table.assessors.length;
  const costs = new Int32Array(table.open.length);
  const people = Uint32Array.from(table.assessors, hashText);
  const { share, anybody } = linkingSteps[step] ?? linkingSteps[0];
  const best = table.match ? table.match.reduce((most, value) => Math.max(most, value), -Infinity) : 0;
  const width = table.match ? (matchDraws[step] ?? matchDraws[0]) : bandDraw;
  table.entries.forEach((entry, i) => {
    const own = mix(hashText(entry), seed);
    const isLinking = mix(own, 0x51ed270b) < share * 0x100000000;
    for (let j = 0; j < J; j += 1) {
      const pair = i * J + j;
      const draw = mix(own, people[j] as number) % (width + 1);
      if (table.match) costs[pair] = Math.round((best - (table.match[pair] as number)) * pointCost) + draw;
      else {
        const band = table.band[pair] as number;
        const free = band === 2 || (isLinking && (band === 1 || anybody));
        costs[pair] = (free ? 0 : band === 1 ? bandCost.able : bandCost.no) + draw;
      }
    }
  });
  return costs;
}

/** Whether an entry takes part in linking at a step. */
export const isLinkingEntry = (entry: string, seed: number, step: number): boolean =>
  mix(mix(hashText(entry), seed), 0x51ed270b) < (linkingSteps[step] ?? linkingSteps[0]).share * 0x100000000;

/** FNV-1a over UTF-16 units, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Two 32-bit numbers into one, each bit of it depending on every bit of both (finaliser of MurmurHash3). */
function mix(a: number, b: number): number {
  let h = (a ^ Math.imul(b ^ (b >>> 15), 0x2c1b3c6d)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = Math.imul((h ^ (h >>> 16)) + 0x9e3779b9, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
