import { and, asc, count, desc, eq, isNotNull, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { isAgencyMember } from "#app/features/agencies/policy.ts";
import { mayOrganise } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { InvitationFilter } from "#app/features/proposals/invitations/inputs.ts";
import type { EntryInvitation, EntryInvitationId } from "#app/features/proposals/invitations/types.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { type Ctx, withheldOf } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { saysNothingOf } from "#app/lib/silence.server.ts";
import { agencies } from "#db/schema/agencies.ts";
import { proposalInvitations, proposals } from "#db/schema/proposals.ts";

type Reach = Pick<Ctx, "db">;
type Place = Pick<EntryInvitation, "editionId" | "agencyId" | "groupKey">;

/** Entries an agency has standing in a group. The caller has authorised. */
export const countEntriesIn = (ctx: Reach, { editionId, agencyId, groupKey }: Place): number =>
  ctx.db
    .select({ n: count() })
    .from(proposals)
    .where(and(eq(proposals.editionId, editionId), eq(proposals.agencyId, agencyId), ne(proposals.reach, "draft"), eq(entryColumns.groupKey, groupKey)))
    .get()?.n ?? 0;

export type InvitationState = "standing" | "used" | "withdrawn";

export type InvitationRow = {
  id: EntryInvitationId;
  agencyName: string;
  agencyKind: string;
  group: Words;
  reference: string;
  note: string;
  invitedAt: number;
  state: InvitationState;
  withdrawnReason: string;
};

export type InvitationPage = { rows: InvitationRow[]; total: number; page: number; pages: number; pageSize: number };

export const invitationPageSize = 50;

/** Entries of the agency in the group are the most that its invitations there can have been used for. */
const entries = sql<number>`(select count(*) from proposals p where p.edition_id = proposal_invitations.edition_id
  and p.agency_id = proposal_invitations.agency_id and p.reach <> 'draft' and p.group_key = proposal_invitations.group_key)`;
/** The earliest invitations of an agency in a group are the ones that are used. */
const before = sql<number>`(select count(*) from proposal_invitations i where i.edition_id = proposal_invitations.edition_id
  and i.agency_id = proposal_invitations.agency_id and i.group_key = proposal_invitations.group_key and i.withdrawn_at is null
  and (i.invited_at, i.id) < (proposal_invitations.invited_at, proposal_invitations.id))`;
const isUsed = sql<number>`(proposal_invitations.withdrawn_at is null and ${before} < ${entries})`;

/** Invitations that say nothing of what is withheld from the person: to an agency he is in conflict with, or on the ground of an entry's own title. */
function shown({ actor }: Pick<Ctx, "actor">, editionId: EntryInvitation["editionId"]): SQL | undefined {
  const { agencyIds, words } = withheldOf(actor, editionId);
  return and(
    agencyIds.length > 0 ? notInArray(proposalInvitations.agencyId, [...agencyIds]) : undefined,
    saysNothingOf(sql`${proposalInvitations.reference} || ${proposalInvitations.note} || ${proposalInvitations.withdrawnReason}`, words()),
  );
}

/** Invitations of an edition, the latest first, for its organiser; 404 for everybody else. */
export function listInvitations(ctx: Ctx, editionId: EntryInvitation["editionId"], filter: InvitationFilter): InvitationPage {
  if (!mayOrganise(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  const { groups } = getEdition(ctx, editionId).definition;
  const where = and(eq(proposalInvitations.editionId, editionId), shown(ctx, editionId), searched(filter.search), inState(filter.state));
  const total =
    ctx.db.select({ n: count() }).from(proposalInvitations).innerJoin(agencies, eq(agencies.id, proposalInvitations.agencyId)).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / invitationPageSize));
  const page = Math.min(filter.page, pages);
  const rows = ctx.db
    .select({ ...columns, agencyName: agencies.name, agencyKind: agencies.kind, used: isUsed })
    .from(proposalInvitations)
    .innerJoin(agencies, eq(agencies.id, proposalInvitations.agencyId))
    .where(where)
    .orderBy(desc(proposalInvitations.invitedAt), asc(proposalInvitations.id))
    .limit(invitationPageSize)
    .offset((page - 1) * invitationPageSize)
    .all()
    .map(({ used, groupKey, withdrawnAt, ...row }): InvitationRow => ({
      ...row,
      group: groups.find(({ key }) => key === groupKey)?.name ?? { id: groupKey, en: groupKey },
      state: withdrawnAt !== null ? "withdrawn" : used ? "used" : "standing",
    }));
  return { rows, total, page, pages, pageSize: invitationPageSize };
}

type Named = Pick<EntryInvitation, "id" | "editionId" | "reference"> & { agencyName: string };

/** One invitation of an edition, for its organiser; 404 for everybody else, and where it is withheld from him. */
export function getInvitation(ctx: Ctx, { id, editionId }: Pick<EntryInvitation, "id" | "editionId">): Named {
  const row = ctx.db
    .select({ id: proposalInvitations.id, editionId: proposalInvitations.editionId, reference: proposalInvitations.reference, agencyName: agencies.name })
    .from(proposalInvitations)
    .innerJoin(agencies, eq(agencies.id, proposalInvitations.agencyId))
    .where(and(eq(proposalInvitations.id, id), eq(proposalInvitations.editionId, editionId), shown(ctx, editionId)))
    .get();
  if (!row || !mayOrganise(ctx.actor, editionId)) throw notFound("proposals.invitationUnknown");
  return row;
}

const columns = {
  id: proposalInvitations.id,
  groupKey: proposalInvitations.groupKey,
  reference: proposalInvitations.reference,
  note: proposalInvitations.note,
  invitedAt: proposalInvitations.invitedAt,
  withdrawnAt: proposalInvitations.withdrawnAt,
  withdrawnReason: proposalInvitations.withdrawnReason,
};

function searched(text: string): SQL | undefined {
  if (text === "") return undefined;
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`(${agencies.name} like ${pattern} escape '\\' or ${proposalInvitations.reference} like ${pattern} escape '\\')`;
}

function inState(state: InvitationState | null): SQL | undefined {
  if (state === null) return undefined;
  if (state === "withdrawn") return isNotNull(proposalInvitations.withdrawnAt);
  return and(isNull(proposalInvitations.withdrawnAt), state === "used" ? isUsed : sql`not ${isUsed}`);
}

export type OwnInvitation = { id: EntryInvitationId; editionId: EntryInvitation["editionId"]; groupKey: string; reference: string; note: string };

/** What an agency stands invited to, for its members; 404 for everybody else. */
export function listOwnInvitations(ctx: Ctx, agencyId: EntryInvitation["agencyId"]): OwnInvitation[] {
  if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  return ctx.db
    .select({
      id: proposalInvitations.id,
      editionId: proposalInvitations.editionId,
      groupKey: proposalInvitations.groupKey,
      reference: proposalInvitations.reference,
      note: proposalInvitations.note,
    })
    .from(proposalInvitations)
    .where(and(eq(proposalInvitations.agencyId, agencyId), isNull(proposalInvitations.withdrawnAt)))
    .orderBy(asc(proposalInvitations.invitedAt), asc(proposalInvitations.id))
    .all();
}
