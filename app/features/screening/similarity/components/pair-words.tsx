import { Badge, type Tone } from "#app/components/badge.tsx";
import { CellBar } from "#app/components/progress.tsx";
import type { PairSide, SimilarPair } from "#app/features/screening/similarity/queries.server.ts";
import type { PairState } from "#app/features/screening/similarity/types.ts";
import { formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const tones: Record<PairState, Tone> = { unseen: "open", fair: "ok", discuss: "warn" };

export function PairStateBadge({ state }: { state: PairState }) {
  const t = useTranslate();
  return <Badge tone={tones[state]}>{t(`similarity.states.${state}`)}</Badge>;
}

/** Whole per cent: a sample of shingles knows no decimals. */
export const wholePerCent = (basisPoints: number): number => Math.round(basisPoints / 100) * 100;

/** "2026-0417, Apotek Singgah"; an award has its title only. */
export function useSideName(): (side: PairSide) => string {
  const t = useTranslate();
  return ({ proposalId, number, title }) => (proposalId ? t("similarity.panel.entry", { number, title }) : title);
}

/** "Kabupaten Wakatobi, KIPP 2026" */
export function useSideOrigin(): (side: PairSide) => string {
  const t = useTranslate();
  return ({ proposalId, agencyName: agency, edition, year }) =>
    proposalId
      ? t("similarity.panel.ofAgency", { agency, edition: inLocale(t.locale, edition) })
      : t("similarity.panel.ofAward", { agency, edition: inLocale(t.locale, edition), year: String(year) });
}

/** What is the same, as a sentence: content before title. */
export function useShareSentence(): (pair: SimilarPair) => string {
  const t = useTranslate();
  const nameOf = useSideName();
  return (pair) => {
    const other = nameOf(pair.other);
    if (!pair.other.proposalId) return t(pair.sameTitle ? "similarity.panel.award" : "similarity.panel.awardLike", { other });
    if (pair.shareBp === 0 && pair.otherShareBp === 0) return t("similarity.panel.shareTitleOnly", { other });
    return t("similarity.panel.share", { share: formatShare(t.locale, wholePerCent(pair.shareBp)), other });
  };
}

/** Both shares as bars with their figures; nothing for pairs that share a title only. */
export function ShareBars({ pair }: { pair: Pick<SimilarPair, "shareBp" | "otherShareBp"> }) {
  const t = useTranslate();
  if (pair.shareBp === 0 && pair.otherShareBp === 0) return null;
  const share = (basisPoints: number): string => formatShare(t.locale, wholePerCent(basisPoints));
  return (
    <div className="grid gap-1 small">
      <CellBar share={pair.shareBp / 10_000} words={t("similarity.pair.shareHere", { share: share(pair.shareBp) })} />
      <CellBar share={pair.otherShareBp / 10_000} words={t("similarity.pair.shareThere", { share: share(pair.otherShareBp) })} />
    </div>
  );
}
