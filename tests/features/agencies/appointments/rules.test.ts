import { describe, expect, it } from "vitest";
import { appointmentInput, verificationInput } from "#app/features/agencies/appointments/inputs.ts";
import { afterStep, askedLifetime, checkTerm, isOver, letterName } from "#app/features/agencies/appointments/rules.ts";
import type { AppointmentStep } from "#app/features/agencies/appointments/types.ts";
import type { AppointmentStatus } from "#app/features/agencies/types.ts";
import { refusalOf } from "#tests/features/proposals/scene.ts";

const decided = "agencies.appointmentDecided";
const cells: Record<AppointmentStatus, Record<AppointmentStep, string>> = {
  asked: { verify: "verified", refuse: "refused", expire: "expired" },
  verified: { verify: decided, refuse: decided, expire: "expired" },
  refused: { verify: decided, refuse: decided, expire: decided },
  expired: { verify: decided, refuse: decided, expire: decided },
};
const table = Object.entries(cells).flatMap(([status, row]) => Object.entries(row).map(([step, after]) => [status, step, after] as const));

it.each(table)("a letter that is %s, to %s: %s", (status, step, after) => {
  let met = "";
  const refusal = refusalOf(() => {
    met = afterStep(status as AppointmentStatus, step as AppointmentStep);
  });
  expect(met || refusal).toBe(after);
});

describe("the term of a letter", () => {
  const zone = "Asia/Makassar";
  // 10 March 2026 ends in Makassar at 16.00 UTC.
  const end = Date.UTC(2026, 2, 10, 16);
  const verified = { status: "verified" as const, createdAt: 0, termEndsOn: "2026-03-10" };

  it("holds until the last minute of its last day in the agency's zone", () => {
    expect(isOver(verified, { now: end - 60_000, zone })).toBe(false);
    expect(isOver(verified, { now: end, zone })).toBe(true);
    expect(isOver({ ...verified, termEndsOn: null }, { now: end * 2, zone })).toBe(false);
  });

  it("cannot be verified once it is over", () => {
    expect(refusalOf(() => checkTerm("2026-03-10", { now: end - 60_000, zone }))).toBe("done");
    expect(refusalOf(() => checkTerm("2026-03-10", { now: end, zone }))).toBe("agencies.termOver");
  });

  it("is given ninety days to be looked at", () => {
    const asked = { status: "asked" as const, createdAt: 0, termEndsOn: null };
    expect(isOver(asked, { now: askedLifetime - 1, zone })).toBe(false);
    expect(isOver(asked, { now: askedLifetime, zone })).toBe(true);
    expect(isOver({ ...asked, status: "refused" }, { now: askedLifetime, zone })).toBe(false);
  });
});

it.each([
  ["surat.pdf", "surat.pdf"],
  ["C:\\Pindaian\\SK Admin.PDF", "SK Admin.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["", "surat-penunjukan.pdf"],
  [".pdf", "surat-penunjukan.pdf"],
  ["a".repeat(400), `${"a".repeat(116)}.pdf`],
])("keeps the letter %j as %j", (given, kept) => expect(letterName(given)).toBe(kept));

describe("what is written", () => {
  const given = { agencyId: "agc_x", name: "Ani", position: "Kepala Bagian", email: " ANI@contoh.go.id ", phone: "+62 812-3456" };

  it("is taken with the address as it is compared", () => {
    expect(appointmentInput.parse(given).email).toBe("ani@contoh.go.id");
  });

  it.each([{ phone: "nomor saya" }, { phone: "12" }, { email: "ani" }, { name: " " }, { agencyId: "" }, { role: "operator" }])("is refused with %j", (change) => {
    expect(appointmentInput.safeParse({ ...given, ...change }).success).toBe(false);
  });

  it.each([["", null], ["2026-12-31", "2026-12-31"]])("takes %j as the last day %j", (termEndsOn, kept) => {
    expect(verificationInput.parse({ unit: "Bagian Organisasi", termEndsOn }).termEndsOn).toBe(kept);
  });

  it.each(["2026-02-30", "besok"])("refuses %j as a last day", (termEndsOn) => {
    expect(verificationInput.safeParse({ unit: "Bagian Organisasi", termEndsOn }).success).toBe(false);
  });
});
