import type { AwardList, Definition, Quantity } from "#app/features/competitions/definition/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { Flag } from "#app/features/ranking/calibration/guards/rules.ts";
import type { PlacedEntry } from "#app/features/ranking/competing/rules.ts";
import type { AssessorFigures, CountedStage, EntryFigures } from "#app/features/ranking/composition/types.ts";
import type { Peers } from "#app/features/ranking/profiles/types.ts";
import type { CutRow, ListModel, RankingList, ScoredEntry } from "#app/features/ranking/types.ts";
import type { Id } from "#app/lib/ids.ts";

/** Everything a list is computed from, as plain data. */
export type ListInput = {
  definition: Definition;
  award: AwardList;
  /** Who competes, with their locked sheets. */
  scored: readonly ScoredEntry[];
  placed: readonly PlacedEntry[];
  /** Every mark of the counting stages, of whoever was read there. */
  stages: readonly CountedStage[];
  /** Of the draw between equals and of the draws of the model. */
  seed: number;
  /** Name of the way lists are computed (`modelVersions`). */
  model: string;
  /** Of the model; left out, as many as the number of entries asks for. */
  draws?: number;
};

/** A list as computed: its rows in order with what the marks say of each, its model, and what was found of its assessors. */
export type ComputedList = {
  rows: (CutRow & { figures: EntryFigures })[];
  model: ListModel;
  assessors: AssessorFigures[];
  peers: Peers[];
};

/** A row before its list has an id. */
export type Place = { [K in keyof Omit<EntryFigures, "rank90">]: EntryFigures[K] | null } &
  Pick<CutRow, "rank" | "listed" | "reserve" | "nominee" | "listedBy" | "score" | "reads" | "tieBrokenBy"> & {
    proposalId: ProposalId;
    rankLow: number | null;
    rankHigh: number | null;
  };

/** What was found of an assessor, before the list has an id. */
export type Found = { stage: string; userId: Id<"user">; marks: number; leniency: number | null; se: number | null; flags: Flag[] };

export type Waiver = Pick<RankingList, "waiverReason" | "waivedBy" | "waivedAt">;

/** A version about to be written. */
export type Draft = {
  edition: Edition;
  award: AwardList;
  places: Place[];
  assessors: Found[];
  peers: Peers[];
  computed: { quantity: Quantity; model: ListModel | null; waiver: Waiver };
  /** Of a version that follows a published one: why, for everybody. */
  publicNote?: string | null;
};

/** A draft with the stamp of what it was read from, asked again before it is written. */
export type Prepared = Draft & { stages: string[]; stamp: string };
