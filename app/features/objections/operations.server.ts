import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { agenciesOf, findConflict } from "#app/features/conflicts/queries.server.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { editionFacts, listOf } from "#app/features/competitions/rules.ts";
import { mayDecideObjections, mayFileObjection, mayReadObjections } from "#app/features/objections/policy.ts";
import * as rules from "#app/features/objections/rules.ts";
import * as store from "#app/features/objections/store.server.ts";
import type { Objection, ObjectionId } from "#app/features/objections/types.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { replaceEntry } from "#app/features/ranking/operations.server.ts";
import { findCurrentList, findPlace, getList, listConcernedAgencies } from "#app/features/ranking/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

export type Filing = { listId: ListId; proposalId?: ProposalId | null; name: string; email: string; text: string };

/**
 * Takes an objection of the public against a provisional list and returns its number. Refuses outside the window
 * (`objections.windowClosed`), an entry that is not listed, and more than five a day from one address.
 */
export function fileObjection(ctx: Ctx, filing: Filing): string {
  return inTransaction(ctx, () => {
    authorize(mayFileObjection());
    const list = getList(ctx, filing.listId);
    const { definition } = getEdition(ctx, list.editionId);
    rules.checkExamined(list, { now: ctx.now, zone: definition.zone });
    const proposalId = filing.proposalId ?? null;
    if (proposalId !== null && findPlace(ctx, list.id, proposalId) !== "listed") {
      throw new DomainError("objections.entryNotListed", { kind: "conflict" });
    }
    rules.checkDaily(store.countSince(ctx, list.editionId, filing.email, ctx.now - rules.dailyWindow));
    const objection: Objection = {
      id: ctx.newId("objection"),
      editionId: list.editionId,
      listId: list.id,
      proposalId,
      number: store.nextNumber(ctx, list.editionId),
      name: filing.name,
      email: filing.email,
      text: filing.text,
      filedAt: ctx.now,
      status: "open",
      decision: "",
      decidedBy: null,
      decidedAt: null,
    };
    store.insertObjection(ctx, objection);
    // The author's name and words stay out of the log, which cannot forget them.
    record(ctx, objection, "objections.file", { number: objection.number, list: list.listKey });
    const number = rules.objectionNumber(definition.year, objection.number);
    write(ctx, objection, "objectionReceived", { number, list: inLocale(ctx.locale, listOf(definition, list.listKey).name) });
    return number;
  });
}

/**
 * Decides an open objection with a reason that its author reads. One upheld about an entry takes it off the standing version of
 * the list, so that signing starts again; if it no longer stands there, the decision alone is kept. Refuses members of an
 * agency with an entry on the list or in its reserve, past ones too (`objections.inConflict`); 404 for whoever may not read it.
 */
export function decideObjection(ctx: Ctx, input: { objectionId: ObjectionId; upheld: boolean; decision: string }): void {
  inTransaction(ctx, () => {
    const objection = store.findObjection(ctx, input.objectionId);
    if (!objection || !mayReadObjections(ctx.actor, objection.editionId)) throw notFound("objections.unknown");
    authorize(mayDecideObjections(ctx.actor, objection.editionId));
    refuseOwnList(ctx, objection);
    const status = rules.decidedStatus(objection.status, input.upheld);
    const decidedBy = (ctx.actor as Actor).userId;
    store.saveDecision(ctx, objection.id, { status, decision: input.decision, decidedBy, decidedAt: ctx.now });
    record(ctx, objection, "objections.decide", { number: objection.number, outcome: status });
    if (status === "upheld") takeOffList(ctx, objection, input.decision);
    const { definition } = getEdition(ctx, objection.editionId);
    const number = rules.objectionNumber(definition.year, objection.number);
    write(ctx, objection, status === "upheld" ? "objectionUpheld" : "objectionRejected", { number, decision: input.decision });
  });
}

/** Who decides has no entry at stake on the list, and no conflict of any source with the one objected to. */
function refuseOwnList(ctx: Ctx, { listId, editionId, proposalId }: Objection): void {
  const { userId } = ctx.actor as Actor;
  const own = new Set(agenciesOf(ctx, userId));
  const hasStake = listConcernedAgencies(ctx, listId).some((agencyId) => own.has(agencyId));
  const isBarred = proposalId !== null && findConflict(ctx, { editionId, userId, proposalId, agencyId: getProposal(ctx, proposalId).agencyId }) !== null;
  if (hasStake || isBarred) throw new DomainError("objections.inConflict", { kind: "forbidden" });
}

function takeOffList(ctx: Ctx, { listId, proposalId }: Objection, reason: string): void {
  const { editionId, listKey } = getList(ctx, listId);
  const standing = proposalId && findCurrentList(ctx, { editionId, listKey });
  if (!standing) return;
  const place = findPlace(ctx, standing.id, proposalId);
  if (place === "listed" || place === "reserve") replaceEntry(ctx, { listId: standing.id, proposalId, reason });
}

type Template = "objectionReceived" | "objectionUpheld" | "objectionRejected";

/** The author has no account and so no language kept: the receipt follows the page, the decision the language of the record. */
function write(ctx: Ctx, objection: Objection, template: Template, facts: Record<string, string>): void {
  const locale = template === "objectionReceived" ? ctx.locale : "id";
  queueMail(ctx, {
    dedupeKey: `${template}:${objection.id}`,
    recipient: objection.email,
    locale,
    template,
    params: { name: objection.name, ...editionFacts(getEdition(ctx, objection.editionId), locale), ...facts },
  });
}

function record(ctx: Ctx, objection: Objection, action: string, data: Record<string, string | number>): void {
  const { id, editionId } = objection;
  recordAudit(ctx, { action, subject: { kind: "objection", id }, editionId, data });
}
