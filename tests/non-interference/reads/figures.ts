import { listDraftLots, listDrafts } from "#app/features/proposals/figures/drafts/queries.server.ts";
import { listAbsent } from "#app/features/proposals/figures/people/queries.server.ts";
import { getCurve, getDays, getFunnel, watchedEdition } from "#app/features/proposals/figures/queries.server.ts";
import { getWaiting } from "#app/features/screening/waiting/queries.server.ts";
import { below, each, openToPages, type ReadTable } from "#tests/non-interference/table.ts";
import type { Known } from "#tests/non-interference/world.ts";

const editions = (known: Known) => known.editions;
const filter = { kind: "", province: "", group: "", category: "", days: 0 } as const;
const dimensions = (known: Known) => known.editions.flatMap((editionId) => (["kind", "province", "group", "category"] as const).map((by) => ({ editionId, by })));

/** The control room. */
export const figureReads: ReadTable = {
  "proposals/figures": {
    watchedEdition: each(editions, watchedEdition),
    getFunnel: each(dimensions, (ctx, { editionId, by }) => getFunnel(ctx, editionId, { by, filter })),
    getDays: each(editions, (ctx, editionId) => getDays(ctx, editionId, filter)),
    getCurve: each(editions, (ctx, editionId) => getCurve(ctx, editionId, { filter, earlierId: "" })),
    ...openToPages({ listChoices: "Names of the edition's rules and of provinces are public" }),
  },
  "proposals/figures/drafts": {
    listDrafts: each(editions, (ctx, editionId) => listDrafts(ctx, editionId, { filter, list: { status: null, sort: "risk", dir: "desc", page: 1 } })),
    listDraftLots: each(editions, (ctx, editionId) => [...listDraftLots(ctx, editionId, { filter, list: { status: null, sort: "risk", dir: "desc", page: 1 } })]),
    ...below("Asked by an operation that has authorised", ["findDrafts"]),
  },
  "proposals/figures/people": {
    listAbsent: each(editions, (ctx, editionId) => listAbsent(ctx, editionId, { filter, list: { state: "never", sort: "name", dir: "asc", page: 1 } })),
    ...below("Asked by an operation that has authorised", ["findNeverSignedIn"]),
  },
  "screening/waiting": { getWaiting: each(editions, getWaiting) },
};
