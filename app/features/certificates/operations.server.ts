import { addressOf, namesOf } from "#app/features/accounts/queries.server.ts";
import { listAdminIds } from "#app/features/agencies/queries.server.ts";
import { asMember } from "#app/features/agencies/rules.ts";
import { recordAudit } from "#app/features/audit/operations.server.ts";
import { certificateDocument } from "#app/features/certificates/components/certificate-document.tsx";
import { mayIssueCertificates, mayReadCertificates, mayReadOwnCertificate, mayRevokeCertificates } from "#app/features/certificates/policy.ts";
import { findByReference, getCertificate, ownerOf, readClaim } from "#app/features/certificates/queries.server.ts";
import { claimOf, codeFrom, readReference, requireAwardable, requireStanding, serialCodeOf, serialOf } from "#app/features/certificates/rules.ts";
import * as store from "#app/features/certificates/store.server.ts";
import type { Certificate, CertificateId, Claim } from "#app/features/certificates/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import { editionFacts, listOf } from "#app/features/competitions/rules.ts";
import type { Edition } from "#app/features/competitions/types.ts";
import { leaveNotice, queueMail } from "#app/features/notifications/operations.server.ts";
import { mayReadLists } from "#app/features/ranking/policy.ts";
import { getList, listFinalRows, type ListedEntry } from "#app/features/ranking/queries.server.ts";
import type { ListId, RankingList } from "#app/features/ranking/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import { authorize, DomainError, notFound } from "#app/lib/errors.ts";
import { fingerprint, sha256Hex } from "#app/lib/hash.server.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { inLocale } from "#app/lib/words.ts";
import { inTransaction } from "#db/client.server.ts";

type Award = { edition: Edition; list: RankingList; decree: { number: string; date: string }; prefix: string };

/**
 * Issues a certificate to every listed entry of a final list, in the order of rank, with serial numbers without a gap, each
 * signed by the key of awards (of rehearsals in a rehearsal). Refuses a list that is not final or gets none
 * (`certificates.listNotFinal`, `certificates.listHasNone`) and one whose certificates all exist (`certificates.alreadyIssued`).
 */
export function issueCertificates(ctx: Ctx, input: { listId: ListId }): { issued: number } {
  return inTransaction(ctx, () => {
    const list = getList(ctx, input.listId);
    if (!mayReadLists(ctx.actor, list.editionId)) throw notFound("ranking.listUnknown");
    authorize(mayIssueCertificates(ctx.actor, list.editionId));
    const edition = getEdition(ctx, list.editionId);
    const rules = listOf(edition.definition, list.listKey);
    const decree = requireAwardable(rules, list);
    const year = edition.definition.year;
    const code = serialCodeOf(rules, edition.rehearsal, (one) => store.isPrefixTaken(ctx, edition.id, `${year}/${one}`));
    const award = { edition, list, decree, prefix: `${year}/${code}` };
    const issued = signEach(ctx, award, code);
    recordIssue(ctx, list, issued);
    tellAgencies(ctx, award, issued.map((one) => one.entry));
    return { issued: issued.length };
  });
}

type Issued = { entry: ListedEntry; certificate: Certificate };

function signEach(ctx: Ctx, award: Award, serialCode: string): Issued[] {
  const have = store.findIssued(ctx, award.list.id);
  const wanting = listFinalRows(ctx, award.list.id).filter((entry) => !have.has(entry.proposalId));
  if (wanting.length === 0) throw new DomainError("certificates.alreadyIssued", { kind: "conflict" });
  const last = store.lastSequence(ctx, award.edition.id, award.prefix);
  return wanting.map((entry, index) => {
    const sequence = last + index + 1;
    const serial = serialOf(award.edition.definition.year, serialCode, sequence);
    const certificate = signedCertificate(ctx, award, { entry, sequence, serial });
    store.insertCertificate(ctx, certificate);
    return { entry, certificate };
  });
}

function signedCertificate(
  ctx: Ctx,
  { edition, list, decree }: Award,
  { entry, sequence, serial }: { entry: ListedEntry; sequence: number; serial: string },
): Certificate {
  const code = codeFrom(ctx.randomBytes(10));
  const award = listOf(edition.definition, list.listKey);
  const claim = canonicalJson(claimOf({ edition, list: award, decree, entry, serial, code, issuedAt: ctx.now }));
  const key = edition.rehearsal ? ctx.keys.rehearsal : ctx.keys.award;
  return {
    id: ctx.newId("certificate"),
    editionId: edition.id,
    listId: list.id,
    proposalId: entry.proposalId,
    serial,
    sequence,
    code,
    claim,
    signature: key.sign(claim),
    keyId: key.id,
    rehearsal: edition.rehearsal,
    issuedBy: (ctx.actor as Actor).userId,
    issuedAt: ctx.now,
    pdfSha256: null,
    revokedAt: null,
    revokedReason: null,
  };
}

function recordIssue(ctx: Ctx, list: RankingList, issued: readonly Issued[]): void {
  recordAudit(ctx, {
    action: "certificates.issue",
    subject: { kind: "list", id: list.id },
    editionId: list.editionId,
    data: {
      list: list.listKey,
      certificates: issued.map(({ certificate }) => ({ serial: certificate.serial, claim: sha256Hex(certificate.claim) })),
    },
  });
}

function tellAgencies(ctx: Ctx, { edition, list }: Award, entries: readonly ListedEntry[]): void {
  const award = listOf(edition.definition, list.listKey).name;
  for (const entry of entries) {
    tellAdmins(ctx, entry, {
      template: "certificateIssued",
      key: `certificateIssued:${list.id}:${entry.proposalId}`,
      facts: (locale) => ({ ...editionFacts(edition, locale), title: entry.title, list: inLocale(locale, award) }),
    });
  }
}

type Message = { template: string; key: string; facts: (locale: "id" | "en") => Record<string, string | number> };

function tellAdmins(ctx: Ctx, entry: Pick<ListedEntry, "agencyId" | "proposalId">, message: Message): void {
  const url = `/proposals/${entry.proposalId}`;
  for (const userId of listAdminIds(ctx, entry.agencyId)) {
    const reader = addressOf(ctx, userId);
    if (!reader) continue;
    const facts = message.facts(reader.locale);
    leaveNotice(ctx, { userId, kind: message.template, params: facts, url });
    queueMail(ctx, {
      dedupeKey: `${message.key}:${userId}`,
      recipient: reader.email,
      locale: reader.locale,
      template: message.template,
      standing: asMember(userId, entry),
      params: { name: reader.name, ...facts, link: `${ctx.baseUrl}${url}` },
    });
  }
}

/**
 * Withdraws a certificate for good; the reason is shown to whoever verifies it. Its serial number stays used. Refuses one that
 * was revoked before (`certificates.alreadyRevoked`).
 */
export function revokeCertificate(ctx: Ctx, input: { certificateId: CertificateId; reason: string }): void {
  inTransaction(ctx, () => {
    const certificate = getCertificate(ctx, input.certificateId);
    const owner = ownerOf(ctx, certificate);
    const mayRead = mayReadCertificates(ctx.actor, certificate.editionId) || (owner !== undefined && mayReadOwnCertificate(ctx.actor, owner));
    if (!mayRead) throw notFound("certificates.unknown");
    authorize(mayRevokeCertificates(ctx.actor, certificate.editionId));
    requireStanding(certificate);
    if (!store.markRevoked(ctx, certificate.id, input.reason)) requireStanding(getCertificate(ctx, certificate.id));
    recordAudit(ctx, {
      action: "certificates.revoke",
      subject: { kind: "certificate", id: certificate.id },
      editionId: certificate.editionId,
      data: { serial: certificate.serial, reason: input.reason },
    });
    const agencyId = owner?.agencyId;
    if (!agencyId) return;
    tellAdmins(ctx, { agencyId, proposalId: certificate.proposalId }, {
      template: "certificateRevoked",
      key: `certificateRevoked:${certificate.id}`,
      facts: (locale) => ({
        ...editionFacts(getEdition(ctx, certificate.editionId), locale),
        serial: certificate.serial,
        reason: input.reason,
      }),
    });
  });
}

/**
 * The certificate as a PDF, for its agency and for those who read certificates of the edition; 404 for others. Printed once
 * and kept by content, so that everybody gets the same bytes. Refuses a revoked one (`certificates.revokedNotPrinted`).
 */
export async function renderCertificatePdf(ctx: Ctx, certificateId: CertificateId): Promise<Uint8Array> {
  const certificate = getCertificate(ctx, certificateId);
  const owner = ownerOf(ctx, certificate);
  const isOwner = owner !== undefined && mayReadOwnCertificate(ctx.actor, owner);
  if (!isOwner && !mayReadCertificates(ctx.actor, certificate.editionId)) throw notFound("certificates.unknown");
  return pdfOf(ctx, certificate);
}

/** The same by the code in the QR, which nobody can guess: for everybody who holds the paper or its address. */
export async function renderCertificateByCode(ctx: Ctx, code: string): Promise<{ pdf: Uint8Array; serial: string }> {
  const reference = readReference(code);
  // A serial number can be counted up; only the code opens the file.
  const certificate = reference && "code" in reference ? findByReference(ctx, code) : undefined;
  if (!certificate) throw notFound("certificates.unknown");
  return { pdf: await pdfOf(ctx, certificate), serial: certificate.serial };
}

async function pdfOf(ctx: Ctx, certificate: Certificate): Promise<Uint8Array> {
  const { pdfSha256, revokedAt, serial } = certificate;
  if (revokedAt !== null) throw new DomainError("certificates.revokedNotPrinted", { kind: "conflict", params: { serial } });
  if (pdfSha256 !== null && (await ctx.files.has(pdfSha256))) return new Uint8Array(await ctx.files.read(pdfSha256));
  const claim = readClaim(certificate);
  if (!claim) throw notFound("certificates.unknown");
  const pdf = await renderPdf(certificateDocument(factsOf(ctx, certificate, claim)));
  store.keepPdf(ctx, certificate.id, await ctx.files.put(pdf));
  return pdf;
}

/** A certificate is an Indonesian document in whichever language it is asked for. */
function factsOf(ctx: Ctx, certificate: Certificate, claim: Claim) {
  const { signedBy, approvedBy } = getList(ctx, certificate.listId);
  const people = [signedBy, approvedBy].filter((one) => one !== null);
  const names = namesOf(ctx, people);
  return {
    t: translators.id,
    claim,
    fingerprint: fingerprint(sha256Hex(certificate.claim)),
    verifyUrl: `${ctx.baseUrl}/verify/${certificate.code}`,
    chairName: (signedBy && names.get(signedBy)) ?? "",
    signatoryName: (approvedBy && names.get(approvedBy)) ?? "",
  };
}
