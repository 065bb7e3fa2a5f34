import type { SystemRole } from "#app/features/accounts/types.ts";

/** The demo's one password; the sign-in page of a demo shows it. It opens accounts of a demo's own database only. */
export const demoPassword = "latihan-anugerah";

/** A domain that never leads anywhere (RFC 2606): invented people get their letters there, and no mail server is asked. */
export const reservedDomain = "latihan.invalid";

export type DemoAccount = { key: string; email: string; name: string; systemRole: SystemRole };

const account = (key: string, place: string, name: string, systemRole: SystemRole = "none"): DemoAccount => ({
  key,
  email: `${place}@${reservedDomain}`,
  name: `${name} (data latihan)`,
  systemRole,
});

/** Code of the agency whose admin and writer have accounts: Pemerintah Kabupaten Wakatobi. */
export const demoAgencyCode = "74.07";

/** One account for every role, in the order of the walk. Their addresses are those under which a season seats its people. */
export const demoAccounts: readonly DemoAccount[] = [
  account("organiser", "sekretariat", "Sekretariat", "organiser"),
  account("agencyAdmin", `admin.${demoAgencyCode}`, "Admin lokal Kabupaten Wakatobi"),
  account("writer", `pengusul.${demoAgencyCode}`, "Pengusul Dinas Kesehatan Wakatobi"),
  account("screener", "seleksi-01", "Tim seleksi 01"),
  account("screener2", "seleksi-02", "Tim seleksi 02"),
  account("evaluator1", "penilai-01", "Penilai 01"),
  account("evaluator2", "penilai-02", "Penilai 02"),
  account("evaluator3", "penilai-03", "Penilai 03"),
  account("juror1", "juri-01", "Juri 01"),
  account("juror2", "juri-02", "Juri 02"),
  account("juror3", "juri-03", "Juri 03"),
  account("chair", "ketua-01", "Ketua panel"),
  account("signatory", "penanda-tangan-01", "Penanda tangan"),
  account("auditor", "auditor-01", "Auditor", "auditor"),
  account("operator", "operator", "Admin sistem", "operator"),
];
