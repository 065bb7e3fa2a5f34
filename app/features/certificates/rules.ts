import type { AwardList, Words } from "#app/features/competitions/definition/types.ts";
import type { Certificate, Checks, Claim, Standing, VerdictState } from "#app/features/certificates/types.ts";
import { numberText } from "#app/features/proposals/rules.ts";
import { DomainError } from "#app/lib/errors.ts";

/** Rows of a page of the secretariat's list. */
export const certificatePageSize = 50;

/** `2026/T45/0017`: year, serial code of the list, place in the sequence. */
export const serialOf = (year: number, serialCode: string, sequence: number): string =>
  `${year}/${serialCode}/${String(sequence).padStart(4, "0")}`;

/**
 * The middle of an edition's serial numbers. A rehearsal's begins with LAT-, so that it can neither be mistaken for an award nor
 * use up its number; a second edition of one year with the same list adds B, then C. `taken` says whether another edition of the
 * year has used a code.
 */
export function serialCodeOf(list: Pick<AwardList, "serialCode">, rehearsal: boolean, taken: (code: string) => boolean): string {
  const base = rehearsal ? `LAT-${list.serialCode}` : list.serialCode;
  for (const suffix of ["", ..."BCDEFGHIJKLMNOPQRSTUVWXYZ"]) {
    if (!taken(base + suffix)) return base + suffix;
  }
  throw new DomainError("certificates.serialsUsedUp", { kind: "conflict" });
}

/** Crockford's alphabet: no I, L, O or U, so that a code read aloud or from paper has one spelling. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 10;

/** A code of 50 random bits from ten bytes. */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte & 31]).join("");

/**
 * Reads what somebody typed or scanned: a code (O for 0, I and L for 1, spaces, hyphens and case as they come) or a serial
 * number (spaces, case, missing zeros as they come). null when it can be neither.
 */
export function readReference(text: string): { code: string } | { serial: string } | null {
  const plain = text.toUpperCase().replaceAll(/\s+/g, "");
  const serial = /^(\d{4})[/\\]([A-Z0-9-]{1,12})[/\\](\d{1,6})$/.exec(plain);
  if (serial) return { serial: serialOf(Number(serial[1]), serial[2] as string, Number(serial[3])) };
  const code = plain.replaceAll("-", "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? { code } : null;
}

/** What is signed. Names are those of the day of issue: a later change of the registry does not change a certificate. */
export function claimOf(facts: {
  edition: { slug: string; rehearsal: boolean; definition: { name: Words; year: number; organiser: Words; zone: string } };
  list: { key: string; name: Words };
  decree: { number: string; date: string };
  entry: { number: number; title: string; unit: string; agencyCode: string; agencyName: string };
  serial: string;
  code: string;
  issuedAt: number;
}): Claim {
  const { edition, list, decree, entry, serial, code, issuedAt } = facts;
  const { name, year, organiser, zone } = edition.definition;
  return {
    kind: "anugerah.certificate/1",
    rehearsal: edition.rehearsal,
    serial,
    code,
    issuedAt,
    edition: { slug: edition.slug, name: { ...name }, year, organiser: { ...organiser }, zone },
    award: { list: list.key, name: { ...list.name } },
    recipient: { agencyCode: entry.agencyCode, agency: entry.agencyName, unit: entry.unit },
    innovation: { number: numberText(year, entry.number), title: entry.title },
    decree: { ...decree },
  };
}

/** Refuses a list that gets no certificates or is not final: without a decree nothing is awarded. */
export function requireAwardable(
  list: Pick<AwardList, "certificate" | "name">,
  state: { status: string; decreeNumber: string | null; decreeDate: string | null },
): { number: string; date: string } {
  if (!list.certificate) throw new DomainError("certificates.listHasNone", { params: { list: list.name } });
  if (state.status !== "final" || state.decreeNumber === null || state.decreeDate === null) {
    throw new DomainError("certificates.listNotFinal", { kind: "conflict", params: { list: list.name } });
  }
  return { number: state.decreeNumber, date: state.decreeDate };
}

/** Refuses `certificates.alreadyRevoked`: a revocation stands with its first reason. */
export function requireStanding(certificate: Pick<Certificate, "revokedAt" | "serial">): void {
  if (certificate.revokedAt === null) return;
  throw new DomainError("certificates.alreadyRevoked", { kind: "conflict", params: { serial: certificate.serial } });
}

type Register = Pick<Certificate, "serial" | "code" | "issuedAt" | "rehearsal">;

/** Holds a claim against the register and the published list. Whether the signature fits is asked of the keys. */
export function checkClaim(claim: Claim, register: Register, standing: Standing, signature: boolean): Checks {
  return {
    signature,
    register:
      claim.serial === register.serial &&
      claim.code === register.code &&
      claim.issuedAt === register.issuedAt &&
      claim.rehearsal === register.rehearsal,
    results:
      standing.listFinal &&
      standing.listed &&
      claim.decree.number === standing.decreeNumber &&
      claim.decree.date === standing.decreeDate,
  };
}

/** Altered goes before everything: what is not as it was issued proves nothing. A revoked rehearsal is said to be revoked. */
export function verdictOf(
  checks: Checks,
  certificate: Pick<Certificate, "revokedAt" | "rehearsal">,
): Exclude<VerdictState, "unknown"> {
  if (!Object.values(checks).every(Boolean)) return "altered";
  if (certificate.revokedAt !== null) return "revoked";
  return certificate.rehearsal ? "rehearsal" : "valid";
}
