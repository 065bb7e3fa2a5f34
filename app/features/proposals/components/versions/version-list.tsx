import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { Select } from "#app/components/select.tsx";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import type { VersionsPage } from "#app/features/proposals/versions/queries.server.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** Every version that was received: when, by whom, its whole SHA-256, its receipt. */
export function VersionList({ page: { proposal, versions, zones } }: { page: VersionsPage }) {
  const t = useTranslate();
  const records = versions.map(({ version, submittedAt, submittedBy, sha256 }, index) => ({
    key: String(version),
    title: t("proposals.page.version", { version }),
    sub: t("proposals.page.receiptBy", { time: ownTimeFirst(t.locale, submittedAt, zones), name: submittedBy }),
    meta: <span className="hash">SHA-256 {(sha256.match(/.{1,8}/g) ?? []).join(" ")}</span>,
    aside: (
      <Stack gap="small">
        {index === 0 && (
          <div>
            <Badge tone="ok">{t("proposals.page.standing")}</Badge>
          </div>
        )}
        <LinkButton to={`/downloads/receipts/${proposal.id}/${version}.pdf`} icon={Download} variant="quiet" dense download>
          {t("flow.versions.receipt")}
          <span className="vh"> {t("proposals.page.version", { version })}</span>
        </LinkButton>
      </Stack>
    ),
  }));
  return (
    <Panel title={t("flow.versions.list")}>
      <RecordList records={records} />
    </Panel>
  );
}

/** Which two versions are laid beside one another. */
export function VersionChoice({ page: { versions, comparison } }: { page: VersionsPage }) {
  const t = useTranslate();
  if (!comparison) return null;
  const options = versions.map(({ version }) => ({ value: String(version), label: t("proposals.page.version", { version }) }));
  return (
    <FilterBar label={t("flow.versions.choose")} submitWord={t("flow.versions.compare")}>
      <Select dense name="from" label={t("flow.versions.from")} key={`from-${comparison.from}`} defaultValue={String(comparison.from)} options={options} />
      <Select dense name="to" label={t("flow.versions.to")} key={`to-${comparison.to}`} defaultValue={String(comparison.to)} options={options} />
    </FilterBar>
  );
}
