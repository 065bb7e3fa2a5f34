import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { PairComparison } from "#app/features/screening/similarity/comparison/queries.server.ts";
import type { ComparedPassage, SideText } from "#app/features/screening/similarity/comparison/rules.ts";
import { useSideName, useSideOrigin } from "#app/features/screening/similarity/components/pair-words.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The passages two texts share, side by side; on a narrow screen one below the other. */
export function PassagesPanel({ comparison: { pair, passages } }: { comparison: PairComparison }) {
  const t = useTranslate();
  if (passages.length === 0) {
    return (
      <Panel title={t("similarity.pair.noPassages")}>
        <EmptyState title={pair.other.proposalId ? t("similarity.pair.noPassagesTitle") : t("similarity.pair.noPassagesAward")} />
      </Panel>
    );
  }
  const count = formatNumber(t.locale, passages.length);
  return (
    <Panel title={t("similarity.pair.passages", { count })}>
      <Stack>
        <p className="soft small">{t("similarity.pair.legend")}</p>
        {passages.map((passage, index) => (
          <Passage key={index} passage={passage} title={t("similarity.pair.passage", { index: formatNumber(t.locale, index + 1), count })} pair={pair} />
        ))}
      </Stack>
    </Panel>
  );
}

function Passage({ passage, title, pair }: { passage: ComparedPassage; title: string; pair: PairComparison["pair"] }) {
  const nameOf = useSideName();
  return (
    <section className="border-line border-t pt-4">
      <h3>{title}</h3>
      <div className="mt-2 grid gap-4 md:grid-cols-2">
        <Side text={passage.mine} name={nameOf(pair.mine)} />
        <Side text={passage.other} name={nameOf(pair.other)} />
      </div>
    </section>
  );
}

/** What both say is marked and underlined, what differs is bold and neither: more than a colour tells them apart. */
function Side({ text, name }: { text: SideText; name: string }) {
  const t = useTranslate();
  return (
    <div className="min-w-0">
      <h4 className="small m-0">
        {name} <span className="soft font-normal">{t("similarity.pair.words", { count: formatNumber(t.locale, text.words) })}</span>
        {text.file !== null && <span className="soft block font-normal">{t("similarity.pair.inFile", { file: text.file })}</span>}
      </h4>
      <p className="letter mt-1 break-words">
        <span className="soft">{text.before}</span>
        {text.stretches.map((stretch, index) => (stretch.own ? <b key={index}>{stretch.text}</b> : <mark key={index}>{stretch.text}</mark>))}
        <span className="soft">{text.after}</span>
      </p>
    </div>
  );
}

/** Whose the two texts are, with a way to each. */
export function PairFacts({ comparison: { pair }, linkOf }: { comparison: PairComparison; linkOf: (proposalId: string) => string }) {
  const t = useTranslate();
  const nameOf = useSideName();
  const originOf = useSideOrigin();
  const sides = [
    { key: "mine", word: t("similarity.pair.mine"), side: pair.mine },
    { key: "other", word: t("similarity.pair.other"), side: pair.other },
  ];
  return (
    <Panel title={t("similarity.pair.facts")}>
      <dl className="grid gap-3 md:grid-cols-2">
        {sides.map(({ key, word, side }) => (
          <div key={key} className="min-w-0">
            <dt className="soft small">{word}</dt>
            <dd className="m-0">
              {side.proposalId && (key === "mine" || pair.kind === "sameEdition") ? (
                <a href={linkOf(side.proposalId)}>{nameOf(side)}</a>
              ) : (
                nameOf(side)
              )}
              <span className="soft small block">{originOf(side)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
