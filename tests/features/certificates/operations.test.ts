import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { issueCertificates, revokeCertificate } from "#app/features/certificates/operations.server.ts";
import { listAgencyCertificates, listCertificates } from "#app/features/certificates/queries.server.ts";
import { verifyAuditChain } from "#app/features/audit/queries.server.ts";
import { auditEntries } from "#db/schema/audit.ts";
import { notices, outbox } from "#db/schema/notifications.ts";
import { definition, refusalOf } from "#tests/features/ranking/edition.ts";
import { makeProvisional } from "#tests/features/ranking/scene.ts";
import { afterWindow, certificatesOf, makeFinal, makeIssued, relist } from "#tests/features/certificates/scene.ts";
import { countStatements } from "#tests/support/world.ts";

describe("issuing", () => {
  it("gives every listed entry a certificate, numbered by rank without a gap", () => {
    const { issued, rows, entries } = makeIssued();
    expect(issued).toBe(2);
    expect(rows.map((row) => [row.serial, row.sequence, row.proposalId])).toEqual([
      ["2026/T2/0001", 1, entries[0]],
      ["2026/T2/0002", 2, entries[1]],
    ]);
    expect(new Set(rows.map((row) => row.code)).size).toBe(2);
  });

  it("continues the sequence where it stopped when the list has gained an entry, and gives nobody two", () => {
    const scene = makeIssued();
    relist(scene.world.ctx, scene.entries[2]!, true);
    expect(issueCertificates(scene.as(scene.organiser, afterWindow), { listId: scene.listId })).toEqual({ issued: 1 });
    expect(certificatesOf(scene.world.ctx).map((row) => row.serial)).toEqual(["2026/T2/0001", "2026/T2/0002", "2026/T2/0003"]);
  });

  it("signs with the award key, and in a rehearsal with the rehearsal key and serials of its own", () => {
    const award = makeIssued();
    const rehearsal = makeIssued("rehearsal");
    expect(award.rows.map((row) => [row.keyId, row.rehearsal])).toEqual(award.rows.map(() => [award.world.ctx.keys.award.id, false]));
    const { keys } = rehearsal.world.ctx;
    expect(keys.award.id).not.toBe(keys.rehearsal.id);
    expect(rehearsal.rows.map((row) => [row.keyId, row.rehearsal])).toEqual(rehearsal.rows.map(() => [keys.rehearsal.id, true]));
    expect(rehearsal.rows.map((row) => row.serial)).toEqual(["2026/LAT-T2/0001", "2026/LAT-T2/0002"]);
  });

  it("refuses a provisional list, one without certificates, and a second time", () => {
    const provisional = makeProvisional();
    expect(refusalOf(() => issueCertificates(provisional.as(provisional.organiser), { listId: provisional.listId }))).toBe(
      "certificates.listNotFinal",
    );
    const none = makeFinal("award", { lists: definition.lists.map((list) => ({ ...list, certificate: false })) });
    expect(refusalOf(() => issueCertificates(none.as(none.organiser), { listId: none.listId }))).toBe("certificates.listHasNone");
    const issued = makeIssued();
    expect(refusalOf(() => issueCertificates(issued.as(issued.organiser), { listId: issued.listId }))).toBe("certificates.alreadyIssued");
    expect(certificatesOf(issued.world.ctx).length).toBe(2);
  });

  it("leaves an audit entry with every serial, and tells the admins by notice and letter", () => {
    const { world, listId } = makeIssued();
    const entry = world.ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "certificates.issue")).get();
    expect(entry?.subjectId).toBe(listId);
    const { data } = JSON.parse(entry?.record ?? "{}") as { data: { certificates: { serial: string }[] } };
    expect(data.certificates.map((one) => one.serial)).toEqual(["2026/T2/0001", "2026/T2/0002"]);
    expect(verifyAuditChain(world.ctx).fault).toBeNull();
    expect(world.ctx.db.select().from(notices).where(eq(notices.kind, "certificateIssued")).all().length).toBe(2);
    expect(world.ctx.db.select().from(outbox).where(eq(outbox.template, "certificateIssued")).all().length).toBe(2);
  });
});

describe("revoking", () => {
  const reason = "Data dampak terbukti tidak benar (data latihan).";

  it("keeps time and reason, tells the agency, and is done once", () => {
    const { world, as, signatory, rows } = makeIssued();
    const [first] = rows;
    revokeCertificate(as(signatory, afterWindow + 5), { certificateId: first!.id, reason });
    expect(certificatesOf(world.ctx).map((row) => [row.revokedAt, row.revokedReason])).toEqual([[afterWindow + 5, reason], [null, null]]);
    expect(world.ctx.db.select().from(outbox).where(eq(outbox.template, "certificateRevoked")).all().length).toBe(1);
    const again = () => revokeCertificate(as(signatory), { certificateId: first!.id, reason: "Alasan lain yang cukup panjang." });
    expect(refusalOf(again)).toBe("certificates.alreadyRevoked");
    expect(certificatesOf(world.ctx)[0]?.revokedReason).toBe(reason);
  });

  it("never deletes: the database itself refuses", () => {
    const { world } = makeIssued();
    expect(() => world.ctx.db.$client.exec("delete from certificates")).toThrow("revoked, never deleted");
  });
});

describe("the secretariat's list", () => {
  it("counts per list what is listed, issued and revoked", () => {
    const scene = makeIssued();
    revokeCertificate(scene.as(scene.organiser), { certificateId: scene.rows[0]!.id, reason: "Alasan yang cukup panjang." });
    const page = listCertificates(scene.as(scene.organiser), { editionId: scene.editionId });
    expect(page.lists.map((line) => [line.listKey, line.final, line.listed, line.issued, line.revoked])).toEqual([
      ["top2", true, 2, 2, 1],
      ["top1", false, 0, 0, 0],
    ]);
    expect([page.matching, page.issued]).toEqual([2, 2]);
  });

  it("filters, searches and sorts", () => {
    const scene = makeIssued();
    const serials = (table: object) =>
      listCertificates(scene.as(scene.organiser), {
        editionId: scene.editionId,
        table: { q: "", list: "", state: "all", sort: "serial", dir: "asc", page: 1, ...table },
      }).rows.map((row) => row.serial);
    expect(serials({ dir: "desc" })).toEqual(["2026/T2/0002", "2026/T2/0001"]);
    expect(serials({ q: "Kabupaten Satu" })).toEqual(["2026/T2/0001"]);
    expect(serials({ q: "100%" })).toEqual([]);
    expect(serials({ list: "top1" })).toEqual([]);
    expect(serials({ state: "revoked" })).toEqual([]);
  });

  it("costs the same number of statements for one certificate and for three", () => {
    const count = (listed: number): number => {
      const scene = makeFinal();
      scene.entries.forEach((id, index) => relist(scene.world.ctx, id, index < listed));
      issueCertificates(scene.as(scene.organiser, afterWindow), { listId: scene.listId });
      return countStatements(scene.world.ctx, () => listCertificates(scene.as(scene.organiser), { editionId: scene.editionId }));
    };
    expect(count(3)).toBe(count(1));
  });
});

describe("an agency's shelf", () => {
  it("holds its own certificates and nobody else's", () => {
    const scene = makeIssued();
    const [admin, other] = scene.admins;
    const agencyId = admin!.grants[0]!.scopeId as never;
    expect(listAgencyCertificates(scene.as(admin!), agencyId).map((one) => one.serial)).toEqual(["2026/T2/0001"]);
    expect(listAgencyCertificates(scene.as(other!), agencyId)).toEqual([]);
    expect(listAgencyCertificates(scene.as(null), agencyId)).toEqual([]);
  });
});
