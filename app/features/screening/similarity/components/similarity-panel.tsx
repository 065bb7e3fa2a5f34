import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { PairStateBadge, ShareBars, useShareSentence, useSideName, useSideOrigin } from "#app/features/screening/similarity/components/pair-words.tsx";
import type { SimilarityPanelView, SimilarPair } from "#app/features/screening/similarity/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type SimilarityPanelProps = {
  view: SimilarityPanelView;
  /** Where the comparison of a pair stands, before the pair's id. */
  base: string;
};

/** What an entry shares with others: a sentence and bars a pair, the greatest share first, with what people made of it. */
export function SimilarityPanel({ view, base }: SimilarityPanelProps) {
  const t = useTranslate();
  return (
    <Panel title={t("similarity.panel.title")}>
      <Stack>
        {!view.compared && <Notice tone="info">{t("similarity.panel.waiting")}</Notice>}
        {view.pairs.length > 0 ? <p className="soft small">{t("similarity.panel.lead")}</p> : view.compared && <NothingAlike />}
        {view.pairs.length > 0 && (
          <ul className="grid list-none gap-4 p-0">
            {view.pairs.map((pair) => (
              <li key={pair.id} className="border-line border-t pt-4 first:border-t-0 first:pt-0">
                <Pair pair={pair} base={base} zone={view.zone} mayJudge={view.mayJudge} />
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

function NothingAlike() {
  const t = useTranslate();
  return <EmptyState title={t("similarity.panel.none")}>{t("similarity.panel.noneBody")}</EmptyState>;
}

type PairProps = Pick<SimilarityPanelProps, "base"> & { pair: SimilarPair; zone: string; mayJudge: boolean };

function Pair({ pair, base, zone, mayJudge }: PairProps) {
  const t = useTranslate();
  const sentence = useShareSentence()(pair);
  const origin = useSideOrigin()(pair.other);
  const name = useSideName()(pair.other);
  return (
    <div className="grid gap-2">
      <p className="m-0 font-semibold">{sentence}</p>
      <p className="soft small m-0">{origin}</p>
      <ShareBars pair={pair} />
      <p className="m-0 flex flex-wrap gap-2">
        <Badge tone={pair.kind === "resubmission" ? "info" : "neutral"}>{t(`similarity.kinds.${pair.kind}`)}</Badge>
        {pair.sameTitle && <Badge tone="warn">{t("similarity.sameTitle")}</Badge>}
        <PairStateBadge state={pair.state} />
      </p>
      {pair.kind === "resubmission" && <p className="soft small m-0">{t("similarity.resubmissionAsk")}</p>}
      <Judgement pair={pair} zone={zone} />
      <div>
        <LinkButton to={`${base}/${pair.id}`} dense>
          {mayJudge && pair.state === "unseen" ? t("similarity.panel.compare") : t("similarity.panel.look")}
          <span className="vh"> {name}</span>
        </LinkButton>
      </div>
    </div>
  );
}

/** Who looked at it and what was noted. */
export function Judgement({ pair, zone }: { pair: SimilarPair; zone: string }) {
  const t = useTranslate();
  if (pair.judgedAt === null) return null;
  return (
    <div className="small">
      {pair.note !== "" && <p className="letter m-0">{pair.note}</p>}
      <p className="soft m-0">{t("similarity.panel.judged", { name: pair.judgedBy, time: formatInstant(t.locale, pair.judgedAt, zone) })}</p>
    </div>
  );
}
