import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { agenciesOf, listBars } from "#app/features/conflicts/queries.server.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Bars } from "#app/features/conflicts/types.ts";
import { queueMail } from "#app/features/notifications/operations.server.ts";
import { editionFacts, listOf } from "#app/features/competitions/rules.ts";
import { mayDecideObjections, mayFileObjection, mayReadObjections } from "#app/features/objections/policy.ts";
import * as rules from "#app/features/objections/rules.ts";
import * as store from "#app/features/objections/store.server.ts";
import type { Objection, ObjectionId } from "#app/features/objections/types.ts";
import { getProposal } from "#app/features/proposals/queries.server.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { replaceEntry } from "#app/features/ranking/operations.server.ts";
import { findNumbered } from "#app/features/ranking/deliberation/queries.server.ts";
import { findCurrentList, findNextReserve, findPlace, getList, listConcernedAgencies } from "#app/features/ranking/queries.server.ts";
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
 * `publicNote` tells everybody why an entry leaves, once the new version is published; `entryNumber` names it where the objection is
 * about the list as a whole.
 */
export type Verdict = { objectionId: ObjectionId; upheld: boolean; decision: string; publicNote?: string; entryNumber?: number | null };

/**
 * Decides an open objection with a reason that its author reads. One upheld about an entry, or one about the whole for which an
 * entry is named, takes it off the standing version of the list, so that signing starts again; if it no longer stands there, the
 * decision alone is kept. Refuses a change without a public note (`objections.noteMissing`), a named entry that is not listed
 * (`objections.entryNotListed`), and whoever has a stake in it (`objections.inConflict`): members of an agency with an entry on the
 * list or in its reserve, past ones too, and people who may not judge the entry that leaves or the one that moves up. 404 for whoever
 * may not read it, people in conflict with the entry objected to included.
 */
export function decideObjection(ctx: Ctx, input: Verdict): void {
  inTransaction(ctx, () => {
    const objection = store.findObjection(ctx, input.objectionId);
    if (!objection || !mayReadObjections(ctx.actor, objection.editionId) || isOnWithheld(ctx, objection)) throw notFound("objections.unknown");
    authorize(mayDecideObjections(ctx.actor, objection.editionId));
    const leaving = leavingOf(ctx, objection, input);
    refuseOwnList(ctx, objection, leaving);
    const status = rules.decidedStatus(objection.status, input.upheld);
    const decidedBy = (ctx.actor as Actor).userId;
    store.saveDecision(ctx, objection.id, { status, decision: input.decision, decidedBy, decidedAt: ctx.now });
    record(ctx, objection, "objections.decide", { number: objection.number, outcome: status });
    if (leaving) replaceEntry(ctx, { ...leaving, reason: input.decision, publicNote: requireNote(input.publicNote) });
    const { definition } = getEdition(ctx, objection.editionId);
    const number = rules.objectionNumber(definition.year, objection.number);
    write(ctx, objection, status === "upheld" ? "objectionUpheld" : "objectionRejected", { number, decision: input.decision });
  });
}

const isOnWithheld = (ctx: Ctx, { editionId, proposalId }: Objection): boolean =>
  proposalId !== null && !isShown(judgingWithheldFrom(ctx, editionId))({ proposalId, agencyId: getProposal(ctx, proposalId).agencyId });

type Leaving = { listId: ListId; proposalId: ProposalId };

/** Which entry an upheld objection takes off the version that stands now; null when none. */
function leavingOf(ctx: Ctx, { listId, proposalId, editionId }: Objection, { upheld, entryNumber }: Verdict): Leaving | null {
  if (!upheld) return null;
  const standing = findCurrentList(ctx, getList(ctx, listId));
  const named = proposalId ?? (entryNumber ? findNumbered(ctx, { editionId, number: entryNumber }) : null);
  const place = standing && named ? findPlace(ctx, standing.id, named) : undefined;
  if (proposalId === null && entryNumber && place !== "listed") throw new DomainError("objections.entryNotListed", { kind: "conflict" });
  return standing && named && (place === "listed" || place === "reserve") ? { listId: standing.id, proposalId: named } : null;
}

/** Everybody is told why a published list changes. */
function requireNote(note = ""): string {
  if (note.trim().length < rules.noteMinimum) throw new DomainError("objections.noteMissing");
  return note.trim();
}

/** Who decides has no entry at stake on the list, and no conflict of any source with the one objected to, or with the next in reserve. */
function refuseOwnList(ctx: Ctx, { listId, editionId, proposalId }: Objection, leaving: Leaving | null): void {
  const { userId } = ctx.actor as Actor;
  const own = new Set(agenciesOf(ctx, userId));
  const hasStake = listConcernedAgencies(ctx, listId).some((agencyId) => own.has(agencyId));
  const bars = listBars(ctx, { editionId, userId });
  const isBarred = [proposalId, leaving?.proposalId, leaving && findNextReserve(ctx, leaving.listId)].some((id) => id && isClosed(ctx, bars, id));
  if (hasStake || isBarred) throw new DomainError("objections.inConflict", { kind: "forbidden" });
}

const isClosed = (ctx: Ctx, { agencyIds, proposalIds }: Bars, id: ProposalId): boolean => proposalIds.includes(id) || agencyIds.includes(getProposal(ctx, id).agencyId);

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
