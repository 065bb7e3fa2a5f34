import { listWithHeirs } from "#app/features/agencies/queries.server.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { listEntries } from "#app/features/proposals/queries.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { findCurrentList, listStandingRows } from "#app/features/ranking/queries.server.ts";
import type { ScoredEntry, SheetMarks } from "#app/features/ranking/types.ts";
import { agreedMarks } from "#app/features/scoring/agreement/queries.server.ts";
import { listLockedSheets } from "#app/features/scoring/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";

/**
 * Who competes: entries of the list's groups that passed screening, or the finalists of the final list it draws from; never those
 * of the organising bodies where the edition leaves them unranked.
 */
export function listCompeting(ctx: Ctx, edition: Edition, award: AwardList): Entry[] {
  const entries = listEntries(ctx, {
    editionId: edition.id,
    reach: ["passed", "finalist", "winner"],
    ...(award.groups.length > 0 ? { groupKeys: award.groups } : {}),
  });
  const among = (award.from === null ? entries : entries.filter(amongListed(ctx, edition, award.from))).filter(isRanked(ctx, edition));
  if (among.length === 0) throw new DomainError("ranking.noEntries", { kind: "conflict" });
  return among;
}

function isRanked(ctx: Ctx, { definition: { organisingBodies } }: Edition): (entry: Entry) => boolean {
  if (organisingBodies.entries !== "unranked") return () => true;
  const bodies = new Set(listWithHeirs(ctx, organisingBodies.agencies).map(({ id }) => id));
  return (entry) => !bodies.has(entry.agencyId);
}

function amongListed(ctx: Ctx, edition: Edition, fromKey: string): (entry: Entry) => boolean {
  const from = findCurrentList(ctx, { editionId: edition.id, listKey: fromKey });
  if (from?.status !== "final") {
    const list = listOf(edition.definition, fromKey).name;
    throw new DomainError("ranking.fromNotFinal", { kind: "conflict", params: { list } });
  }
  const members = new Set(listStandingRows(ctx, from.id).map((row) => row.proposalId));
  return (entry) => members.has(entry.id);
}

/**
 * Entries with their locked sheets of the stages that count. Where the edition lets a value agreed in a small group count, it
 * stands in place of each independent sheet of its entry: the number of readings stays what it was.
 */
export function withSheets(ctx: Ctx, editionId: EditionId, stages: readonly string[], entries: readonly Entry[]): ScoredEntry[] {
  const byEntry = new Map<ProposalId, Record<string, SheetMarks[]>>(entries.map((entry) => [entry.id, {}]));
  for (const stage of stages) {
    for (const sheet of listLockedSheets(ctx, { editionId, stage, proposalIds: [...byEntry.keys()] })) {
      const sheets = byEntry.get(sheet.proposalId);
      if (sheets) (sheets[stage] ??= []).push(sheet.marks);
    }
    for (const [proposalId, marks] of agreedMarks(ctx, { editionId, stage })) {
      const sheets = byEntry.get(proposalId);
      if (sheets?.[stage]) sheets[stage] = sheets[stage].map(() => marks);
    }
  }
  return entries.map((entry) => ({ proposalId: entry.id, number: entry.number, submittedAt: entry.submittedAt, sheets: byEntry.get(entry.id) ?? {} }));
}
