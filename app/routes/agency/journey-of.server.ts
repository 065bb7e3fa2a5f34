import type { AgencyCertificate } from "#app/features/certificates/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { SlotView } from "#app/features/interviews/types.ts";
import { journeyOf } from "#app/features/proposals/journey/rules.ts";
import type { JourneyStep } from "#app/features/proposals/journey/types.ts";
import type { ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { findPlace, listPublishedLists } from "#app/features/ranking/queries.server.ts";
import type { ScreeningNews } from "#app/features/screening/news/queries.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";

type Known = { page: ProposalPage; screening: ScreeningNews | null; slot: SlotView | null; certificates: readonly AgencyCertificate[] };

/** The stations of an entry from what every room tells its agency; empty for other readers, for drafts and once withdrawn. */
export function journeySteps(ctx: Ctx, { page, screening, slot, certificates }: Known): JourneyStep[] {
  const [standing] = page.versions;
  if (!screening || !standing || page.status === "withdrawn") return [];
  const { definition } = getEdition(ctx, page.edition.id);
  const told = {
    ...{ submittedAt: standing.submittedAt, version: standing.version },
    ...{ corrections: screening.corrections, outcome: screening.outcome, appeal: screening.appeal },
    interview: slot && { startsAt: slot.startsAt, confirmed: slot.confirmedAt !== null },
    lists: screening.outcome?.passed ? listsOf(ctx, page) : [],
    certificates: certificates.filter(({ revokedAt }) => revokedAt === null),
  };
  return journeyOf({ stages: definition.stages, told, now: ctx.now });
}

/** Published lists that examined the entry; of a list that left it out before, nothing is said. */
function listsOf(ctx: Ctx, { id, edition }: ProposalPage) {
  const { lists } = getEdition(ctx, edition.id).definition;
  return listPublishedLists(ctx, edition.id).flatMap(({ id: listId, listKey, status, publishedAt }) => {
    const place = findPlace(ctx, listId, id);
    const name = lists.find(({ key }) => key === listKey)?.name;
    return place && name ? [{ key: listKey, name, final: status === "final", listed: place === "listed", publishedAt }] : [];
  });
}
