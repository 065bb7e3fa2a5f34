import { confinedTo } from "#app/features/agencies/policy.ts";
import { getStandingAgency } from "#app/features/agencies/queries.server.ts";
import { listUnits } from "#app/features/agencies/registry/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { maySeeEdition } from "#app/features/competitions/policy.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { groupOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { requirePartsOpen } from "#app/features/proposals/corrections/queries.server.ts";
import { identityPart } from "#app/features/proposals/corrections/types.ts";
import { reconcileAnswers } from "#app/features/proposals/drafting/queries.server.ts";
import { identityOf, joinIdentities, keptRevisions } from "#app/features/proposals/drafting/rules.ts";
import { keepRevisions, thinRevisions } from "#app/features/proposals/drafting/store.server.ts";
import type { SavedAnswers, SavedIdentity } from "#app/features/proposals/drafting/types.ts";
import { countInvitations } from "#app/features/proposals/eligibility/queries.server.ts";
import { requireInWindow } from "#app/features/proposals/extensions/queries.server.ts";
import { getOpenDraft } from "#app/features/proposals/form/queries.server.ts";
import { checkPlaces, isByInvitation, readAnswers } from "#app/features/proposals/form/rules.ts";
import { mayCreateProposal } from "#app/features/proposals/policy.ts";
import { cleanNames, isSameIdentity, opensSitting, titleKeyOf } from "#app/features/proposals/rules.ts";
import * as store from "#app/features/proposals/store.server.ts";
import type { Identity, Proposal, ProposalId, Reach } from "#app/features/proposals/types.ts";
import { placeInUnit } from "#app/features/proposals/units/rules.ts";
import { cleanLine } from "#app/lib/clean-text.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { countWords } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

type NewProposal = {
  editionId: Proposal["editionId"];
  agencyId: Proposal["agencyId"];
  title: string;
  groupKey: string;
  categoryKey: string;
  unit: string;
  innovator?: string;
  startedOn?: string | null;
};

/**
 * Starts a draft at a service unit. Refuses outside registration (409), a kind of agency the edition does not invite (422), an
 * unknown group or category (422), a unit that is not in the agency's tree (422), a unit a confined writer is not of (403), a
 * group by invitation from anybody but the agency's admin (403), and an agency that went up in another (`agencies.gone`, 409).
 */
export function createProposal(ctx: Ctx, input: NewProposal): ProposalId {
  return inTransaction(ctx, () => {
    const edition = getEdition(ctx, input.editionId);
    if (!maySeeEdition(ctx.actor, edition)) throw notFound("competitions.editionUnknown");
    authorize(mayCreateProposal(ctx.actor, input.agencyId, isByInvitation(edition.definition, input.groupKey)));
    requireInWindow(ctx, { edition, agencyId: input.agencyId });
    requireInvitation(ctx, edition, input);
    const agency = getStandingAgency(ctx, input.agencyId);
    const { agencyKinds } = edition.definition;
    if (agencyKinds.length > 0 && !agencyKinds.includes(agency.kind)) throw new DomainError("proposals.agencyKindNotInvited");
    checkPlaces(edition.definition, input);
    const placed = placeInUnit({ unit: cleanLine(input.unit), before: null }, treeFor(ctx, input.agencyId));
    const proposal = { ...newProposal(ctx, input), ...placed };
    store.insertProposal(ctx, proposal);
    store.insertEvent(ctx, { proposalId: proposal.id, kind: "create" });
    audit(ctx, proposal, "create", { agency: input.agencyId, group: input.groupKey });
    return proposal.id;
  });
}

const treeFor = (ctx: Ctx, agencyId: Proposal["agencyId"]) => ({ units: listUnits(ctx, agencyId), own: confinedTo(ctx.actor, agencyId) });

/** Refuses `proposals.notInvited` (422) for a group by invitation in which the agency has none. */
function requireInvitation(ctx: Ctx, { id, definition }: Edition, { agencyId, groupKey }: Pick<NewProposal, "agencyId" | "groupKey">): void {
  if (!isByInvitation(definition, groupKey) || countInvitations(ctx, { agencyId, editionId: id })[groupKey]) return;
  throw new DomainError("proposals.notInvited", { params: { group: groupOf(definition, groupKey).name } });
}

function newProposal(ctx: Ctx, input: NewProposal): Proposal {
  const { title, unit, innovator = "", startedOn = null, ...places } = input;
  return {
    id: ctx.newId("proposal"),
    ...places,
    ...{ ...cleanNames({ title, unit, innovator }), startedOn },
    ...{ number: null, unitId: null },
    titleKey: titleKeyOf(title),
    status: "atUnit",
    reach: "draft",
    revision: 1,
    createdBy: actorOf(ctx).userId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    submittedAt: null,
  };
}

type IdentityForm = Identity & {
  proposalId: ProposalId;
  revision: number;
  /** What the form showed before it was written in; without it a form that is older than the draft is refused whole. */
  was?: Identity;
};

/**
 * Saves title, group, category, unit, innovator and starting day. Where somebody else saved since `revision` was shown, each part
 * takes whichever was changed; parts both changed are answered as collisions and nothing is saved. Refuses outside registration,
 * a move into a group by invitation from anybody but the admin, and a unit as `createProposal` does.
 */
export function saveIdentity(ctx: Ctx, input: IdentityForm): SavedIdentity {
  return inTransaction(ctx, () => {
    const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
    const { proposalId, revision, was, ...form } = input;
    const typed = { ...form, ...cleanNames(form) };
    const stale = revision !== proposal.revision && was !== undefined;
    const { identity, collisions } = stale ? joinIdentities({ base: was, mine: typed, theirs: proposal }) : { identity: typed, collisions: [] };
    if (collisions.length > 0) return { revision: proposal.revision, identity: identityOf(proposal), collisions };
    if (identity.groupKey !== proposal.groupKey) {
      authorize(mayCreateProposal(ctx.actor, proposal.agencyId, isByInvitation(edition.definition, identity.groupKey)));
      requireInvitation(ctx, edition, { agencyId: proposal.agencyId, groupKey: identity.groupKey });
    }
    checkPlaces(edition.definition, identity);
    if (isSameIdentity(proposal, identity)) return { revision: proposal.revision, identity, collisions };
    requirePartsOpen(ctx, { proposalId, parts: [identityPart] });
    const at = { id: proposalId, revision: stale ? proposal.revision : revision };
    const placed = placeInUnit({ unit: identity.unit, before: proposal }, treeFor(ctx, proposal.agencyId));
    store.updateProposal(ctx, at, { ...identity, ...placed, titleKey: titleKeyOf(identity.title) });
    audit(ctx, proposal, "saveIdentity", { group: identity.groupKey, category: identity.categoryKey });
    return { revision: at.revision + 1, identity, collisions };
  });
}

/**
 * Saves answers of a draft as they are, over the limit too. `bases` are the revisions that were shown: where somebody else wrote
 * since, changes in different paragraphs are joined, and what cannot be joined is answered as a collision and left as it stands,
 * while the other answers are saved. One audit entry a sitting (10 minutes).
 */
export function saveAnswers(
  ctx: Ctx,
  input: { proposalId: ProposalId; answers: Record<string, string>; bases?: Record<string, number> },
): SavedAnswers {
  return inTransaction(ctx, () => {
    const { proposal, edition } = getOpenDraft(ctx, input.proposalId);
    const typed = readAnswers(edition.definition, proposal.groupKey, input.answers);
    const stored = new Map(store.findAnswers(ctx, proposal.id).map((answer) => [answer.fieldKey, answer]));
    const { texts, collisions } = reconcileAnswers(ctx, { proposalId: proposal.id, typed, bases: input.bases ?? {}, stored });
    const saved = writeAnswers(ctx, proposal, { texts, stored });
    const revisionOf = (key: string): number => saved.get(key) ?? stored.get(key)?.revision ?? 0;
    const given = new Map(typed);
    return {
      savedAt: ctx.now,
      revisions: Object.fromEntries(texts.map(([key]) => [key, revisionOf(key)])),
      merged: Object.fromEntries(texts.filter(([key, text]) => given.get(key) !== text)),
      collisions,
    };
  });
}

type Written = { texts: [string, string][]; stored: ReadonlyMap<string, store.StoredAnswer> };

/** Writes what differs from what stands, keeps the texts it replaces, and answers with the new revisions. */
function writeAnswers(ctx: Ctx, proposal: Proposal, { texts, stored }: Written): Map<string, number> {
  const changed = texts.filter(([key, value]) => (stored.get(key)?.value ?? "") !== value);
  if (changed.length === 0) return new Map();
  requirePartsOpen(ctx, { proposalId: proposal.id, parts: changed.map(([key]) => key) });
  const { userId } = actorOf(ctx);
  const rows = changed.map(([fieldKey, value]) => {
    return { fieldKey, value, words: countWords(value), revision: (stored.get(fieldKey)?.revision ?? 0) + 1 };
  });
  store.saveAnswerRows(ctx, proposal.id, rows, userId);
  const replaced = rows.flatMap(({ fieldKey }) => stored.get(fieldKey) ?? []);
  keepRevisions(ctx, proposal.id, { saved: rows.map((row) => ({ ...row, updatedBy: userId, updatedAt: ctx.now })), replaced });
  for (const { fieldKey, revision } of rows) if (revision % keptRevisions === 0) thinRevisions(ctx, proposal.id, fieldKey);
  store.touchProposal(ctx, proposal.id);
  const fresh = rows.map(({ fieldKey }) => fieldKey).filter((key) => opensSitting(stored.get(key), userId, ctx.now));
  if (fresh.length > 0) audit(ctx, proposal, "saveAnswers", { fields: fresh.join(" ") });
  return new Map(rows.map((row) => [row.fieldKey, row.revision]));
}

/**
 * Moves an entry on for a later room, which has authorised and audits its own act. Refuses `proposals.reachChanged` (409) when
 * the entry is not where that room believed it to be. Inside the caller's transaction.
 */
export function moveEntry(ctx: Ctx, input: { proposalId: ProposalId; from: Reach[]; to: Reach }): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an entry moves in the transaction of its act");
  if (!store.updateReach(ctx, input.proposalId, input.from, input.to)) {
    throw new DomainError("proposals.reachChanged", { kind: "conflict" });
  }
  store.insertEvent(ctx, { proposalId: input.proposalId, kind: "reach", data: { reach: input.to } });
}

function audit(ctx: Ctx, proposal: Proposal, verb: string, data: Record<string, string | number>): void {
  const { id, editionId } = proposal;
  recordAudit(ctx, { action: "proposals.".concat(verb), subject: { kind: "proposal", id }, editionId, data });
}

function actorOf(ctx: Ctx): Actor {
  if (!ctx.actor) throw new DomainError("accounts.signInRequired", { kind: "signInRequired" });
  return ctx.actor;
}
