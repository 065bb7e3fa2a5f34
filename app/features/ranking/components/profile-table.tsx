import { CellNote, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { ProfiledStage } from "#app/features/ranking/results/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

const width = 220;
const height = 22;

type BarProps = { mean: number; low: number | null; high: number | null; peers: { q1: number; median: number; q3: number } | null; words: string };

/** Own mean as a dot with its interval over the middle half of the peers; the scale runs from 0 to 100. */
function ProfileBar({ mean, low, high, peers, words }: BarProps) {
  const x = (value: number): number => Math.round((Math.max(0, Math.min(100, value)) / 100) * width * 100) / 100;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <line className="chart__axis" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {peers && <rect className="bar-look bar-look--outline" x={x(peers.q1)} y={4} width={Math.max(1, x(peers.q3) - x(peers.q1))} height={height - 8} />}
      {peers && <line className="chart__edge" x1={x(peers.median)} x2={x(peers.median)} y1={2} y2={height - 2} />}
      {low !== null && high !== null && <line className="chart__line" x1={x(low)} x2={x(high)} y1={height / 2} y2={height / 2} />}
      <circle className="bar-look bar-look--fill" cx={x(mean)} cy={height / 2} r={4} />
    </svg>
  );
}

/** An entry's means by criterion beside those of its anonymous peers. */
export function ProfileTable({ stage: { name, lines }, category }: { stage: ProfiledStage; category: Words }) {
  const t = useTranslate();
  const title = t("ranking.result.profile", { stage: inLocale(t.locale, name) });
  const points = (value: number): string => formatNumber(t.locale, value, 1);
  return (
    <DataTable
      caption={title}
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={lines}
      rowKey={(line) => line.criterionKey}
      empty={<EmptyState title={t("ranking.result.noSheets")} />}
      columns={[
        { key: "criterion", header: t("ranking.result.criterion"), rowHeader: true, render: (line) => inLocale(t.locale, line.name) },
        {
          key: "own",
          header: t("ranking.result.own"),
          align: "end",
          tight: true,
          render: ({ mean, low, high }) => (
            <>
              <b>{points(mean)}</b>
              {low !== null && high !== null && <CellNote>{t("ranking.result.between", { low: points(low), high: points(high) })}</CellNote>}
            </>
          ),
        },
        {
          key: "peers",
          header: t("ranking.result.peers", { category: inLocale(t.locale, category) }),
          align: "end",
          tight: true,
          folds: true,
          render: ({ peers }) =>
            peers === null ? (
              <Missing word={t("ranking.result.suppressed")} />
            ) : (
              <>
                {points(peers.median)}
                <CellNote>{t("ranking.result.middle", { low: points(peers.q1), high: points(peers.q3), count: formatNumber(t.locale, peers.entries) })}</CellNote>
              </>
            ),
        },
        {
          key: "bar",
          header: t("ranking.result.picture"),
          render: ({ mean, low, high, peers }) => (
            <div className="min-w-40">
              <ProfileBar mean={mean} low={low} high={high} peers={peers} words={t("ranking.result.barWords", { own: points(mean), peers: peers ? points(peers.median) : t("ranking.result.suppressed") })} />
            </div>
          ),
        },
      ]}
    />
  );
}
