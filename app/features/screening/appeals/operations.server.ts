import { stat } from "node:fs/promises";
import { addressOf } from "#app/features/accounts/queries.server.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { getEdition, listSeats } from "#app/features/competitions/queries.server.ts";
import { editionFacts } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice } from "#app/features/notifications/operations.server.ts";
import { plainFileName } from "#app/features/proposals/attachments/rules.ts";
import { moveEntry } from "#app/features/proposals/operations.server.ts";
import { getEntry, getOwnProposal, getProposal } from "#app/features/proposals/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { getAppealRow } from "#app/features/screening/appeals/queries.server.ts";
import { appealFileMost, checkAppealable, checkNoPart } from "#app/features/screening/appeals/rules.ts";
import * as store from "#app/features/screening/appeals/store.server.ts";
import { findCase, findVerdict, partakersOf, requireStranger, seesScreening } from "#app/features/screening/cases/queries.server.ts";
import { caseOf, insertScreening, lastVersion, takeStep } from "#app/features/screening/cases/store.server.ts";
import { tellAgency } from "#app/features/screening/letters/operations.server.ts";
import { mayAppeal, mayDecideAppeal } from "#app/features/screening/policy.ts";
import { appealDue } from "#app/features/screening/rules.ts";
import type { AppealId, ScreeningCase, ScreeningId } from "#app/features/screening/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, InvalidInput, notFound } from "#app/lib/errors.ts";
import { inspectFile } from "#app/lib/uploads/inspect.server.ts";
import { refuseInfected } from "#app/lib/uploads/refuse-infected.server.ts";
import { inTransaction } from "#db/client.server.ts";

type NewAppeal = { proposalId: ProposalId; text: string; file: { path: string; fileName: string } | null };

/**
 * Appeals against an announced rejection, with a text and at most one PDF of 5 MB. The local admin of the entrant alone (403; 404
 * for strangers), once, within the edition's days. The content is kept before the row that names it, and only once the virus
 * scanner, where there is one, has found nothing. The secretariat is told.
 */
export async function fileAppeal(ctx: Ctx, input: NewAppeal): Promise<AppealId> {
  const asked = getOwnProposal(ctx, input.proposalId);
  authorize(mayAppeal(ctx.actor, asked.agencyId));
  const edition = getEdition(ctx, asked.editionId);
  const { definition } = edition;
  checkAppealable(definition.screening, findCase(ctx, asked.id), { now: ctx.now, zone: definition.zone });
  const file = input.file && (await keepFile(ctx, input.file));
  return inTransaction(ctx, () => {
    const found = caseOf(ctx, asked);
    checkAppealable(definition.screening, found, { now: ctx.now, zone: definition.zone });
    const id = ctx.newId("appeal");
    const decideBy = appealDue(definition.screening, ctx.now);
    store.insertAppeal(ctx, {
      ...{ id, editionId: edition.id, proposalId: asked.id, text: input.text.trim() },
      ...(file ?? { fileName: null, bytes: null, sha256: null }),
      ...{ filedBy: (ctx.actor as Actor).userId, filedAt: ctx.now, decideBy, status: "open" as const },
    });
    takeStep(ctx, found, "appeal");
    const subject = { kind: "proposal", id: asked.id };
    recordAudit(ctx, { action: "screening.appeal", subject, editionId: edition.id, data: { appeal: id, decideBy, file: file?.sha256 ?? "" } });
    tellOffice(ctx, edition, asked.id);
    return id;
  });
}

async function keepFile(ctx: Ctx, { path, fileName }: { path: string; fileName: string }) {
  const { size } = await stat(path);
  if (size > appealFileMost) {
    throw new InvalidInput([{ path: "file", code: "fileTooBig", params: { size: megabytes(size), limit: megabytes(appealFileMost) } }]);
  }
  const verdict = await inspectFile(path, ["application/pdf"]);
  if (!verdict.ok) throw new InvalidInput([{ path: "file", code: verdict.fault, params: {} }]);
  await refuseInfected(ctx, path, "file");
  return { fileName: plainFileName(fileName), bytes: size, sha256: await ctx.files.putFile(path) };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** The secretariat sees it in its queue; a notice says that the clock runs. */
function tellOffice(ctx: Ctx, edition: Edition, proposalId: ProposalId): void {
  const { number, title } = getEntry(ctx, proposalId);
  for (const userId of new Set(listSeats(ctx, edition.id, "organiser").map((seat) => seat.userId))) {
    const facts = editionFacts(edition, addressOf(ctx, userId)?.locale ?? ctx.locale);
    const params = { ...facts, number: numberText(edition.definition.year, number), title };
    leaveNotice(ctx, { userId, kind: "screeningAppealed", params, url: `/screening/${edition.id}/appeals` });
  }
}

/**
 * Decides an appeal with reasons the agency reads: upheld, the entry has passed; dismissed, the rejection stands for good. A
 * screener or the organiser without a conflict who had no part in the decision (403); 404 for whoever may not know it; once (409).
 */
export function decideAppeal(ctx: Ctx, input: { appealId: AppealId; outcome: "upheld" | "dismissed"; decision: string }): void {
  inTransaction(ctx, () => {
    const appeal = getAppealRow(ctx, input.appealId);
    if (!seesScreening(ctx, appeal)) throw notFound("screening.appealUnknown");
    authorize(mayDecideAppeal(ctx.actor, appeal.editionId));
    const { userId } = ctx.actor as Actor;
    const proposal = getProposal(ctx, appeal.proposalId);
    requireStranger(ctx, proposal);
    checkNoPart(partakersOf(ctx, proposal.id), userId);
    const decision = input.decision.trim();
    store.updateOpenAppeal(ctx, appeal.id, { status: input.outcome, decision, decidedBy: userId, decidedAt: ctx.now });
    const found = caseOf(ctx, proposal);
    const screeningId = keepVerdict(ctx, found, { outcome: input.outcome, decision });
    takeStep(ctx, found, input.outcome === "upheld" ? "uphold" : "dismiss", { screeningId });
    if (input.outcome === "upheld") moveEntry(ctx, { proposalId: proposal.id, from: ["failed"], to: "passed" });
    const subject = { kind: "proposal", id: proposal.id };
    recordAudit(ctx, { action: "screening.decideAppeal", subject, editionId: appeal.editionId, data: { appeal: appeal.id, outcome: input.outcome, decision } });
    const kind = input.outcome === "upheld" ? "screeningUpheld" : "screeningDismissed";
    tellAgency(ctx, { proposalId: proposal.id, kind, key: appeal.id, given: { reasonKeys: [], reason: decision } });
  });
}

/** The word on the appeal is a version of its own; what was found of the entry is carried on. */
function keepVerdict(ctx: Ctx, found: ScreeningCase, said: { outcome: "upheld" | "dismissed"; decision: string }): ScreeningId {
  const standing = found.screeningId ? findVerdict(ctx, found.screeningId) : undefined;
  const upheld = said.outcome === "upheld";
  const id = ctx.newId("screening");
  insertScreening(ctx, {
    ...{ id, editionId: found.editionId, proposalId: found.proposalId, version: lastVersion(ctx, found.proposalId) + 1, round: found.round },
    ...{ kind: upheld ? ("uphold" as const) : ("dismiss" as const), outcome: upheld ? ("passed" as const) : ("failed" as const) },
    ...{ checks: standing?.checks ?? [], reasonKeys: upheld ? [] : (standing?.reasonKeys ?? []), reason: said.decision },
    ...{ decidedBy: (ctx.actor as Actor).userId, decidedAt: ctx.now },
  });
  return id;
}
