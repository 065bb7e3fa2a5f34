import type { CheckFaults, Checks, Instance, InstanceEntry } from "#app/features/assignment/solver/types.ts";

/** What the checker counts without the solver's help; linkage is added by whoever knows it. */
export type Checked = { checks: Omit<Checks, "components" | "contrastVarianceRatio">; faults: CheckFaults; objectivePoints: number; outside: number };

type Pairs = readonly (readonly [entry: string, assessor: string])[];
type Person = Instance["assessors"][number];

/** An instance as the checker asks it: persons by name, pairs that may not be, pairs that must stay, points of preferred pairs. */
type Scene = { instance: Instance; people: Map<string, Person>; barred: Set<string>; kept: Set<string>; preference: Map<string, number> | undefined; named: boolean };

/** What one entry got: the worth of its readers, how many of them have no expertise, whether one is an expert, and what is broken. */
type Reading = { points: number; outside: number; expertly: boolean; faults: Omit<CheckFaults, "overload" | "underload" | "lostFixed"> };

/**
 * Counts anew, from the instance as it came and the pairs as they go out, whether every rule is kept. Shares no code with the
 * solver, so that a mistake there cannot hide here.
 */
export function checkAssignments(instance: Instance, assignments: Pairs): Checked {
  const reads = new Map<string, string[]>(instance.entries.map(({ id }) => [id, []]));
  const loads = new Map<string, number>(instance.assessors.map(({ id }) => [id, 0]));
  for (const [entry, assessor] of assignments) {
    reads.get(entry)?.push(assessor);
    loads.set(assessor, (loads.get(assessor) ?? 0) + 1);
  }
  const scene = sceneOf(instance);
  const readings = instance.entries.map((entry) => readingOf(scene, entry, reads.get(entry.id) as string[]));
  const count = (of: (reading: Reading) => number) => readings.reduce((whole, reading) => whole + of(reading), 0);
  const faults: CheckFaults = {
    wrongCount: count((reading) => reading.faults.wrongCount),
    repeated: count((reading) => reading.faults.repeated),
    barred: count((reading) => reading.faults.barred),
    withoutExpert: count((reading) => reading.faults.withoutExpert),
    sharedOrganisation: count((reading) => reading.faults.sharedOrganisation),
    overload: instance.assessors.filter((person) => (loads.get(person.id) ?? 0) > (person.load ?? instance.load).max).length,
    underload: instance.assessors.filter((person) => (loads.get(person.id) ?? 0) < (person.load ?? instance.load).min).length,
    lostFixed: (instance.fixed ?? []).filter(([entry, assessor]) => !reads.get(entry)?.includes(assessor)).length,
  };
  return {
    faults,
    objectivePoints: count((reading) => reading.points),
    outside: scene.preference ? 0 : count((reading) => reading.outside),
    checks: {
      conflicts: faults.barred,
      loads: extent([...loads.values()]),
      expertShare: scene.named ? (readings.length === 0 ? 1 : count((reading) => Number(reading.expertly)) / readings.length) : null,
      sharedOrganisation: faults.sharedOrganisation,
      worstEntry: extent(readings.map(({ points }) => points))[0],
    },
  };
}

function readingOf({ instance, people, barred, kept, preference, named }: Scene, entry: InstanceEntry, readers: string[]): Reading {
  const pairs = readers.map((id) => ({ key: pairOf(entry.id, id), person: people.get(id) as Person }));
  const levels = pairs.map(({ person }) => levelOf(person, entry));
  const points = pairs.map(({ key }, at) => (preference ? (preference.get(key) ?? 0) : ({ expert: 20, able: 10, no: 0 }[levels[at] as "no"] ?? 0)));
  const seats = pairs.flatMap(({ person: { organisation } }) => (organisation ? [organisation] : []));
  const { rules } = instance;
  const expertly = levels.includes("expert");
  return {
    points: points.reduce((whole, one) => whole + one, 0),
    outside: levels.filter((level) => level === "no").length,
    expertly,
    faults: {
      wrongCount: Number(readers.length !== (entry.readers ?? instance.readers)),
      repeated: Number(new Set(readers).size !== readers.length),
      barred: pairs.filter(({ key, person }) => !kept.has(key) && (barred.has(key) || isTied(instance, entry, person))).length,
      withoutExpert: Number(rules.expertPerEntry && named && readers.length > 0 && !expertly),
      sharedOrganisation: Number(rules.oneSeatPerOrganisation && new Set(seats).size !== seats.length),
    },
  };
}

function sceneOf(instance: Instance): Scene {
  return {
    instance,
    people: new Map(instance.assessors.map((person) => [person.id, person])),
    barred: new Set([
      ...(instance.conflicts ?? []).map(([assessor, entry]) => pairOf(entry, assessor)),
      ...(instance.forbidden ?? []).map(([entry, assessor]) => pairOf(entry, assessor)),
    ]),
    kept: new Set((instance.fixed ?? []).map(([entry, assessor]) => pairOf(entry, assessor))),
    preference: instance.match && new Map(instance.match.map(([assessor, entry, value]) => [pairOf(entry, assessor), value])),
    named: instance.assessors.some(({ expertise }) => Object.values(expertise ?? {}).includes("expert")),
  };
}

const pairOf = (entry: string, assessor: string): string => `${entry}\n${assessor}`;

const levelOf = (person: Person, entry: InstanceEntry): string => (entry.category === undefined ? "no" : (person.expertise?.[entry.category] ?? "no"));

/** Least and most; nothing at all reads as zero. By reduction, since a call takes only so many arguments. */
const extent = (values: number[]): [number, number] =>
  values.length === 0 ? [0, 0] : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];

function isTied({ rules }: Instance, entry: InstanceEntry, person: Person): boolean {
  if (entry.agency !== undefined && person.agency === entry.agency) return true;
  return rules.sameRegionConflict && entry.region !== undefined && (person.regions ?? []).some((region) => region === entry.region);
}
