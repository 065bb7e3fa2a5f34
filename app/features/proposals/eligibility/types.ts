import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { AwardRecord } from "#app/features/archive/types.ts";
import type { Exclusion } from "#app/features/competitions/definition/types.ts";

/** An award of the archive as far as eligibility looks at it; it is always one of the agency that enters. */
export type EarlierAward = Pick<AwardRecord, "id" | "competition" | "year" | "tier" | "title" | "source">;

/** An exclusion that an entry meets, with the awards it rests on, the latest first. */
export type MetExclusion = { exclusion: Exclusion; awards: EarlierAward[] };

/** What eligibility must know of an agency in an edition besides the draft itself. */
export type Standing = {
  /** `codes`: its own, and those of agencies that went up in it. */
  agency: { codes: readonly string[]; kind: AgencyKind };
  /** Number of another submitted proposal of the agency with the same title. */
  sameTitle: number | null;
  /** Other submitted proposals of the agency, by group. */
  submitted: Readonly<Record<string, number>>;
  /** Standing invitations of the agency, by group. */
  invitations: Readonly<Record<string, number>>;
  awards: readonly EarlierAward[];
};

/** A quota that applies: in one group, or over all groups together (group null). */
export type AppliedQuota = { group: string | null; limit: number };
