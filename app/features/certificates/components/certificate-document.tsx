import { Circle, Document, Page, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import { KawungBorder } from "#app/features/certificates/components/kawung-border.tsx";
import { QrCode } from "#app/features/certificates/components/qr-code.tsx";
import type { Claim } from "#app/features/certificates/types.ts";
import { formatDate, formatPlainDay } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { documentFacts, fontFamily, paper, RehearsalWatermark } from "#app/lib/pdf.server.tsx";
import { inLocale } from "#app/lib/words.ts";

export type CertificateFacts = {
  t: Translate;
  claim: Claim;
  fingerprint: string;
  verifyUrl: string;
  chairName: string;
  signatoryName: string;
};

const millimetre = 72 / 25.4;
const mm = (value: number): number => value * millimetre;

/** Below this nobody reads print at arm's length. */
const smallest = 7;

/** The largest of the sizes (points) at which the text keeps to its lines: an average letter is .55 of its size wide. */
export function fitted(text: string, steps: readonly { size: number; lines: number }[], width: number): number {
  const fits = steps.find(({ size, lines }) => text.length * size * 0.55 <= width * lines * 0.94);
  return (fits ?? steps.at(-1))?.size ?? smallest;
}

const textWidth = mm(205);
const agencySteps = [23, 21, 19, 17].map((size) => ({ size, lines: 1 })).concat({ size: 15, lines: 2 });
const titleSteps = [
  { size: 16.5, lines: 1 },
  { size: 15, lines: 2 },
  { size: 13, lines: 2 },
  { size: 11, lines: 3 },
  { size: 9, lines: 4 },
];

const nameSteps = [9.6, 8.6, 7.6].map((size) => ({ size, lines: 1 })).concat({ size: 7.6, lines: 2 });

/** The certificate, A4 landscape, one page: paper first, vectors only, never a claim to be a certified electronic signature. */
export function certificateDocument(facts: CertificateFacts) {
  const { t, claim } = facts;
  const title = t("certificates.pdf.documentTitle", { serial: claim.serial });
  return (
    <Document {...documentFacts(t, title, claim.issuedAt)}>
      <Page size="A4" orientation="landscape" style={styles.page}>
        <KawungBorder />
        {claim.rehearsal ? <RehearsalWatermark word={t("common.rehearsal")} /> : null}
        <View style={styles.inner}>
          <Award {...facts} />
          <Foot {...facts} />
        </View>
      </Page>
    </Document>
  );
}

function Award({ t, claim }: CertificateFacts) {
  const { agency, unit } = claim.recipient;
  const { title } = claim.innovation;
  return (
    <View style={styles.award}>
      <EmblemPlace text={t("certificates.pdf.emblem")} />
      <Text style={styles.organiser}>{inLocale(t.locale, claim.edition.organiser)}</Text>
      <Text style={styles.heading}>{t("certificates.pdf.heading")}</Text>
      <Text style={styles.small}>{t("certificates.pdf.givenTo")}</Text>
      <Text style={[styles.agency, { fontSize: fitted(agency, agencySteps, textWidth) }]}>{agency}</Text>
      {unit ? <Text style={styles.unit}>{unit}</Text> : null}
      <Text style={styles.small}>{t("certificates.pdf.forInnovation")}</Text>
      <Text style={[styles.innovation, { fontSize: fitted(title, titleSteps, textWidth) }]}>{title}</Text>
      <Text style={styles.rank}>
        <Text style={styles.as}>{t("certificates.pdf.as")} </Text>
        {t("certificates.pdf.award", { list: inLocale(t.locale, claim.award.name), year: String(claim.edition.year) })}
      </Text>
      <Text style={styles.place}>
        {t("certificates.pdf.decree", { number: claim.decree.number, date: formatPlainDay(t.locale, claim.decree.date) })}
      </Text>
      <Text style={styles.place}>{t("certificates.pdf.issued", { date: formatDate(t.locale, claim.issuedAt, claim.edition.zone) })}</Text>
    </View>
  );
}

/** A dashed round for the state emblem, which only its owner may put there. */
function EmblemPlace({ text }: { text: string }) {
  return (
    <View style={styles.emblem}>
      <Svg viewBox="0 0 51 51" style={styles.emblemRing}>
        <Circle cx={25.5} cy={25.5} r={25} stroke={paper.strong} strokeWidth={0.85} strokeDasharray="2 2" fill="none" />
      </Svg>
      <Text>{text}</Text>
    </View>
  );
}

function Foot({ t, claim, fingerprint, verifyUrl, chairName, signatoryName }: CertificateFacts) {
  return (
    <View style={styles.foot}>
      <View style={styles.identity}>
        <QrCode text={verifyUrl} side={mm(22)} />
        <View style={styles.facts}>
          <Text style={styles.label}>{t("certificates.pdf.serial")}</Text>
          <Text style={styles.value}>{claim.serial}</Text>
          <Text style={styles.label}>{t("certificates.pdf.fingerprint")}</Text>
          <Text style={styles.value}>{fingerprint}</Text>
          <Text style={styles.label}>{t("certificates.pdf.verifyAt")}</Text>
          <Text style={styles.address}>{verifyUrl.replace(/^https?:\/\//, "")}</Text>
        </View>
      </View>
      <Signature t={t} office={t("certificates.pdf.chair")} name={chairName} rehearsal={claim.rehearsal} />
      <Signature t={t} office={inLocale(t.locale, claim.edition.organiser)} name={signatoryName} rehearsal={claim.rehearsal} />
      {claim.rehearsal ? <Text style={styles.note}>{t("certificates.pdf.rehearsalNote")}</Text> : null}
    </View>
  );
}

type SignatureProps = { t: Translate; office: string; name: string; rehearsal: boolean };

function Signature({ t, office, name, rehearsal }: SignatureProps) {
  const isMarked = !rehearsal || name.includes(t("common.rehearsalData"));
  return (
    <View style={styles.signature}>
      <Text style={styles.office}>{office}</Text>
      <Text style={[styles.name, { fontSize: fitted(name, nameSteps, mm(62)) }]}>{name}</Text>
      <Text style={styles.tiny}>{isMarked ? " " : t("common.rehearsalData")}</Text>
    </View>
  );
}

const styles = StyleSheet.create({
  page: { fontFamily, color: paper.ink },
  inner: { position: "absolute", top: mm(34), bottom: mm(31.5), left: mm(35), right: mm(35) },
  award: { alignItems: "center", textAlign: "center" },
  emblem: { width: mm(18), height: mm(18), alignItems: "center", justifyContent: "center", paddingHorizontal: mm(2), fontSize: 6.2, color: paper.soft },
  emblemRing: { position: "absolute", top: 0, left: 0, width: mm(18), height: mm(18) },
  organiser: { fontSize: 8.6, fontWeight: 500, color: paper.soft, marginTop: mm(2), letterSpacing: 0.1 },
  heading: { fontSize: 34, fontWeight: 300, letterSpacing: -0.6, color: paper.accent, marginTop: mm(1) },
  small: { fontSize: 9.5, color: paper.soft, marginTop: mm(2.2) },
  agency: { fontWeight: 700, letterSpacing: -0.2, width: textWidth, marginTop: mm(0.2) },
  unit: { fontSize: 10.5, fontWeight: 500, marginTop: mm(0.2), width: textWidth },
  innovation: { fontWeight: 500, width: textWidth, marginTop: mm(0.2) },
  rank: { fontSize: 11.5, fontWeight: 600, color: paper.mark, marginTop: mm(2.4), paddingTop: mm(2), borderTopWidth: 1, borderTopColor: paper.mark, minWidth: mm(96), maxWidth: textWidth },
  as: { fontWeight: 400, color: paper.soft },
  place: { fontSize: 9, color: paper.soft, marginTop: mm(1.2) },
  foot: { position: "absolute", left: mm(2), right: mm(2), bottom: mm(3.4), flexDirection: "row", alignItems: "flex-end", gap: mm(7) },
  identity: { width: mm(80), marginLeft: -mm(3), flexDirection: "row", alignItems: "flex-end", gap: mm(0.5) },
  facts: { flex: 1, fontSize: 7.4, paddingBottom: mm(3) },
  label: { color: paper.soft, fontSize: 6.8 },
  value: { fontWeight: 600, marginBottom: mm(0.7) },
  address: { fontSize: 6.6 },
  signature: { flex: 1, alignItems: "center", textAlign: "center", height: mm(28.5), justifyContent: "space-between" },
  office: { fontSize: 8.2, height: mm(7.5) },
  name: { fontWeight: 600, width: "100%", borderTopWidth: 0.75, borderTopColor: paper.ink, paddingTop: mm(1), marginTop: "auto", minHeight: mm(5.5) },
  tiny: { fontSize: 6.4, color: paper.soft },
  note: { position: "absolute", left: 0, right: 0, bottom: -mm(3), fontSize: 6.8, color: paper.soft, textAlign: "center" },
});
