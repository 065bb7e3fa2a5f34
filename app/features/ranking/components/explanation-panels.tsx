import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { numberText } from "#app/features/proposals/rules.ts";
import { listedByWords, type RuleNames, tieWords } from "#app/features/ranking/components/rule-names.ts";
import { assessorWords, panelWords } from "#app/features/ranking/components/warning-words.ts";
import { otherRanks, otherWays, sidesChanged } from "#app/features/ranking/evidence/rules.ts";
import type { ExplainedAgreement, ExplainedNeighbour, ExplainedSheet, ExplainedStage, Explanation } from "#app/features/ranking/explaining/queries.server.ts";
import { formatMark, formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type MarkLine = { key: string; name: string; value: (sheet: ExplainedSheet) => number | null; digits: number };

/** The sheets of one stage beside each other: every mark, the total, the leniency, what is left. */
export function StageMarks({ stage }: { stage: ExplainedStage }) {
  const t = useTranslate();
  const points = (value: number, digits = 4): string => formatNumber(t.locale, value, digits);
  const title = t("ranking.explain.stage", { stage: inLocale(t.locale, stage.name), share: formatShare(t.locale, stage.weightBp) });
  const lines: MarkLine[] = [
    ...stage.criteria.map(({ key, name, weightBp }): MarkLine => ({
      ...{ key, digits: 2, name: t("ranking.explain.criterion", { name: inLocale(t.locale, name), share: formatShare(t.locale, weightBp) }) },
      value: ({ marks }) => marks.find((one) => one.key === key)?.mark ?? 0,
    })),
    { key: "=total", name: t("ranking.explain.total"), digits: 4, value: ({ total }) => total },
    { key: "=leniency", name: t("ranking.figures.leniency"), digits: 4, value: ({ leniency }) => leniency },
    ...panelLine(),
    { key: "=adjusted", name: t("ranking.explain.adjusted"), digits: 4, value: ({ adjusted }) => adjusted },
  ];
  const columns: Column<MarkLine>[] = [
    { key: "line", header: t("ranking.explain.criteria"), rowHeader: true, render: ({ name }) => <div className="min-w-40">{name}</div> },
    ...stage.sheets.map((sheet): Column<MarkLine> => ({
      ...{ key: String(sheet.number), header: assessorWords(t, sheet.number, sheet.name), align: "end" },
      render: ({ value, digits }) => <PointsOf value={value(sheet)} digits={digits} />,
    })),
  ];
  return (
    <Panel title={title}>
      <Stack gap="small">
        <DataTable caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} rows={stage.sheets.length === 0 ? [] : lines} rowKey={({ key }) => key} empty={<EmptyState title={t("ranking.figures.none")} />} columns={columns} />
        {stage.agreed && <Agreed agreed={stage.agreed} criteria={stage.criteria} />}
        <p>{t("ranking.explain.means", { raw: points(stage.raw), calibrated: points(stage.calibrated) })}</p>
      </Stack>
    </Panel>
  );

  function panelLine(): MarkLine[] {
    const { panel } = stage;
    return panel ? [{ key: "=panel", name: t("ranking.explain.panel", { panel: panelWords(t, panel.name) }), digits: 4, value: () => panel.leniency }] : [];
  }
}

function PointsOf({ value, digits }: { value: number | null; digits: number }) {
  const t = useTranslate();
  return value === null ? <Missing word={t("ranking.table.unknown")} /> : <>{formatNumber(t.locale, value, digits)}</>;
}

/** Both values are kept; this says which of them counts. */
function Agreed({ agreed, criteria }: { agreed: ExplainedAgreement; criteria: ExplainedStage["criteria"] }) {
  const t = useTranslate();
  const marks = criteria.map(({ key, name }) => `${inLocale(t.locale, name)} ${formatNumber(t.locale, agreed.marks.find((one) => one.key === key)?.mark ?? 0, 2)}`).join("; ");
  return <p>{t(agreed.counts ? "ranking.explain.agreedCounts" : "ranking.explain.agreedBeside", { value: formatNumber(t.locale, agreed.total, 4), marks })}</p>;
}

type ResultProps = { explanation: Pick<Explanation, "list" | "row" | "stages" | "above" | "below" | "lastListed">; names: RuleNames; year: number };

/** From the stages to the value, from the value to the place, and how the place lies to the line. */
export function ResultFacts({ explanation, names, year }: ResultProps) {
  const t = useTranslate();
  const { list, row, stages, above, below, lastListed } = explanation;
  const points = (value: number | null, digits = 4): string => (value === null ? t("ranking.table.unknown") : formatNumber(t.locale, value, digits));
  const sum = (of: (stage: ExplainedStage) => number): string => stages.map((stage) => `${formatShare(t.locale, stage.weightBp)} × ${points(of(stage))}`).join(" + ");
  const beside = (one: ExplainedNeighbour | null): string =>
    one === null ? t("ranking.explain.nobody") : t("ranking.explain.neighbour", { rank: String(one.rank), number: numberText(year, one.number), value: points(one[list.quantity]) });
  const sides = sidesChanged(row, list);
  return (
    <Panel title={t("ranking.explain.result")}>
      <DescriptionList
        items={[
          { key: "raw", term: t("ranking.table.raw"), value: t("ranking.explain.sum", { sum: sum(({ raw }) => raw), value: points(row.raw) }) },
          { key: "calibrated", term: t("ranking.table.calibrated"), value: t("ranking.explain.sum", { sum: sum(({ calibrated }) => calibrated), value: points(row.calibrated) }) },
          { key: "quality", term: t("ranking.explain.quality"), value: points(row.quality) },
          { key: "quantity", term: t("ranking.explain.quantity"), value: t(`ranking.quantities.${list.quantity}`) },
          { key: "score", term: t("ranking.explain.printed"), value: formatMark(t.locale, row.score) },
          { key: "rank", term: t("ranking.table.rank"), value: t("ranking.explain.ranks", { rank: String(row.rank), raw: String(row.rawRank ?? row.rank), calibrated: String(row.calibratedRank ?? row.rank) }) },
          { key: "tie", term: t("ranking.table.tie"), value: row.tieBrokenBy === null ? t("ranking.table.tieNone") : tieWords(t, names, row.tieBrokenBy) },
          { key: "above", term: t("ranking.explain.above"), value: beside(above) },
          { key: "below", term: t("ranking.explain.below"), value: beside(below) },
          { key: "line", term: t("ranking.explain.line"), value: beside(lastListed) },
          { key: "place", term: t("ranking.table.state"), value: placeWords() },
          { key: "chance", term: t("ranking.table.chance", { size: String(list.size) }), value: chanceWords() },
          { key: "otherRanks", term: t("ranking.sensitivity.title"), value: waysWords() },
          { key: "sides", term: t("ranking.explain.sides"), value: sides.length === 0 ? t("ranking.explain.sidesNone") : sides.map((way) => t(`ranking.ways.${way}`)).join(", ") },
        ]}
      />
    </Panel>
  );

  function placeWords(): string {
    const state = t(`ranking.table.${row.listed ? "inList" : row.reserve ? "inReserve" : "outside"}`);
    return row.listedBy ? `${state}, ${listedByWords(t, names, row.listedBy)}` : state;
  }

  function waysWords(): string {
    const ranks = otherRanks(row);
    const said = otherWays.flatMap((way) => (ranks[way] === null ? [] : [t("ranking.sensitivity.rank", { way: t(`ranking.ways.${way}`), rank: String(ranks[way]) })]));
    return said.length === 0 ? t("ranking.table.unknown") : said.join("; ");
  }

  function chanceWords(): string {
    if (row.pTop === null || row.rankLow === null || row.rankHigh === null) return t("ranking.table.unknown");
    return `${formatShare(t.locale, Math.round(row.pTop * 10_000))}, ${t("ranking.table.between", { low: String(row.rankLow), high: String(row.rankHigh) })}`;
  }
}
