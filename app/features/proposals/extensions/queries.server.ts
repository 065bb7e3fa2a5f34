import { and, count, desc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { mayOrganise } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { draftingWindow, stateOf } from "#app/features/proposals/extensions/rules.ts";
import type { CalledProposal, DraftingWindow, Extension, ExtensionPlace, ExtensionState } from "#app/features/proposals/extensions/types.ts";
import { entryColumns, shownTo } from "#app/features/proposals/queries.server.ts";
import { requireDrafting } from "#app/features/proposals/rules.ts";
import type { Proposal, Reach } from "#app/features/proposals/types.ts";
import { withinReach } from "#app/features/proposals/units/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError, notFound } from "#app/lib/errors.ts";
import { users } from "#db/schema/accounts.ts";
import { agencies } from "#db/schema/agencies.ts";
import { submissionExtensions } from "#db/schema/communications.ts";
import { proposals } from "#db/schema/proposals.ts";

type Base = Pick<Ctx, "db">;

/** Never submitted, there is no title to read. */
const submittedTitle = sql<string | null>`${entryColumns.title}`;
const called = { title: submittedTitle, unit: proposals.unit, begunAt: proposals.createdAt };
type Ruled = Pick<Edition, "id" | "definition">;

/** Extensions that stand for an agency in an edition, its own and those of its proposals. The caller has authorised. */
export const listStanding = (ctx: Base, at: { editionId: EditionId; agencyId: Proposal["agencyId"] }): Extension[] =>
  ctx.db
    .select()
    .from(submissionExtensions)
    .where(
      and(
        eq(submissionExtensions.agencyId, at.agencyId),
        eq(submissionExtensions.editionId, at.editionId),
        isNull(submissionExtensions.revokedAt),
      ),
    )
    .all();

/** The window in which this proposal, or a new one of this agency, is written. The caller has authorised. */
export const windowFor = (ctx: Base, { id, definition }: Ruled, place: ExtensionPlace): DraftingWindow =>
  draftingWindow(definition, listStanding(ctx, { editionId: id, agencyId: place.agencyId }), place);

type Writing = { edition: Edition; agencyId: Proposal["agencyId"]; proposal?: Pick<Proposal, "id" | "reach"> };

const undecided: readonly Reach[] = ["draft", "submitted"];

/**
 * Refuses whatever is written outside the agency's window (`competitions.windowNotYet`, `competitions.windowClosed`, 409), and,
 * once registration itself has closed, what was decided on already (`proposals.alreadyScreened`, 409): an extension opens no
 * entry that has been screened.
 */
export function requireInWindow(ctx: Pick<Ctx, "db" | "now">, { edition, agencyId, proposal }: Writing): void {
  const window = windowFor(ctx, edition, { agencyId, proposalId: proposal?.id ?? null });
  requireDrafting(edition, { now: ctx.now, closesAt: window.closesAt });
  if (window.extension && proposal && !undecided.includes(proposal.reach)) {
    throw new DomainError("proposals.alreadyScreened", { kind: "conflict" });
  }
}

/** How many agencies were given more time, for the public: a number, no names. */
export const countExtensions = (ctx: Base, editionId: EditionId): number =>
  ctx.db
    .select({ n: sql<number>`count(distinct ${submissionExtensions.agencyId})` })
    .from(submissionExtensions)
    .where(and(eq(submissionExtensions.editionId, editionId), isNull(submissionExtensions.revokedAt)))
    .get()?.n ?? 0;

export type StandingExtension = Pick<Extension, "id" | "closesAt" | "reason" | "proposalId"> & { title: string | null };

/** What an agency is told of more time it was given and that has not run out, the nearest end first. The caller has authorised. */
export const listRunning = (ctx: Pick<Ctx, "db" | "now" | "actor">, at: { editionId: EditionId; agencyId: Proposal["agencyId"] }): StandingExtension[] =>
  ctx.db
    .select({
      id: submissionExtensions.id,
      closesAt: submissionExtensions.closesAt,
      reason: submissionExtensions.reason,
      proposalId: submissionExtensions.proposalId,
      title: proposals.title,
    })
    .from(submissionExtensions)
    .leftJoin(proposals, eq(proposals.id, submissionExtensions.proposalId))
    .where(
      and(
        eq(submissionExtensions.agencyId, at.agencyId),
        eq(submissionExtensions.editionId, at.editionId),
        isNull(submissionExtensions.revokedAt),
        gt(submissionExtensions.closesAt, ctx.now),
        or(isNull(submissionExtensions.proposalId), withinReach(ctx, at.agencyId) ?? sql`true`),
      ),
    )
    .orderBy(submissionExtensions.closesAt)
    .all();

export type ExtensionRow = {
  id: Extension["id"];
  agency: string;
  /** Null where it is the whole agency's. */
  proposal: CalledProposal | null;
  closesAt: number;
  reason: string;
  by: string;
  grantedAt: number;
  state: ExtensionState;
  revokeReason: string | null;
};

export type ExtensionPage = { rows: ExtensionRow[]; total: number; page: number; pages: number; pageSize: number };
export const extensionPageSize = 50;

/** Every extension of an edition, the last first, for its organiser (404 for others). */
export function listExtensionPage(ctx: Ctx, editionId: EditionId, filter: { search: string; page: number }): ExtensionPage {
  if (!mayOrganise(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const where = and(eq(submissionExtensions.editionId, editionId), matching(filter.search), shownOf(ctx, editionId));
  const total = countRows(ctx, where);
  const pages = Math.max(1, Math.ceil(total / extensionPageSize));
  const page = Math.min(filter.page, pages);
  const rows = selectRows(ctx)
    .where(where)
    .orderBy(desc(submissionExtensions.grantedAt), desc(submissionExtensions.id))
    .limit(extensionPageSize)
    .offset((page - 1) * extensionPageSize)
    .all();
  return {
    rows: rows.map((row) => rowOf(ctx, row)),
    ...{ total, page, pages, pageSize: extensionPageSize },
  };
}

type Selected = Omit<ExtensionRow, "proposal" | "state"> & { title: string | null; unit: string | null; begunAt: number | null; revokedAt: number | null };

const rowOf = (ctx: Pick<Ctx, "now">, { revokedAt, title, unit, begunAt, ...row }: Selected): ExtensionRow => ({
  ...row,
  proposal: unit === null || begunAt === null ? null : { title, unit, begunAt },
  state: stateOf({ revokedAt, closesAt: row.closesAt }, ctx.now),
});

const selectRows = (ctx: Base) =>
  ctx.db
    .select({
      id: submissionExtensions.id,
      agency: agencies.name,
      ...called,
      closesAt: submissionExtensions.closesAt,
      reason: submissionExtensions.reason,
      by: users.name,
      grantedAt: submissionExtensions.grantedAt,
      revokedAt: submissionExtensions.revokedAt,
      revokeReason: submissionExtensions.revokeReason,
    })
    .from(submissionExtensions)
    .innerJoin(agencies, eq(agencies.id, submissionExtensions.agencyId))
    .innerJoin(users, eq(users.id, submissionExtensions.grantedBy))
    .leftJoin(proposals, eq(proposals.id, submissionExtensions.proposalId))
    .$dynamic();

const countRows = (ctx: Base, where: SQL | undefined): number =>
  ctx.db
    .select({ n: count() })
    .from(submissionExtensions)
    .innerJoin(agencies, eq(agencies.id, submissionExtensions.agencyId))
    .leftJoin(proposals, eq(proposals.id, submissionExtensions.proposalId))
    .where(where)
    .get()?.n ?? 0;

/** Time for one proposal that is withheld is not shown; time for a whole agency, a province or all says nothing of an entry. */
function shownOf(ctx: Ctx, editionId: EditionId): SQL | undefined {
  const shown = shownTo(ctx.actor, editionId);
  return shown && or(isNull(submissionExtensions.proposalId), shown);
}

function matching(search: string): SQL | undefined {
  if (!search) return undefined;
  const text = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return or(sql`${agencies.name} like ${text} escape '\\'`, sql`${submittedTitle} like ${text} escape '\\'`);
}

export type ExtendableProposal = CalledProposal & { id: Proposal["id"]; closesAt: number | null };

/** Proposals of an agency that more time can be given to, for the organiser of the edition (404 for others): not yet decided on. */
export function listExtendable(ctx: Ctx, at: { editionId: EditionId; agencyId: Proposal["agencyId"] }): ExtendableProposal[] {
  if (!mayOrganise(ctx.actor, at.editionId)) throw notFound("competitions.editionUnknown");
  const { definition } = getEdition(ctx, at.editionId);
  const standing = listStanding(ctx, at);
  return ctx.db
    .select({ id: proposals.id, ...called })
    .from(proposals)
    .where(
      and(
        eq(proposals.agencyId, at.agencyId),
        eq(proposals.editionId, at.editionId),
        shownTo(ctx.actor, at.editionId),
        or(eq(proposals.reach, "draft"), eq(proposals.reach, "submitted")),
        sql`${proposals.status} <> 'withdrawn'`,
      ),
    )
    // Neither is the order of drafts to follow their titles.
    .orderBy(proposals.createdAt, proposals.id)
    .all()
    .map((row) => ({ ...row, closesAt: draftingWindow(definition, standing, { agencyId: at.agencyId, proposalId: row.id }).closesAt }));
}

/** One extension of the edition for its organiser; 404 for others. */
export function getExtensionRow(ctx: Ctx, at: { editionId: EditionId; id: Extension["id"] }): ExtensionRow {
  const row = mayOrganise(ctx.actor, at.editionId)
    ? selectRows(ctx).where(and(eq(submissionExtensions.id, at.id), eq(submissionExtensions.editionId, at.editionId), shownOf(ctx, at.editionId))).get()
    : undefined;
  if (!row) throw notFound("proposals.extensionUnknown");
  return rowOf(ctx, row);
}
