import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { revokeCertificate } from "#app/features/certificates/operations.server.ts";
import { verifyCertificate } from "#app/features/certificates/queries.server.ts";
import type { Certificate, Claim, Verdict } from "#app/features/certificates/types.ts";
import { findDecree } from "#app/features/ranking/documents/queries.server.ts";
import { canonicalJson } from "#app/lib/canonical.ts";
import { fingerprint, sha256Hex } from "#app/lib/hash.server.ts";
import { certificates } from "#db/schema/certificates.ts";
import { rankingVersions } from "#db/schema/ranking.ts";
import { afterWindow, makeIssued, tamper } from "#tests/features/certificates/scene.ts";

type Issued = ReturnType<typeof makeIssued>;

const check = (scene: Issued, typed: string): Verdict => verifyCertificate(scene.as(null, afterWindow + 1), typed);
const stateOf = (scene: Issued, certificate: Certificate): string => check(scene, certificate.code).state;
const changed = (certificate: Certificate, change: object): string => canonicalJson({ ...(JSON.parse(certificate.claim) as Claim), ...change });

describe("verification", () => {
  it("finds a certificate by code and by serial, however they were typed", () => {
    const scene = makeIssued();
    const [first] = scene.rows as [Certificate];
    for (const typed of [first.code, first.code.toLowerCase(), `${first.code.slice(0, 5)} ${first.code.slice(5)}`, "2026/t2/1", " 2026 / T2 / 0001 "]) {
      expect(check(scene, typed)).toEqual({
        state: "valid",
        code: first.code,
        claim: JSON.parse(first.claim) as Claim,
        fingerprint: fingerprint(sha256Hex(first.claim)),
        place: { sequence: 1, of: 2 },
        decreePaper: findDecree(scene.world.ctx, scene.listId)?.id ?? "none",
        checks: { signature: true, register: true, results: true },
        checkedAt: afterWindow + 1,
        revokedAt: null,
        revokedReason: null,
      });
    }
  });

  it("answers unknown with nothing but what was typed", () => {
    const scene = makeIssued();
    for (const typed of ["0000000000", "2026/T2/0003", "2026/T1/0001", "apa saja", "%", ""]) {
      expect(check(scene, typed)).toEqual({ state: "unknown", typed });
    }
  });

  it("answers latihan for a rehearsal", () => {
    const scene = makeIssued("rehearsal");
    expect(scene.rows.map((row) => stateOf(scene, row))).toEqual(["rehearsal", "rehearsal"]);
  });

  it("says that a certificate was revoked, when and why", () => {
    const scene = makeIssued();
    const [first] = scene.rows as [Certificate];
    const reason = "Data dampak terbukti tidak benar.";
    revokeCertificate(scene.as(scene.signatory, afterWindow), { certificateId: first.id, reason });
    expect(check(scene, first.code)).toMatchObject({ state: "revoked", revokedAt: afterWindow, revokedReason: reason });
  });
});

describe("tampering", () => {
  it("is found when anything in the claim was changed, and then nothing of it is told", () => {
    const changes = [{ recipient: { agencyCode: "x", agency: "Pihak lain", unit: "" } }, { serial: "2026/T2/0009" }, { rehearsal: true }];
    for (const change of changes) {
      const scene = makeIssued();
      const [first] = scene.rows as [Certificate];
      tamper(scene.world.ctx, first, { claim: changed(first, change) });
      expect(check(scene, first.code)).toEqual({
        state: "altered",
        serial: "2026/T2/0001",
        checks: { signature: false, register: !("serial" in change || "rehearsal" in change), results: true },
        checkedAt: afterWindow + 1,
      });
    }
  });

  it("is found when the row was changed around a sound claim", () => {
    for (const change of [{ serial: "2026/T2/0007" }, { issuedAt: 5 }, { signature: "AAAA" }, { claim: "tidak terbaca" }]) {
      const scene = makeIssued();
      const [first] = scene.rows as [Certificate];
      tamper(scene.world.ctx, first, change);
      expect(stateOf(scene, first)).toBe("altered");
    }
  });

  it("finds a rehearsal that was passed off as an award, even with its claim signed anew by the rehearsal key", () => {
    const scene = makeIssued("rehearsal");
    const [first] = scene.rows as [Certificate];
    const claim = changed(first, { rehearsal: false });
    const key = scene.world.ctx.keys.rehearsal;
    tamper(scene.world.ctx, first, { rehearsal: false, claim, signature: key.sign(claim) });
    expect(stateOf(scene, first)).toBe("altered");
    tamper(scene.world.ctx, first, { keyId: scene.world.ctx.keys.award.id });
    expect(stateOf(scene, first)).toBe("altered");
  });

  it("finds a certificate moved to another entry", () => {
    const scene = makeIssued();
    const [first] = scene.rows as [Certificate];
    tamper(scene.world.ctx, first, { proposalId: scene.entries[3]! });
    expect(check(scene, first.code)).toMatchObject({ state: "altered", checks: { signature: true, register: true, results: false } });
  });

  it("finds a decree that was changed after the day", () => {
    const scene = makeIssued();
    scene.world.ctx.db.update(rankingVersions).set({ decreeNumber: "48" }).where(eq(rankingVersions.id, scene.listId)).run();
    expect(scene.rows.map((row) => stateOf(scene, row))).toEqual(["altered", "altered"]);
    expect(scene.world.ctx.db.select().from(certificates).all().length).toBe(2);
  });
});
