import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { ButtonRow, LinkButton } from "#app/components/button.tsx";
import { Panel } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { ownTimeFirst } from "#app/features/proposals/components/times.ts";
import type { ProposalEvent, ProposalPage } from "#app/features/proposals/reading/queries.server.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

/** Every version that was received, with its fingerprint; the receipt is printed for the one that stands. */
export function Receipts({ page }: { page: Pick<ProposalPage, "id" | "versions" | "agency" | "edition" | "isMember"> }) {
  const t = useTranslate();
  const { id, versions, agency, edition } = page;
  if (versions.length === 0) return null;
  const records = versions.map((version, index) => ({
    key: String(version.version),
    title: t("proposals.page.version", { version: version.version }),
    sub: t("proposals.page.receiptBy", {
      time: ownTimeFirst(t.locale, version.submittedAt, { own: agency.zone, edition: edition.zone }),
      name: version.submittedBy,
    }),
    meta: t("proposals.page.fingerprint", { fingerprint: version.fingerprint }),
    aside: index === 0 ? <Badge tone="ok">{t("proposals.page.standing")}</Badge> : undefined,
  }));
  return (
    <Panel title={t("proposals.page.receipts")}>
      <RecordList records={records} />
      <div className="mt-4">
        <ButtonRow>
          <LinkButton to={`/downloads/receipts/${id}.pdf`} icon={Download} download>
            {t("proposals.page.download")}
          </LinkButton>
          {page.isMember && (
            <LinkButton to={`/proposals/${id}/versions`} variant="quiet">
              {t(versions.length > 1 ? "flow.versions.open" : "flow.versions.title")}
            </LinkButton>
          )}
        </ButtonRow>
      </div>
    </Panel>
  );
}

/** Every step of the proposal with the words that went with it, the last first. */
export function History({ events, zone }: { events: readonly ProposalEvent[]; zone: string }) {
  const t = useTranslate();
  if (events.length === 0) return null;
  const records = events.map((event) => ({
    key: String(event.seq),
    title: eventWords(t, event),
    sub: whenAndWho(t, event, zone),
    meta: event.note ? t("proposals.page.note", { note: event.note }) : undefined,
  }));
  return (
    <Panel title={t("proposals.page.history")}>
      <RecordList records={records} />
    </Panel>
  );
}

const eventWords = (t: Translate, { kind, reach }: ProposalEvent): string =>
  t(`proposals.events.${kind}` as MessageKey, reach ? { reach: t(`proposals.reaches.${reach}`) } : {});

function whenAndWho(t: Translate, { at, actor }: ProposalEvent, zone: string): string {
  const time = formatInstant(t.locale, at, zone);
  return actor ? t("proposals.events.by", { time, name: actor }) : time;
}
