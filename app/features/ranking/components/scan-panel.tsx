import { Check, FileText, Upload, Users } from "lucide-react";
import { ButtonRow, GoLink, LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel, Stack } from "#app/components/panel.tsx";
import type { ScanView } from "#app/features/ranking/documents/queries.server.ts";
import { SignerTable } from "#app/features/ranking/components/signer-table.tsx";
import type { ReadingView } from "#app/features/ranking/signers/queries.server.ts";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import { formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";

/** The digest of a version, to be held against the one on a sheet of paper. */
export function DigestPanel({ version, digest }: { version: number; digest: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.scan.digestTitle", { version })}>
      <Stack gap="small">
        <code className="hash">{inGroups(digest)}</code>
        <p className="small faint">{t("ranking.scan.digestText")}</p>
      </Stack>
    </Panel>
  );
}

/** What is known of a scan of minutes: how and when they were signed, who handed it in, who checked it. */
export function ScanFacts({ scan, zone }: { scan: ScanView; zone: string }) {
  const t = useTranslate();
  const said = (name: string, at: number): string => t("ranking.list.by", { name, time: formatInstant(t.locale, at, zone) });
  return (
    <DescriptionList
      items={[
        { term: t("ranking.scan.signature"), value: t(`ranking.scan.signatures.${scan.signature}`) },
        { term: t("ranking.sign.number"), value: scan.minutesNumber },
        { term: t("ranking.scan.signedOn"), value: formatPlainDay(t.locale, scan.signedOn) },
        { term: t("ranking.scan.attached"), value: said(scan.attachedByName, scan.attachedAt) },
        { term: t("ranking.scan.checked"), value: scan.checkedAt === null ? <span className="faint">{t("ranking.list.notYet")}</span> : said(scan.checkedByName, scan.checkedAt) },
        { term: t("ranking.scan.file256"), value: <code className="hash">{scan.sha256}</code> },
      ]}
    />
  );
}

/** What whoever handed a scan in says of the panel, and what another has read against it: both see both. */
export function ScanReadings({ readings: { stated, against }, zone }: { readings: Readings; zone: string }) {
  const t = useTranslate();
  const read = ({ by, at }: ReadingView): string => t("ranking.signers.readBy", { name: by, time: formatInstant(t.locale, at, zone) });
  return (
    <>
      {against && (
        <Notice tone="stop" title={t("ranking.signers.differTitle")}>
          {t("ranking.signers.differText")}
        </Notice>
      )}
      {[stated, against].map(
        (reading) =>
          reading && (
            <Stack key={reading.at} gap="small">
              <p className="small">{read(reading)}</p>
              <SignerTable signers={reading.lines} zone={zone} caption={read(reading)} />
            </Stack>
          ),
      )}
    </>
  );
}

export const scanAddress = (id: string): string => `/downloads/list-papers/${id}.pdf?inline`;

export type Readings = { stated: ReadingView | null; against: ReadingView | null };

type ScanPanelProps = { scan: ScanView; readings: Readings; zone: string; base: string; mayAttach: boolean };

/** The paper under a version on its page, with what the reader may do about it. */
export function ScanPanel({ scan, readings, zone, base, mayAttach }: ScanPanelProps) {
  const t = useTranslate();
  return (
    <Panel title={t("ranking.scan.panel")}>
      <Stack>
        {scan.checkedAt === null && (
          <Notice tone="warn" title={t("ranking.scan.waiting")}>
            {t("ranking.scan.waitingText")}
          </Notice>
        )}
        <ScanFacts scan={scan} zone={zone} />
        {scan.checkedAt === null && <ScanReadings readings={readings} zone={zone} />}
        <ButtonRow>
          {scan.mayRestate && readings.against && (
            <LinkButton to={`${base}/scan/signers`} variant="primary" icon={Users}>
              {t("ranking.signers.restate")}
            </LinkButton>
          )}
          {scan.mayCheck && (
            <LinkButton to={`${base}/scan/check`} variant="primary" icon={Check}>
              {t("ranking.scan.checkButton")}
            </LinkButton>
          )}
          <GoLink to={scanAddress(scan.id)} icon={FileText} plain>
            {t("ranking.scan.open")}
          </GoLink>
          {mayAttach && (
            <LinkButton to={`${base}/scan`} variant="quiet" icon={Upload}>
              {t("ranking.scan.replace")}
            </LinkButton>
          )}
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
