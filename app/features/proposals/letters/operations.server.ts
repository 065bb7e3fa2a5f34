import { addressOf } from "#app/features/accounts/queries.server.ts";
import { findMembershipFor, listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { editionFacts, groupOf } from "#app/features/competitions/rules.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import type { EntryInvitation } from "#app/features/proposals/invitations/types.ts";
import type { Proposal, SubmissionReceipt } from "#app/features/proposals/types.ts";
import { formatInstant } from "#app/i18n/format.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { fingerprint } from "#app/lib/hash.server.ts";
import { inLocale } from "#app/lib/words.ts";

const pageOf = (proposal: Pick<Proposal, "id">): string => `/proposals/${proposal.id}`;

/** Tells the agency's admins that a draft waits for them: a notice, no letter, because they see it in their list. */
export function tellHandedOver(ctx: Ctx, proposal: Proposal): void {
  const facts = editionFacts(getEdition(ctx, proposal.editionId), ctx.locale);
  for (const userId of others(ctx, listAdminIds(ctx, proposal.agencyId))) {
    leaveNotice(ctx, { userId, kind: "proposalHandedOver", params: { ...facts, title: proposal.title }, url: pageOf(proposal) });
  }
}

/** Tells the writer why the draft came back. */
export function tellReturned(ctx: Ctx, proposal: Proposal, note: string): void {
  const [userId] = others(ctx, present(ctx, proposal, [proposal.createdBy]));
  const address = userId && addressOf(ctx, userId);
  if (!userId || !address) return;
  const facts = { ...editionFacts(getEdition(ctx, proposal.editionId), address.locale), title: proposal.title };
  const params = { ...facts, note };
  leaveNotice(ctx, { userId, kind: "proposalReturned", params: facts, url: pageOf(proposal) });
  queueMail(ctx, {
    dedupeKey: `returned:${proposal.id}:${proposal.revision}`,
    recipient: address.email,
    locale: address.locale,
    template: "proposalReturned",
    standing: asMember(userId, proposal),
    params: { ...params, name: address.name, link: `${ctx.baseUrl}${pageOf(proposal)}/edit` },
  });
}

/**
 * Tells the writer, everybody who spoke in the thread and, at the agency's desk or while nobody else is there, its admins that
 * something was said: a notice inside the product, without the words.
 */
export function tellCommented(ctx: Ctx, told: { proposal: Proposal; threadId: string; speakers: Proposal["createdBy"][] }): void {
  const { proposal, threadId, speakers } = told;
  const facts = editionFacts(getEdition(ctx, proposal.editionId), ctx.locale);
  const near = others(ctx, present(ctx, proposal, [...new Set([proposal.createdBy, ...speakers])]));
  const people = proposal.status === "atUnit" && near.length > 0 ? near : [...new Set([...near, ...others(ctx, listAdminIds(ctx, proposal.agencyId))])];
  for (const userId of people) {
    leaveNotice(ctx, { userId, kind: "proposalCommented", params: { ...facts, title: proposal.title }, url: `${pageOf(proposal)}/comments?state=all#${threadId}` });
  }
}

/** Sends the receipt's facts to whoever submitted, the writer and every admin of the agency; the PDF is made when it is asked for. */
export function tellSubmitted(ctx: Ctx, told: { proposal: Proposal; receipt: SubmissionReceipt; zone: string }): void {
  const { proposal, receipt, zone } = told;
  const edition = getEdition(ctx, proposal.editionId);
  const people = new Set([...present(ctx, proposal, [proposal.createdBy]), ...listAdminIds(ctx, proposal.agencyId)]);
  if (ctx.actor) people.add(ctx.actor.userId);
  for (const userId of people) {
    const address = addressOf(ctx, userId);
    if (!address) continue;
    const params = { ...editionFacts(edition, address.locale), number: receipt.text, title: proposal.title };
    leaveNotice(ctx, { userId, kind: "proposalSubmitted", params, url: pageOf(proposal) });
    queueMail(ctx, {
      dedupeKey: `submitted:${proposal.id}:${receipt.version}:${userId}`,
      recipient: address.email,
      locale: address.locale,
      template: "proposalSubmitted",
      standing: asMember(userId, proposal),
      params: {
        ...params,
        name: address.name,
        version: receipt.version,
        time: formatInstant(address.locale, ctx.now, zone),
        fingerprint: fingerprint(receipt.sha256),
        sha256: receipt.sha256,
        link: `${ctx.baseUrl}/downloads/receipts/${proposal.id}/${receipt.version}.pdf`,
      },
    });
  }
}

/**
 * Tells whoever uploaded a file, the writer and the agency's admins that a virus was found in it after it was taken: nobody can
 * open it any more, and a draft that holds it cannot be submitted.
 */
export function tellInfected(ctx: Ctx, told: { proposal: Proposal; file: { sha256: string; fileName: string; uploadedBy: Proposal["createdBy"] }; signature: string }): void {
  const { proposal, file, signature } = told;
  const edition = getEdition(ctx, proposal.editionId);
  const url = pageOf(proposal);
  for (const userId of new Set([...present(ctx, proposal, [file.uploadedBy, proposal.createdBy]), ...listAdminIds(ctx, proposal.agencyId)])) {
    const address = addressOf(ctx, userId);
    if (!address) continue;
    const params = { ...editionFacts(edition, address.locale), title: proposal.title, file: file.fileName };
    leaveNotice(ctx, { userId, kind: "fileInfected", params, url });
    queueMail(ctx, {
      dedupeKey: `fileInfected:${proposal.id}:${file.sha256}:${userId}`,
      recipient: address.email,
      locale: address.locale,
      template: "fileInfected",
      standing: asMember(userId, proposal),
      params: { ...params, name: address.name, signature, link: `${ctx.baseUrl}${url}` },
    });
  }
}

/** Tells the agency's admins into which group they are invited and on what ground; withdrawn and repeated, it is told again. */
export function tellInvited(ctx: Ctx, invitation: EntryInvitation): void {
  const edition = getEdition(ctx, invitation.editionId);
  const url = `/agencies/${invitation.agencyId}`;
  for (const userId of listAdminIds(ctx, invitation.agencyId)) {
    const address = addressOf(ctx, userId);
    if (!address) continue;
    const group = inLocale(address.locale, groupOf(edition.definition, invitation.groupKey).name);
    const params = { ...editionFacts(edition, address.locale), group, reference: invitation.reference };
    leaveNotice(ctx, { userId, kind: "entryInvited", params, url });
    queueMail(ctx, {
      dedupeKey: `entryInvited:${invitation.id}:${userId}`,
      recipient: address.email,
      locale: address.locale,
      template: "entryInvited",
      standing: asMember(userId, invitation),
      params: { ...params, name: address.name, note: invitation.note || "-", link: `${ctx.baseUrl}${url}` },
    });
  }
}

/** Whoever has left the agency, or writes for another of its units, hears nothing more of its drafts. */
const present = (ctx: Ctx, proposal: Pick<Proposal, "agencyId" | "unitId">, people: Proposal["createdBy"][]): Proposal["createdBy"][] =>
  people.filter((userId) => findMembershipFor(ctx, userId, proposal) !== undefined);

const others = (ctx: Ctx, people: Proposal["createdBy"][]): Proposal["createdBy"][] =>
  people.filter((userId) => userId !== ctx.actor?.userId);
