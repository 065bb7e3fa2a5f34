import type { ReactNode } from "react";
import { Badge } from "#app/components/badge.tsx";
import { type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { distance, pairLeast, spreadLeast } from "#app/features/ranking/calibration/residuals/rules.ts";
import { PlotFigure } from "#app/features/ranking/components/plot-figure.tsx";
import { assessorWords } from "#app/features/ranking/components/warning-words.ts";
import type { LevelFigures, PairFigures, SpreadFigures, StageResiduals } from "#app/features/ranking/evidence/types.ts";
import { type Frame, pageFrame, phoneFrame, severity } from "#app/features/ranking/plots/rules.ts";
import type { Plot } from "#app/features/ranking/plots/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Share of means that chance alone puts beyond two standard errors. */
const beyondTwo = 0.0455;

type ResidualPanelProps = { residuals: StageResiduals; stage: Words; categories: Record<string, string> };

/** What the model of a stage leaves of its marks: by level, by assessor, and by assessor and category. */
export function ResidualPanel({ residuals: { levels, spreads, ...own }, stage, categories }: ResidualPanelProps) {
  const t = useTranslate();
  const title = t("ranking.figures.residuals.title", { stage: inLocale(t.locale, stage) });
  const text = t("ranking.figures.residuals.text", { least: formatNumber(t.locale, spreadLeast) });
  const bars = levels.map((one) => ({ label: rangeOf(t, one), leniency: one.mean, se: one.se ?? 0, flagged: one.count !== null && one.count < spreadLeast }));
  const draw = (frame: Frame): Plot => severity(bars, (value) => formatNumber(t.locale, value, 1), frame);
  return (
    <Panel title={title}>
      <p>{text}</p>
      {!own.isWhole && <p>{t("ranking.figures.residuals.veiled")}</p>}
      <PlotFigure plots={{ page: draw(pageFrame), phone: draw(phoneFrame) }} title={title} desc={text} />
      <Levels levels={levels} isWhole={own.isWhole} />
      <Spreads spreads={spreads} isWhole={own.isWhole} />
      <Pairs {...own} categories={categories} />
    </Panel>
  );
}

/** In the place of the panels, for a version that does not keep its marks. */
export function NoResiduals() {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.figures.residuals.noTitle")}>
      <p>{t("ranking.figures.residuals.none")}</p>
    </Panel>
  );
}

const rangeOf = (t: ReturnType<typeof useTranslate>, { from, to }: Pick<LevelFigures, "from" | "to">): string =>
  t("ranking.figures.residuals.range", { from: formatNumber(t.locale, from), to: formatNumber(t.locale, to) });

function Levels({ levels, isWhole }: { levels: readonly LevelFigures[]; isWhole: boolean }) {
  const t = useTranslate();
  const counted = useCounted(isWhole);
  return (
    <Folded
      title={t("ranking.figures.residuals.levels")}
      rows={levels}
      rowKey={({ from }) => String(from)}
      columns={[
        { key: "level", header: t("ranking.figures.residuals.level"), rowHeader: true, tight: true, render: (row) => rangeOf(t, row) },
        { key: "mean", header: t("ranking.figures.residuals.mean"), align: "end", tight: true, render: (row) => <Figure value={row.mean} /> },
        { key: "sd", header: t("ranking.figures.residuals.sd"), align: "end", tight: true, folds: true, render: (row) => <Figure value={row.sd} /> },
        ...counted,
      ]}
    />
  );
}

function Spreads({ spreads, isWhole }: { spreads: readonly SpreadFigures[]; isWhole: boolean }) {
  const t = useTranslate();
  const counted = useCounted(isWhole);
  return (
    <Folded
      title={t("ranking.figures.residuals.spreads")}
      text={t("ranking.figures.residuals.spreadsText", { least: formatNumber(t.locale, spreadLeast) })}
      rows={spreads}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: "assessor", header: t("ranking.figures.assessor"), rowHeader: true, render: ({ number, name }) => assessorWords(t, number, name) },
        { key: "sd", header: t("ranking.figures.residuals.sd"), align: "end", tight: true, render: (row) => <Figure value={row.sd} /> },
        ...counted,
        { key: "flags", header: t("ranking.figures.flags"), folds: true, render: ({ isWide }) => isWide && <Badge tone="warn">{t("ranking.figures.residuals.wide")}</Badge> },
      ]}
    />
  );
}

type PairsProps = Pick<StageResiduals, "isWhole" | "pairs" | "furthest"> & { categories: Record<string, string> };

function Pairs({ isWhole, pairs, furthest, categories }: PairsProps) {
  const t = useTranslate();
  const counted = useCounted(isWhole);
  const least = formatNumber(t.locale, pairLeast);
  const shown = formatNumber(t.locale, furthest.length);
  const whole = { least, shown, count: formatNumber(t.locale, pairs), chance: formatNumber(t.locale, pairs * beyondTwo, 1) };
  const se: Column<PairFigures> = { key: "se", header: t("ranking.figures.residuals.se"), align: "end", tight: true, folds: true, render: (row) => <Figure value={row.se} /> };
  const ratio: Column<PairFigures> = { key: "ratio", header: t("ranking.figures.residuals.ratio"), align: "end", tight: true, folds: true, render: (row) => <Figure value={ratioOf(row)} digits={1} /> };
  if (furthest.length === 0) return <p>{t("ranking.figures.residuals.pairsNone", { least })}</p>;
  return (
    <Folded
      title={t("ranking.figures.residuals.pairs")}
      text={isWhole ? t("ranking.figures.residuals.pairsText", whole) : t("ranking.figures.residuals.pairsVeiled", { least, shown })}
      rows={furthest}
      rowKey={({ number, category }) => `${number} ${category}`}
      columns={[
        { key: "assessor", header: t("ranking.figures.assessor"), rowHeader: true, render: ({ number, name }) => assessorWords(t, number, name) },
        { key: "category", header: t("ranking.figures.category"), folds: true, render: ({ category }) => categories[category] ?? category },
        { key: "mean", header: t("ranking.figures.residuals.mean"), align: "end", tight: true, render: (row) => <Figure value={row.mean} /> },
        ...(isWhole ? [se, ratio] : []),
        ...counted,
      ]}
    />
  );
}

const ratioOf = ({ mean, se }: PairFigures): number | null => (se === null ? null : distance({ mean, se }));

/** The column of counts, where they are told. */
function useCounted(isWhole: boolean): Column<{ count: number | null }>[] {
  const t = useTranslate();
  return isWhole ? [{ key: "count", header: t("ranking.figures.residuals.count"), align: "end", tight: true, folds: true, render: ({ count }) => <Figure value={count} digits={0} /> }] : [];
}

type FoldedProps<Row> = { title: string; text?: string; rows: readonly Row[]; rowKey: (row: Row) => string; columns: Column<Row>[] };

/** A table that opens where somebody asks for it. */
function Folded<Row>({ title, text, ...table }: FoldedProps<Row>) {
  const t = useTranslate();
  return (
    <details>
      <summary>{title}</summary>
      {text && <p>{text}</p>}
      <DataTable caption={title} captionHidden scrollLabel={t("common.table.scroll", { name: title })} {...table} />
    </details>
  );
}

function Figure({ value, digits = 2 }: { value: number | null; digits?: number }): ReactNode {
  const t = useTranslate();
  return value === null ? <Missing word={t("ranking.table.unknown")} /> : formatNumber(t.locale, value, digits);
}
