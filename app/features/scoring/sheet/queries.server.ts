import { and, eq, isNull } from "drizzle-orm";
import { holdsAssignment, isAssessor } from "#app/features/assignment/policy.ts";
import type { AssignmentId } from "#app/features/assignment/types.ts";
import type { Criterion, Definition, Level, Rubric, Stage, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, groupOf, isFileQuestion, isOpen, rubricOf, stageOf } from "#app/features/competitions/rules.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { getEntry, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Entry, ProposalId, SubmittedContent } from "#app/features/proposals/types.ts";
import { placeInQueue, type QueuePlace } from "#app/features/scoring/desk/queries.server.ts";
import { findWork, listLockedSheets, listStoredMarks, roundClosedAt, type Work } from "#app/features/scoring/queries.server.ts";
import { provisionalTotal, weightedTotal } from "#app/features/scoring/rules.ts";
import type { SheetId, SheetStatus } from "#app/features/scoring/types.ts";
import { type ReadingPart, readingOf } from "#app/features/screening/reading/rules.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { assignments } from "#db/schema/assignment.ts";
import { proposals } from "#db/schema/proposals.ts";

export type SheetCriterion = Pick<Criterion, "key" | "name" | "help" | "weightBp"> & {
  levels: Level[];
  /** What the agency claims for itself here, as it was typed. */
  claim: { label: Words; value: string } | null;
  mark: number | null;
  note: string;
};

/** A file of the entry; its name is null where the edition hides the agency, because names of files tell. */
export type SheetFile = Omit<ReadingPart["files"][number], "fileName"> & { fileName: string | null };

export type SheetPage = {
  assignmentId: AssignmentId;
  editionId: Id<"edition">;
  zone: string;
  stage: Pick<Stage, "key" | "kind" | "name" | "opensAt" | "closesAt">;
  /** Whether marks are taken now; `roundClosed`: the secretariat closed the desk before its window ended. */
  window: "open" | "notYet" | "closed" | "roundClosed";
  roundClosedAt: number | null;
  blind: boolean;
  entry: {
    number: string;
    title: string;
    group: Words;
    category: Words;
    agency: { name: string; unit: string; innovator: string } | null;
    words: number;
  };
  parts: (Omit<ReadingPart, "files"> & { files: SheetFile[]; weightBp: number | null })[];
  maxMark: number;
  criteria: SheetCriterion[];
  /** Marks of the other assessors, without names; null while the edition hides them or the own sheet is not locked. */
  others: OtherSheet[] | null;
  sheet: { id: SheetId | null; status: SheetStatus; revision: number; note: string; privateNote: string; savedAt: number | null; lockedAt: number | null };
  provisional: { mark: number | null; weightBp: number };
  queue: QueuePlace;
};

/**
 * An entry and the asking assessor's own sheet of it. For anybody else, after a recusal, and for whoever has come into conflict
 * with the entrant it does not exist (404). Where the sheet is blind nothing on it names agency, unit or innovator.
 */
export function getSheetPage(ctx: Ctx, assignmentId: AssignmentId): SheetPage {
  const { work, actor } = ownWork(ctx, assignmentId);
  const { definition } = getEdition(ctx, work.editionId);
  const rubric = rubricOf(definition, work.stage);
  const { key, kind, name, opensAt, closesAt } = stageOf(definition, work.stage);
  const content = getSubmittedContent(ctx, work.proposalId);
  const stored = work.sheet ? listStoredMarks(ctx, work.sheet.id) : [];
  const given = Object.fromEntries(stored.map((row) => [row.criterionKey, row.mark]));
  return {
    assignmentId,
    editionId: work.editionId,
    zone: definition.zone,
    stage: { key, kind, name, opensAt, closesAt },
    ...windowAt(ctx, work, { opensAt, closesAt }),
    blind: rubric.blind,
    entry: entryView(definition, rubric, { entry: getEntry(ctx, work.proposalId), content }),
    parts: partsView(definition, rubric, content),
    maxMark: rubric.maxMark,
    criteria: rubric.criteria.map((criterion) => criterionView(definition, content, { criterion, stored })),
    others: othersOf(ctx, work, { definition, rubric }),
    sheet: sheetView(work),
    provisional: provisionalTotal(rubric, given),
    queue: placeInQueue(ctx, { editionId: work.editionId, stage: work.stage, actor }, { assignmentId, year: definition.year, kind }),
  };
}

function windowAt(ctx: Ctx, work: Work, { opensAt, closesAt }: Pick<Stage, "opensAt" | "closesAt">): Pick<SheetPage, "window" | "roundClosedAt"> {
  if (!isOpen({ opensAt, closesAt }, ctx.now)) return { window: opensAt !== null && ctx.now >= opensAt ? "closed" : "notYet", roundClosedAt: null };
  const closedAt = roundClosedAt(ctx, work);
  return { window: closedAt === null ? "open" : "roundClosed", roundClosedAt: closedAt };
}

function ownWork(ctx: Ctx, assignmentId: AssignmentId): { work: Work; actor: Actor } {
  const work = findWork(ctx, assignmentId);
  const { actor } = ctx;
  if (!work || !actor || !holdsAssignment(actor, work)) throw notFound("scoring.unknown");
  if (findConflict(ctx, { ...work, userId: actor.userId })) throw notFound("scoring.unknown");
  return { work, actor };
}

function entryView(
  definition: Definition,
  rubric: Rubric,
  { entry, content }: { entry: Entry; content: SubmittedContent },
): SheetPage["entry"] {
  return {
    number: numberText(definition.year, entry.number),
    title: content.title,
    group: groupOf(definition, content.groupKey).name,
    category: categoryOf(definition, content.categoryKey).name,
    agency: rubric.blind ? null : { name: entry.agencyName, unit: content.unit, innovator: content.innovator },
    words: readingOf(definition, content).reduce((sum, part) => sum + part.words, 0),
  };
}

/**
 * The answers of an entry as its assessor reads them. Statement letters name their signers: a blind reader gets the evidence of
 * the answers and no letters.
 */
export function partsView(definition: Definition, rubric: Rubric, content: SubmittedContent): SheetPage["parts"] {
  const weights = new Map(rubric.criteria.map((criterion) => [criterion.key, criterion.weightBp]));
  return readingOf(definition, content)
    .filter((part) => !rubric.blind || !isFileQuestion(part))
    .map((part) => ({
      ...part,
      files: part.files.map((file) => ({ ...file, fileName: rubric.blind ? null : file.fileName })),
      weightBp: weights.get(part.key) ?? null,
    }));
}

type Marked = { criterion: Criterion; stored: readonly { criterionKey: string; mark: number | null; note: string }[] };

function criterionView(definition: Definition, content: SubmittedContent, { criterion, stored }: Marked): SheetCriterion {
  const { key, name, help, weightBp, levels, claimField } = criterion;
  const own = stored.find((row) => row.criterionKey === key);
  const field = claimField === null ? undefined : definition.fields.find((candidate) => candidate.key === claimField);
  const claim = field ? { label: field.label, value: content.answers[field.key]?.value ?? "" } : null;
  return { key, name, help, weightBp, levels, claim, mark: own?.mark ?? null, note: own?.note ?? "" };
}

function sheetView({ sheet }: Work): SheetPage["sheet"] {
  if (!sheet) return { id: null, status: "draft", revision: 0, note: "", privateNote: "", savedAt: null, lockedAt: null };
  const { id, status, revision, note, privateNote, updatedAt, lockedAt } = sheet;
  return { id, status, revision, note, privateNote, savedAt: updatedAt, lockedAt };
}

/** Another assessor's locked sheet of the same entry: marks by criterion and the total, nobody's name. */
export type OtherSheet = { marks: Record<string, number>; total: number };

/**
 * Locked sheets of the others on the same entry, where the edition shows them: only once the own one is locked, in an order that
 * says nothing of who wrote which.
 */
function othersOf(ctx: Ctx, { editionId, stage, proposalId, userId, sheet }: Work, { definition, rubric }: { definition: Definition; rubric: Rubric }): OtherSheet[] | null {
  if (definition.reading.othersMarks === "never" || sheet?.status !== "locked") return null;
  return listLockedSheets(ctx, { editionId, stage, proposalIds: [proposalId] })
    .filter((other) => other.proposalId === proposalId && other.userId !== userId)
    .map(({ marks }) => ({ marks, total: weightedTotal(rubric, marks) }))
    .sort((a, b) => a.total - b.total);
}

/** Whether a person may open an entry's files as its reader, and whether their names are hidden from him. */
export function findReadingAccess(ctx: Ctx, proposalId: ProposalId): { blind: boolean } | null {
  const { actor } = ctx;
  if (!actor) return null;
  const works = ctx.db
    .select({ editionId: assignments.editionId, stage: assignments.stage, agencyId: proposals.agencyId })
    .from(assignments)
    .innerJoin(proposals, eq(proposals.id, assignments.proposalId))
    .where(and(eq(assignments.userId, actor.userId), eq(assignments.proposalId, proposalId), isNull(assignments.endedAt)))
    .all();
  const open = works.filter((work) => isAssessor(actor, work.editionId));
  const [first] = open;
  if (!first || findConflict(ctx, { ...first, proposalId, userId: actor.userId })) return null;
  const { definition } = getEdition(ctx, first.editionId);
  return { blind: open.every((work) => rubricOf(definition, work.stage).blind) };
}
