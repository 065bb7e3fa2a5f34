import { recordAudit } from "#app/features/audit/operations.server.ts";
import type { Draft } from "#app/features/ranking/computing/types.ts";
import { draftOf } from "#app/features/ranking/drafting/store.server.ts";
import { partsFrom, restMs, rowsAtOnce } from "#app/features/ranking/keeping/rules.ts";
import * as store from "#app/features/ranking/keeping/store.server.ts";
import { insertAssessors, insertPeers, insertRows, lastVersion } from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DomainError } from "#app/lib/errors.ts";
import { inTransaction, rest } from "#db/client.server.ts";

/** Sizes of parts; tests take small ones. */
export type Parts = { from: number; size: number };
export const usualParts: Parts = { from: partsFrom, size: rowsAtOnce };

/**
 * Writes a version of thousands of rows a part at a time, since all at once would keep everybody else from saving for seconds. Until
 * `makeStand` nobody can read it. One that was broken off goes on where it stood if the same comes of it, and else is taken away. The
 * caller has authorised.
 */
export function keepParts(ctx: Ctx, draft: Draft, size: number): RankingList {
  const list = begin(ctx, draftOf(ctx, draft), draft);
  while (writePart(ctx, list, { places: draft.places, size })) rest(ctx, restMs);
  return list;
}

/** Within a transaction, after the version that stood: this one stands as a draft. Refuses `ranking.changed` when its number is taken. */
export function makeStand(ctx: Ctx, list: RankingList): RankingList {
  if (lastVersion(ctx, list) + 1 !== list.version) throw new DomainError("ranking.changed", { kind: "conflict" });
  store.makeStand(ctx, list);
  return list;
}

/** The last transaction of a version written in parts; where it is refused nothing of the version is left. */
export function orTakeAway(ctx: Ctx, list: RankingList, work: () => ListId): ListId {
  try {
    return inTransaction(ctx, work);
  } catch (error) {
    if (error instanceof DomainError) takeAway(ctx, list);
    throw error;
  }
}

function begin(ctx: Ctx, list: RankingList, { assessors, peers, places }: Draft): RankingList {
  const left = store.findKeeping(ctx, list);
  if (left && left.digest === list.digest && left.computedBy === list.computedBy) return { ...list, id: left.id };
  if (left) takeAway(ctx, left);
  return inTransaction(ctx, () => {
    store.insertKeeping(ctx, list);
    insertAssessors(ctx, assessors.map((found) => ({ listId: list.id, ...found })));
    insertPeers(ctx, peers.map((group) => ({ listId: list.id, ...group })));
    record(ctx, list, "ranking.keep", { rows: places.length, digest: list.digest });
    return list;
  });
}

/** Whether there may be more to write. */
function writePart(ctx: Ctx, list: RankingList, { places, size }: { places: Draft["places"]; size: number }): boolean {
  return inTransaction(ctx, () => {
    const from = store.countKept(ctx, list.id);
    const part = places.slice(from, from + size);
    if (part.length === 0) return false;
    insertRows(ctx, part.map((place) => ({ listId: list.id, ...place })));
    record(ctx, list, "ranking.keepPart", { from, to: from + part.length, digest: list.digest });
    return true;
  });
}

/** Takes away, a part at a time, what was written of a version that never stood. */
function takeAway(ctx: Ctx, list: store.Keeping): void {
  let isLeft = true;
  while (isLeft) {
    isLeft = inTransaction(ctx, () => {
      const rows = store.removeKept(ctx, list.id, rowsAtOnce);
      if (rows === 0) store.removeKeeping(ctx, list.id);
      record(ctx, list, "ranking.dropKept", { rows });
      return rows > 0;
    });
    rest(ctx, restMs);
  }
}

function record(ctx: Ctx, { id, editionId, listKey }: store.Keeping, action: string, data: Record<string, string | number>): void {
  recordAudit(ctx, { action, subject: { kind: "list", id }, editionId, data: { list: listKey, ...data } });
}
