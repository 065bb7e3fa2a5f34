import { DataTable } from "#app/components/data-table.tsx";
import { SourceWords } from "#app/features/archive/components/award-list.tsx";
import type { PublishedComposition } from "#app/features/archive/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey } from "#app/i18n/translator.ts";

type PublishedCompositionProps = {
  composition: PublishedComposition;
  /** Proposals registered that year, as published; null = not found. */
  registered: number | null;
};

/** How many innovations from how many agencies of each kind, as the organiser published it. */
export function PublishedCompositionTable({ composition, registered }: PublishedCompositionProps) {
  const t = useTranslate();
  const { tier, lines, total, source } = composition;
  const title = t("archive.compositionTitle", { tier });
  const number = (value: number): string => formatNumber(t.locale, value);
  return (
    <div className="stack stack--small">
      <DataTable
        caption={title}
        scrollLabel={t("common.table.scroll", { name: title })}
        density="regular"
        rows={lines}
        rowKey={(line) => line.kind}
        columns={[
          { key: "kind", header: t("archive.kind"), rowHeader: true, render: (line) => t(`agencies.kinds.${line.kind}` as MessageKey) },
          { key: "agencies", header: t("archive.agencies"), align: "end", render: (line) => number(line.agencies) },
          { key: "innovations", header: t("archive.innovations"), align: "end", render: (line) => number(line.innovations) },
        ]}
        totals={{ kind: t("archive.sum"), agencies: number(total.agencies), innovations: number(total.innovations) }}
      />
      <p className="small faint">
        {registered === null ? t("archive.compositionPlain") : t("archive.compositionNote", { registered })} <SourceWords source={source} />
      </p>
    </div>
  );
}
