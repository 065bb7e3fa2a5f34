import { Award } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { DataTable, Missing } from "#app/components/data-table.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import type { IssuanceLine } from "#app/features/certificates/queries.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** The lists of an edition that come with certificates, and the way to issue those of a final one. */
export function IssuanceTable({ lists, action }: { lists: IssuanceLine[]; action: string | null }) {
  const t = useTranslate();
  const number = (value: number): string => formatNumber(t.locale, value);
  // One main button a page: the first list that is ready.
  const first = lists.find(isReady)?.listKey;
  return (
    <DataTable
      bare
      caption={t("certificates.issue.listsTitle")}
      captionHidden
      cards
      scrollLabel={t("common.table.scroll", { name: t("certificates.issue.listsTitle") })}
      rows={lists}
      rowKey={(line) => line.listKey}
      columns={[
        { key: "list", header: t("certificates.issue.list"), rowHeader: true, render: (line) => inLocale(t.locale, line.name) },
        { key: "state", header: t("certificates.issue.state"), render: (line) => <IssuanceState line={line} /> },
        {
          key: "decree",
          header: t("certificates.issue.decree"),
          render: (line) => line.decreeNumber ?? <Missing word={t("common.none")} />,
        },
        { key: "listed", header: t("certificates.issue.listed"), align: "end", render: (line) => number(line.listed) },
        { key: "issued", header: t("certificates.issue.issued"), align: "end", render: (line) => number(line.issued) },
        { key: "revoked", header: t("certificates.issue.revoked"), align: "end", render: (line) => number(line.revoked) },
        ...(action === null
          ? []
          : [
              {
                key: "action",
                header: t("certificates.issue.action"),
                tight: true,
                render: (line: IssuanceLine) =>
                  isReady(line) ? <IssueButton line={line} action={action} isMain={line.listKey === first} /> : null,
              },
            ]),
      ]}
    />
  );
}

const isReady = (line: IssuanceLine): boolean => line.final && line.issued < line.listed;

function IssuanceState({ line }: { line: IssuanceLine }) {
  const t = useTranslate();
  if (line.listId === null) return <Badge tone="open">{t("certificates.issue.notPublished")}</Badge>;
  if (!line.final) return <Badge tone="info">{t("certificates.issue.notFinal")}</Badge>;
  return isReady(line) ? (
    <Badge tone="mark">{t("certificates.issue.ready")}</Badge>
  ) : (
    <Badge tone="ok">{t("certificates.issue.done")}</Badge>
  );
}

function IssueButton({ line, action, isMain }: { line: IssuanceLine; action: string; isMain: boolean }) {
  const t = useTranslate();
  const list = inLocale(t.locale, line.name);
  return (
    <ConfirmDialog
      title={t("certificates.issue.confirmTitle", { list })}
      trigger={{ variant: isMain ? "primary" : "quiet", dense: true, icon: Award, children: t("certificates.issue.button") }}
      confirm={t("certificates.issue.button")}
      cancel={t("common.cancel")}
      busyWord={t("common.busy")}
      action={action}
      fields={{ list: line.listKey, listId: line.listId ?? "" }}
    >
      <p>{t("certificates.issue.confirmBody", { count: line.listed - line.issued })}</p>
    </ConfirmDialog>
  );
}
