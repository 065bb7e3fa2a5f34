import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { PlotFigure } from "#app/features/ranking/components/plot-figure.tsx";
import { settledWords } from "#app/features/ranking/components/settled-words.ts";
import { assessorWords } from "#app/features/ranking/components/warning-words.ts";
import type { EvidenceAssessor, EvidenceRow, Settled } from "#app/features/ranking/evidence/types.ts";
import { isInBand } from "#app/features/ranking/evidence/rules.ts";
import { caterpillar, distribution, type Frame, pageFrame, phoneFrame, type Point, scatter, severity, type Spread } from "#app/features/ranking/plots/rules.ts";
import type { Plot } from "#app/features/ranking/plots/types.ts";
import { formatNumber, formatShare } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

type PairProps<Row> = { title: string; text: string; draw: (frame: Frame) => Plot; rows: readonly Row[]; rowKey: (row: Row) => string; columns: Column<Row>[] };

/** A plot with its numbers below it in a table. */
function PlotPair<Row>({ title, text, draw, rows, rowKey, columns }: PairProps<Row>) {
  const t = useTranslate();
  return (
    <Panel title={title}>
      <Stack gap="small">
        <p>{text}</p>
        <PlotFigure plots={{ page: draw(pageFrame), phone: draw(phoneFrame) }} title={title} desc={text} />
        <details>
          <summary>{t("ranking.figures.numbers")}</summary>
          <DataTable
            caption={title}
            captionHidden
            scrollLabel={t("common.table.scroll", { name: title })}
            rows={rows}
            rowKey={rowKey}
            empty={<EmptyState title={t("ranking.figures.none")} />}
            columns={columns}
          />
        </details>
      </Stack>
    </Panel>
  );
}

const useSay = (digits: number) => {
  const t = useTranslate();
  return (value: number): string => formatNumber(t.locale, value, digits);
};

/** Ranks of the entries around the line, with the ranks that hold each in nine draws of ten. */
export function RankPanel({ rows, settled, size, year }: { rows: readonly EvidenceRow[]; settled: Settled | null; size: number; year: number }) {
  const t = useTranslate();
  const say = useSay(0);
  const bars = rows.flatMap(({ rankLow, rankHigh, rank, number, listed }) =>
    rankLow === null || rankHigh === null ? [] : [{ label: `${rank}. ${numberText(year, number)}`, rank, low: rankLow, high: rankHigh, listed }],
  );
  if (bars.length === 0) return null;
  return (
    <PlotPair
      title={t("ranking.figures.ranks")}
      text={[t("ranking.figures.ranksText", { size: say(size) }), ...(settled ? [settledWords(t, settled, size)] : [])].join(" ")}
      draw={(frame) => caterpillar(bars, { size, say, frame })}
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "rank", header: t("ranking.table.rank"), align: "end", tight: true, render: (row) => say(row.rank) },
        { key: "number", header: t("ranking.table.number"), tight: true, rowHeader: true, render: (row) => numberText(year, row.number) },
        { key: "title", header: t("ranking.table.innovation"), folds: true, render: (row) => row.title },
        { key: "chance", header: t("ranking.table.chance", { size: say(size) }), align: "end", tight: true, render: (row) => <Share value={row.pTop} /> },
        { key: "expected", header: t("ranking.figures.expected"), align: "end", tight: true, folds: true, render: (row) => <Number value={row.expectedRank} digits={1} /> },
        { key: "low", header: t("ranking.figures.low"), align: "end", tight: true, folds: true, render: (row) => <Number value={row.rankLow} digits={0} /> },
        { key: "high", header: t("ranking.figures.high"), align: "end", tight: true, folds: true, render: (row) => <Number value={row.rankHigh} digits={0} /> },
        { key: "band", header: t("ranking.figures.band"), tight: true, folds: true, render: (row) => (isInBand(row.pTop) ? t("common.yes") : t("common.no")) },
      ]}
    />
  );
}

/** How lenient each assessor of a stage is, in points above the others. */
export function SeverityPanel({ assessors, stage }: { assessors: readonly EvidenceAssessor[]; stage: Words }) {
  const t = useTranslate();
  const say = useSay(1);
  const label = (one: EvidenceAssessor): string => assessorWords(t, one.number, one.name);
  const bars = assessors.flatMap((one) =>
    one.leniency === null || one.se === null ? [] : [{ label: t("ranking.assessor", { number: String(one.number) }), leniency: one.leniency, se: one.se, flagged: one.flags.length > 0 }],
  );
  if (bars.length === 0) return null;
  return (
    <PlotPair
      title={t("ranking.figures.severity", { stage: inLocale(t.locale, stage) })}
      text={t("ranking.figures.severityText")}
      draw={(frame) => severity(bars, say, frame)}
      rows={assessors}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "assessor", header: t("ranking.figures.assessor"), rowHeader: true, render: label },
        { key: "marks", header: t("ranking.table.reads"), align: "end", tight: true, folds: true, render: (row) => row.marks },
        { key: "leniency", header: t("ranking.figures.leniency"), align: "end", tight: true, render: (row) => <Number value={row.leniency} digits={2} /> },
        { key: "se", header: t("ranking.figures.se"), align: "end", tight: true, folds: true, render: (row) => <Number value={row.se} digits={2} /> },
        { key: "flags", header: t("ranking.figures.flags"), folds: true, render: (row) => row.flags.map((flag) => <Badge key={flag} tone="warn">{t(`ranking.flags.${flag}`)}</Badge>) },
      ]}
    />
  );
}

/** Raw against calibrated, with those that moved most. */
export function ScatterPanel({ points, moved, count, year }: { points: readonly Point[]; moved: readonly EvidenceRow[]; count: number; year: number }) {
  const t = useTranslate();
  const say = useSay(0);
  if (points.length === 0) return null;
  return (
    <PlotPair
      title={t("ranking.figures.scatter")}
      text={t("ranking.figures.scatterText", { shown: say(points.length), count: say(count) })}
      draw={(frame) => scatter(points, { say, raw: t("ranking.table.raw"), calibrated: t("ranking.table.calibrated"), frame })}
      rows={moved}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "number", header: t("ranking.table.number"), tight: true, rowHeader: true, render: (row) => numberText(year, row.number) },
        { key: "raw", header: t("ranking.table.raw"), align: "end", tight: true, render: (row) => <Number value={row.raw} digits={2} /> },
        { key: "calibrated", header: t("ranking.table.calibrated"), align: "end", tight: true, render: (row) => <Number value={row.calibrated} digits={2} /> },
        { key: "rawRank", header: t("ranking.figures.rawRank"), align: "end", tight: true, folds: true, render: (row) => <Number value={row.rawRank} digits={0} /> },
        { key: "rank", header: t("ranking.table.rank"), align: "end", tight: true, render: (row) => say(row.rank) },
      ]}
    />
  );
}

/** Where the values of each category lie. */
export function DistributionPanel({ spreads }: { spreads: readonly (Spread & { key: string; count: number })[] }) {
  const t = useTranslate();
  const say = useSay(0);
  if (spreads.length === 0) return null;
  const column = (key: "low" | "q1" | "median" | "q3" | "high"): Column<(typeof spreads)[number]> => ({
    ...{ key, header: t(`ranking.figures.spread.${key}`), align: "end", tight: true, folds: key !== "median" },
    render: (row) => <Number value={row[key]} digits={2} />,
  });
  return (
    <PlotPair
      title={t("ranking.figures.categories")}
      text={t("ranking.figures.categoriesText")}
      draw={(frame) => distribution(spreads, say, frame)}
      rows={spreads}
      rowKey={(row) => row.key}
      columns={[
        { key: "label", header: t("ranking.figures.category"), rowHeader: true, render: (row) => row.label },
        { key: "count", header: t("ranking.figures.count"), align: "end", tight: true, folds: true, render: (row) => say(row.count) },
        ...(["low", "q1", "median", "q3", "high"] as const).map(column),
      ]}
    />
  );
}

function Number({ value, digits }: { value: number | null; digits: number }): ReactNode {
  const t = useTranslate();
  return value === null ? <Missing word={t("ranking.table.unknown")} /> : formatNumber(t.locale, value, digits);
}

function Share({ value }: { value: number | null }): ReactNode {
  const t = useTranslate();
  return value === null ? <Missing word={t("ranking.table.unknown")} /> : formatShare(t.locale, Math.round(value * 10_000));
}
