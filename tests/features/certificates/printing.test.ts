import { describe, expect, it } from "vitest";
import { certificateDocument, fitted } from "#app/features/certificates/components/certificate-document.tsx";
import { qrPath } from "#app/lib/qr-path.server.ts";
import { renderCertificateByCode, renderCertificatePdf, revokeCertificate } from "#app/features/certificates/operations.server.ts";
import type { Certificate, Claim } from "#app/features/certificates/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { renderPdf } from "#app/lib/pdf.server.tsx";
import { sha256Hex } from "#app/lib/hash.server.ts";
import { afterWindow, certificatesOf, makeIssued } from "#tests/features/certificates/scene.ts";

const pagesOf = (pdf: Uint8Array): number => (Buffer.from(pdf).toString("latin1").match(/\/Type \/Page\b/g) ?? []).length;
const codeOf = (error: unknown): string => (error as { code: string }).code;

const print = (claim: Claim) =>
  renderPdf(
    certificateDocument({
      t: translators.id,
      claim,
      fingerprint: "9f3a 71c2 04be 5d18",
      verifyUrl: `https://anugerah.contoh.go.id/verify/${claim.code}`,
      chairName: "Prof. Dr. Nama Ketua yang Panjang Sekali, S.Sos., M.Si., Ph.D.",
      signatoryName: "",
    }),
  );

describe("a certificate on paper", () => {
  it("is one page of PDF, kept by content, and the same for everybody", async () => {
    const scene = makeIssued("rehearsal");
    const [first] = scene.rows as [Certificate];
    const pdf = await renderCertificatePdf(scene.as(scene.admins[0]!, afterWindow), first.id);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pagesOf(pdf)).toBe(1);
    expect(certificatesOf(scene.world.ctx)[0]?.pdfSha256).toBe(sha256Hex(pdf));
    const public_ = await renderCertificateByCode(scene.as(null, afterWindow + 99), first.code.toLowerCase());
    expect(public_.serial).toBe("2026/LAT-T2/0001");
    expect(sha256Hex(public_.pdf)).toBe(sha256Hex(pdf));
  });

  it("stays one page with the longest names and titles", async () => {
    const { rows } = makeIssued();
    const claim = JSON.parse(rows[0]!.claim) as Claim;
    const long = "Sistem Pelayanan Terpadu Penanganan Pengaduan Masyarakat ".repeat(5).trim();
    const agency = "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan Republik Indonesia";
    const pdf = await print({
      ...claim,
      edition: { ...claim.edition, organiser: { id: `${agency} dan ${agency}`, en: "" } },
      recipient: { agencyCode: "x", agency, unit: "Deputi Bidang Koordinasi ".repeat(4) },
      innovation: { number: "2026-0001", title: long },
    });
    expect(pagesOf(pdf)).toBe(1);
  });

  it("shrinks a text by steps until it keeps to its lines", () => {
    const steps = [
      { size: 20, lines: 1 },
      { size: 10, lines: 2 },
    ];
    expect([fitted("x".repeat(10), steps, 200), fitted("x".repeat(60), steps, 200), fitted("x".repeat(600), steps, 200)]).toEqual([20, 10, 10]);
  });

  it("draws the code as square runs of dark modules", () => {
    const { size, d } = qrPath("https://anugerah.contoh.go.id/verify/7QK4M2XWJ9");
    expect(size).toBe(33);
    expect(d.startsWith("M0 0H7V1H0Z")).toBe(true);
  });

  it("refuses a revoked one, and a serial number in place of the code", async () => {
    const scene = makeIssued();
    const [first, second] = scene.rows as [Certificate, Certificate];
    revokeCertificate(scene.as(scene.organiser), { certificateId: first.id, reason: "Alasan yang cukup panjang." });
    expect(await renderCertificateByCode(scene.as(null), first.code).catch(codeOf)).toBe("certificates.revokedNotPrinted");
    expect(await renderCertificatePdf(scene.as(scene.organiser), first.id).catch(codeOf)).toBe("certificates.revokedNotPrinted");
    expect(await renderCertificateByCode(scene.as(null), second.serial).catch(codeOf)).toBe("certificates.unknown");
    expect(await renderCertificateByCode(scene.as(null), "0000000000").catch(codeOf)).toBe("certificates.unknown");
  });
});
