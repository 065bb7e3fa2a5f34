import type { AwardList } from "#app/features/competitions/definition/types.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { PrintedEvidence } from "#app/features/ranking/components/printed-evidence.tsx";
import type { RecordedMove } from "#app/features/ranking/deliberation/queries.server.ts";
import type { Evidence } from "#app/features/ranking/evidence/types.ts";
import type { Abstained } from "#app/features/ranking/abstaining/queries.server.ts";
import { abstentionWords } from "#app/features/ranking/components/abstention-words.ts";
import { inGroups } from "#app/features/ranking/documents/rules.ts";
import type { Scan } from "#app/features/ranking/documents/types.ts";
import type { SignerView } from "#app/features/ranking/signers/queries.server.ts";
import type { ListPageRow } from "#app/features/ranking/tables/queries.server.ts";
import type { RankingList } from "#app/features/ranking/types.ts";
import { formatInstant, formatMark, formatNumber, formatPlainDay } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import {
  type PrintedColumn,
  PrintedDocument,
  PrintedFacts,
  PrintedHeading,
  PrintedSignatures,
  PrintedTable,
  PrintedText,
  PrintedTitle,
} from "#app/lib/pdf.server.tsx";
import { inLocale } from "#app/lib/words.ts";

export type MinutesProps = {
  t: Translate;
  edition: Edition;
  award: AwardList;
  list: RankingList;
  rows: readonly ListPageRow[];
  signedByName: string;
  approvedByName: string;
  printedAt: number;
  /** Rows of which whoever prints is shown nothing: the paper to be signed is printed by somebody else. */
  withheld: number;
  /** What speaks for and against the list; assessors under their numbers. */
  evidence: Evidence;
  /** Who took no part in deciding which entries. */
  abstained: readonly Abstained[];
  /** The paper under the version, where it was not signed here. */
  scan: Pick<Scan, "signature" | "signedOn" | "checkedAt"> | null;
  /** How each member of the panel stands under the version, or has to sign. */
  signers: readonly Pick<SignerView, "name" | "isChair" | "presence" | "reason" | "at">[];
  /** What the plenary voted on, carried or not. */
  moves: readonly RecordedMove[];
};

/** Berita acara of a list for printing and signing by hand: its rows, what the panel decided, room for two signatures. */
export function MinutesDocument(props: MinutesProps) {
  const { t, edition, award, list, rows } = props;
  const { definition, rehearsal } = edition;
  const title = t("ranking.pdf.title", { list: inLocale(t.locale, award.name) });
  const reserve = rows.filter((row) => row.reserve);
  return (
    <PrintedDocument t={t} title={title} printedAt={props.printedAt} zone={definition.zone} rehearsal={rehearsal}>
      <PrintedTitle>{title}</PrintedTitle>
      <PrintedFacts facts={factsOf(props)} />
      <PrintedHeading>{t("ranking.pdf.minutes")}</PrintedHeading>
      <PrintedText>{list.minutes === "" ? t("ranking.pdf.unsigned") : list.minutes}</PrintedText>
      <PrintedHeading>{t("ranking.deliberation.moves")}</PrintedHeading>
      <PrintedText>{props.moves.map((move) => moveWords(t, definition.year, move)).join("\n\n") || t("ranking.deliberation.movesEmpty")}</PrintedText>
      {props.withheld > 0 && <PrintedText>{t("ranking.pdf.withheld", { count: props.withheld })}</PrintedText>}
      <PrintedHeading>{t("ranking.pdf.listed")}</PrintedHeading>
      <RowsTable t={t} year={definition.year} rows={rows.filter((row) => row.listed)} evidence={props.evidence} />
      <PrintedHeading>{t("ranking.pdf.reserve")}</PrintedHeading>
      {reserve.length > 0 ? (
        <RowsTable t={t} year={definition.year} rows={reserve} evidence={props.evidence} />
      ) : (
        <PrintedText>{t("ranking.pdf.noReserve")}</PrintedText>
      )}
      <PrintedEvidence t={t} edition={edition} evidence={props.evidence} />
      <PrintedHeading>{t("ranking.signers.title")}</PrintedHeading>
      <SignersTable {...props} />
      <PrintedSignatures
        places={[
          { office: t("ranking.pdf.chair"), name: props.signedByName },
          { office: t("ranking.pdf.signatory"), name: props.approvedByName },
        ]}
      />
    </PrintedDocument>
  );
}

function factsOf({ t, edition: { definition }, list, signedByName, approvedByName, abstained, scan }: MinutesProps): { label: string; value: string }[] {
  const said = (name: string, at: number | null): string =>
    at === null ? t("ranking.list.notYet") : t("ranking.list.by", { name, time: formatInstant(t.locale, at, definition.zone) });
  return [
    { label: t("ranking.pdf.edition"), value: inLocale(t.locale, definition.name) },
    { label: t("ranking.pdf.organiser"), value: inLocale(t.locale, definition.organiser) },
    { label: t("ranking.pdf.number"), value: list.minutesNumber || t("ranking.list.notYet") },
    { label: t("ranking.pdf.version"), value: String(list.version) },
    { label: t("ranking.pdf.state"), value: t(`ranking.statuses.${list.status}`) },
    { label: t("ranking.list.computed"), value: formatInstant(t.locale, list.computedAt, definition.zone) },
    { label: t("ranking.list.signed"), value: scan?.checkedAt == null ? said(signedByName, list.signedAt) : t("ranking.pdf.paper", { how: t(`ranking.scan.signatures.${scan.signature}`), date: formatPlainDay(t.locale, scan.signedOn) }) },
    { label: t("ranking.list.approved"), value: said(approvedByName, list.publishedAt) },
    { label: t("ranking.explain.quantity"), value: t(`ranking.quantities.${list.quantity}`) },
    {
      label: t("ranking.abstain.title"),
      value: abstained.map((one) => abstentionWords(t, one, (number) => numberText(definition.year, number))).join("\n") || t("ranking.abstain.none"),
    },
    ...(list.waiverReason === null ? [] : [{ label: t("ranking.waive.title"), value: list.waiverReason }]),
    { label: t("ranking.pdf.digest"), value: inGroups(list.digest) },
  ];
}

function moveWords(t: Translate, year: number, { entering, leaving, enteringTitle, leavingTitle, inFavour, against, abstained, outcome, reason, place, heldOn, present }: RecordedMove): string {
  const names = present.map(({ name }) => name).join(", ");
  return [
    `${t("ranking.deliberation.move", { entering: `${numberText(year, entering)} (${enteringTitle})`, leaving: `${numberText(year, leaving)} (${leavingTitle})` })}: ${t(`ranking.deliberation.${outcome}`)} (${t("ranking.deliberation.votes", { inFavour, against, abstained })})`,
    t("ranking.deliberation.session", { place, date: formatPlainDay(t.locale, heldOn), names }),
    reason,
  ].join("\n");
}

/** The panel member by member: how each stands, or room for a hand to sign or to say why not. */
function SignersTable({ t, edition, signers }: MinutesProps) {
  const stands = ({ presence, reason, at }: MinutesProps["signers"][number]): string => {
    if (presence === "waits") return "";
    const time = at === null ? reason : formatInstant(t.locale, at, edition.definition.zone);
    return [t(`ranking.signers.presences.${presence}`), time].filter(Boolean).join("\n");
  };
  const columns: PrintedColumn[] = [
    { head: t("ranking.signers.name"), share: 42 },
    { head: t("ranking.signers.seat"), share: 22 },
    { head: t("ranking.signers.state"), share: 36 },
  ];
  return <PrintedTable columns={columns} roomy={signers.some(({ presence }) => presence === "waits")} rows={signers.map((one) => [one.name, t(`competitions.roles.${one.isChair ? "chair" : "juror"}`), stands(one)])} />;
}

/** Rows with the raw mean and its rank beside the value that ranks, where the version keeps them. */
function RowsTable({ t, year, rows, evidence }: { t: Translate; year: number; rows: readonly ListPageRow[]; evidence: Evidence }) {
  const raw = new Map(evidence.rows.flatMap(({ number, raw: mean, rawRank }) => (mean === null || rawRank === null ? [] : [[number, `${formatNumber(t.locale, mean, 2)} (${rawRank})`]])));
  const columns: PrintedColumn[] = [
    { head: t("ranking.table.rank"), share: 10, align: "right" },
    { head: t("ranking.table.number"), share: 14 },
    { head: t("ranking.table.title"), share: raw.size > 0 ? 46 : 62 },
    ...(raw.size > 0 ? [{ head: t("ranking.pdf.raw"), share: 16, align: "right" as const }] : []),
    { head: t("ranking.table.score"), share: 14, align: "right" },
  ];
  const cells = rows.map((row) => [
    String(row.rank),
    numberText(year, row.number),
    `${row.title}\n${row.agencyName}`,
    ...(raw.size > 0 ? [raw.get(row.number) ?? ""] : []),
    formatMark(t.locale, row.score),
  ]);
  return <PrintedTable columns={columns} rows={cells} />;
}
