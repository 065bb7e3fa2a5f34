import { Link } from "@remix-run/react";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ListStatusBadge } from "#app/features/ranking/components/list-status.tsx";
import type { ListStep } from "#app/features/ranking/types.ts";
import type { ListSummary } from "#app/features/ranking/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

export type ListLine = ListSummary & { step: ListStep };

/** Every award list of an edition with its state and what comes next. */
export function ListsTable({ lines, base }: { lines: readonly ListLine[]; base: string }) {
  const t = useTranslate();
  return (
    <DataTable
      caption={t("ranking.lists.caption")}
      captionHidden
      scrollLabel={t("common.table.scroll", { name: t("ranking.lists.caption") })}
      density="regular"
      rows={lines}
      rowKey={(line) => line.list.key}
      empty={<EmptyState title={t("ranking.lists.empty")} />}
      columns={[
        {
          key: "name",
          header: t("ranking.lists.name"),
          rowHeader: true,
          render: (line) => <Link to={`${base}/${line.list.key}`}>{inLocale(t.locale, line.list.name)}</Link>,
        },
        {
          key: "state",
          header: t("ranking.lists.state"),
          render: (line) => <ListStatusBadge status={line.current?.status ?? "none"} />,
        },
        {
          key: "version",
          header: t("ranking.lists.version"),
          align: "end",
          folds: true,
          render: (line) => line.current?.version ?? <Missing word={t("common.none")} />,
        },
        {
          key: "listed",
          header: t("ranking.lists.listed"),
          align: "end",
          folds: true,
          render: (line) =>
            line.current ? (
              t("ranking.lists.listedOf", { listed: line.listed, size: line.current.size })
            ) : (
              <Missing word={t("common.none")} />
            ),
        },
        { key: "next", header: t("ranking.lists.next"), folds: true, render: (line) => t(`ranking.steps.${line.step}`) },
      ]}
    />
  );
}
