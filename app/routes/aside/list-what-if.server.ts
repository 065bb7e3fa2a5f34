import { getPlayground, getTryable } from "#app/features/ranking/what-if/queries.server.ts";
import { explore, movesBetween } from "#app/features/ranking/what-if/rules.ts";
import type { Explored } from "#app/features/ranking/what-if/types.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { awardOfAddress } from "#app/routes/organiser/list-of.server.ts";
import { changeAsked } from "#app/routes/organiser/what-if-of.server.ts";

/** What can be changed on a list: its own rules, and by number whose sheets count, who are found among all of them. */
export function whatIfForm(ctx: SignedInCtx, { params, url }: Address) {
  const { edition, award } = awardOfAddress(ctx, params);
  const { list, numbers } = getTryable(ctx, { editionId: edition.id, listKey: award.key });
  return { numbers, version: list.version, ...changeAsked(award, list, url) };
}

/** What a list would be by the rules of the address; what the numbers themselves forbid is said on the page, beside the form. */
export function whatIfOutcome(ctx: SignedInCtx, { params, url }: Address) {
  const { edition, award } = awardOfAddress(ctx, params);
  const { list, standing, given, withheld } = getPlayground(ctx, { editionId: edition.id, listKey: award.key });
  const { change } = changeAsked(award, list, url);
  const found = refusable(() => without(explore({ ...given, change }), withheld));
  if ("refusal" in found) return { refusal: found.refusal, moves: null, unread: 0, entries: {} };
  const moves = movesBetween(standing, found.output);
  const concerned = new Set([...moves.entering, ...moves.leaving].map(({ number }) => number));
  return {
    ...{ refusal: null, moves, unread: found.output.unread.length },
    entries: Object.fromEntries(standing.filter(({ number }) => concerned.has(number)).map(({ number, title, agencyName }) => [number, { title, agencyName }])),
  };
}

/** What came out, without entries of which the reader is shown nothing. */
const without = ({ rows, unread }: Explored, withheld: ReadonlySet<number>): Explored => ({
  rows: rows.filter(({ number }) => !withheld.has(number)),
  unread: unread.filter((number) => !withheld.has(number)),
});

function refusable<T>(work: () => T): { output: T } | { refusal: string } {
  try {
    return { output: work() };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.code };
    throw error;
  }
}
