import { boundModel } from "#app/features/competitions/commitments/queries.server.ts";
import type { Stage, Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { listOf } from "#app/features/competitions/rules.ts";
import type { Edition, EditionId } from "#app/features/competitions/types.ts";
import { isShown, judgingWithheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import type { Entry, ProposalId } from "#app/features/proposals/types.ts";
import { listCompeting } from "#app/features/ranking/competing/queries.server.ts";
import { listStageMarks, listStageSheets } from "#app/features/ranking/computing/queries.server.ts";
import { toppedUpDesk } from "#app/features/ranking/extra-reads/rules.ts";
import type { GreyZoneInput } from "#app/features/ranking/extra-reads/types.ts";
import { mayComputeList } from "#app/features/ranking/policy.ts";
import { listOpenReadings } from "#app/features/ranking/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";

export type GreyZonePage = {
  edition: Edition;
  listName: Words;
  stage: Stage;
  /** Most readings of an entry; null where the rules plan no extra reads. */
  most: number | null;
  /** Sheets that are not locked yet: their entries wait for them. */
  open: number;
  input: GreyZoneInput;
  entries: Map<number, Pick<Entry, "id" | "title" | "agencyName">>;
};

/**
 * The marks so far of the desk that a list draws on, without entries that still wait for a sheet or are withheld from the person. Null
 * for a list without a desk that is topped up. 404 for whoever may not
 * compute lists.
 */
export function getGreyZone(ctx: Ctx, key: { editionId: EditionId; listKey: string }): GreyZonePage | null {
  if (!mayComputeList(ctx.actor, key.editionId)) throw notFound("ranking.listUnknown");
  const edition = getEdition(ctx, key.editionId);
  const award = listOf(edition.definition, key.listKey);
  const desk = toppedUpDesk(edition.definition, award);
  if (!desk) return null;
  const waiting = listOpenReadings(ctx, { editionId: edition.id, stage: desk.stage.key });
  const shown = isShown(judgingWithheldFrom(ctx, key.editionId));
  const unsettled = new Set<ProposalId>(waiting);
  const competing = listCompeting(ctx, edition, award);
  const [sheets] = listStageSheets(ctx, edition.id, [desk]);
  const reads = new Map<ProposalId, number>();
  for (const { proposalId } of sheets?.sheets ?? []) reads.set(proposalId, (reads.get(proposalId) ?? 0) + 1);
  const read = competing.filter(({ id }) => (reads.get(id) ?? 0) > 0);
  const numbers = new Map([...new Set((sheets?.sheets ?? []).map(({ userId }) => userId))].sort().map((userId, index) => [userId, index + 1]));
  const [stage] = listStageMarks(ctx, edition.id, { stages: sheets ? [sheets] : [], numbers, model: boundModel(ctx, edition.id) });
  const told = new Map(read.filter(({ id, agencyId }) => shown({ proposalId: id, agencyId })).map(({ number, id, title, agencyName }) => [number, { id, title, agencyName }]));
  const rows = read.map(({ id, number }) => ({ number, reads: unsettled.has(id) || !told.has(number) ? 0 : (reads.get(id) ?? 0) }));
  return {
    ...{ edition, listName: award.name, stage: desk.stage, most: desk.rubric.readersMost ?? null, open: waiting.length },
    input: { stage: stage ?? { stage: desk.stage.key, weightBp: desk.weightBp, marks: [] }, entries: rows, size: award.size ?? 0, seed: edition.tieSeed },
    entries: told,
  };
}
