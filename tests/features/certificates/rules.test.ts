import { describe, expect, it } from "vitest";
import {
  checkClaim,
  claimOf,
  codeFrom,
  readReference,
  requireAwardable,
  requireStanding,
  serialCodeOf,
  serialOf,
  verdictOf,
} from "#app/features/certificates/rules.ts";
import { refusalOf } from "#tests/features/ranking/edition.ts";

const words = (text: string) => ({ id: text, en: `${text} (en)` });
const definition = { name: words("KIPP 2026"), year: 2026, organiser: words("Kementerian"), zone: "Asia/Jakarta" };

const claim = claimOf({
  edition: { slug: "kipp-2026", rehearsal: false, definition },
  list: { key: "top45", name: words("Top 45") },
  decree: { number: "47 Tahun 2026", date: "2026-08-10" },
  entry: { number: 417, title: "Apotek Singgah", unit: "Dinas Kesehatan", agencyCode: "74.07", agencyName: "Pemerintah Kabupaten Wakatobi" },
  serial: "2026/T45/0017",
  code: "7QK4M2XWJ9",
  issuedAt: 1_000,
});
const register = { serial: "2026/T45/0017", code: "7QK4M2XWJ9", issuedAt: 1_000, rehearsal: false };
const standing = { listFinal: true, listed: true, decreeNumber: "47 Tahun 2026", decreeDate: "2026-08-10" };
const allGood = { signature: true, register: true, results: true };

describe("serial numbers", () => {
  it("are year, code and a sequence of at least four digits", () => {
    expect(serialOf(2026, "T45", 17)).toBe("2026/T45/0017");
    expect(serialOf(2026, "T99", 12_345)).toBe("2026/T99/12345");
  });

  it("of a rehearsal begin with LAT, so that they cannot use up an award's", () => {
    expect(serialCodeOf({ serialCode: "T45" }, true, () => false)).toBe("LAT-T45");
    expect(serialCodeOf({ serialCode: "T45" }, false, () => false)).toBe("T45");
  });

  it("of a second edition of the year get a letter, and an end", () => {
    const taken = new Set(["T45", "T45B"]);
    expect(serialCodeOf({ serialCode: "T45" }, false, (code) => taken.has(code))).toBe("T45C");
    expect(refusalOf(() => serialCodeOf({ serialCode: "T45" }, false, () => true))).toBe("certificates.serialsUsedUp");
  });
});

describe("references", () => {
  it("take ten letters of an alphabet without I, L, O and U from ten bytes", () => {
    expect(codeFrom(Uint8Array.from([0, 1, 9, 10, 18, 20, 22, 27, 31, 255]))).toBe("019AJMPVZZ");
  });

  it("are read however they were typed", () => {
    expect(readReference(" 2026 / t45 / 17 ")).toEqual({ serial: "2026/T45/0017" });
    expect(readReference("2026/lat-t45/0017")).toEqual({ serial: "2026/LAT-T45/0017" });
    expect(readReference("7qk4m-2xwj9")).toEqual({ code: "7QK4M2XWJ9" });
    expect(readReference("7QK4M2XWJo")).toEqual({ code: "7QK4M2XWJ0" });
    expect(readReference("iqk4m2xwjl")).toEqual({ code: "1QK4M2XWJ1" });
  });

  it("are nothing when they can be neither", () => {
    for (const typed of ["", "2026", "2026/T45", "7QK4M2XWJ", "7QK4M2XWJ9X", "7QK4M2XWU9", "' or 1=1"]) {
      expect(readReference(typed)).toBeNull();
    }
  });
});

describe("the claim", () => {
  it("says what is awarded to whom for what by which decree, and names no person", () => {
    expect(claim).toEqual({
      kind: "anugerah.certificate/1",
      rehearsal: false,
      serial: "2026/T45/0017",
      code: "7QK4M2XWJ9",
      issuedAt: 1_000,
      edition: { slug: "kipp-2026", ...definition },
      award: { list: "top45", name: words("Top 45") },
      recipient: { agencyCode: "74.07", agency: "Pemerintah Kabupaten Wakatobi", unit: "Dinas Kesehatan" },
      innovation: { number: "2026-0417", title: "Apotek Singgah" },
      decree: { number: "47 Tahun 2026", date: "2026-08-10" },
    });
  });

  it("is held against register and results, question by question", () => {
    expect(checkClaim(claim, register, standing, true)).toEqual(allGood);
    expect(checkClaim(claim, register, standing, false)).toEqual({ ...allGood, signature: false });
    for (const change of [{ serial: "2026/T45/0018" }, { code: "0000000000" }, { issuedAt: 1_001 }, { rehearsal: true }]) {
      expect(checkClaim(claim, { ...register, ...change }, standing, true)).toEqual({ ...allGood, register: false });
    }
    for (const change of [{ listFinal: false }, { listed: false }, { decreeNumber: "48" }, { decreeDate: "2026-08-11" }]) {
      expect(checkClaim(claim, register, { ...standing, ...change }, true)).toEqual({ ...allGood, results: false });
    }
  });
});

describe("the verdict", () => {
  it("puts altered before revoked, and revoked before rehearsal", () => {
    const cases = [false, true].flatMap((rehearsal) => [null, 5].map((revokedAt) => ({ rehearsal, revokedAt })));
    expect(cases.map((one) => verdictOf(allGood, one))).toEqual(["valid", "revoked", "rehearsal", "revoked"]);
    for (const key of ["signature", "register", "results"] as const) {
      expect(cases.map((one) => verdictOf({ ...allGood, [key]: false }, one))).toEqual(Array(4).fill("altered"));
    }
  });
});

describe("awarding", () => {
  const list = { certificate: true, name: words("Top 45") };
  const final = { status: "final", decreeNumber: "47", decreeDate: "2026-08-10" };

  it("takes a final list with its decree", () => {
    expect(requireAwardable(list, final)).toEqual({ number: "47", date: "2026-08-10" });
  });

  it("refuses a list without certificates and one in any other state", () => {
    expect(refusalOf(() => requireAwardable({ ...list, certificate: false }, final))).toBe("certificates.listHasNone");
    for (const status of ["draft", "signed", "provisional", "superseded"]) {
      expect(refusalOf(() => requireAwardable(list, { ...final, status }))).toBe("certificates.listNotFinal");
    }
    expect(refusalOf(() => requireAwardable(list, { ...final, decreeNumber: null }))).toBe("certificates.listNotFinal");
  });

  it("revokes once", () => {
    expect(refusalOf(() => requireStanding({ revokedAt: null, serial: "x" }))).toBe("done");
    expect(refusalOf(() => requireStanding({ revokedAt: 0, serial: "x" }))).toBe("certificates.alreadyRevoked");
  });
});
