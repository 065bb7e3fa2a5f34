import { Link } from "@remix-run/react";
import { CellNote, DataTable, Missing } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Panel } from "#app/components/panel.tsx";
import { ConflictStateBadge } from "#app/features/conflicts/components/declared-conflicts.tsx";
import type { ObjectionRow } from "#app/features/conflicts/objecting/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Objections of agencies, with whom of the seated each means. */
export function ObjectionsPanel({ rows, base }: { rows: readonly ObjectionRow[]; base: string }) {
  const t = useTranslate();
  const title = t("conflicts.register.objections");
  return (
    <Panel title={title} flush>
      <p className="panel__note">{t("conflicts.register.objectionsLead")}</p>
      <DataTable
        bare
        caption={title}
        captionHidden
        cards
        scrollLabel={t("common.table.scroll", { name: title })}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("conflicts.register.objectionsEmpty")} />}
        columns={[
          { key: "agency", header: t("conflicts.register.agency"), rowHeader: true, render: (row) => <Link to={`${base}/${row.id}`}>{row.agencyName}</Link> },
          {
            key: "named",
            header: t("conflicts.register.named"),
            render: (row) => (
              <>
                {row.name}
                <CellNote>{row.reason}</CellNote>
              </>
            ),
          },
          {
            key: "means",
            header: t("conflicts.register.means"),
            render: (row) => (row.means.length > 0 ? row.means.join(", ") : <Missing word={t("conflicts.register.meansNobody")} />),
          },
          { key: "state", header: t("conflicts.register.state"), tight: true, render: (row) => <ConflictStateBadge state={row.state} /> },
        ]}
      />
    </Panel>
  );
}
