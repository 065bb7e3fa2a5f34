import { listOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import type { Change } from "#app/features/ranking/bundle/types.ts";
import { copyOrigin } from "#app/features/ranking/bundle/store.server.ts";
import type { Draft, Place } from "#app/features/ranking/computing/types.ts";
import { cutOf } from "#app/features/ranking/cut/rules.ts";
import { listDigest } from "#app/features/ranking/digest/rules.ts";
import * as rules from "#app/features/ranking/rules.ts";
import * as store from "#app/features/ranking/store.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";

/** A new draft version as it will be written, with the digest of its rows. */
export function draftOf(ctx: Ctx, { edition, award, places, computed, publicNote = null }: Draft): RankingList {
  const key = { editionId: edition.id, listKey: award.key };
  const version = store.lastVersion(ctx, key) + 1;
  return {
    id: ctx.newId("list"),
    ...key,
    version,
    status: "draft",
    size: cutOf(award).size,
    computedBy: (ctx.actor as Actor).userId,
    computedAt: ctx.now,
    minutes: "",
    minutesNumber: "",
    signedBy: null,
    signedAt: null,
    approvedBy: null,
    publishedAt: null,
    objectionsCloseAt: null,
    decreeNumber: null,
    decreeDate: null,
    finalisedBy: null,
    finalisedAt: null,
    digest: listDigest({ ...key, version, places, quantity: computed.quantity, model: computed.model }),
    ...{ quantity: computed.quantity, model: computed.model, ...computed.waiver },
    ...{ abstentions: [], publicNote },
  };
}

/** Writes a new draft version with its rows, what it found of its assessors, and the groups of peers. */
export function addDraft(ctx: Ctx, draft: Draft): RankingList {
  const list = draftOf(ctx, draft);
  const { places, assessors, peers } = draft;
  store.insertList(ctx, list);
  store.insertRows(ctx, places.map((place) => ({ listId: list.id, ...place })));
  store.insertAssessors(ctx, assessors.map((found) => ({ listId: list.id, ...found })));
  store.insertPeers(ctx, peers.map((group) => ({ listId: list.id, ...group })));
  return list;
}

/** Rows of a version as they were computed, by rank. */
export const placesOf = (ctx: Pick<Ctx, "db">, listId: ListId): Place[] => store.loadRows(ctx, listId).map(({ listId: _listId, ...row }) => row);

type Changed = { edition: Edition; places: Place[]; change: Change; publicNote?: string };

/**
 * Supersedes a version by a draft with other rows and the change that made them: model, assessors, peers, waiver and inputs are
 * those of the version it comes from; `publicNote` says why to everybody, once the new one is published. Refuses
 * `ranking.cannotReplace` for a final one.
 */
export function addChanged(ctx: Ctx, list: RankingList, { edition, places, change, publicNote }: Changed): RankingList {
  const { quantity, model, waiverReason, waivedBy, waivedAt } = list;
  store.updateList(ctx, list, { status: rules.nextListStatus(list.status, "replace") });
  const draft = addDraft(ctx, {
    ...{ edition, award: listOf(edition.definition, list.listKey), places, publicNote: publicNote ?? null },
    assessors: store.loadAssessors(ctx, list.id).map(({ listId: _listId, ...found }) => found),
    peers: store.loadPeers(ctx, list.id).map(({ listId: _listId, ...group }) => group),
    computed: { quantity, model, waiver: { waiverReason, waivedBy, waivedAt } },
  });
  copyOrigin(ctx, { from: list.id, to: draft.id, change });
  return draft;
}
