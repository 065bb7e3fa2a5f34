import { and, asc, desc, eq, ne } from "drizzle-orm";
import { overviewFilterInput, type OverviewFilter } from "#app/features/proposals/overview/inputs.ts";
import { draftsAtRisk, isOfOwnUnit, pickRows, proposalsPerPage } from "#app/features/proposals/overview/rules.ts";
import { countGaps } from "#app/features/proposals/overview/gaps/queries.server.ts";
import { countOpenThreads } from "#app/features/proposals/comments/queries.server.ts";
import { confinedTo, isAgencyAdmin, isAgencyMember } from "#app/features/agencies/policy.ts";
import { findMembershipOf, getAgency } from "#app/features/agencies/queries.server.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { unitsFrom } from "#app/features/agencies/registry/rules.ts";
import type { Agency, UnitId } from "#app/features/agencies/types.ts";
import type { Definition, Words } from "#app/features/competitions/definition/types.ts";
import { findEdition, listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { countInvitations } from "#app/features/proposals/eligibility/queries.server.ts";
import { quotaOf, quotaOverAll } from "#app/features/proposals/eligibility/rules.ts";
import { listOwnInvitations, type OwnInvitation } from "#app/features/proposals/invitations/queries.server.ts";
import { windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { mayCreateProposal } from "#app/features/proposals/policy.ts";
import { entryColumns } from "#app/features/proposals/queries.server.ts";
import { listUnitOptions, type UnitOption, withinReach } from "#app/features/proposals/units/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { Proposal, ProposalId, ProposalStatus, Reach } from "#app/features/proposals/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { proposals } from "#db/schema/proposals.ts";

export type ProposalRow = {
  id: ProposalId;
  title: string;
  unit: string;
  group: Words;
  status: ProposalStatus;
  reach: Reach;
  number: string | null;
  updatedAt: number;
  /** How many things a draft still lacks; null for what is no draft, or can no longer be submitted. */
  gaps: number | null;
  /** Comments that are not settled. */
  comments: number;
};


/** group null = over all groups together. */
export type Quota = { group: Words | null; used: number; limit: number | null };

export type InvitedGroup = { id: string; group: Words; reference: string };

export type AgencyEdition = {
  id: Proposal["editionId"];
  slug: string;
  name: Words;
  zone: string;
  rehearsal: boolean;
  /** Registration runs now. */
  open: boolean;
  opensAt: number | null;
  closesAt: number | null;
  /** Groups the asking person may start a proposal in. */
  mayCreate: boolean;
  quotas: Quota[];
  invitations: InvitedGroup[];
  /** One page of what the filter leaves. */
  proposals: ProposalRow[];
  total: number;
  page: number;
  pages: number;
  /** How many proposals the agency has in the edition, filtered or not. */
  all: number;
  /** Unsubmitted drafts while the close is near. */
  atRisk: Pick<ProposalRow, "id" | "title" | "unit" | "status">[];
};

export type AgencyOverview = {
  agency: Pick<Agency, "id" | "name" | "zone">;
  isAdmin: boolean;
  /** Which proposals are listed: those of the reader's unit, or all. */
  unit: "own" | "all";
  /** The agency's open units, for the filter; only the reader's own where that is all there is to see. */
  units: UnitOption[];
  editions: AgencyEdition[];
};

export type OverviewAsked = { filter: OverviewFilter; pageOf: (slug: string) => number };

const plainly: OverviewAsked = { filter: overviewFilterInput.parse({}), pageOf: () => 1 };

/**
 * An agency's proposals by edition with what is left of its quotas; 404 for whoever is no member. A writer is shown the own
 * unit's first, the admin all of them.
 */
export function getAgencyOverview(ctx: Ctx, agencyId: Proposal["agencyId"], asked: OverviewAsked = plainly): AgencyOverview {
  if (!isAgencyMember(ctx.actor, agencyId)) throw notFound("agencies.unknown");
  const agency = getAgency(ctx, agencyId);
  const rows = listAgencyProposals(ctx, agencyId);
  const editions = listPublicEditions(ctx).filter((edition) => concerns(edition, agency, rows));
  const entries = listEntryGroups(ctx, agencyId);
  const invitations = listOwnInvitations(ctx, agencyId);
  const isAdmin = isAgencyAdmin(ctx.actor, agencyId);
  const unit = asked.filter.unit ?? (isAdmin ? "all" : "own");
  const reader = readerOf(ctx, agencyId);
  const near = unit === "all" ? rows : rows.filter((row) => isOfOwnUnit(row, reader));
  const shown = asked.filter.place === "" ? near : ofUnit(ctx, near, { agencyId, place: asked.filter.place });
  return {
    agency: { id: agency.id, name: agency.name, zone: agency.zone },
    ...{ isAdmin, unit, units: listUnitOptions(ctx, agencyId) },
    editions: editions.map((edition) => {
      const own = ({ editionId }: { editionId: Proposal["editionId"] }): boolean => editionId === edition.id;
      return agencyEdition(ctx, edition, {
        ...{ agency, all: rows.filter(own).length, rows: shown.filter(own), entries: entries.filter(own) },
        ...{ invitations: invitations.filter(own), asked },
      });
    }),
  };
}

/** Proposals of a unit and of the units below it. */
function ofUnit(ctx: Pick<Ctx, "db">, rows: readonly Proposal[], { agencyId, place }: { agencyId: Agency["id"]; place: string }): Proposal[] {
  const wanted = unitsFrom(listUnits(ctx, agencyId), place as UnitId);
  return rows.filter(({ unitId }) => unitId !== null && wanted.has(unitId));
}

const readerOf = (ctx: Ctx, agencyId: Proposal["agencyId"]) => {
  const userId = ctx.actor?.userId;
  return { userId: userId ?? "", unit: (userId && findMembershipOf(ctx, userId, agencyId)?.unit) || "" };
};

type EntryGroup = Pick<Proposal, "editionId" | "groupKey">;

/** The group of each of the agency's entries as it was submitted last; a correction begun does not free its place. */
const listEntryGroups = (ctx: Pick<Ctx, "db" | "actor">, agencyId: Proposal["agencyId"]): EntryGroup[] =>
  ctx.db
    .select({ editionId: proposals.editionId, groupKey: entryColumns.groupKey })
    .from(proposals)
    .where(and(eq(proposals.agencyId, agencyId), ne(proposals.reach, "draft"), withinReach(ctx, agencyId)))
    .all();

/** Every proposal of an agency its member may see, the last changed first. The caller has authorised. */
export const listAgencyProposals = (ctx: Pick<Ctx, "db" | "actor">, agencyId: Proposal["agencyId"]): Proposal[] =>
  ctx.db
    .select()
    .from(proposals)
    .where(and(eq(proposals.agencyId, agencyId), withinReach(ctx, agencyId)))
    .orderBy(desc(proposals.updatedAt), asc(proposals.id))
    .all();

/** An open edition that invites this kind of agency, or one in which the agency has proposals. */
const concerns = ({ id, status, definition }: Edition, agency: Agency, rows: readonly Proposal[]): boolean =>
  rows.some((row) => row.editionId === id) ||
  (status === "open" && (definition.agencyKinds.length === 0 || definition.agencyKinds.includes(agency.kind)));

type Own = {
  agency: Agency;
  rows: readonly Proposal[];
  all: number;
  entries: readonly EntryGroup[];
  invitations: readonly OwnInvitation[];
  asked: OverviewAsked;
};

function agencyEdition(ctx: Ctx, edition: Edition, { agency, rows, all, entries, invitations, asked }: Own): AgencyEdition {
  const { definition, id, slug, rehearsal } = edition;
  const { opensAt, closesAt } = windowFor(ctx, edition, { agencyId: agency.id, proposalId: null });
  const open = edition.status === "open" && isOpen({ opensAt, closesAt }, ctx.now);
  return {
    ...{ id, slug, rehearsal, open, opensAt, closesAt },
    name: definition.name,
    zone: definition.zone,
    mayCreate: open,
    // A count of the whole agency would tell of units a confined writer does not see.
    quotas: confinedTo(ctx.actor, agency.id) === undefined ? quotasOf(definition, agency.kind, entries) : [],
    invitations: invitations.map(({ id: of, groupKey, reference }) => ({ id: of, group: groupName(definition, groupKey), reference })),
    atRisk: draftsAtRisk(rows, { open, closesAt, now: ctx.now }).map(({ id: of, title, unit, status }) => ({ id: of, title, unit, status })),
    ...listedRows(ctx, { edition, rows, open, asked }),
    all,
  };
}

type Listing = { edition: Edition; rows: readonly Proposal[]; open: boolean; asked: OverviewAsked };

function listedRows(ctx: Ctx, { edition: { slug, definition }, rows, open, asked }: Listing) {
  const picked = pickRows(rows, asked.filter);
  const pages = Math.max(1, Math.ceil(picked.length / proposalsPerPage));
  const page = Math.min(asked.pageOf(slug), pages);
  const here = picked.slice((page - 1) * proposalsPerPage, page * proposalsPerPage);
  const comments = countOpenThreads(ctx, here.map(({ id }) => id));
  const gaps = open ? countGaps(ctx, definition, here) : new Map<ProposalId, number>();
  const proposalsHere = here.map((row) => ({ ...rowOf(definition, row), comments: comments.get(row.id) ?? 0, gaps: gaps.get(row.id) ?? null }));
  return { proposals: proposalsHere, total: picked.length, page, pages };
}

function quotasOf(definition: Definition, kind: string, entries: readonly EntryGroup[]): Quota[] {
  const open = definition.groups.filter((group) => !group.byInvitation);
  const usedIn = (key: string): number => entries.filter(({ groupKey }) => groupKey === key).length;
  const groups = open.map((group) => ({ group: group.name, used: usedIn(group.key), limit: quotaOf(group, definition, kind) }));
  const overAll = quotaOverAll(definition, kind);
  return overAll === null ? groups : [...groups, { group: null, used: groups.reduce((sum, { used }) => sum + used, 0), limit: overAll }];
}

const groupName = ({ groups }: Definition, key: string): Words => groups.find((group) => group.key === key)?.name ?? { id: key, en: "" };

function rowOf(definition: Definition, row: Proposal): Omit<ProposalRow, "gaps" | "comments"> {
  const { id, title, unit, status, reach, updatedAt, number } = row;
  return {
    ...{ id, title, unit, status, reach, updatedAt },
    group: groupName(definition, row.groupKey),
    number: number === null ? null : numberText(definition.year, number),
  };
}

export type NewProposalPage = {
  agency: Pick<Agency, "id" | "name" | "zone">;
  edition: { id: Proposal["editionId"]; name: Words; zone: string; rehearsal: boolean; closesAt: number | null };
  groups: { key: string; name: Words; description: Words; byInvitation: boolean; minimumAgeMonths: number | null }[];
  categories: { key: string; name: Words }[];
  /** Open units of the agency's tree; empty where it keeps none and the unit is written freely. */
  units: UnitOption[];
};

/** The choices of a new proposal; 404 for whoever is no member, or for an edition that takes none from this agency now. */
export function getNewProposalPage(ctx: Ctx, at: { agencyId: Proposal["agencyId"]; editionId: Proposal["editionId"] | null }): NewProposalPage {
  const overview = getAgencyOverview(ctx, at.agencyId);
  const found = overview.editions.find((one) => one.open && (at.editionId === null || one.id === at.editionId));
  const edition = found && findEdition(ctx, found.id);
  if (!found || !edition) throw notFound("competitions.editionUnknown");
  const { groups, categories } = edition.definition;
  const invited = new Set(Object.keys(countInvitations(ctx, { agencyId: at.agencyId, editionId: found.id })));
  return {
    agency: overview.agency,
    edition: { id: found.id, name: found.name, zone: found.zone, rehearsal: found.rehearsal, closesAt: found.closesAt },
    groups: groups
      .filter((group) => mayCreateProposal(ctx.actor, at.agencyId, group.byInvitation))
      .filter((group) => !group.byInvitation || invited.has(group.key))
      .map(({ key, name, description, byInvitation, minimumAgeMonths }) => ({ key, name, description, byInvitation, minimumAgeMonths })),
    categories: categories.map(({ key, name }) => ({ key, name })),
    units: overview.units,
  };
}
