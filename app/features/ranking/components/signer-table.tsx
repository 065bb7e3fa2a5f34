import { Badge } from "#app/components/badge.tsx";
import { CellNote, DataTable } from "#app/components/data-table.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { SignerPage, SignerView } from "#app/features/ranking/signers/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

type Shown = Pick<SignerView, "userId" | "name" | "isChair" | "presence" | "reason"> & { at?: number | null };

const tones = { signed: "ok", absent: "neutral", abstained: "warn", waits: "info" } as const;

/** Members of a panel, each with how he stands under minutes. */
export function SignerTable({ signers, zone, caption }: { signers: readonly Shown[]; zone: string; caption: string }) {
  const t = useTranslate();
  return (
    <DataTable<Shown>
      caption={caption}
      captionHidden
      scrollLabel={t("common.table.scroll", { name: caption })}
      rows={signers}
      rowKey={(row) => row.userId}
      columns={[
        {
          key: "name",
          header: t("ranking.signers.name"),
          rowHeader: true,
          render: ({ name, isChair }) => (
            <>
              {name}
              {isChair && <CellNote>{t("competitions.roles.chair")}</CellNote>}
            </>
          ),
        },
        {
          key: "state",
          header: t("ranking.signers.state"),
          render: ({ presence, reason, at }) => (
            <>
              <Badge tone={tones[presence]}>{t(`ranking.signers.presences.${presence}`)}</Badge>
              {reason && <CellNote>{reason}</CellNote>}
              {at != null && <CellNote>{formatInstant(t.locale, at, zone)}</CellNote>}
            </>
          ),
        },
      ]}
    />
  );
}

/** Who of the panel stands under a version and how, and how many signatures the edition asks for. */
export function SignersPanel({ page: { signers, signed, needed, onPaper }, zone }: { page: SignerPage; zone: string }) {
  const t = useTranslate();
  const title = t("ranking.signers.title");
  return (
    <Panel title={title}>
      <Stack gap="small">
        <p>{t(onPaper ? "ranking.signers.onPaper" : "ranking.signers.here", { signed, needed })}</p>
        <SignerTable signers={signers} zone={zone} caption={title} />
      </Stack>
    </Panel>
  );
}
