import type { AgencyId } from "#app/features/agencies/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import type { ProposalId } from "#app/features/proposals/types.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Id } from "#app/lib/ids.ts";

export type CertificateId = Id<"certificate">;

/** What a certificate says, in the form that is signed: what is awarded to whom for what, by which decree. No person's name. */
export type Claim = {
  kind: "anugerah.certificate/1";
  rehearsal: boolean;
  serial: string;
  code: string;
  /** UTC ms. */
  issuedAt: number;
  edition: { slug: string; name: Words; year: number; organiser: Words; zone: string };
  award: { list: string; name: Words };
  recipient: { agencyCode: string; agency: string; unit: string };
  innovation: { number: string; title: string };
  decree: { number: string; date: string };
};

export type Certificate = {
  id: CertificateId;
  editionId: EditionId;
  listId: ListId;
  proposalId: ProposalId;
  serial: string;
  sequence: number;
  code: string;
  /** RFC 8785 text of the claim, as signed. */
  claim: string;
  /** Ed25519 over the claim, base64url. */
  signature: string;
  keyId: string;
  rehearsal: boolean;
  issuedBy: Id<"user">;
  issuedAt: number;
  pdfSha256: string | null;
  revokedAt: number | null;
  revokedReason: string | null;
};

/** The certificate's place in its list today: what the claim is held against. */
export type Standing = { listFinal: boolean; listed: boolean; decreeNumber: string | null; decreeDate: string | null };

/** Each question verification asks; true = in order. */
export type Checks = {
  /** The signature is over this very claim, by the key of awards, or of rehearsals for a rehearsal. */
  signature: boolean;
  /** Serial, code and time in the claim are those of the register. */
  register: boolean;
  /** The published list holds this recipient under the same decree. */
  results: boolean;
};

export type VerdictState = "valid" | "revoked" | "unknown" | "rehearsal" | "altered";

export type Verdict =
  | { state: "unknown"; typed: string }
  | { state: "altered"; serial: string; checks: Checks; checkedAt: number }
  | {
      state: "valid" | "rehearsal" | "revoked";
      code: string;
      claim: Claim;
      fingerprint: string;
      place: { sequence: number; of: number };
      /** The paper of the decree the claim names; null where the list has none. */
      decreePaper: string | null;
      checks: Checks;
      checkedAt: number;
      revokedAt: number | null;
      revokedReason: string | null;
    };

/** A line of an agency's shelf. */
export type AgencyCertificate = {
  id: CertificateId;
  code: string;
  serial: string;
  award: Words;
  title: string;
  proposalId: ProposalId;
  agencyId: AgencyId;
  issuedAt: number;
  zone: string;
  rehearsal: boolean;
  revokedAt: number | null;
};
