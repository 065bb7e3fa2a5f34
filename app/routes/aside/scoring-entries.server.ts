import { listReadEntries } from "#app/features/scoring/divergence/queries.server.ts";
import { readEntriesSearch } from "#app/features/scoring/inputs.ts";
import { mayRecordAgreement } from "#app/features/scoring/policy.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { deskOf } from "#app/routes/organiser/desk-of.server.ts";

const pageSize = 50;

/** Entries whose marks are all in, the furthest apart first: for that order all of them are read, whichever page is asked for. */
export function scoringEntriesPage(ctx: SignedInCtx, { params, url }: Address) {
  const { edition, stage, back } = deskOf(ctx, params, { url });
  const { only, page } = readEntriesSearch.parse(Object.fromEntries(new URL(url).searchParams));
  const all = listReadEntries(ctx, { editionId: edition.id, stage: stage.key });
  const found = only === undefined ? all : all.filter(({ diverges }) => diverges);
  const agrees = edition.definition.reading.agreedValue !== "none" && mayRecordAgreement(ctx.actor, edition.id);
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    ...{ only, page, pageSize, total: found.length, counts: { all: all.length, diverging: all.filter(({ diverges }) => diverges).length } },
    agreeBase: agrees ? `/organiser/editions/${edition.id}/scoring/entries` : null,
    ...{ stage: stage.key, stageName: stage.name, back },
  };
}
