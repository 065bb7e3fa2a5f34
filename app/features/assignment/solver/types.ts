/** How well a person knows a category: marks it as an expert, is able to judge it, or does not know it. */
export const bands = ["expert", "able", "no"] as const;
export type Band = (typeof bands)[number];

export type LoadBounds = { min: number; max: number };

export type InstanceEntry = { id: string; category?: string; agency?: string; region?: string; readers?: number };

export type InstanceAssessor = {
  id: string;
  organisation?: string;
  agency?: string;
  regions?: readonly string[];
  expertise?: Readonly<Record<string, Band>>;
  load?: LoadBounds;
};

/**
 * Who could read what: everything the solver knows. `readers` and `load` hold for whoever names none of his own; `match` holds
 * numbers for pairs (assessor, entry), higher is better, that replace the bands; `conflicts` and `forbidden` bar a pair, `fixed`
 * keeps one whatever the rules say of it.
 */
export type Instance = {
  readers: number;
  load: LoadBounds;
  entries: readonly InstanceEntry[];
  assessors: readonly InstanceAssessor[];
  match?: readonly (readonly [assessor: string, entry: string, value: number])[];
  conflicts?: readonly (readonly [assessor: string, entry: string])[];
  fixed?: readonly (readonly [entry: string, assessor: string])[];
  forbidden?: readonly (readonly [entry: string, assessor: string])[];
  rules: { expertPerEntry: boolean; oneSeatPerOrganisation: boolean; sameRegionConflict: boolean };
};

/**
 * An instance by index, entries and assessors sorted by id so that the order of rows changes nothing. Pairs stand at
 * `entry * assessors.length + assessor`.
 */
export type Table = {
  instance: Instance;
  entries: readonly string[];
  assessors: readonly string[];
  /** Readers each entry needs. */
  need: Int32Array;
  least: Int32Array;
  most: Int32Array;
  /** Index of the organisation; -1 = none named. */
  organisation: Int32Array;
  /** 1 = may read. */
  open: Uint8Array;
  /** 1 = stands already and stays. */
  fixed: Uint8Array;
  /** 2 expert, 1 able, 0 no. */
  band: Uint8Array;
  /** Preference of each pair; null = the bands speak. */
  match: Float64Array | null;
  /** Whether anybody is named an expert of anything: without, no entry can ask for one. */
  hasExperts: boolean;
};

/** Costs of pairs, whole numbers, in the order of the table. */
export type Costs = Int32Array;

/** A choice of readers: for each entry the indexes of its readers in ascending order. */
export type Choice = readonly (readonly number[])[];

/** Why a pair may not meet. */
export type Bar = "conflict" | "agency" | "region" | "forbidden";

/** An entry, or a set of them, that cannot get its readers, with the reason in facts. */
export type Shortage =
  | { kind: "readers"; entry: string; needs: number; eligible: number; barred: { assessor: string; bar: Bar }[] }
  | { kind: "expert"; entry: string; category: string | null; eligible: number }
  | { kind: "organisations"; entry: string; needs: number; organisations: number }
  | { kind: "fixed"; entry: string; needs: number; fixed: number }
  | { kind: "capacity"; entries: string[]; assessors: string[]; needs: number; capacity: number }
  | { kind: "idle"; assessors: string[]; least: number; reachable: number }
  | { kind: "rules"; entries: string[] };

export type Linkage = {
  /** Pieces of the graph of people who share an entry; people without readings are not in it. */
  components: number;
  /** Mean variance of the difference of two readers' leniency against the least possible; null where nothing can be compared. */
  ratio: number | null;
  /** The same of the two readers who are compared worst. */
  worst: number | null;
  /** Smallest eigenvalue but the zero: how thin the thinnest link is; null when in pieces. */
  fiedler: number | null;
};

export type Checks = {
  conflicts: number;
  loads: [number, number];
  /** Share of entries read by an expert; null where nobody is named one. */
  expertShare: number | null;
  sharedOrganisation: number;
  components: number;
  contrastVarianceRatio: number | null;
  /** Least sum of preferences of an entry: match numbers, or 20 an expert, 10 who is able, 0 else. */
  worstEntry: number;
};

/** Faults the checker found: all zero in a valid result. */
export type CheckFaults = { wrongCount: number; repeated: number; barred: number; overload: number; underload: number; lostFixed: number; withoutExpert: number; sharedOrganisation: number };

/** Why one reader reads one entry, as facts from which a sentence is made. */
export type PairReason = {
  ground: "fixed" | "expert" | "able" | "no" | "match";
  /** The preference, where match numbers speak. */
  value: number | null;
  category: string | null;
  load: number;
  most: number;
  /** Chosen among more people than the experts, to link readers of different categories. */
  linking: boolean;
  /** The best one who does not read it, and what stood in his way. */
  next: { assessor: string; why: "full" | "organisation" | "draw" | "worse" | "balance" } | null;
};

/** What the solver did: `optimal` proves that nothing is cheaper by the model it solved, `feasible` says by how much it may be. */
export type Solution = {
  assignments: [entry: string, assessor: string][];
  objective: number;
  status: "optimal" | "feasible";
  /** (objective - bound) / |bound|, bound the least any valid result could cost. */
  gap: number;
  /** Which way it came: the flow alone, flow and repair, or the whole model. */
  method: "flow" | "repair" | "program";
  /** Step of the ladder of linking that was needed; 0 = none. */
  linking: number;
  checks: Checks;
  faults: CheckFaults;
  fiedler: number | null;
  reasons: Record<string, Record<string, PairReason>>;
  /** Reads given to people who do not know the category. */
  outside: number;
};

export type Outcome = { ok: true; solution: Solution } | { ok: false; shortages: Shortage[] };

/** How far the work is: steps done of those foreseen. */
export const phases = ["check", "flow", "linking", "repair", "program", "explain"] as const;
export type Phase = (typeof phases)[number];
