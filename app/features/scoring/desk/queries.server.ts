import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { isAssessor } from "#app/features/assignment/policy.ts";
import { markedStages, seatsFor } from "#app/features/assignment/rules.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import type { Definition, Rubric, Stage, Words } from "#app/features/competitions/definition/types.ts";
import { hasSeat } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, groupOf, rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import { listBars } from "#app/features/conflicts/queries.server.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { roundClosedAt } from "#app/features/scoring/queries.server.ts";
import { provisionalTotal, unmarked } from "#app/features/scoring/rules.ts";
import type { ReadingState } from "#app/features/scoring/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { sha256Hex } from "#app/lib/hash.server.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";
import { marks, scoreSheets } from "#db/schema/scoring.ts";

type Base = Pick<Ctx, "db" | "now">;
type StageOfEdition = { editionId: Id<"edition">; stage: string };
type Mine = StageOfEdition & { actor: Actor };

/**
 * The order in which one person reads a desk: drawn for each alone, so that the same entries do not always come first, when eyes
 * are fresh, or last. The lot is a hash of edition, stage, person and entry: everybody can repeat it, and an entry that is added
 * moves no other. Interviews come by number, as the panel hears them.
 */
function inReadingOrder<R extends { proposalId: string }>(rows: readonly R[], { editionId, stage, actor }: Mine, kind: Stage["kind"]): R[] {
  if (kind !== "desk") return [...rows];
  const lot = new Map(rows.map(({ proposalId }) => [proposalId, sha256Hex([editionId, stage, actor.userId, proposalId].join(" "))]));
  const lotOf = ({ proposalId }: R): string => lot.get(proposalId) ?? "";
  return [...rows].sort((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1));
}

export type QueueItem = {
  assignmentId: AssignmentId;
  number: string;
  title: string;
  /** null where the edition hides it. */
  agencyName: string | null;
  group: Words;
  category: Words;
  state: ReadingState;
  marked: number;
  of: number;
  /** Weighted mean of the marks so far, hundredths of a point. */
  mark: number | null;
  savedAt: number | null;
};

export type MyQueue = {
  stage: Pick<Stage, "key" | "kind" | "name" | "opensAt" | "closesAt">;
  zone: string;
  blind: boolean;
  /** Since when the secretariat has closed the desk with readings missing. */
  roundClosedAt: number | null;
  items: QueueItem[];
  done: number;
  next: AssignmentId | null;
};

/** What the asking assessor reads at a stage, in the order drawn for him. Whoever has no assessor's seat finds no edition (404). */
export function listMyQueue(ctx: Ctx, where: StageOfEdition): MyQueue {
  const { actor } = ctx;
  if (!actor || !isAssessor(actor, where.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, where.editionId);
  const rubric = rubricOf(definition, where.stage);
  const { key, kind, name, opensAt, closesAt } = stageOf(definition, where.stage);
  const mine = { ...where, actor };
  const given = marksByAssignment(ctx, mine);
  const items = inReadingOrder(readings(ctx, mine), mine, kind).map((row) => queueItem(row, { definition, rubric, marks: given.get(row.assignmentId) ?? {} }));
  return {
    stage: { key, kind, name, opensAt, closesAt },
    zone: definition.zone,
    blind: rubric.blind,
    roundClosedAt: roundClosedAt(ctx, where),
    items,
    done: items.filter((item) => item.state === "locked").length,
    next: items.find((item) => item.state !== "locked")?.assignmentId ?? null,
  };
}

/** Standing readings of one person at a stage, without what the sheet itself would refuse him for a conflict. */
function held(ctx: Base, { editionId, stage, actor }: Mine) {
  const { agencyIds, proposalIds } = listBars(ctx, { editionId, userId: actor.userId });
  return and(
    eq(assignments.userId, actor.userId),
    eq(assignments.editionId, editionId),
    eq(assignments.stage, stage),
    isNull(assignments.endedAt),
    agencyIds.length > 0 ? notInArray(proposals.agencyId, agencyIds) : undefined,
    proposalIds.length > 0 ? notInArray(proposals.id, proposalIds) : undefined,
  );
}

const readings = (ctx: Base, mine: Mine) =>
  ctx.db
    .select({
      assignmentId: assignments.id,
      proposalId: assignments.proposalId,
      ...entryColumns,
      status: scoreSheets.status,
      savedAt: scoreSheets.updatedAt,
    })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(held(ctx, mine))
    .orderBy(asc(proposals.number))
    .all();

function marksByAssignment(ctx: Base, mine: Mine): Map<AssignmentId, Record<string, number | null>> {
  const rows = ctx.db
    .select({ assignmentId: assignments.id, key: marks.criterionKey, mark: marks.mark })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .innerJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .innerJoin(marks, eq(marks.sheetId, scoreSheets.id))
    .where(held(ctx, mine))
    .all();
  const sheets = new Map<AssignmentId, Record<string, number | null>>();
  for (const { assignmentId, key, mark } of rows) {
    const sheet = sheets.get(assignmentId) ?? {};
    sheet[key] = mark;
    sheets.set(assignmentId, sheet);
  }
  return sheets;
}

type Rules = { definition: Definition; rubric: Rubric; marks: Record<string, number | null> };

function queueItem(row: ReturnType<typeof readings>[number], { definition, rubric, marks: given }: Rules): QueueItem {
  return {
    assignmentId: row.assignmentId,
    number: numberText(definition.year, row.number),
    title: row.title,
    agencyName: rubric.blind ? null : row.agencyName,
    group: groupOf(definition, row.groupKey).name,
    category: categoryOf(definition, row.categoryKey).name,
    state: row.status ?? "todo",
    marked: rubric.criteria.length - unmarked(rubric, given).length,
    of: rubric.criteria.length,
    mark: provisionalTotal(rubric, given).mark,
    savedAt: row.savedAt,
  };
}

export type Neighbour = { assignmentId: AssignmentId; number: string };

export type QueuePlace = { done: number; of: number; previous: Neighbour | null; next: Neighbour | null };

type Place = { assignmentId: AssignmentId; year: number; kind: Stage["kind"] };

/** Where one reading stands among those of its reader. The caller has authorised. */
export function placeInQueue(ctx: Base, mine: Mine, { assignmentId, year, kind }: Place): QueuePlace {
  const found = ctx.db
    .select({ assignmentId: assignments.id, proposalId: assignments.proposalId, number: entryColumns.number, status: scoreSheets.status })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .leftJoin(scoreSheets, eq(scoreSheets.assignmentId, assignments.id))
    .where(held(ctx, mine))
    .orderBy(asc(proposals.number))
    .all();
  const rows = inReadingOrder(found, mine, kind);
  const at = rows.findIndex((row) => row.assignmentId === assignmentId);
  const neighbour = (index: number): Neighbour | null => {
    const row = rows[index];
    return row ? { assignmentId: row.assignmentId, number: numberText(year, row.number) } : null;
  };
  return {
    done: rows.filter((row) => row.status === "locked").length,
    of: rows.length,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
  };
}

/** The stages of an edition at which the asking person marks by seat, in their order. */
export function listMyStages(ctx: Ctx, editionId: Id<"edition">): Pick<Stage, "key" | "kind" | "name" | "opensAt">[] {
  if (!isAssessor(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  const mine = (stage: Stage): boolean => seatsFor(stage).some((role) => hasSeat(ctx.actor, editionId, role));
  return markedStages(definition)
    .filter(mine)
    .map(({ key, kind, name, opensAt }) => ({ key, kind, name, opensAt }));
}
