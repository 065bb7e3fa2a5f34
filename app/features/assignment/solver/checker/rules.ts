import type { CheckFaults, Checks, Instance, InstanceEntry } from "#app/features/assignment/solver/types.ts";

/** What the checker counts without the solver's help; linkage is added by whoever knows it. */
export type Checked = { checks: Omit<Checks, "components" | "contrastVarianceRatio">; faults: CheckFaults; objectivePoints: number; outside: number };

type Person = Instance["assessors"][number];

/**
 * Counts anew, from the instance as it came and the pairs as they go out, whether every rule is kept. Shares no code with the
 * solver, so that a mistake there cannot hide here.
 */
export function checkAssignments(instance: Instance, assignments: readonly (readonly [entry: string, assessor: string])[]): Checked {
  const people = new Map(instance.assessors.map((person) => [person.id, person]));
  const reads = new Map<string, string[]>(instance.entries.map(({ id }) => [id, []]));
  const loads = new Map<string, number>(instance.assessors.map(({ id }) => [id, 0]));
  for (const [entry, assessor] of assignments) {
    reads.get(entry)?.push(assessor);
    loads.set(assessor, (loads.get(assessor) ?? 0) + 1);
  }
  const barred = barredPairs(instance);
  const kept = new Set((instance.fixed ?? []).map(([entry, assessor]) => `${entry}\n${assessor}`));
  const preference = instance.match && new Map(instance.match.map(([assessor, entry, value]) => [`${entry}\n${assessor}`, value]));
  const faults: CheckFaults = { wrongCount: 0, repeated: 0, barred: 0, overload: 0, underload: 0, lostFixed: 0, withoutExpert: 0, sharedOrganisation: 0 };
  const pools = { worst: Infinity, total: 0, expertly: 0, outside: 0 };
  const named = instance.assessors.some(({ expertise }) => Object.values(expertise ?? {}).some((level) => level === "expert"));

  for (const entry of instance.entries) {
    const readers = reads.get(entry.id) as string[];
    const persons = readers.map((id) => people.get(id) as Person);
    const levels = persons.map((person) => levelOf(person, entry));
    const points = readers.map((id, at) => (preference ? (preference.get(`${entry.id}\n${id}`) ?? 0) : ({ expert: 20, able: 10, no: 0 }[levels[at] as "no"] ?? 0)));
    const sum = points.reduce((whole, one) => whole + one, 0);
    pools.worst = Math.min(pools.worst, sum);
    pools.total += sum;
    if (levels.includes("expert")) pools.expertly += 1;
    pools.outside += levels.filter((level) => level === "no").length;
    if (readers.length !== (entry.readers ?? instance.readers)) faults.wrongCount += 1;
    if (new Set(readers).size !== readers.length) faults.repeated += 1;
    faults.barred += persons.filter((person) => !kept.has(`${entry.id}\n${person.id}`) && (barred.has(`${entry.id}\n${person.id}`) || isTied(instance, entry, person))).length;
    if (instance.rules.expertPerEntry && named && readers.length > 0 && !levels.includes("expert")) faults.withoutExpert += 1;
    const seats = persons.flatMap(({ organisation }) => (organisation ? [organisation] : []));
    if (instance.rules.oneSeatPerOrganisation && new Set(seats).size !== seats.length) faults.sharedOrganisation += 1;
  }
  for (const person of instance.assessors) {
    const [load, bounds] = [loads.get(person.id) ?? 0, person.load ?? instance.load];
    if (load > bounds.max) faults.overload += 1;
    if (load < bounds.min) faults.underload += 1;
  }
  faults.lostFixed = (instance.fixed ?? []).filter(([entry, assessor]) => !reads.get(entry)?.includes(assessor)).length;
  const carried = [...loads.values()];
  return {
    faults,
    objectivePoints: pools.total,
    outside: preference ? 0 : pools.outside,
    checks: {
      conflicts: faults.barred,
      loads: carried.length === 0 ? [0, 0] : [carried.reduce((a, b) => Math.min(a, b)), carried.reduce((a, b) => Math.max(a, b))],
      expertShare: named ? (instance.entries.length === 0 ? 1 : pools.expertly / instance.entries.length) : null,
      sharedOrganisation: faults.sharedOrganisation,
      worstEntry: instance.entries.length === 0 ? 0 : pools.worst,
    },
  };
}

const levelOf = (person: Person, entry: InstanceEntry): string => (entry.category === undefined ? "no" : (person.expertise?.[entry.category] ?? "no"));

function barredPairs(instance: Instance): Set<string> {
  const pairs = new Set<string>();
  for (const [assessor, entry] of instance.conflicts ?? []) pairs.add(`${entry}\n${assessor}`);
  for (const [entry, assessor] of instance.forbidden ?? []) pairs.add(`${entry}\n${assessor}`);
  return pairs;
}

function isTied({ rules }: Instance, entry: InstanceEntry, person: Person): boolean {
  if (entry.agency !== undefined && person.agency === entry.agency) return true;
  return rules.sameRegionConflict && entry.region !== undefined && (person.regions ?? []).some((region) => region === entry.region);
}
