import { and, asc, count, desc, eq, inArray, isNotNull, isNull, max, or, type SQL, sql } from "drizzle-orm";
import type { AgencyId, UnitId } from "#app/features/agencies/types.ts";
import { type CertificateTableInput, claimInput } from "#app/features/certificates/inputs.ts";
import { mayReadCertificates, mayReadShelf } from "#app/features/certificates/policy.ts";
import { certificatePageSize, checkClaim, readReference, verdictOf } from "#app/features/certificates/rules.ts";
import type {
  AgencyCertificate,
  Certificate,
  CertificateId,
  Claim,
  Standing,
  Verdict,
} from "#app/features/certificates/types.ts";
import type { Words } from "#app/features/competitions/definition/types.ts";
import { getEdition } from "#app/features/competitions/queries.server.ts";
import type { EditionId } from "#app/features/competitions/types.ts";
import { notWithheld, withheldFrom } from "#app/features/conflicts/withholding/queries.server.ts";
import { withinReach } from "#app/features/proposals/units/queries.server.ts";
import { findDecree } from "#app/features/ranking/documents/queries.server.ts";
import type { ListId } from "#app/features/ranking/types.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { notFound } from "#app/lib/errors.ts";
import { fingerprint, sha256Hex } from "#app/lib/hash.server.ts";
import { agencies } from "#db/schema/agencies.ts";
import { certificates } from "#db/schema/certificates.ts";
import { proposals } from "#db/schema/proposals.ts";
import { rankingLists, rankingRows } from "#db/schema/ranking.ts";

type Reach = Pick<Ctx, "db">;

/** Unscoped: operations and verification ask their own question of it. */
export function getCertificate(ctx: Reach, id: CertificateId): Certificate {
  const certificate = ctx.db.select().from(certificates).where(eq(certificates.id, id)).get();
  if (!certificate) throw notFound("certificates.unknown");
  return certificate;
}

/** Whose certificate it is, for the policy. */
export const ownerOf = (ctx: Reach, certificate: Pick<Certificate, "proposalId">): { agencyId: AgencyId; unitId: UnitId | null } | undefined =>
  ctx.db.select({ agencyId: proposals.agencyId, unitId: proposals.unitId }).from(proposals).where(eq(proposals.id, certificate.proposalId)).get();

/** The certificate behind a code or a serial number as somebody typed it. */
export function findByReference(ctx: Reach, typed: string): Certificate | undefined {
  const reference = readReference(typed);
  if (!reference) return undefined;
  const where = "code" in reference ? eq(certificates.code, reference.code) : eq(certificates.serial, reference.serial);
  return ctx.db.select().from(certificates).where(where).get();
}

/** The signed claim; null when the text is no claim any more. */
export function readClaim(certificate: Pick<Certificate, "claim">): Claim | null {
  try {
    return claimInput.parse(JSON.parse(certificate.claim));
  } catch {
    return null;
  }
}

/**
 * Answers whether a certificate is genuine: the signature is verified anew, and the claim held against the register and the
 * published list. For everybody; of a certificate that was altered nothing but its serial number is told.
 */
export function verifyCertificate(ctx: Ctx, typed: string): Verdict {
  const certificate = findByReference(ctx, typed);
  if (!certificate) return { state: "unknown", typed };
  const claim = readClaim(certificate);
  const checks = claim
    ? checkClaim(claim, certificate, standingOf(ctx, certificate), isSigned(ctx, certificate))
    : { signature: false, register: false, results: false };
  const state = verdictOf(checks, certificate);
  if (state === "altered" || !claim) return { state: "altered", serial: certificate.serial, checks, checkedAt: ctx.now };
  return {
    state,
    code: certificate.code,
    claim,
    fingerprint: fingerprint(sha256Hex(certificate.claim)),
    place: { sequence: certificate.sequence, of: lastOf(ctx, certificate) },
    decreePaper: findDecree(ctx, certificate.listId)?.id ?? null,
    checks,
    checkedAt: ctx.now,
    revokedAt: certificate.revokedAt,
    revokedReason: certificate.revokedReason,
  };
}

/** Only the key of its purpose counts: what the key of rehearsals signed is never an award. */
function isSigned(ctx: Ctx, certificate: Certificate): boolean {
  const key = certificate.rehearsal ? ctx.keys.rehearsal : ctx.keys.award;
  return key.id === certificate.keyId && key.verify(certificate.claim, certificate.signature);
}

function standingOf(ctx: Reach, certificate: Certificate): Standing {
  const row = ctx.db
    .select({
      status: rankingLists.status,
      listed: rankingRows.listed,
      decreeNumber: rankingLists.decreeNumber,
      decreeDate: rankingLists.decreeDate,
    })
    .from(rankingLists)
    .leftJoin(
      rankingRows,
      and(eq(rankingRows.listId, rankingLists.id), eq(rankingRows.proposalId, certificate.proposalId)),
    )
    .where(eq(rankingLists.id, certificate.listId))
    .get();
  return {
    listFinal: row?.status === "final",
    listed: row?.listed ?? false,
    decreeNumber: row?.decreeNumber ?? null,
    decreeDate: row?.decreeDate ?? null,
  };
}

const lastOf = (ctx: Reach, certificate: Pick<Certificate, "listId" | "sequence">): number =>
  ctx.db.select({ last: max(certificates.sequence) }).from(certificates).where(eq(certificates.listId, certificate.listId)).get()
    ?.last ?? certificate.sequence;

/** The name the certificate was made out to: whoever was renamed since keeps the name of that day. */
const recipientName = sql<string>`coalesce(case when json_valid(${certificates.claim}) then json_extract(${certificates.claim}, '$.recipient.agency') end, ${agencies.name})`;

/** One list of awards and how far its certificates are. */
export type IssuanceLine = {
  listKey: string;
  name: Words;
  listId: ListId | null;
  /** The list is final: its decree stands. */
  final: boolean;
  decreeNumber: string | null;
  listed: number;
  issued: number;
  revoked: number;
};

export type CertificateRow = {
  id: CertificateId;
  serial: string;
  code: string;
  listKey: string;
  title: string;
  agencyName: string;
  issuedAt: number;
  revokedAt: number | null;
  revokedReason: string | null;
};

export type CertificatesPage = {
  lists: IssuanceLine[];
  rows: CertificateRow[];
  matching: number;
  issued: number;
};

const firstPage: CertificateTableInput = { q: "", list: "", state: "all", sort: "serial", dir: "asc", page: 1 };

/**
 * Certificates of an edition, a page of the table without entries withheld from the asking person, and the state of each list; 404
 * for whoever may not read them.
 */
export function listCertificates(ctx: Ctx, input: { editionId: EditionId; table?: CertificateTableInput }): CertificatesPage {
  if (!mayReadCertificates(ctx.actor, input.editionId)) throw notFound("competitions.editionUnknown");
  const lists = issuanceLines(ctx, input.editionId);
  const table = input.table ?? firstPage;
  const where = and(tableFilter(input.editionId, table), notWithheld(withheldFrom(ctx, input.editionId)));
  return {
    lists,
    rows: tableRows(ctx, where, table),
    matching: countRows(ctx, where),
    issued: lists.reduce((sum, line) => sum + line.issued, 0),
  };
}

function issuanceLines(ctx: Reach, editionId: EditionId): IssuanceLine[] {
  const lists = getEdition(ctx, editionId).definition.lists.filter((list) => list.certificate);
  const standing = standingLists(ctx, editionId);
  return lists.map((list) => {
    const current = standing.find((one) => one.listKey === list.key);
    return {
      listKey: list.key,
      name: list.name,
      listId: current?.listId ?? null,
      final: current?.status === "final",
      decreeNumber: current?.decreeNumber ?? null,
      listed: current?.listed ?? 0,
      issued: current?.issued ?? 0,
      revoked: current?.revoked ?? 0,
    };
  });
}

const standingLists = (ctx: Reach, editionId: EditionId) =>
  ctx.db
    .select({
      listId: rankingLists.id,
      listKey: rankingLists.listKey,
      status: rankingLists.status,
      decreeNumber: rankingLists.decreeNumber,
      listed: sql<number>`coalesce(sum(${rankingRows.listed}), 0)`,
      issued: count(certificates.id),
      revoked: count(certificates.revokedAt),
    })
    .from(rankingLists)
    .leftJoin(rankingRows, eq(rankingRows.listId, rankingLists.id))
    .leftJoin(
      certificates,
      and(eq(certificates.listId, rankingLists.id), eq(certificates.proposalId, rankingRows.proposalId)),
    )
    .where(and(eq(rankingLists.editionId, editionId), inArray(rankingLists.status, ["provisional", "final"])))
    .groupBy(rankingLists.id)
    .all();

function tableFilter(editionId: EditionId, table: CertificateTableInput): SQL | undefined {
  const pattern = `%${table.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const search = or(
    ...[certificates.serial, proposals.title, recipientName].map((column) => sql`${column} like ${pattern} escape '\\'`),
  );
  return and(
    eq(certificates.editionId, editionId),
    table.q === "" ? undefined : search,
    table.list === "" ? undefined : eq(rankingLists.listKey, table.list),
    table.state === "all" ? undefined : table.state === "valid" ? isNull(certificates.revokedAt) : isNotNull(certificates.revokedAt),
  );
}

function tableRows(ctx: Reach, where: SQL | undefined, table: CertificateTableInput): CertificateRow[] {
  const columns = {
    serial: certificates.serial,
    title: proposals.title,
    agency: recipientName,
    issuedAt: certificates.issuedAt,
  };
  const turn = table.dir === "asc" ? asc : desc;
  return ctx.db
    .select({
      id: certificates.id,
      serial: certificates.serial,
      code: certificates.code,
      listKey: rankingLists.listKey,
      title: proposals.title,
      agencyName: recipientName,
      issuedAt: certificates.issuedAt,
      revokedAt: certificates.revokedAt,
      revokedReason: certificates.revokedReason,
    })
    .from(certificates)
    .innerJoin(rankingLists, eq(rankingLists.id, certificates.listId))
    .innerJoin(proposals, eq(proposals.id, certificates.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .orderBy(turn(columns[table.sort]), asc(certificates.serial))
    .limit(certificatePageSize)
    .offset((table.page - 1) * certificatePageSize)
    .all();
}

const countRows = (ctx: Reach, where: SQL | undefined): number =>
  ctx.db
    .select({ n: count() })
    .from(certificates)
    .innerJoin(rankingLists, eq(rankingLists.id, certificates.listId))
    .innerJoin(proposals, eq(proposals.id, certificates.proposalId))
    .innerJoin(agencies, eq(agencies.id, proposals.agencyId))
    .where(where)
    .get()?.n ?? 0;

/** An agency's shelf, newest first; nothing for whoever does not belong to it. */
export function listAgencyCertificates(ctx: Ctx, agencyId: AgencyId): AgencyCertificate[] {
  if (!mayReadShelf(ctx.actor, agencyId)) return [];
  return shelf(ctx, and(eq(proposals.agencyId, agencyId), withinReach(ctx, agencyId)));
}

/** The certificates of one proposal, for its agency. */
export function listProposalCertificates(ctx: Ctx, proposal: { id: Certificate["proposalId"]; agencyId: AgencyId }): AgencyCertificate[] {
  if (!mayReadShelf(ctx.actor, proposal.agencyId)) return [];
  return shelf(ctx, and(eq(proposals.id, proposal.id), eq(proposals.agencyId, proposal.agencyId), withinReach(ctx, proposal.agencyId)));
}

function shelf(ctx: Reach, where: SQL | undefined): AgencyCertificate[] {
  const rows = ctx.db
    .select({ certificate: certificates, agencyId: proposals.agencyId, title: proposals.title })
    .from(certificates)
    .innerJoin(proposals, eq(proposals.id, certificates.proposalId))
    .where(where)
    .orderBy(desc(certificates.issuedAt), asc(certificates.serial))
    .all();
  return rows.map(({ certificate, agencyId, title }) => {
    const claim = readClaim(certificate);
    const { id, code, serial, proposalId, issuedAt, rehearsal, revokedAt } = certificate;
    const award = claim?.award.name ?? { id: serial, en: serial };
    const zone = claim?.edition.zone ?? "UTC";
    return { id, code, serial, award, title: claim?.innovation.title ?? title, proposalId, agencyId, issuedAt, zone, rehearsal, revokedAt };
  });
}
