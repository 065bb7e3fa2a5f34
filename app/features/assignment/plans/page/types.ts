import type { Plan, PlanResult, PlanStatus } from "#app/features/assignment/plans/types.ts";
import type { PairReason, Shortage } from "#app/features/assignment/solver/types.ts";
import type { WordsOf } from "#app/lib/words.ts";

/** One reading that begins or ends, for a table. */
export type MoveLine = { key: string; entry: string; title: string; person: string; begins: boolean; reason: PairReason | null };

export type LoadLine = { key: string; person: string; before: number; after: number };

export type PlanPage = {
  id: Plan["id"];
  editionId: Plan["editionId"];
  stage: { key: string; name: WordsOf };
  kind: Plan["change"]["kind"];
  about: { person: string; entry: string; count: number };
  status: PlanStatus;
  phase: Plan["phase"];
  reason: string;
  cause: Plan["cause"];
  digest: string | null;
  seed: number;
  createdAt: number;
  appliedAt: number | null;
  progress: Plan["progress"];
  /** Why it could not be applied when that was last asked. */
  refusal: string | null;
  mayAct: boolean;
  result: {
    added: number;
    ended: number;
    moves: MoveLine[];
    moveCount: number;
    loads: LoadLine[];
    linkage: PlanResult["linkage"];
    solved: PlanResult["solved"];
    stageReaders: PlanResult["stageReaders"] | null;
    lacking: { key: string; entry: string; missing: number }[];
    shortages: Shortage[];
  } | null;
  /** What ids in reasons and shortages are called. */
  called: { people: Record<string, string>; entries: Record<string, string>; categories: Record<string, WordsOf> };
};
