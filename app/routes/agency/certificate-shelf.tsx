import { Download } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Section } from "#app/components/panel.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import type { AgencyCertificate } from "#app/features/certificates/types.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import { inLocale } from "#app/lib/words.ts";

/** Certificates of an agency or of one proposal; nothing while there is none. */
export function CertificateShelf({ certificates }: { certificates: readonly AgencyCertificate[] }) {
  const t = useTranslate();
  if (certificates.length === 0) return null;
  const records = certificates.map((one) => ({
    key: one.id,
    title: one.title,
    to: `/proposals/${one.proposalId}`,
    sub: t("proposals.overview.certificate", { award: inLocale(t.locale, one.award), serial: one.serial }),
    aside: one.revokedAt ? (
      <Badge tone="stop">{t("proposals.overview.revoked")}</Badge>
    ) : (
      <LinkButton to={`/downloads/certificates/${one.id}.pdf`} icon={Download} variant="quiet" dense download>
        {t("common.download")}
      </LinkButton>
    ),
  }));
  return (
    <Section title={t("proposals.overview.certificates")}>
      <RecordList records={records} />
    </Section>
  );
}
