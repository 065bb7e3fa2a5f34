import { and, asc, count, desc, eq, inArray, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { frozenContent } from "#app/features/proposals/inputs.ts";
import { isProposalMember } from "#app/features/proposals/policy.ts";
import type { Entry, Proposal, ProposalId, ProposalStatus, Reach, SubmittedContent } from "#app/features/proposals/types.ts";
import { type Ctx, withheldOf } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposals, submissions } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;

/** The row itself, for operations of later rooms, which authorise by their own policies. */
export function getProposal(ctx: Base, id: ProposalId): Proposal {
  const proposal = ctx.db.select().from(proposals).where(eq(proposals.id, id)).get();
  if (!proposal) throw notFound("proposals.unknown");
  return proposal;
}

/** A proposal of an agency, and of a unit, the asking person writes for; for everybody else it does not exist (404). */
export function getOwnProposal(ctx: Ctx, id: ProposalId): Proposal {
  const proposal = getProposal(ctx, id);
  if (!isProposalMember(ctx.actor, proposal)) throw notFound("proposals.unknown");
  return proposal;
}

/** Which agency and edition a proposal belongs to, for the frame its members see around its pages; for others there is none. */
export function findProposalScope(ctx: Ctx, id: ProposalId): Pick<Proposal, "agencyId" | "editionId"> | undefined {
  const columns = { agencyId: proposals.agencyId, unitId: proposals.unitId, editionId: proposals.editionId };
  const found = ctx.db.select(columns).from(proposals).where(eq(proposals.id, id)).get();
  return found && isProposalMember(ctx.actor, found) ? { agencyId: found.agencyId, editionId: found.editionId } : undefined;
}

/**
 * A column as it was submitted last. While a submitted proposal is open for correction its row holds the new draft, so the
 * frozen version is read instead; such rows are few.
 */
const asSubmitted = (column: SQL | typeof proposals.title, path: string): SQL<string> =>
  sql<string>`case when proposals.status = 'submitted' then ${column} else json_extract((select s.content from submissions s
    where s.proposal_id = proposals.id order by s.version desc limit 1), ${path}) end`;

export const entryColumns = {
  id: proposals.id,
  number: sql<number>`proposals.number`,
  title: asSubmitted(sql`proposals.title`, "$.title"),
  agencyId: proposals.agencyId,
  agencyName: agencies.name,
  agencyKind: agencies.kind,
  provinceCode: agencies.provinceCode,
  unit: asSubmitted(sql`proposals.unit`, "$.unit"),
  groupKey: asSubmitted(sql`proposals.group_key`, "$.groupKey"),
  categoryKey: asSubmitted(sql`proposals.category_key`, "$.categoryKey"),
  reach: proposals.reach,
  submittedAt: sql<number>`proposals.submitted_at`,
};

/** Proposals without those that are withheld from the person. */
export function shownTo(actor: Ctx["actor"], editionId: Proposal["editionId"]): SQL | undefined {
  const { agencyIds, proposalIds } = withheldOf(actor, editionId);
  return and(
    agencyIds.length > 0 ? notInArray(proposals.agencyId, [...agencyIds]) : undefined,
    proposalIds.length > 0 ? notInArray(proposals.id, [...proposalIds]) : undefined,
  );
}

/** Entries are what was submitted and not withdrawn. */
const isEntry = ne(proposals.reach, "draft");

type EntryFilter = { editionId: Proposal["editionId"]; reach?: Reach[]; groupKeys?: string[] };

/** Entries of an edition by number, at the given reaches (all) and in the given groups (all). The caller has authorised. */
export function listEntries(ctx: Base, filter: EntryFilter): Entry[] {
  const { editionId, reach, groupKeys } = filter;
  return ctx.db
    .select(entryColumns)
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(
      and(
        eq(proposals.editionId, editionId),
        reach ? inArray(proposals.reach, reach) : undefined,
        isEntry,
        groupKeys ? inArray(entryColumns.groupKey, groupKeys) : undefined,
      ),
    )
    .orderBy(asc(proposals.number))
    .all();
}

/** One entry; refuses `proposals.unknown` (404) for what was never submitted or is withdrawn. The caller has authorised. */
export function getEntry(ctx: Base, id: ProposalId): Entry {
  const entry = ctx.db
    .select(entryColumns)
    .from(proposals)
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(and(eq(proposals.id, id), isEntry))
    .get();
  if (!entry) throw notFound("proposals.unknown");
  return entry;
}

/** The version that stands: the one submitted last, exactly as it was frozen. The caller has authorised. */
export function getSubmittedContent(ctx: Base, id: ProposalId): SubmittedContent {
  const row = ctx.db
    .select({
      version: submissions.version,
      sha256: submissions.sha256,
      submittedAt: submissions.submittedAt,
      content: submissions.content,
    })
    .from(submissions)
    .where(eq(submissions.proposalId, id))
    .orderBy(desc(submissions.version))
    .limit(1)
    .get();
  if (!row) throw notFound("proposals.unknown");
  const { content, ...facts } = row;
  return { ...facts, ...frozenContent.parse(JSON.parse(content)) };
}

export type Funnel = {
  registered: number;
  status: Record<ProposalStatus, number>;
  reach: Record<Reach, number>;
};

/** How many proposals of an edition stand where. `registered` counts every draft that was ever begun. The caller has authorised. */
export function countByStatus(ctx: Base, editionId: Proposal["editionId"]): Funnel {
  const rows = ctx.db
    .select({ status: proposals.status, reach: proposals.reach, n: count() })
    .from(proposals)
    .where(eq(proposals.editionId, editionId))
    .groupBy(proposals.status, proposals.reach)
    .all();
  const funnel: Funnel = {
    registered: 0,
    status: { atUnit: 0, atAgency: 0, submitted: 0, withdrawn: 0 },
    reach: { draft: 0, submitted: 0, failed: 0, passed: 0, finalist: 0, winner: 0 },
  };
  for (const { status, reach, n } of rows) {
    funnel.registered += n;
    funnel.status[status] += n;
    funnel.reach[reach] += n;
  }
  return funnel;
}
