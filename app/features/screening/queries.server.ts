import { and, asc, count, desc, eq, gt, inArray, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import { namesOf } from "#app/features/accounts/queries.server.ts";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import type { AgencyId, AgencyKind } from "#app/features/agencies/types.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { categoryOf, groupOf, isOpen } from "#app/features/competitions/rules.ts";
import { findConflict } from "#app/features/conflicts/queries.server.ts";
import { entryColumns, getEntry, getProposal, getSubmittedContent } from "#app/features/proposals/queries.server.ts";
import { numberText, titleKeyOf } from "#app/features/proposals/rules.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { storedChecks } from "#app/features/screening/inputs.ts";
import { mayReadScreening, mayScreen } from "#app/features/screening/policy.ts";
import { type ReadingPart, readingOf } from "#app/features/screening/reading/rules.ts";
import { checklistFor, queueStateOf, reachesOf, screeningStage } from "#app/features/screening/rules.ts";
import type { ChecklistItem, Decision, QueueState } from "#app/features/screening/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals } from "#db/schema/proposals.ts";
import { screenings } from "#db/schema/screening.ts";

type Base = Pick<Ctx, "db">;

/** The decision that stands on an entry; undefined before the first. The caller has authorised. */
export function findScreening(ctx: Base, proposalId: ProposalId): Decision | undefined {
  const row = ctx.db
    .select({
      version: screenings.version,
      outcome: screenings.outcome,
      checks: screenings.checks,
      reason: screenings.reason,
      decidedAt: screenings.decidedAt,
      decidedBy: screenings.decidedBy,
    })
    .from(screenings)
    .where(eq(screenings.proposalId, proposalId))
    .orderBy(desc(screenings.version))
    .limit(1)
    .get();
  return row && { ...row, checks: storedChecks.parse(row.checks) };
}

export type QueueFilter = {
  editionId: Id<"edition">;
  state?: QueueState;
  groupKey?: string;
  kind?: AgencyKind;
  search?: string;
  sort: "number" | "title" | "agency" | "submittedAt";
  dir: "asc" | "desc";
  limit: number;
  offset: number;
};

export type QueueRow = {
  proposalId: ProposalId;
  number: string;
  title: string;
  agencyName: string;
  agencyKind: AgencyKind;
  group: Words;
  submittedAt: number;
  state: QueueState;
  /** The reader belongs to the entrant's agency: he may look, not decide. */
  own: boolean;
};

export type ScreeningQueue = { rows: QueueRow[]; total: number; counts: Record<QueueState, number> };

/** Submitted entries of an edition with where their screening stands, a page at a time. 404 for whoever has no seat for it. */
export function listScreeningQueue(ctx: Ctx, filter: QueueFilter): ScreeningQueue {
  if (!mayReadScreening(ctx.actor, filter.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, filter.editionId);
  const where = matching(filter);
  const rows = ctx.db
    .select(entryColumns)
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .orderBy(sortedBy(filter), asc(proposals.number))
    .limit(filter.limit)
    .offset(filter.offset)
    .all();
  const total = ctx.db
    .select({ count: count() })
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .get();
  return {
    rows: rows.map((entry) => queueRow(ctx.actor, definition, entry)),
    total: total?.count ?? 0,
    counts: countStates(ctx, filter.editionId),
  };
}

function queueRow(actor: Actor | null, definition: Definition, entry: Entry): QueueRow {
  return {
    proposalId: entry.id,
    number: numberText(definition.year, entry.number),
    title: entry.title,
    agencyName: entry.agencyName,
    agencyKind: entry.agencyKind as AgencyKind,
    group: groupOf(definition, entry.groupKey).name,
    submittedAt: entry.submittedAt,
    state: queueStateOf(entry.reach),
    own: isAgencyMember(actor, entry.agencyId),
  };
}

function matching({ editionId, state, groupKey, kind, search }: QueueFilter): SQL | undefined {
  return and(
    eq(proposals.editionId, editionId),
    state ? inArray(proposals.reach, reachesOf[state]) : ne(proposals.reach, "draft"),
    groupKey ? eq(entryColumns.groupKey, groupKey) : undefined,
    kind ? eq(agencies.kind, kind) : undefined,
    search ? found(search) : undefined,
  );
}

/** By words of title or agency, or by number, written `417`, `0417` or `2026-0417`. */
function found(search: string): SQL | undefined {
  const pattern = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const number = /^(?:\d{4}-)?0*(\d{1,9})$/.exec(search)?.[1];
  return or(
    sql`${entryColumns.title} like ${pattern} escape '\\'`,
    sql`${agencies.name} like ${pattern} escape '\\'`,
    number ? eq(proposals.number, Number(number)) : undefined,
  );
}

function sortedBy({ sort, dir }: QueueFilter): SQL {
  const column = { number: proposals.number, title: entryColumns.title, agency: agencies.name, submittedAt: proposals.submittedAt }[sort];
  return dir === "desc" ? desc(column) : asc(column);
}

/** Entries of an edition by state of screening. The caller has authorised. */
export function countStates(ctx: Base, editionId: Id<"edition">): Record<QueueState, number> {
  const rows = ctx.db
    .select({ reach: proposals.reach, n: count() })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), ne(proposals.reach, "draft")))
    .groupBy(proposals.reach)
    .all();
  const counts: Record<QueueState, number> = { undecided: 0, passed: 0, failed: 0 };
  for (const { reach, n } of rows) counts[queueStateOf(reach)] += n;
  return counts;
}

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
  state: QueueState;
  decision: (Omit<Decision, "decidedBy"> & { decidedBy: string }) | null;
  /** What keeps the reader from deciding now; null when he may. */
  barred: "decided" | "inConflict" | "noSeat" | "windowClosed" | null;
  closesAt: number | null;
  /** The next entry that waits for a decision. */
  next: Waiting | null;
};

/** An entry as it was submitted, with the checklist and the decision on it. What the reader has no seat for is 404. */
export function getScreeningPage(ctx: Ctx, proposalId: ProposalId): ScreeningPage {
  const { editionId } = getProposal(ctx, proposalId);
  if (!mayReadScreening(ctx.actor, editionId)) throw notFound("proposals.unknown");
  const { definition } = getEdition(ctx, editionId);
  const entry = getEntry(ctx, proposalId);
  const content = getSubmittedContent(ctx, proposalId);
  const decision = findScreening(ctx, proposalId);
  const stage = screeningStage(definition);
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
    checklist: checklistFor(definition, content, { sameTitle: sameTitleAs(ctx, { editionId, proposalId, title: content.title, year: definition.year }) }),
    state: queueStateOf(entry.reach),
    decision: decision ? { ...decision, decidedBy: namesOf(ctx, [decision.decidedBy]).get(decision.decidedBy) ?? "" } : null,
    barred: barredFrom(ctx, { entry, editionId, isOpen: isOpen(stage, ctx.now) }),
    closesAt: stage.closesAt,
    next: nextUndecided(ctx, { editionId, entry, year: definition.year }),
  };
}

function barredFrom(
  ctx: Ctx,
  { entry, editionId, isOpen: open }: { entry: Entry; editionId: Id<"edition">; isOpen: boolean },
): ScreeningPage["barred"] {
  if (entry.reach !== "submitted") return "decided";
  if (!ctx.actor || !mayScreen(ctx.actor, editionId)) return "noSeat";
  const meeting = { editionId, userId: ctx.actor.userId, proposalId: entry.id, agencyId: entry.agencyId };
  if (findConflict(ctx, meeting)) return "inConflict";
  return open ? null : "windowClosed";
}

type Titled = { editionId: Id<"edition">; proposalId: ProposalId; title: string; year: number };

/** Numbers of the other entries of the edition that were submitted last with the same title; few rows are left to compare. */
function sameTitleAs(ctx: Base, { editionId, proposalId, title, year }: Titled): string[] {
  const key = titleKeyOf(title);
  const maybe = and(
    eq(proposals.editionId, editionId),
    or(eq(proposals.titleKey, key), ne(proposals.status, "submitted")),
    ne(proposals.id, proposalId),
    ne(proposals.reach, "draft"),
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

type Waiting = { id: ProposalId; number: string };
type After = { editionId: Id<"edition">; entry: Pick<Entry, "id" | "number"> | null; year: number };

/** The next by number, or the first again after the last; entries of the reader's own agencies are passed over. */
function nextUndecided(ctx: Ctx, { editionId, entry, year }: After): Waiting | null {
  const own = (ctx.actor?.grants ?? []).filter((grant) => grant.scope === "agency").map((grant) => grant.scopeId as AgencyId);
  const found = ctx.db
    .select({ id: proposals.id, number: entryColumns.number })
    .from(proposals)
    .where(
      and(
        eq(proposals.editionId, editionId),
        eq(proposals.reach, "submitted"),
        entry ? ne(proposals.id, entry.id) : undefined,
        own.length > 0 ? notInArray(proposals.agencyId, own) : undefined,
      ),
    )
    .orderBy(desc(gt(proposals.number, entry?.number ?? 0)), asc(proposals.number))
    .limit(1)
    .get();
  return found ? { id: found.id, number: numberText(year, found.number) } : null;
}

/** Where a screener begins: the first entry by number that waits for a decision. 404 for whoever has no seat for it. */
export function findFirstUndecided(ctx: Ctx, editionId: Id<"edition">): Waiting | null {
  if (!mayReadScreening(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, editionId);
  return nextUndecided(ctx, { editionId, entry: null, year: definition.year });
}
