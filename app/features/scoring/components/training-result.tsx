import { DataTable } from "#app/components/data-table.tsx";
import type { Criterion } from "#app/features/competitions/definition/types.ts";
import type { TrainingPage } from "#app/features/scoring/training/types.ts";
import { formatMark } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Own marks of a training text beside what it is worth, and why. */
export function TrainingResult({ page, criteria }: { page: TrainingPage; criteria: readonly Pick<Criterion, "key" | "name">[] }) {
  const t = useTranslate();
  const title = t("scoring.training.result");
  const nameOf = (key: string): string => inLocale(t.locale, criteria.find((one) => one.key === key)?.name ?? { id: key, en: key });
  return (
    <DataTable
      caption={title}
      scrollLabel={t("common.table.scroll", { name: title })}
      rows={page.anchors ?? []}
      rowKey={(row) => row.criterion}
      columns={[
        { key: "name", header: t("scoring.others.criterion"), rowHeader: true, render: (row) => nameOf(row.criterion) },
        { key: "own", header: t("scoring.others.own"), align: "end", tight: true, render: (row) => formatMark(t.locale, page.own?.[row.criterion] ?? 0) },
        { key: "reference", header: t("scoring.training.reference"), align: "end", tight: true, render: (row) => formatMark(t.locale, row.mark) },
        { key: "why", header: t("scoring.training.reason"), folds: true, render: (row) => row.reason },
      ]}
    />
  );
}
