import type { Words } from "#app/features/competitions/definition/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { PrintedPlot } from "#app/features/ranking/components/printed-plot.tsx";
import { settledWords } from "#app/features/ranking/components/settled-words.ts";
import { panelWords, warningWords } from "#app/features/ranking/components/warning-words.ts";
import { pointsOf, settledOf } from "#app/features/ranking/evidence/rules.ts";
import type { Evidence, EvidenceAssessor, EvidenceRow, Settled } from "#app/features/ranking/evidence/types.ts";
import { caterpillar, distribution, scatter, severitySheets, spreadsOf } from "#app/features/ranking/plots/rules.ts";
import type { Plot } from "#app/features/ranking/plots/types.ts";
import type { StageModel } from "#app/features/ranking/types.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { PrintedHeading, PrintedList, PrintedTable, PrintedText, PrintedWhole } from "#app/lib/pdf.server.tsx";
import { inLocale } from "#app/lib/words.ts";

type PrintedEvidenceProps = { t: Translate; edition: Pick<Edition, "definition">; evidence: Evidence };

/** At most so many points of a scatter on paper. */
const pointsMost = 1_500;
/** At most so many assessors in one drawing, which then fits a page. */
const barsMost = 32;

/** The plots of the page with their numbers, and what was to be looked at; nothing where a version keeps no figures. */
export function PrintedEvidence({ t, edition: { definition }, evidence }: PrintedEvidenceProps) {
  const { list, rows, nearLine, assessors } = evidence;
  if (!list.model) return null;
  const stages = Object.fromEntries(definition.stages.map((stage) => [stage.key, stage.name]));
  const values = rows.flatMap(({ categoryKey, [list.quantity]: value }) => (value === null ? [] : [{ key: categoryKey, value }]));
  const spreads = spreadsOf(values, new Map(definition.categories.map(({ key, name }) => [key, inLocale(t.locale, name)])));
  const points = pointsOf(rows, { size: list.size, most: pointsMost });
  const say = (value: number): string => formatNumber(t.locale, value);
  return (
    <>
      <PrintedHeading newPage>{t("ranking.figures.title")}</PrintedHeading>
      <PrintedText>{t("ranking.model.text", { seed: String(list.model.seed), draws: say(list.model.draws) })}</PrintedText>
      {list.model.warnings.length > 0 && (
        <PrintedList items={list.model.warnings.map((warning) => ({ sign: "–", text: warningWords(t, warning, { stages, assessors: {} }) }))} />
      )}
      <PrintedRanks t={t} rows={nearLine} settled={settledOf(rows, list.size)} size={list.size} year={definition.year} />
      {list.model.stages.map(({ stage, panels }) => {
        const name = stages[stage] ?? { id: stage, en: stage };
        return [
          <PrintedSeverity key={stage} t={t} stage={name} assessors={assessors.filter((one) => one.stage === stage)} />,
          <PrintedPanels key={`${stage} panels`} t={t} stage={name} panels={panels} />,
        ];
      })}
      {points.length > 0 && (
        <PrintedWhole>
          <PrintedHeading>{t("ranking.figures.scatter")}</PrintedHeading>
          <PrintedText>{t("ranking.figures.scatterText", { shown: say(points.length), count: say(rows.length) })}</PrintedText>
          <PrintedPlot plot={scatter(points, { say, raw: t("ranking.table.raw"), calibrated: t("ranking.table.calibrated") })} />
        </PrintedWhole>
      )}
      {spreads.length > 0 && (
        <>
          <PrintedWhole>
            <PrintedHeading>{t("ranking.figures.categories")}</PrintedHeading>
            <PrintedPlot plot={distribution(spreads, say)} />
          </PrintedWhole>
          <PrintedTable
            columns={[{ head: t("ranking.figures.category"), share: 40 }, ...(["low", "q1", "median", "q3", "high"] as const).map((key) => ({ head: t(`ranking.figures.spread.${key}`), share: 12, align: "right" as const }))]}
            rows={spreads.map(({ label, low, q1, median, q3, high }) => [label, ...[low, q1, median, q3, high].map((value) => formatNumber(t.locale, value, 2))])}
          />
        </>
      )}
    </>
  );
}

type PrintedRanksProps = { t: Translate; rows: readonly EvidenceRow[]; settled: Settled | null; size: number; year: number };

function PrintedRanks({ t, rows, settled, size, year }: PrintedRanksProps) {
  const say = (value: number): string => formatNumber(t.locale, value);
  const known = rows.flatMap(({ rankLow, rankHigh, ...row }) => (rankLow === null || rankHigh === null ? [] : [{ ...row, low: rankLow, high: rankHigh, label: `${row.rank}. ${numberText(year, row.number)}` }]));
  if (known.length === 0) return null;
  return (
    <>
      <PrintedWhole>
        <PrintedHeading>{t("ranking.figures.ranks")}</PrintedHeading>
        <PrintedText>{t("ranking.figures.ranksText", { size: say(size) })}</PrintedText>
        {settled && <PrintedText>{settledWords(t, settled, size)}</PrintedText>}
        <PrintedPlot plot={caterpillar(known, { size, say })} />
      </PrintedWhole>
      <PrintedTable
        columns={[
          { head: t("ranking.table.rank"), share: 14, align: "right" },
          { head: t("ranking.table.number"), share: 26 },
          { head: t("ranking.table.chance", { size: say(size) }), share: 24, align: "right" },
          { head: t("ranking.figures.low"), share: 18, align: "right" },
          { head: t("ranking.figures.high"), share: 18, align: "right" },
        ]}
        rows={known.map(({ rank, number, pTop, low, high }) => [say(rank), numberText(year, number), pTop === null ? "" : formatShare(t.locale, Math.round(pTop * 10_000)), say(low), say(high)])}
      />
    </>
  );
}

function PrintedSeverity({ t, stage, assessors }: { t: Translate; stage: Words; assessors: readonly EvidenceAssessor[] }) {
  const label = ({ number }: EvidenceAssessor): string => t("ranking.assessor", { number: String(number) });
  const points = (value: number | null): string => (value === null ? t("ranking.table.unknown") : formatNumber(t.locale, value, 2));
  const bars = assessors.flatMap((one) => (one.leniency === null || one.se === null ? [] : [{ label: label(one), leniency: one.leniency, se: one.se, flagged: one.flags.length > 0 }]));
  if (bars.length === 0) return null;
  const sheets = severitySheets(bars, (value) => formatNumber(t.locale, value, 1), barsMost);
  const drawn = (plot: Plot, at: number) => <PrintedPlot key={at} plot={plot} />;
  return (
    <>
      <PrintedWhole>
        <PrintedHeading>{t("ranking.figures.severity", { stage: inLocale(t.locale, stage) })}</PrintedHeading>
        <PrintedText>{t("ranking.figures.severityText")}</PrintedText>
        {sheets.slice(0, 1).map(drawn)}
      </PrintedWhole>
      {sheets.slice(1).map(drawn)}
      <PrintedTable
        columns={[
          { head: t("ranking.figures.assessor"), share: 34 },
          { head: t("ranking.table.reads"), share: 14, align: "right" },
          { head: t("ranking.figures.leniency"), share: 18, align: "right" },
          { head: t("ranking.figures.se"), share: 18, align: "right" },
          { head: t("ranking.figures.flags"), share: 16 },
        ]}
        rows={assessors.map((one) => [label(one), String(one.marks), points(one.leniency), points(one.se), one.flags.map((flag) => t(`ranking.flags.${flag}`)).join(", ")])}
      />
    </>
  );
}

function PrintedPanels({ t, stage, panels }: { t: Translate; stage: Words; panels: StageModel["panels"] }) {
  if (!panels) return null;
  const points = (value: number): string => formatNumber(t.locale, value, 2);
  return (
    <>
      <PrintedHeading>{t("ranking.panels.title", { stage: inLocale(t.locale, stage) })}</PrintedHeading>
      <PrintedText>{t("ranking.panels.text")}</PrintedText>
      <PrintedTable
        columns={[
          { head: t("ranking.panels.panel"), share: 46 },
          { head: t("ranking.table.reads"), share: 18, align: "right" },
          { head: t("ranking.figures.leniency"), share: 18, align: "right" },
          { head: t("ranking.figures.se"), share: 18, align: "right" },
        ]}
        rows={panels.map(({ panel, marks, leniency, se }) => [panelWords(t, panel), formatNumber(t.locale, marks), points(leniency), points(se)])}
      />
    </>
  );
}
