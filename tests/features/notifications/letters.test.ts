import { expect, it } from "vitest";
import { composeLetter, composeNotice } from "#app/features/notifications/rules.ts";
import { translators } from "#app/i18n/dictionaries.ts";

const facts = { name: "Warga", number: "2026/SG/0001", list: "Top 99" };

it.each([
  [{}, "Sanggahan 2026/SG/0001 diterima"],
  [{ rehearsal: 0 }, "Sanggahan 2026/SG/0001 diterima"],
  [{ rehearsal: 1 }, "[LATIHAN] Sanggahan 2026/SG/0001 diterima"],
])("a letter with %j has the subject %s", (flag, subject) => {
  expect(composeLetter(translators.id, "objectionReceived", { ...facts, ...flag }).subject).toBe(subject);
});

it("marks a notice of a rehearsal in either language", () => {
  const facts = { edition: { id: "Lomba", en: "Contest" }, title: "Apotek", reason: "Listrik padam", until: { at: Date.UTC(2026, 3, 16, 17), zone: "Asia/Jakarta", as: "deadline" } } as const;
  const told = (locale: "id" | "en") => composeNotice(translators[locale], "extensionGranted", facts);
  expect([told("id"), told("en")]).toEqual([
    'Perpanjangan untuk "Apotek" sampai Kamis, 16 April 2026 pukul 23.59 WIB: Listrik padam',
    'More time for "Apotek" until Thursday, 16 April 2026 at 23:59 WIB: Listrik padam',
  ]);
  const say = (rehearsal: number) => composeNotice(translators.en, "listFinal", { number: "2026-0001", list: "Top 99", rehearsal });
  expect(say(1)).toBe(`[LATIHAN] ${say(0)}`);
});
