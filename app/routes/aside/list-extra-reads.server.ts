import { namesOf } from "#app/features/accounts/queries.server.ts";
import { previewExtraReaders } from "#app/features/assignment/extra/queries.server.ts";
import { isOpen } from "#app/features/competitions/rules.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import { isInBand } from "#app/features/ranking/evidence/rules.ts";
import { getGreyZone } from "#app/features/ranking/extra-reads/queries.server.ts";
import { findGreyZone, proposeReads } from "#app/features/ranking/extra-reads/rules.ts";
import type { SignedInCtx } from "#app/request.server.ts";
import type { Address } from "#app/routes/aside/types.ts";
import { awardOfAddress } from "#app/routes/organiser/list-of.server.ts";

/** The next readings that the marks so far propose, with who would read; null where the rules of the list know none. */
export function extraReadsProposal(ctx: SignedInCtx, { params }: Address) {
  const { edition, award } = awardOfAddress(ctx, params);
  const page = getGreyZone(ctx, { editionId: edition.id, listKey: award.key });
  if (!page || page.most === null || page.input.stage.marks.length === 0) return null;
  const zone = findGreyZone(page.input);
  const proposed = proposeReads(zone, page.most);
  const wants = proposed.flatMap(({ number }) => idOf(page, number)).map((proposalId) => ({ proposalId, more: 1 }));
  const seed = Math.floor(ctx.random() * 0x1_0000_0000);
  const at = { editionId: edition.id, stage: page.stage.key };
  const preview = wants.length > 0 && isOpen(page.stage, ctx.now) ? previewExtraReaders(ctx, { ...at, wants, seed }) : null;
  const names = namesOf(ctx, preview?.pairs.map(({ userId }) => userId) ?? []);
  const readerOf = new Map(preview?.pairs.map(({ proposalId, userId }) => [proposalId, names.get(userId) ?? ""]));
  return {
    ...{ stageName: page.stage.name, open: page.open, most: page.most, estimable: zone.estimable, isOpen: isOpen(page.stage, ctx.now) },
    band: zone.entries.filter(({ pTop }) => isInBand(pTop)).length,
    rows: proposed.map(({ number, reads }) => {
      const entry = page.entries.get(number);
      return { number, reads, title: entry?.title ?? "", agencyName: entry?.agencyName ?? "", reader: (entry && readerOf.get(entry.id)) ?? "" };
    }),
    accepted: preview && { proposals: wants.map(({ proposalId }) => proposalId).join(" "), seed: String(seed), digest: preview.digest },
    lacking: preview?.lacking.length ?? 0,
  };
}

const idOf = (page: NonNullable<ReturnType<typeof getGreyZone>>, number: number): ProposalId[] => {
  const entry = page.entries.get(number);
  return entry ? [entry.id] : [];
};
