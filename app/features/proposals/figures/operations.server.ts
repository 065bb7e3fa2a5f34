import { inviteAccount } from "#app/features/accounts/operations.server.ts";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { findMembershipOf, getAgency, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import type { MemberRole } from "#app/features/agencies/types.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { editionFacts, groupOf, registrationStage } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { hasNoticeOf, preferencesOf } from "#app/features/notifications/queries.server.ts";
import { windowFor } from "#app/features/proposals/extensions/queries.server.ts";
import { findDrafts } from "#app/features/proposals/figures/drafts/queries.server.ts";
import { findNeverSignedIn, type NeverSignedIn } from "#app/features/proposals/figures/people/queries.server.ts";
import { mayRemind, mayWatch } from "#app/features/proposals/figures/policy.ts";
import { groupedBy } from "#app/features/proposals/figures/rules.ts";
import type { Watched } from "#app/features/proposals/figures/types.ts";
import type { Proposal } from "#app/features/proposals/types.ts";
import { formatDeadline } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { dayOfInstant } from "#app/lib/zones.ts";
import { inTransaction } from "#db/client.server.ts";

const dayMs = 86_400_000;

/** `told`: people who were written to. `spared`: chosen ones left out: closed for them, or told already today. */
export type Told = { told: number; spared: number };

function remindingEdition(ctx: Ctx, editionId: Watched["editionId"]): Edition {
  if (!mayWatch(ctx.actor, editionId)) throw notFound("competitions.editionUnknown");
  authorize(mayRemind(ctx.actor, editionId));
  return getEdition(ctx, editionId);
}

/**
 * Reminds of chosen drafts: the writer of one at the unit, the agency's admins of one at the agency; one notice a person, agency
 * and local day, and a letter unless they turned reminders off. The letter names units and groups, no title, since the secretariat reads
 * its outbox. Drafts that are submitted, withdrawn or closed are passed over. 403 for whoever only watches.
 */
export function remindDrafts(ctx: Ctx, input: { editionId: Watched["editionId"]; proposalIds: readonly string[] }): Told {
  return inTransaction(ctx, () => {
    const edition = remindingEdition(ctx, input.editionId);
    const drafts = findDrafts(ctx, edition.id, input.proposalIds);
    const open = drafts.filter((draft) => isWritable(ctx, edition, draft));
    const letters = [...groupedBy(open.flatMap((draft) => recipientsOf(ctx, draft)), ({ userId, draft }) => `${userId} ${draft.agencyId}`).values()];
    const told = letters.filter((group) => remind(ctx, edition, group)).length;
    const spared = input.proposalIds.length - open.length + letters.length - told;
    recordAudit(ctx, { action: "proposals.remindDrafts", subject: { kind: "edition", id: edition.id }, editionId: edition.id, data: { drafts: open.length, told } });
    return { told, spared };
  });
}

const isWritable = (ctx: Ctx, edition: Edition, { agencyId, id }: Proposal): boolean => {
  const { opensAt, closesAt } = windowFor(ctx, edition, { agencyId, proposalId: id });
  return edition.status === "open" && opensAt !== null && opensAt <= ctx.now && closesAt !== null && ctx.now < closesAt;
};

type Reminded = { userId: Id<"user">; draft: Proposal };

/** The admins stand in for a writer who has left the agency. */
function recipientsOf(ctx: Ctx, draft: Proposal): Reminded[] {
  const { status, createdBy, agencyId } = draft;
  const isWriters = status === "atUnit" && findMembershipOf(ctx, createdBy, agencyId) !== undefined;
  return (isWriters ? [createdBy] : listAdminIds(ctx, agencyId)).map((userId) => ({ userId, draft }));
}

/** False where the person was told already on this day, or can no longer be reached. */
function remind(ctx: Ctx, edition: Edition, group: readonly Reminded[]): boolean {
  const [{ userId, draft }] = group as [Reminded];
  const { definition, id } = edition;
  const agency = getAgency(ctx, draft.agencyId);
  const subjectId = `nudge ${id} ${agency.id} ${dayOfInstant(definition.zone, ctx.now)}`;
  const address = addressOf(ctx, userId);
  if (!address || hasNoticeOf(ctx, userId, subjectId)) return false;
  const template = draft.status === "atUnit" ? "reminderWriters" : "reminderAdmins";
  const closesAt = windowFor(ctx, edition, { agencyId: agency.id, proposalId: draft.id }).closesAt ?? 0;
  const page = `/agencies/${agency.id}`;
  const params = {
    ...editionFacts(edition, address.locale),
    ...{ count: group.length, agency: agency.name, stage: registrationStage(definition).name[address.locale] },
    until: formatDeadline(address.locale, closesAt, agency.zone),
  };
  leaveNotice(ctx, { userId, kind: template, params, url: page, subjectId });
  if (!preferencesOf(ctx, userId).reminders) return true;
  const list = group.map((one) => `- ${one.draft.unit}, ${groupOf(definition, one.draft.groupKey).name[address.locale]}`).join("\n");
  queueMail(ctx, {
    ...{ dedupeKey: `${subjectId} ${userId}`, recipient: address.email, locale: address.locale, template, kind: "reminder", subjectId },
    standing: asMember(userId, { agencyId: agency.id, unitId: group.every((one) => one.draft.unitId === draft.unitId) ? draft.unitId : null }),
    params: { ...params, list, name: address.name, link: `${ctx.baseUrl}${page}` },
  });
  return true;
}

/**
 * Invites people of the edition again who never signed in: a new link by letter, at most one a person in 24 hours. Others, and
 * whoever is not of this edition, are passed over. 403 for whoever only watches.
 */
export function inviteAbsent(ctx: Ctx, input: { editionId: Watched["editionId"]; userIds: readonly string[] }): Told {
  return inTransaction(ctx, () => {
    const edition = remindingEdition(ctx, input.editionId);
    const due = findNeverSignedIn(ctx, edition, input.userIds).filter(({ invitedAt }) => invitedAt === null || invitedAt <= ctx.now - dayMs);
    for (const person of due) inviteAccount(ctx, { email: person.email, name: person.name, place: placeOf(edition, person), grant: grantOf(person) });
    recordAudit(ctx, { action: "proposals.inviteAbsent", subject: { kind: "edition", id: edition.id }, editionId: edition.id, data: { told: due.length } });
    return { told: due.length, spared: input.userIds.length - due.length };
  });
}

const placeOf = ({ definition }: Edition, { scope, place }: NeverSignedIn): string => (scope === "agency" ? place : definition.name.id);

const grantOf = ({ scope, placeId, role, unit }: NeverSignedIn) =>
  scope === "agency"
    ? { kind: "agency" as const, agencyId: placeId, role: role as MemberRole, unit }
    : { kind: "seat" as const, editionId: placeId, role };
