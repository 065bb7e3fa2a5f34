import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, fieldsFor, groupOf, isOpen } from "#app/features/competitions/rules.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { isShown, notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { countCorrections, listCorrections } from "#app/features/proposals/corrections/queries.server.ts";
import { listMetExclusions } from "#app/features/proposals/eligibility/queries.server.ts";
import { entryColumns, getEntry, getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText, titleKeyOf } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { findCase, listVerdicts, voicesOf } from "#app/features/screening/cases/queries.server.ts";
import { checklistFor } from "#app/features/screening/checklist/rules.ts";
import { type Draft, findClaim, findDraft } from "#app/features/screening/claims/queries.server.ts";
import { claimMs, isLive } from "#app/features/screening/claims/rules.ts";
import { type CorrectionView, viewOf } from "#app/features/screening/corrections/queries.server.ts";
import { mayExtendCorrection, mayReadScreening, mayRelease, mayScreen, mayUndo } from "#app/features/screening/policy.ts";
import { type ReadingPart, readingOf } from "#app/features/screening/reading/rules.ts";
import { getSimilarityPanel } from "#app/features/screening/similarity/queries.server.ts";
import { canStep, isWaiting, queueStateOf, reasonText, screeningStage } from "#app/features/screening/rules.ts";
import type { CaseState, ChecklistItem, Check, Outcome, Progress, QueueState, ScreeningCase, VerdictKind } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screeningCases } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

export type Unsettled = { undecided: number; unannounced: number; appeals: number };

/**
 * What of an edition's screening is not settled: entries without a decision, decisions nobody has been told of, appeals without an
 * answer. Later stages ask before they begin. The caller has authorised.
 */
export function countUnsettled(ctx: Base, editionId: Id<"edition">): Unsettled {
  const waiting = ctx.db.select({ n: sql<number>`count(*)` }).from(proposals).where(and(eq(proposals.editionId, editionId), eq(proposals.reach, "submitted"))).get()?.n ?? 0;
  const rows = ctx.db
    .select({ state: screeningCases.state, n: sql<number>`count(*)` })
    .from(screeningCases)
    .where(and(eq(screeningCases.editionId, editionId), inArray(screeningCases.state, ["passed", "failed", "appealed"])))
    .groupBy(screeningCases.state)
    .all();
  const of = (state: CaseState): number => rows.find((row) => row.state === state)?.n ?? 0;
  const unannounced = of("passed") + of("failed");
  return { undecided: waiting - unannounced, unannounced, appeals: of("appealed") };
}

/** Entries of an edition by what was decided, told or not. The caller has authorised. */
export function countProgress(ctx: Base, editionId: Id<"edition">): Progress {
  const rows = ctx.db
    .select({ outcome: outcomeColumn, n: sql<number>`count(*)` })
    .from(proposals)
    .leftJoin(screeningCases, eq(screeningCases.proposalId, proposals.id))
    .where(and(eq(proposals.editionId, editionId), ne(proposals.reach, "draft")))
    .groupBy(sql`1`)
    .all();
  return { undecided: 0, passed: 0, failed: 0, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
}

/** What was decided of an entry; `undecided` also while it is with its agency or waits for a second screener. */
export const outcomeColumn = sql<keyof Progress>`case
  when ${screeningCases.state} in ('passed', 'admitted', 'upheld') then 'passed'
  when ${screeningCases.state} in ('failed', 'rejected', 'appealed', 'dismissed') then 'failed'
  when ${screeningCases.state} is not null or ${proposals.reach} = 'submitted' then 'undecided'
  when ${proposals.reach} = 'failed' then 'failed' else 'passed' end`;

export type VerdictView = {
  version: number;
  kind: VerdictKind;
  outcome: Outcome;
  checks: Check[];
  reasons: string;
  decidedAt: number;
  decidedBy: string;
};

export type ScreeningPage = {
  editionId: Id<"edition">;
  zone: string;
  proposal: {
    id: ProposalId;
    number: string;
    title: string;
    agencyName: string;
    agencyKind: AgencyKind;
    unit: string;
    innovator: string;
    group: Words;
    category: Words;
    startedOn: string;
    submittedAt: number;
    version: number;
    sha256: string;
  };
  parts: ReadingPart[];
  checklist: ChecklistItem[];
  reasons: { key: string; text: Words }[];
  fields: { key: string; label: Words }[];
  state: QueueState;
  caseState: CaseState;
  /** A failure has to be confirmed by somebody else. */
  secondScreener: boolean;
  /** Everything that was said of it, the latest first. */
  verdicts: VerdictView[];
  corrections: CorrectionView[];
  correctionId: Id<"correction"> | null;
  claim: { holder: string; mine: boolean; since: number; until: number } | null;
  draft: Draft | null;
  may: { claim: boolean; decide: boolean; release: boolean; return: boolean; undo: boolean; extend: boolean };
  /** What keeps the reader from screening it now; null when nothing does. */
  barred: "noSeat" | "windowClosed" | "sameScreener" | "taken" | null;
  /** How many days an agency would have; null where the edition knows no corrections or they are used up. */
  correctionDays: number | null;
};

/** An entry as it was submitted with everything screening knows of it. Without a seat, or in conflict with the entrant, it is 404. */
export function getScreeningPage(ctx: Ctx, proposalId: ProposalId): ScreeningPage {
  const { editionId, agencyId } = getProposal(ctx, proposalId);
  if (!mayReadScreening(ctx.actor, editionId) || !ctx.actor) throw notFound("proposals.unknown");
  const conflict = findConflict(ctx, { editionId, proposalId, agencyId, userId: ctx.actor.userId }) !== null;
  if (!isShown(withheldFrom(ctx, editionId))({ proposalId, agencyId })) throw notFound("proposals.unknown");
  const { definition } = getEdition(ctx, editionId);
  const entry = getEntry(ctx, proposalId);
  const content = getSubmittedContent(ctx, proposalId);
  const sameTitle = sameTitleAs(ctx, { editionId, proposalId, title: content.title, year: definition.year });
  const found = findCase(ctx, proposalId) ?? { state: "open" as const, round: 1, proposalId };
  const corrections = listCorrections(ctx, proposalId);
  return {
    editionId,
    zone: definition.zone,
    proposal: {
      id: entry.id,
      number: numberText(definition.year, entry.number),
      title: content.title,
      agencyName: entry.agencyName,
      agencyKind: entry.agencyKind as AgencyKind,
      unit: content.unit,
      innovator: content.innovator,
      group: groupOf(definition, content.groupKey).name,
      category: categoryOf(definition, content.categoryKey).name,
      startedOn: content.startedOn,
      submittedAt: content.submittedAt,
      version: content.version,
      sha256: content.sha256,
    },
    parts: readingOf(definition, content),
    checklist: checklistFor(definition, content, { sameTitle, awards: awardsOf(ctx, proposalId), alike: alikeTo(ctx, proposalId) }),
    reasons: definition.screening.reasons,
    fields: fieldsFor(definition, content.groupKey).map(({ key, label }) => ({ key, label })),
    caseState: found.state,
    secondScreener: definition.screening.secondScreener,
    verdicts: verdictsOf(ctx, definition, proposalId),
    corrections: corrections.map((correction) => viewOf(definition, correction, ctx.now)),
    correctionId: corrections.find(({ closedAt }) => closedAt === null)?.id ?? null,
    draft: findDraft(ctx, proposalId),
    ...standingOf(ctx, { definition, editionId, found, conflict }),
  };
}

/** Earlier awards that the edition's exclusions name, as one reads them. */
const awardsOf = (ctx: Base, proposalId: ProposalId): string[] =>
  listMetExclusions(ctx, proposalId).flatMap(({ awards }) => awards.map(({ competition, tier, year, title }) => `${competition} ${tier} ${year}, ${title}`));

/** Texts that share much with this one; undefined until the comparison has been made. */
function alikeTo(ctx: Ctx, proposalId: ProposalId): string[] | undefined {
  const { compared, pairs } = getSimilarityPanel(ctx, proposalId);
  return compared ? [...new Set(pairs.filter(({ kind }) => kind !== "resubmission").map(({ other }) => other.number || other.title))] : undefined;
}

type Standing = Pick<ScreeningPage, "state" | "claim" | "may" | "barred" | "correctionDays">;
type Asked = { definition: Definition; editionId: Id<"edition">; found: Pick<ScreeningCase, "state" | "round" | "proposalId">; conflict: boolean };

/** What the reader may do with the entry now; the operations ask the same policies and rules. */
function standingOf(ctx: Ctx, { definition, editionId, found, conflict }: Asked): Standing {
  const { actor } = ctx;
  const userId = actor?.userId;
  const held = findClaim(ctx, found.proposalId);
  const live = held && isLive(held, ctx.now) ? held : null;
  const mine = live !== null && live.userId === userId;
  const barred = barOf(ctx, { definition, editionId, found, conflict, taken: live !== null && !mine });
  const last = listVerdicts(ctx, found.proposalId)[0];
  const open = isOpen(screeningStage(definition), ctx.now);
  const { times, days } = definition.screening.corrections;
  const correctionDays = countCorrections(ctx, found.proposalId) < times ? days : null;
  const waits = isWaiting(found.state);
  return {
    state: queueStateOf(found.state, live && (mine ? "me" : "other")),
    claim: live && { holder: namesOf(ctx, [live.userId]).get(live.userId) ?? "", mine, since: live.claimedAt, until: live.activeAt + claimMs },
    barred,
    correctionDays,
    may: {
      claim: waits && barred === null && !mine,
      decide: waits && barred === null && mine,
      release: live !== null && mayRelease(actor, live),
      return: barred === null && mine && correctionDays !== null && canStep(found.state, "return"),
      undo: open && !conflict && last !== undefined && last.kind !== "undo" && canStep(found.state, "undo") && mayUndo(actor, { editionId, decidedBy: last.decidedBy }),
      extend: found.state === "returned" && !conflict && mayExtendCorrection(actor, editionId),
    },
  };
}

function barOf(ctx: Ctx, { definition, editionId, found, conflict, taken }: Asked & { taken: boolean }): Standing["barred"] {
  if (!mayScreen(ctx.actor, editionId) || conflict) return "noSeat";
  if (!isOpen(screeningStage(definition), ctx.now)) return "windowClosed";
  if (!isWaiting(found.state)) return null;
  if (ctx.actor && voicesOf(ctx, found).includes(ctx.actor.userId)) return "sameScreener";
  return taken ? "taken" : null;
}

function verdictsOf(ctx: Ctx, definition: Definition, proposalId: ProposalId): VerdictView[] {
  const verdicts = listVerdicts(ctx, proposalId);
  const names = namesOf(ctx, verdicts.map(({ decidedBy }) => decidedBy));
  return verdicts.map(({ version, kind, outcome, checks, decidedAt, decidedBy, ...given }) => ({
    ...{ version, kind, outcome, checks, decidedAt },
    reasons: kind === "undo" ? given.reason : reasonText(definition.screening, given, ctx.locale),
    decidedBy: names.get(decidedBy) ?? "",
  }));
}

type Titled = { editionId: Id<"edition">; proposalId: ProposalId; title: string; year: number };

/** Numbers of the other entries of the edition that were submitted last with the same title; few rows are left to compare. */
function sameTitleAs(ctx: Ctx, { editionId, proposalId, title, year }: Titled): string[] {
  const key = titleKeyOf(title);
  const maybe = and(
    eq(proposals.editionId, editionId),
    or(eq(proposals.titleKey, key), ne(proposals.status, "submitted")),
    ne(proposals.id, proposalId),
    ne(proposals.reach, "draft"),
    // Not even that a withheld entry bears the title is told.
    notWithheld(withheldFrom(ctx, editionId)),
  );
  return ctx.db
    .select({ number: entryColumns.number, title: entryColumns.title })
    .from(proposals)
    .where(maybe)
    .orderBy(asc(proposals.number))
    .all()
    .filter((row) => titleKeyOf(row.title) === key)
    .map((row) => numberText(year, row.number));
}
