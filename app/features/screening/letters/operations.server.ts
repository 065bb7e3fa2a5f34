import { asMember } from "#app/features/agencies/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import { takeStep } from "#app/features/screening/cases/store.server.ts";
import { findLetterFacts, letterOf, listRecipients, listUnannounced } from "#app/features/screening/letters/queries.server.ts";
import type { ScreeningLetter } from "#app/features/screening/letters/types.ts";
import { mayAnnounce, mayReadScreening } from "#app/features/screening/policy.ts";
import { isUnannounced, outcomeOf } from "#app/features/screening/rules.ts";
import type { ScreeningCase } from "#app/features/screening/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { authorize, notFound } from "#app/lib/errors.ts";
import type { Id } from "#app/lib/ids.ts";
import { inTransaction } from "#db/client.server.ts";

export type Announced = { announced: number; left: number };

/**
 * Tells agencies what was decided: moves their entries on and writes to their admins and writers, at most `limit` entries at once
 * (all, without), by number. From now on only an appeal changes the decision. Organiser only.
 */
export function announceDecisions(ctx: Ctx, input: { editionId: Id<"edition">; limit?: number }): Announced {
  return inTransaction(ctx, () => {
    if (!mayReadScreening(ctx.actor, input.editionId)) throw notFound("competitions.editionUnknown");
    authorize(mayAnnounce(ctx.actor, input.editionId));
    const { id: editionId } = getEdition(ctx, input.editionId);
    const cases = listUnannounced(ctx, { editionId });
    const now = cases.slice(0, input.limit);
    for (const one of now) announceCase(ctx, one);
    const data = { announced: now.length, passed: now.filter(({ state }) => state === "passed").length };
    recordAudit(ctx, { action: "screening.announce", subject: { kind: "edition", id: editionId }, editionId, data });
    return { announced: now.length, left: cases.length - now.length };
  });
}

/** Announces one decided case, inside the act that has been authorised; one that still waits is left alone. */
export function announceCase(ctx: Ctx, found: ScreeningCase): void {
  if (!ctx.db.$client.inTransaction) throw new Error("an announcement belongs to the transaction of its act");
  if (!isUnannounced(found.state)) return;
  const outcome = outcomeOf(found.state);
  takeStep(ctx, found, "announce", { announcedAt: ctx.now });
  moveEntry(ctx, { proposalId: found.proposalId, from: ["submitted"], to: outcome });
  tellAgency(ctx, { proposalId: found.proposalId, kind: outcome === "passed" ? "screeningPassed" : "screeningFailed", key: String(found.round) });
}

/** Writes a letter about an entry's screening to its agency's admins and its writer, in the caller's transaction. */
export function tellAgency(ctx: Ctx, letter: ScreeningLetter): void {
  const facts = findLetterFacts(ctx, letter.proposalId);
  const url = letter.page ?? `/proposals/${letter.proposalId}`;
  for (const person of listRecipients(ctx, facts)) {
    const { template, params } = letterOf({ letter, facts, person, baseUrl: ctx.baseUrl });
    const { reason: _reason, name: _name, link: _link, ...short } = params;
    leaveNotice(ctx, { userId: person.userId, kind: template, params: short, url });
    queueMail(ctx, {
      dedupeKey: `screening:${letter.kind}:${letter.proposalId}:${letter.key}:${person.userId}`,
      recipient: person.email,
      locale: person.locale,
      template,
      standing: asMember(person.userId, facts.proposal),
      params,
    });
  }
}
