import type { FormField, Preset, Words } from "#app/features/competitions/definition/types.ts";
import { levels } from "#app/features/competitions/presets/levels.ts";
import {
  category,
  criterion,
  declaration,
  field,
  group,
  list,
  ownChoices,
  rubric,
  section,
  source,
  stage,
  twoMegabytes,
  usual,
  words,
  startingRules,
  onPages,
  withEvidence,
} from "#app/features/competitions/presets/parts.ts";

const system = "https://github.com/hamkaamin/jatim_berdasi";
const count = "https://harianbhirawa.co.id/?p=700256";
const older = "https://github.com/bidangegovntt/template_dev_docker";

const everyGroup = ["umum", "khusus", "replikasi"];

const part = (key: string, maxWords: number, label: Words, help: Words): FormField =>
  section({ key, label, help, maxWords, maxBytes: twoMegabytes });

const link = (key: string, label: Words, help: Words): FormField => field({ key, kind: "url", label, help });

export const kovablikJatim2025: Preset = withEvidence({
  key: "kovablik-jatim-2025",
  name: words("KOVABLIK Jawa Timur 2025", "KOVABLIK East Java 2025"),
  summary: words(
    "Kompetisi provinsi dengan formulir, batas kata, dan bobot yang diketahui lengkap: 260 proposal menjadi 45, lalu presentasi dan wawancara.",
    "A provincial competition whose form, word limits and weights are fully known: 260 proposals to 45, then presentation and interview.",
  ),
  definition: {
    name: words("KOVABLIK Jawa Timur 2025", "KOVABLIK East Java 2025"),
    year: 2025,
    organiser: words("Badan Riset dan Inovasi Daerah Provinsi Jawa Timur", "Research and Innovation Agency of East Java"),
    zone: "Asia/Jakarta",
    agencyKinds: ["provinsi", "kabupaten", "kota", "bumd"],
    groups: [
      group("umum", words("Umum", "General"), {
        description: words(
          "Inovasi perangkat daerah provinsi, kabupaten, kota, dan BUMD yang belum pernah menjadi pemenang.",
          "Innovations of provincial offices, regencies, cities and regional enterprises that have not won before.",
        ),
        byInvitation: false,
        minimumAgeMonths: null,
        quotaPerAgency: null,
      }),
      group("khusus", words("Khusus", "Special"), {
        description: words(
          "Pemenang tahun sebelumnya, atas undangan penyelenggara.",
          "Winners of earlier years, by invitation of the organiser.",
        ),
        byInvitation: true,
        minimumAgeMonths: null,
        quotaPerAgency: 0,
      }),
      group("replikasi", words("Replikasi", "Replication"), {
        description: words("Adaptasi atau modifikasi inovasi yang sudah ada.", "An adaptation or modification of an existing innovation."),
        byInvitation: false,
        minimumAgeMonths: null,
        quotaPerAgency: null,
      }),
    ],
    categories: [
      category("kesehatan", "Kesehatan", "Health"),
      category("ekonomi", "Pertumbuhan ekonomi dan kesempatan kerja", "Economic growth and employment"),
      category("pangan", "Ketahanan pangan", "Food security"),
      category("inklusi", "Inklusi sosial", "Social inclusion"),
      category("tata-kelola", "Tata kelola pemerintahan", "Governance"),
      category("bencana", "Ketahanan bencana", "Disaster resilience"),
      category("pendidikan", "Pendidikan", "Education"),
      category("kemiskinan", "Pengentasan kemiskinan", "Poverty alleviation"),
      category("pemberdayaan", "Pemberdayaan masyarakat", "Community empowerment"),
      category("energi", "Energi dan lingkungan hidup", "Energy and environment"),
      category("hukum", "Penegakan hukum", "Law enforcement"),
    ],
    fields: onPages([
      link(
        "standar-pelayanan",
        words("Tautan standar pelayanan", "Link to the service standard"),
        words("Tautan ke berkas standar pelayanan unit Anda.", "Link to the service standard of your unit."),
      ),
      link(
        "maklumat-pelayanan",
        words("Tautan maklumat pelayanan", "Link to the service pledge"),
        words("Tautan ke berkas maklumat pelayanan unit Anda.", "Link to the service pledge of your unit."),
      ),
      link(
        "sk-pengaduan",
        words("Tautan SK pengelolaan pengaduan", "Link to the complaint-handling decree"),
        words("Tautan ke surat keputusan pengelolaan pengaduan.", "Link to the decree on complaint handling."),
      ),
      field({
        key: "telepon-inovator",
        kind: "shortText",
        label: words("Nomor telepon inovator", "Innovator's phone number"),
        help: words("Nomor yang dapat dihubungi penyelenggara.", "A number at which the organiser reaches the innovator."),
        maxWords: 0,
      }),
      field({
        key: "surel-inovator",
        kind: "shortText",
        label: words("Surel inovator", "Innovator's e-mail address"),
        help: words("Alamat yang dibaca penanggung jawab inovasi.", "An address read by the person responsible."),
        maxWords: 0,
      }),
      part(
        "ringkasan",
        200,
        words("Ringkasan", "Summary"),
        words(
          "Jelaskan secara ringkas penerapan, dampak, dan kaitan inovasi dengan kategori yang dipilih.",
          "Describe briefly how it is put into practice, its impact, and how it fits the category.",
        ),
      ),
      part(
        "latar-belakang",
        300,
        words("Latar belakang dan tujuan", "Background and aim"),
        words(
          "Rumuskan masalah pada keadaan awal, masyarakat yang terdampak, dan tujuan dengan target yang terukur.",
          "State the problem as it was at first, the people affected, and the aim with a measurable target.",
        ),
      ),
      part(
        "kebaruan",
        600,
        words("Kebaruan/nilai tambah", "Novelty and added value"),
        words("Jelaskan gagasan dan keunggulannya: keunikan, nilai tambah, atau kebaruan.", "Explain the idea and its strength: what is unique, added or new."),
      ),
      part(
        "implementasi",
        200,
        words("Implementasi inovasi", "Implementation"),
        words("Uraikan penerapan inovasi dalam mengatasi masalah.", "Describe how the innovation is applied to the problem."),
      ),
      part(
        "signifikansi",
        600,
        words("Signifikansi", "Significance"),
        words(
          "Bandingkan keadaan sebelum dan sesudah, dan jelaskan cara mengukur dampaknya. Lampirkan hasil evaluasi internal atau eksternal.",
          "Compare before and after, and explain how the impact was measured. Attach an internal or external evaluation.",
        ),
      ),
      part(
        "adaptabilitas",
        300,
        words("Adaptabilitas", "Adaptability"),
        words(
          "Sebutkan siapa yang sudah mereplikasi, dan jelaskan potensi replikasi menurut luas populasi dan kesamaan masalah.",
          "Name who has replicated it, and explain the potential by population and similarity of problems.",
        ),
      ),
      part(
        "sumber-daya",
        200,
        words("Sumber daya", "Resources"),
        words("Jelaskan keuangan, manusia, metode, serta peralatan atau material.", "Describe finance, people, methods, and equipment or material."),
      ),
      part(
        "keberlanjutan",
        500,
        words("Strategi keberlanjutan", "Sustainability strategy"),
        words(
          "Uraikan strategi institusional, manajerial, dan sosial yang menjaga inovasi tetap berjalan.",
          "Describe the institutional, managerial and social strategies that keep it going.",
        ),
      ),
    ], { pelayanan: ["standar-pelayanan", "maklumat-pelayanan", "sk-pengaduan"], kontak: ["telepon-inovator", "surel-inovator"] }),
    rubrics: [
      rubric("desk", [
        criterion({
          key: "latar-belakang",
          name: words("Latar belakang dan tujuan", "Background and aim"),
          help: words("Apakah masalah, sasaran, dan target terukurnya jelas?", "Are problem, target group and measurable target clear?"),
          weightBp: 1_000,
          levels: levels.background,
        }),
        criterion({
          key: "kebaruan",
          name: words("Kebaruan/nilai tambah", "Novelty and added value"),
          help: words("Apa keunikan, nilai tambah, atau kebaruannya?", "What is unique, added or new?"),
          weightBp: 1_500,
          levels: levels.novelty,
        }),
        criterion({
          key: "implementasi",
          name: words("Implementasi inovasi", "Implementation"),
          help: words("Apakah penerapannya mengatasi masalah?", "Does its application address the problem?"),
          weightBp: 500,
          levels: levels.implementation,
        }),
        criterion({
          key: "signifikansi",
          name: words("Signifikansi", "Significance"),
          help: words("Seberapa besar dampaknya, dan bagaimana diukur?", "How large is the impact, and how was it measured?"),
          weightBp: 3_000,
          levels: levels.significance,
        }),
        criterion({
          key: "adaptabilitas",
          name: words("Adaptabilitas", "Adaptability"),
          help: words("Sudahkah direplikasi, dan seberapa besar potensinya?", "Has it been replicated, and how great is the potential?"),
          weightBp: 2_000,
          levels: levels.adaptability,
        }),
        criterion({
          key: "sumber-daya",
          name: words("Sumber daya", "Resources"),
          help: words("Apakah sumber dayanya memadai dan terjamin?", "Are resources sufficient and secured?"),
          weightBp: 500,
          levels: levels.resources,
        }),
        criterion({
          key: "keberlanjutan",
          name: words("Strategi keberlanjutan", "Sustainability strategy"),
          help: words("Apakah strateginya menjaga inovasi tetap berjalan?", "Do the strategies keep the innovation going?"),
          weightBp: 1_500,
          levels: levels.sustainability,
        }),
      ]),
      rubric("interview", [
        criterion({
          key: "paparan",
          name: words("Penyampaian paparan", "Delivery of the presentation"),
          help: words("Apakah materi disampaikan dengan baik?", "Is the material presented well?"),
          weightBp: 3_000,
          levels: levels.delivery,
        }),
        criterion({
          key: "materi",
          name: words("Materi inovasi, kemanfaatan, dan replikasi", "Material, benefit and replication"),
          help: words("Seberapa kuat isi materinya?", "How strong is the substance?"),
          weightBp: 5_000,
          levels: levels.benefit,
        }),
        criterion({
          key: "video",
          name: words("Video", "Video"),
          help: words("Apakah video menjelaskan inovasi dengan baik?", "Does the video explain the innovation well?"),
          weightBp: 1_000,
          levels: levels.video,
        }),
        criterion({
          key: "kehadiran",
          name: words("Kehadiran kepala daerah, perangkat daerah, atau BUMD", "Attendance of the head of region, office or enterprise"),
          help: words("Siapa yang hadir saat presentasi?", "Who attends the presentation?"),
          weightBp: 1_000,
          levels: levels.attendance,
        }),
      ]),
    ],
    lists: [
      list({
        key: "top45",
        name: words("Top 45", "Top 45"),
        stage: "finalists",
        groups: everyGroup,
        size: 45,
        from: null,
        composition: [{ stage: "desk", weightBp: 10_000 }],
        reserve: 5,
        serialCode: "T45",
      }),
      list({
        key: "terbaik",
        name: words("Inovasi terbaik", "Best innovations"),
        stage: "winners",
        groups: everyGroup,
        size: null,
        from: "top45",
        composition: [
          { stage: "desk", weightBp: null },
          { stage: "interview", weightBp: null },
        ],
        reserve: 3,
        serialCode: "TB",
      }),
    ],
    stages: [
      usual.registration,
      usual.screening,
      stage("desk", "desk", words("Penilaian proposal (tahap I)", "Desk evaluation (stage I)")),
      stage("finalists", "finalists", words("Penetapan Top 45", "Top 45")),
      stage("interview", "interview", words("Presentasi dan wawancara (tahap II)", "Presentation and interview (stage II)")),
      stage("winners", "winners", words("Penetapan inovasi terbaik", "Best innovations")),
      usual.ceremony,
    ],
    interview: {
      presentationMinutes: null,
      questionMinutes: null,
      bufferMinutes: 0,
      perDay: null,
      hours: [
        ["09:00", "12:00"],
        ["13:00", "15:00"],
      ],
      confirmHoursBefore: null,
    },
    ...startingRules,
    sections: [
      {
        key: "pelayanan",
        name: words("Standar dan maklumat pelayanan", "Service standard and pledge"),
        help: words("Tautan ke dokumen unit yang dapat dibuka tanpa masuk akun.", "Links to documents of the unit that open without signing in."),
      },
      { key: "kontak", name: words("Kontak inovator", "The innovator's contact"), help: words("Dipakai penyelenggara bila ada yang perlu ditanyakan.", "Used by the organiser if there is something to ask.") },
    ],
    objections: { windowDays: null, decisionDays: null },
    declaration,
  },
  sources: [
    ...ownChoices,
    source("groups", "code", "Umum, khusus, dan replikasi; usia dan kuota 2025 tidak ditemukan (2022: 5 per perangkat daerah provinsi, 3 per kabupaten, kota, dan BUMD).", system),
    source("groups.khusus.quotaPerAgency", "inference", "Kelompok khusus atas undangan, di luar kuota, menurut formulir KOVABLIK 2022.", older),
    source("categories", "code", "Sebelas kategori dalam data awal sistem KOVABLIK 2025.", system),
    source("fields", "code", "Formulir proposal KOVABLIK 2025.", system),
    source("fields.*.maxWords", "code", "Batas kata tertulis di formulir KOVABLIK 2025, dengan penghitung kata.", system),
    source("fields.*.maxBytes", "code", "Sistem KOVABLIK 2025 menolak berkas di atas 2 MB.", system),
    source("fields.telepon-inovator.maxWords", "design", "Isian pendek tanpa batas kata."),
    source("fields.surel-inovator.maxWords", "design", "Isian pendek tanpa batas kata."),
    source("rubrics.*.criteria.*.weightBp", "code", "Bobot dalam data awal sistem KOVABLIK 2025.", system),
    source("rubrics.*.maxMark", "code", "Nilai 0 sampai 100 per kriteria.", system),
    source("lists.top45.size", "news", "260 inovasi menjadi 45 pada 2025.", count),
    source("lists.top45.composition", "inference", "Sebelum Top 45 hanya Tahap I yang dinilai.", system),
    source("interview.hours", "design", "Jam wawancara 2025 tidak ditemukan; nilai awal Anugerah."),
  ],
});
