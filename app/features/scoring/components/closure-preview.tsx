import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel } from "#app/components/panel.tsx";
import type { ClosurePreview as Preview } from "#app/features/scoring/rounds/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Entries named; the rest is counted. */
const namedMost = 50;

/** What closing a desk now would leave out: whose readings, and which entries stand on fewer. */
export function ClosurePreview({ preview: { people, missing, thin, unread, readers } }: { preview: Preview }) {
  const t = useTranslate();
  const caption = t("scoring.round.people");
  const named = t("scoring.round.thin");
  return (
    <>
      {unread > 0 && <Notice tone="warn">{t("scoring.round.unread", { count: unread })}</Notice>}
      <Panel title={caption} flush>
        <DataTable
          bare
          caption={caption}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: caption })}
          rows={people}
          rowKey={(row) => row.name}
          totals={{ name: t("scoring.round.total"), missing: formatNumber(t.locale, missing) }}
          columns={[
            { key: "name", header: t("scoring.progress.name"), rowHeader: true, render: (row) => row.name },
            { key: "missing", header: t("scoring.round.missing"), align: "end", tight: true, render: (row) => formatNumber(t.locale, row.missing) },
          ]}
        />
      </Panel>
      <Panel title={named} flush>
        <p className="panel__note">{t("scoring.round.thinLead", { count: thin.length, readers: readers ?? 0 })}</p>
        <DataTable
          bare
          caption={named}
          captionHidden
          scrollLabel={t("common.table.scroll", { name: named })}
          rows={thin.slice(0, namedMost)}
          rowKey={(row) => row.proposalId}
          columns={[
            { key: "title", header: t("scoring.progress.proposal"), rowHeader: true, render: (row) => (<>{row.title}<CellNote>{row.number}</CellNote></>) },
            { key: "locked", header: t("scoring.round.locked"), align: "end", tight: true, render: (row) => formatNumber(t.locale, row.locked) },
          ]}
        />
      </Panel>
    </>
  );
}
