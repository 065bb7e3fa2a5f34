import { Download } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { PrintButton } from "#app/components/print-button.tsx";
import { type Proof, Verdict as VerdictCard } from "#app/components/verdict.tsx";
import type { Checks, Verdict } from "#app/features/certificates/types.ts";
import { formatDate, formatInstant, formatPlainDay } from "#app/i18n/format.ts";
import { useTranslate } from "#app/i18n/provider.tsx";
import type { Translate } from "#app/i18n/translator.ts";
import { inLocale } from "#app/lib/words.ts";

type Known = Extract<Verdict, { claim: unknown }>;

/** Instants of an answer that belongs to no edition are said in this zone. */
const defaultZone = "Asia/Jakarta";

/** The answer of verification, for everybody: what it is, what was checked, what to do with it. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  if (verdict.state === "unknown") return <UnknownVerdict typed={verdict.typed} />;
  return verdict.state === "altered" ? <AlteredVerdict verdict={verdict} /> : <KnownVerdict verdict={verdict} />;
}

function UnknownVerdict({ typed }: { typed: string }) {
  const t = useTranslate();
  return (
    <VerdictCard kind="unknown" title={t("certificates.verdicts.unknown.title")} lead={t("certificates.verdicts.unknown.lead")}>
      <DescriptionList items={[{ term: t("certificates.verify.typed"), value: typed }]} />
    </VerdictCard>
  );
}

function AlteredVerdict({ verdict }: { verdict: Extract<Verdict, { state: "altered" }> }) {
  const t = useTranslate();
  const time = formatInstant(t.locale, verdict.checkedAt, defaultZone);
  return (
    <VerdictCard
      kind="altered"
      title={t("certificates.verdicts.altered.title")}
      lead={t("certificates.verdicts.altered.lead", { serial: verdict.serial, time })}
      proofs={proofs(t, verdict.checks, {})}
    />
  );
}

function KnownVerdict({ verdict }: { verdict: Known }) {
  const t = useTranslate();
  const { claim, place, fingerprint } = verdict;
  const zone = claim.edition.zone;
  const time = formatInstant(t.locale, verdict.checkedAt, zone);
  const details = {
    register: t("certificates.proofs.placeInSequence", { sequence: place.sequence, of: place.of }),
    signature: `${t("certificates.fields.fingerprint")} ${fingerprint}`,
  };
  return (
    <VerdictCard
      kind={verdict.state}
      title={titleOf(t, verdict)}
      lead={leadOf(t, verdict, time, zone)}
      proofs={proofs(t, verdict.checks, details)}
      actions={<VerdictActions verdict={verdict} />}
    >
      <DescriptionList items={factsOf(t, verdict)} />
      <p className="small faint">{t("certificates.verify.notCertified")}</p>
    </VerdictCard>
  );
}

/** A revoked rehearsal is still said to be one. */
function titleOf(t: Translate, { state, claim }: Known): string {
  const title = t(`certificates.verdicts.${state}.title`);
  return state === "revoked" && claim.rehearsal ? `${t("common.rehearsal")}: ${title}` : title;
}

function leadOf(t: Translate, verdict: Known, time: string, zone: string): string {
  if (verdict.state !== "revoked") return t(`certificates.verdicts.${verdict.state}.lead`, { time });
  return t("certificates.verdicts.revoked.lead", {
    issued: formatDate(t.locale, verdict.claim.issuedAt, zone),
    revoked: formatInstant(t.locale, verdict.revokedAt ?? verdict.checkedAt, zone),
  });
}

function factsOf(t: Translate, { claim, revokedReason }: Known) {
  const { recipient, innovation, award, edition, decree } = claim;
  const recipientWords = (
    <>
      <b>{recipient.agency}</b>
      {recipient.unit && `, ${recipient.unit}`}
    </>
  );
  return [
    ...(revokedReason === null ? [] : [{ term: t("certificates.fields.reason"), value: revokedReason }]),
    { term: t("certificates.fields.recipient"), value: recipientWords },
    { term: t("certificates.fields.innovation"), value: <>{innovation.title} ({innovation.number})</> },
    {
      term: t("certificates.fields.award"),
      value: t("certificates.awardOf", { list: inLocale(t.locale, award.name), edition: inLocale(t.locale, edition.name) }),
    },
    { term: t("certificates.fields.organiser"), value: inLocale(t.locale, edition.organiser) },
    { term: t("certificates.fields.serial"), value: claim.serial },
    {
      term: t("certificates.fields.decree"),
      value: t("certificates.decreeOf", { number: decree.number, date: formatPlainDay(t.locale, decree.date) }),
    },
    { term: t("certificates.fields.issued"), value: formatInstant(t.locale, claim.issuedAt, edition.zone) },
  ];
}

const questions = ["register", "signature", "results"] as const;

function proofs(t: Translate, checks: Checks, details: Partial<Record<keyof Checks, string>>): Proof[] {
  return questions.map((key) => ({
    key,
    state: checks[key] ? "ok" : "no",
    title: t(`certificates.proofs.${key}`),
    detail: details[key],
    word: t(checks[key] ? "certificates.proofs.matches" : "certificates.proofs.differs"),
  }));
}

function VerdictActions({ verdict: { state, code, claim, decreePaper } }: { verdict: Known }) {
  const t = useTranslate();
  return (
    <>
      {state !== "revoked" && (
        <LinkButton to={`/verify/${code}/certificate.pdf`} icon={Download} download>
          {t("certificates.download")}
        </LinkButton>
      )}
      {decreePaper !== null && (
        <LinkButton to={`/downloads/list-papers/${decreePaper}.pdf`} icon={Download} plain>
          {t("certificates.decreePaper")}
        </LinkButton>
      )}
      <LinkButton to={`/editions/${claim.edition.slug}/results?list=${claim.award.list}`} variant="quiet">
        {t("certificates.seeResults")}
      </LinkButton>
      <PrintButton>{t("certificates.printCheck")}</PrintButton>
    </>
  );
}
