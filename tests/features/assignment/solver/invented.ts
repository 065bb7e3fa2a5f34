import type { Band, Instance } from "#app/features/assignment/solver/types.ts";
import { seededRandom } from "#app/lib/random.ts";

export type Size = { entries: number; assessors: number; readers: number; categories?: number; organisations?: number; seed?: number };

/**
 * An invented year: every assessor is an expert of two or three categories and able in two more, people come from organisations
 * of about three, some 7 % of the pairs are in conflict by agency, region or declaration, loads may differ by a tenth.
 */
export function inventedInstance({ entries, assessors, readers, categories = Math.min(8, Math.max(2, Math.floor(assessors / 5))), organisations = Math.ceil(assessors / 3), seed = 1 }: Size): Instance {
  const random = seededRandom(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const regions = 34;
  const people = Array.from({ length: assessors }, (_, j) => {
    const expertise: Record<string, Band> = { [`K${j % categories}`]: "expert" };
    for (let more = 1 + pick(2); more > 0; more -= 1) expertise[`K${pick(categories)}`] = "expert";
    for (let more = 2; more > 0; more -= 1) expertise[`K${pick(categories)}`] ??= "able";
    return { id: `E${j}`, organisation: `U${pick(organisations)}`, agency: `A${pick(500)}`, regions: [String(pick(regions)), String(pick(regions))], expertise };
  });
  const list = Array.from({ length: entries }, (_, i) => ({ id: `P${i}`, category: `K${pick(categories)}`, agency: `A${pick(500)}`, region: String(pick(regions)) }));
  const conflicts = Array.from({ length: Math.round(entries * assessors * 0.01) }, (): [string, string] => [`E${pick(assessors)}`, `P${pick(entries)}`]);
  const each = (entries * readers) / assessors;
  return {
    readers,
    load: { min: Math.floor(each * 0.9), max: Math.ceil(each * 1.1) },
    entries: list,
    assessors: people,
    conflicts,
    rules: { expertPerEntry: true, oneSeatPerOrganisation: true, sameRegionConflict: true },
  };
}
