import { listAgencies } from "#app/features/agencies/queries.server.ts";
import { listAwardRecords, listYearAggregates } from "#app/features/archive/queries.server.ts";
import type { AwardRecord, YearAggregate } from "#app/features/archive/types.ts";
import type { AwardList } from "#app/features/competitions/definition/types.ts";
import { getEditionBySlug, listPublicEditions } from "#app/features/competitions/queries.server.ts";
import { categoryOf, listOf, stageOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { countPublic } from "#app/features/objections/queries.server.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { hasBundle } from "#app/features/ranking/bundle/queries.server.ts";
import { findDecree } from "#app/features/ranking/documents/queries.server.ts";
import { listPublishedLists, type ListedEntry, type PublishedList } from "#app/features/ranking/queries.server.ts";
import { listPublicSigners, type PublicSigner } from "#app/features/ranking/signers/queries.server.ts";
import { listPublicHistory, listPublicMoves, listWithdrawn } from "#app/features/ranking/versions/queries.server.ts";
import type { PublicHistory, PublicMove } from "#app/features/ranking/versions/types.ts";
import type { ResultsInput } from "#app/features/showcase/inputs.ts";
import { compositionOf, highlight, matchesFilter, provinceName, provincesOf, resultsPageSize } from "#app/features/showcase/rules.ts";
import type { Composition, ProvinceLine, PublicList, ResultRow, WithdrawnList } from "#app/features/showcase/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { WordsOf } from "#app/lib/words.ts";

export type HomePage = {
  /** The call to show: open before closed, real before rehearsal, newest first; null when there is none. */
  edition: Edition | null;
  published: PublishedName[];
  others: OtherEdition[];
  figures: YearAggregate[];
  winners: AwardRecord[];
};

export type OtherEdition = Pick<Edition, "slug" | "status" | "rehearsal"> & { name: WordsOf };

export type PublishedName = { key: string; name: WordsOf; status: "provisional" | "final"; publishedAt: number };

/** What the front page tells: the call, the years before it as published, some of their winners. */
export function getHomePage(ctx: Ctx): HomePage {
  const editions = listPublicEditions(ctx);
  const edition = currentEdition(editions);
  return {
    edition,
    published: edition ? publishedNames(ctx, edition) : [],
    others: editions
      .filter((one) => one.id !== edition?.id)
      .map(({ slug, status, rehearsal, definition }) => ({ slug, status, rehearsal, name: definition.name })),
    figures: listYearAggregates(ctx, { competition: "kipp", measures: ["registered", "passedAdmin"] }),
    winners: listAwardRecords(ctx, { ...highlight, limit: 6 }),
  };
}

function currentEdition(editions: readonly Edition[]): Edition | null {
  const open = editions.filter((edition) => edition.status === "open");
  const among = open.length > 0 ? open : editions;
  return among.find((edition) => !edition.rehearsal) ?? among[0] ?? null;
}

const publishedNames = (ctx: Ctx, edition: Edition): PublishedName[] =>
  listPublishedLists(ctx, edition.id).map((list) => ({
    key: list.listKey,
    name: listOf(edition.definition, list.listKey).name,
    status: list.status,
    publishedAt: list.publishedAt,
  }));

/** The rules of an edition as they are on display, and which of its lists are out. 404 for a draft one may not see. */
export function getEditionPage(ctx: Ctx, slug: string): { edition: Edition; published: PublishedName[] } {
  const edition = getEditionBySlug(ctx, slug);
  return { edition, published: publishedNames(ctx, edition) };
}

export type ResultsPage = {
  edition: Edition;
  lists: PublicList[];
  /** Lists of the edition that are not out: when their stage opens, null while unknown. */
  waiting: { key: string; name: WordsOf; opensAt: number | null }[];
  /** Lists that were out, and are being made anew after an objection that was upheld. */
  withdrawn: WithdrawnList[];
  shown: ShownList | null;
};

export type ShownList = {
  list: PublicList;
  /** Everything to recompute it with may be fetched. */
  hasBundle: boolean;
  rows: ResultRow[];
  matching: number;
  composition: Composition;
  provinces: (ProvinceLine & { name: string | null })[];
  categories: { key: string; name: WordsOf }[];
  history: PublicHistory;
  moves: PublicMove[];
  signers: PublicSigner[];
};

/** Published lists of an edition with a page of the chosen one and its statistics. Before publication there is nothing to see. */
export function getResultsPage(ctx: Ctx, slug: string, input: ResultsInput): ResultsPage {
  const edition = getEditionBySlug(ctx, slug);
  const published = listPublishedLists(ctx, edition.id);
  const chosen = published.find((list) => list.listKey === input.list) ?? latest(edition, published);
  const withdrawn = listWithdrawn(ctx, edition.id);
  const isKnown = ({ key }: AwardList): boolean => [...published, ...withdrawn].some((one) => one.listKey === key);
  return {
    edition,
    lists: published.map((list) => publicList(ctx, edition, list)),
    waiting: edition.definition.lists
      .filter((list) => !isKnown(list))
      .map((list) => ({ key: list.key, name: list.name, opensAt: opensAt(edition, list) })),
    withdrawn: withdrawn.map(({ listKey, ...version }) => ({ ...version, key: listKey, name: listOf(edition.definition, listKey).name })),
    shown: chosen ? shownList(ctx, edition, chosen, input) : null,
  };
}

/** The first list of the last stage that has one is what people come for: Top 45 before Top 99 and before special lists. */
function latest(edition: Edition, published: readonly PublishedList[]): PublishedList | undefined {
  const stages = edition.definition.stages.map((stage) => stage.key);
  const placeOf = (list: PublishedList): number => stages.indexOf(listOf(edition.definition, list.listKey).stage);
  const last = Math.max(...published.map(placeOf));
  return published.find((list) => placeOf(list) === last);
}

const opensAt = (edition: Edition, list: AwardList): number | null => stageOf(edition.definition, list.stage).opensAt;

function publicList(ctx: Ctx, edition: Edition, list: PublishedList): PublicList {
  const { filed, open } = countPublic(ctx, list.id);
  return {
    id: list.id,
    key: list.listKey,
    name: listOf(edition.definition, list.listKey).name,
    status: list.status,
    size: list.size,
    listed: list.rows.length,
    publishedAt: list.publishedAt,
    objectionsCloseAt: list.objectionsCloseAt,
    objectionsOpen: list.status === "provisional" && ctx.now < list.objectionsCloseAt,
    objections: { filed, open },
    decreeNumber: list.decreeNumber,
    decreeDate: list.decreeDate,
    decree: list.status === "final" ? findDecree(ctx, list.id) : null,
    digest: list.digest,
  };
}

function shownList(ctx: Ctx, edition: Edition, list: PublishedList, input: ResultsInput): ShownList {
  const names = provinceNames(ctx);
  const statistics = list.rows.map(({ agencyId, agencyKind, provinceCode }) => ({ agencyId, kind: agencyKind, provinceCode }));
  const rows = list.rows.map((row) => publicRow(edition, row, names)).filter((row) => matchesFilter(row, input));
  const start = (input.page - 1) * resultsPageSize;
  return {
    list: publicList(ctx, edition, list),
    hasBundle: list.status === "final" && hasBundle(ctx, list.id),
    rows: sorted(rows, input).slice(start, start + resultsPageSize).map(withoutKeys),
    matching: rows.length,
    composition: compositionOf(statistics),
    provinces: provincesOf(statistics).map((line) => ({ ...line, name: names.get(line.provinceCode ?? "") ?? line.provinceCode })),
    categories: edition.definition.categories.map(({ key, name }) => ({ key, name })),
    history: listPublicHistory(ctx, list.id),
    signers: listPublicSigners(ctx, list.id),
    moves: listPublicMoves(ctx, list),
  };
}

type KeyedRow = ResultRow & { provinceCode: string | null; categoryKey: string };

function publicRow(edition: Edition, row: ListedEntry, names: ReadonlyMap<string, string>): KeyedRow {
  return {
    rank: row.rank,
    number: numberText(edition.definition.year, row.number),
    title: row.title,
    unit: row.unit,
    agencyName: row.agencyName,
    kind: row.agencyKind,
    province: row.provinceCode === null ? null : (names.get(row.provinceCode) ?? row.provinceCode),
    provinceCode: row.provinceCode,
    category: categoryOf(edition.definition, row.categoryKey).name,
    categoryKey: row.categoryKey,
    score: row.score,
  };
}

const withoutKeys = ({ provinceCode: _provinceCode, categoryKey: _categoryKey, ...row }: KeyedRow): ResultRow => row;

function sorted(rows: readonly KeyedRow[], { sort, dir }: ResultsInput): KeyedRow[] {
  const compare = {
    rank: (a: KeyedRow, b: KeyedRow) => a.rank - b.rank,
    score: (a: KeyedRow, b: KeyedRow) => a.score - b.score,
    title: (a: KeyedRow, b: KeyedRow) => a.title.localeCompare(b.title, "id"),
    agency: (a: KeyedRow, b: KeyedRow) => a.agencyName.localeCompare(b.agencyName, "id"),
  }[sort];
  const turn = dir === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => turn * compare(a, b) || a.rank - b.rank);
}

/** Names of provinces by code, from the registry: at most a few dozen. */
function provinceNames(ctx: Ctx): Map<string, string> {
  const governments = listAgencies(ctx, { kind: "provinsi", limit: 100, offset: 0 });
  return new Map(governments.map((agency) => [agency.provinceCode ?? agency.code, provinceName(agency.name)]));
}
