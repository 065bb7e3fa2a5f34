import type { AwardList, Criterion, FormField, Preset, Words } from "#app/features/competitions/definition/types.ts";
import { panrb } from "#app/features/competitions/presets/kipp-texts.ts";
import { levels } from "#app/features/competitions/presets/levels.ts";
import {
  allAgencyKinds,
  category,
  criterion,
  declaration,
  field,
  group,
  list,
  ownChoices,
  rubric,
  source,
  stage,
  usual,
  words,
  startingRules,
  withEvidence,
} from "#app/features/competitions/presets/parts.ts";

const timetable =
  "https://diskominfo.pontianak.go.id/berita/sosialisasi-dan-asistensi-teknis-kompetisi-pengelolaan-pengaduan-pelayanan-publik-2020";
const entrants = "https://menpan.go.id/site/berita-terkini/107-peserta-telah-mendaftar-kompetisi-pengelola-pengaduan-pelayanan-publik";
const awards2019 = "https://dnews.co.id/13-pengelola-pengaduan-terbaik-terima-penghargaan-dari-kemepan-rb";
const awards2020 =
  "https://diskominfomc.kalselprov.go.id/2020/11/25/kementerian-panrb-berikan-penghargaan-bagi-pemenang-kompetisi-pengelolaan-pengaduan-pelayanan-publik-2020";

const outstanding = "https://metrokalimantan.com/2020/11/optimis-lapor-baiman-incar-posisi-2.html";

type Aspect = { key: string; name: Words; help: Words };

/** The aspects in which awards were given in 2019 and 2020. */
const aspects: Aspect[] = [
  {
    key: "sistem",
    name: words("Sistem pengelolaan pengaduan", "Complaint-management system"),
    help: words("Saluran, petugas, dan prosedur pengaduan serta tindak lanjutnya.", "Channels, staff and procedures for complaints and their follow-up."),
  },
  {
    key: "pendorong",
    name: words("Pendorong perubahan", "Drivers of change"),
    help: words("Komitmen pimpinan dan dorongan bagi perbaikan layanan.", "Commitment of leaders and what drives better services."),
  },
  {
    key: "perbaikan",
    name: words("Perubahan dan perbaikan", "Change and improvement"),
    help: words("Perubahan layanan yang lahir dari pengaduan.", "Changes in services that came from complaints."),
  },
  {
    key: "dampak",
    name: words("Dampak", "Impact"),
    help: words("Dampak pengelolaan pengaduan bagi masyarakat.", "The impact of complaint management on the public."),
  },
  {
    key: "keberlanjutan",
    name: words("Keberlanjutan inisiatif", "Sustainability of the initiative"),
    help: words("Jaminan bahwa pengelolaan pengaduan terus berjalan.", "What keeps complaint management going."),
  },
];

const claimField = ({ key, name, help }: Aspect): FormField =>
  field({
    key: `klaim-${key}`,
    kind: "number",
    label: words(`Nilai mandiri: ${name.id}`, `Self-assessment: ${name.en}`),
    help: words(
      `${help.id} Beri nilai 0 sampai 100 dan lampirkan buktinya; tim akan memverifikasinya.`,
      `${help.en} Give a mark from 0 to 100 and attach the evidence; the team will verify it.`,
    ),
    min: 0,
    max: 100,
    evidence: true,
  });

const verifiedCriteria = (): Criterion[] =>
  aspects.map(({ key, name, help }) =>
    criterion({ key, name, help, weightBp: null, levels: levels.verified, claimField: `klaim-${key}` }),
  );

const families = [
  { key: "outstanding", name: words("Outstanding Achievement", "Outstanding Achievement"), finalists: 6, winners: 2, codes: ["FO", "PO"] },
  { key: "umum", name: words("Umum", "General"), finalists: 30, winners: 10, codes: ["FU", "PU"] },
  { key: "upp", name: words("Unit pelayanan publik", "Public service units"), finalists: 10, winners: 3, codes: ["FP", "PP"] },
] as const;

const finalistList = ({ key, name, finalists, codes }: (typeof families)[number]): AwardList =>
  list({
    key: `finalis-${key}`,
    name: words(`Finalis ${name.id}`, `Finalists, ${name.en}`),
    stage: "finalists",
    groups: [key],
    size: finalists,
    from: null,
    composition: [{ stage: "desk", weightBp: 10_000 }],
    reserve: 2,
    serialCode: codes[0],
  });

const winnerList = ({ key, name, winners, codes }: (typeof families)[number]): AwardList =>
  list({
    key: `pemenang-${key}`,
    name: words(`Pemenang ${name.id}`, `Winners, ${name.en}`),
    stage: "winners",
    groups: [key],
    size: winners,
    from: `finalis-${key}`,
    composition: [
      { stage: "desk", weightBp: null },
      { stage: "interview", weightBp: null },
    ],
    reserve: 1,
    serialCode: codes[1],
  });

const open = { byInvitation: false, minimumAgeMonths: null, quotaPerAgency: null };

export const sp4nLapor2020: Preset = withEvidence({
  key: "sp4n-lapor-2020",
  name: words("Kompetisi SP4N-LAPOR! 2020", "SP4N-LAPOR! competition 2020"),
  summary: words(
    "Pengelolaan pengaduan: penilaian mandiri dengan bukti yang diverifikasi tim, 46 finalis (6 + 30 + 10) dalam tiga keluarga, 15 pemenang.",
    "Complaint management: self-assessment with evidence that a team verifies, 46 finalists (6 + 30 + 10) in three families, 15 winners.",
  ),
  definition: {
    name: words("Kompetisi SP4N-LAPOR! 2020", "SP4N-LAPOR! competition 2020"),
    year: 2020,
    organiser: panrb,
    zone: "Asia/Jakarta",
    agencyKinds: allAgencyKinds,
    groups: [
      group("outstanding", words("Outstanding Achievement", "Outstanding Achievement"), {
        description: words("Pengelola pengaduan yang pernah menang.", "Complaint managers that won before."),
        ...open,
      }),
      group("umum", words("Umum", "General"), {
        description: words(
          "Kementerian, lembaga, pemerintah daerah, BUMN, dan BUMD.",
          "Ministries, state bodies, regional governments and state-owned enterprises.",
        ),
        ...open,
      }),
      group("upp", words("Unit pelayanan publik", "Public service units"), {
        description: words("Unit pelayanan di dalam suatu instansi.", "Service units within an agency."),
        ...open,
      }),
    ],
    categories: [category("pengaduan", "Pengelolaan pengaduan pelayanan publik", "Management of public service complaints")],
    fields: aspects.map(claimField),
    rubrics: [rubric("desk", verifiedCriteria()), rubric("interview", verifiedCriteria())],
    lists: [...families.map(finalistList), ...families.map(winnerList)],
    stages: [
      stage("registration", "registration", words("Pendaftaran dan penilaian mandiri", "Registration and self-assessment")),
      usual.screening,
      stage("desk", "desk", words("Verifikasi dokumen", "Verification of documents")),
      stage("finalists", "finalists", words("Penetapan Top 46", "Top 46")),
      stage("interview", "interview", words("Penilaian lanjutan", "Further evaluation")),
      stage("winners", "winners", words("Penetapan Top 15", "Top 15")),
      usual.ceremony,
    ],
    interview: {
      presentationMinutes: null,
      questionMinutes: null,
      bufferMinutes: 0,
      perDay: 9,
      hours: [
        ["09:00", "12:00"],
        ["13:00", "15:00"],
      ],
      confirmHoursBefore: null,
    },
    ...startingRules,
    objections: { windowDays: null, decisionDays: null },
    declaration,
  },
  sources: [
    ...ownChoices,
    source("groups", "official", "Tiga keluarga: Outstanding, umum, unit pelayanan publik; usia dan kuota tidak ditemukan.", entrants),
    source("groups.outstanding.description", "inference", "Arti keluarga Outstanding tidak dinyatakan; keenam finalisnya pernah menang pada 2018 atau 2019.", outstanding),
    source("categories", "design", "Kompetisi ini tidak bertema; satu kategori untuk semua."),
    source("fields", "official", "Penilaian mandiri berupa daftar periksa dan unggahan dokumen; isi daftarnya tidak ditemukan.", entrants),
    source("fields.*.min", "design", "Skala nilai mandiri 0 sampai 100 pilihan Anugerah."),
    source("fields.*.max", "design", "Skala nilai mandiri 0 sampai 100 pilihan Anugerah."),
    source("rubrics.*.criteria", "news", "Aspek penghargaan 2019 dan 2020; bobotnya tidak ditemukan.", awards2019),
    ...families.map(({ key }) =>
      source(`lists.finalis-${key}.size`, "official", "Top 46: 6 Outstanding, 30 umum, 10 unit pelayanan publik.", entrants),
    ),
    source("lists.pemenang-outstanding.size", "news", "Enam besar Outstanding disaring menjadi dua terbaik (Kepmen PANRB 190/2020).", outstanding),
    ...["umum", "upp"].map((key) =>
      source(
        `lists.pemenang-${key}.size`,
        "inference",
        "15 pemenang; tanpa dua Outstanding tersisa 13: lima aspek kali dua, dan tiga unit seperti pada 2019.",
        awards2020,
      ),
    ),
    ...families.map(({ key }) =>
      source(`lists.finalis-${key}.composition`, "news", "Finalis ditetapkan dari verifikasi dokumen.", timetable),
    ),
    source("stages.screening", "design", "Seleksi administrasi tidak disebut untuk 2020; memeriksa kelengkapan saja."),
    source("interview.perDay", "inference", "46 peserta dalam lima hari kerja: kira-kira 9 sehari.", timetable),
    source("interview.hours", "design", "Jam wawancara 2020 tidak ditemukan; nilai awal Anugerah."),
  ],
});
