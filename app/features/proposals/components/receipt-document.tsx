import {
  PrintedDocument,
  PrintedFacts,
  PrintedHeading,
  PrintedTable,
  PrintedText,
  PrintedTitle,
} from "#app/lib/pdf.server.tsx";
import type { Receipt } from "#app/features/proposals/submission/queries.server.ts";
import { formatBytes, formatInstant, formatNumber, zoneName } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { fingerprint } from "#app/lib/hash.server.ts";
import { inLocale } from "#app/lib/words.ts";

type ReceiptDocumentProps = {
  t: Translate;
  receipt: Receipt;
  printedAt: number;
  /** Address at which anybody can check number and digest. */
  verifyAt: string;
};

/** The receipt of one version: what the server received, when, and the digest by which it can be recognised. */
export function ReceiptDocument({ t, receipt, printedAt, verifyAt }: ReceiptDocumentProps) {
  const { edition } = receipt;
  return (
    <PrintedDocument
      t={t}
      title={`${t("proposals.receipt.title")} ${receipt.number}`}
      printedAt={printedAt}
      zone={edition.zone}
      rehearsal={edition.rehearsal}
    >
      <PrintedTitle>{t("proposals.receipt.heading", { number: receipt.number })}</PrintedTitle>
      <PrintedText>{t("flow.receipt.statement", { organiser: edition.organiser, edition: edition.name })}</PrintedText>
      <PrintedFacts facts={factsOf(t, receipt)} />
      <PrintedHeading>{t("proposals.receipt.parts")}</PrintedHeading>
      <PrintedTable
        columns={[
          { head: t("proposals.receipt.columns.part"), share: 36 },
          { head: t("proposals.receipt.columns.file"), share: 30 },
          { head: t("proposals.receipt.columns.sha256"), share: 24 },
          { head: t("proposals.receipt.columns.words"), share: 10, align: "right" },
        ]}
        rows={receipt.parts.map((part) => rowOf(t, part))}
      />
      <PrintedText>{t("proposals.receipt.note")}</PrintedText>
      <PrintedText>{t(receipt.isStanding ? "flow.receipt.stands" : "flow.receipt.superseded", { version: receipt.version })}</PrintedText>
      <PrintedText>{t("flow.receipt.verify", { address: verifyAt })}</PrintedText>
    </PrintedDocument>
  );
}

function factsOf(t: Translate, receipt: Receipt): { label: string; value: string }[] {
  const { edition, agency, submittedAt } = receipt;
  const fact = (key: FactKey, value: string) => ({ label: t(`proposals.receipt.facts.${key}`), value });
  const elsewhere = zoneName(agency.zone) !== zoneName(edition.zone);
  return [
    fact("number", receipt.number),
    fact("version", formatNumber(t.locale, receipt.version)),
    fact("edition", inLocale(t.locale, edition.name)),
    fact("title", receipt.title),
    fact("agency", receipt.agency.name),
    fact("unit", receipt.unit),
    fact("innovator", receipt.innovator),
    fact("group", inLocale(t.locale, receipt.group)),
    fact("category", inLocale(t.locale, receipt.category)),
    fact("received", formatInstant(t.locale, submittedAt, edition.zone)),
    ...(elsewhere ? [fact("receivedLocal", formatInstant(t.locale, submittedAt, agency.zone))] : []),
    fact("by", receipt.submittedBy),
    fact("fingerprint", fingerprint(receipt.sha256)),
    fact("sha256", inGroups(receipt.sha256)),
  ];
}

type FactKey =
  | "number"
  | "version"
  | "edition"
  | "title"
  | "agency"
  | "unit"
  | "innovator"
  | "group"
  | "category"
  | "received"
  | "receivedLocal"
  | "by"
  | "fingerprint"
  | "sha256";

const rowOf = (t: Translate, { label, words, file }: Receipt["parts"][number]): string[] => [
  inLocale(t.locale, label),
  file ? `${file.fileName}, ${formatBytes(t.locale, file.bytes)}` : "",
  file ? inGroups(file.sha256) : "",
  words === null ? "" : formatNumber(t.locale, words),
];

/** Sixteen digits at a time, so that a digest breaks over lines and can be compared by eye. */
const inGroups = (hex: string): string => (hex.match(/.{1,16}/g) ?? []).join(" ");
