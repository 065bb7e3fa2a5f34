import type { Criterion, FormField, Group, Option, Section, Words } from "#app/features/competitions/definition/types.ts";
import { levels } from "#app/features/competitions/presets/levels.ts";
import { criterion, field, section, twoMegabytes, words } from "#app/features/competitions/presets/parts.ts";

export const panrb = words(
  "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
  "Ministry of Administrative and Bureaucratic Reform",
);

export const groupNames = {
  umum: words("Umum", "General"),
  replikasi: words("Replikasi", "Replication"),
  khusus: words("Khusus", "Special"),
} satisfies Record<string, Words>;

export const groupDescriptions = {
  umum: words(
    "Inovasi yang belum pernah diikutkan, atau pernah diikutkan tanpa penghargaan; belum dua kali Top 99 dan bukan pemenang tahun sebelumnya.",
    "Innovations never entered before, or entered without an award; not twice in the Top 99 and not a winner of an earlier year.",
  ),
  replikasi: words(
    "Adaptasi atau modifikasi satu atau beberapa inovasi yang pernah masuk Top 99.",
    "An adaptation or modification of one or more innovations that once were in the Top 99.",
  ),
  khusus: words(
    "Pemenang tahun sebelumnya, atas undangan, yang memperbarui atau meningkatkan inovasinya.",
    "Winners of earlier years, by invitation, that renewed or improved their innovation.",
  ),
} satisfies Record<string, Group["description"]>;

type Limits = Partial<Record<string, number>>;
type Form = { limits: Limits; maxBytes: number | null };

/** The sections of the form as asked since 2022; a limit that is not given stays unknown. */
export function commonSections({ limits, maxBytes }: Form, groups: string[]): FormField[] {
  const part = (key: string, label: Words, help: Words): FormField =>
    section({ key, label, help, groups, maxBytes, maxWords: limits[key] ?? null });
  return [
    part(
      "signifikansi",
      words("Signifikansi", "Significance"),
      words(
        "Jelaskan penerapannya, dampaknya dengan membandingkan keadaan sebelum dan sesudah, dan cara dampak itu diukur. Lampirkan hasil evaluasi internal atau eksternal.",
        "Explain how it was put into practice, its impact by comparing before and after, and how that impact was measured. Attach an internal or external evaluation.",
      ),
    ),
    part(
      "kontribusi-tpb",
      words("Kontribusi terhadap capaian TPB", "Contribution to the SDGs"),
      words(
        "Uraikan sumbangan inovasi terhadap tujuan, target, dan indikator TPB yang Anda pilih.",
        "Describe what the innovation contributes to the goals, targets and indicators you chose.",
      ),
    ),
    part(
      "adaptabilitas",
      words("Adaptabilitas", "Adaptability"),
      words(
        "Apakah inovasi sudah direplikasi, oleh siapa, dan seberapa besar kemungkinannya direplikasi di tempat yang masalahnya serupa?",
        "Has it been replicated, by whom, and how likely is replication where similar problems exist?",
      ),
    ),
    part(
      "keberlanjutan",
      words("Keberlanjutan", "Sustainability"),
      words(
        "Sebutkan sumber daya yang dipakai serta strategi institusional, sosial, dan manajerial yang menjaga inovasi tetap berjalan.",
        "State the resources used and the institutional, social and managerial strategies that keep it going.",
      ),
    ),
    part(
      "kolaborasi",
      words("Kolaborasi pemangku kepentingan", "Stakeholder collaboration"),
      words("Siapa saja yang terlibat dan apa peran masing-masing?", "Who is involved, and what is the part of each?"),
    ),
  ];
}

export const summarySection = ({ limits, maxBytes }: Form): FormField =>
  section({
    key: "ringkasan",
    label: words("Ringkasan", "Summary"),
    help: words(
      "Jelaskan secara ringkas inovasi Anda: penerapan, dampak, dan kaitannya dengan kategori yang dipilih.",
      "Describe your innovation briefly: how it is put into practice, its impact, and how it fits the category.",
    ),
    maxBytes,
    maxWords: limits["ringkasan"] ?? null,
  });

export const ideaSection = ({ limits, maxBytes }: Form, groups: string[]): FormField =>
  section({
    key: "ide-inovatif",
    label: words("Ide inovatif", "Innovative idea"),
    help: words(
      "Uraikan latar belakang dan tujuan, kelompok sasaran, serta kebaruan atau nilai tambahnya.",
      "Describe background and aim, who it is for, and what is new or of added value.",
    ),
    groups,
    maxBytes,
    maxWords: limits["ide-inovatif"] ?? null,
  });

/** What only a replication is asked: where the idea comes from and what differs. */
export function replicationSections({ limits, maxBytes }: Form): FormField[] {
  const part = (key: string, label: Words, help: Words): FormField =>
    section({ key, label, help, groups: ["replikasi"], maxBytes, maxWords: limits[key] ?? null });
  return [
    part(
      "inspirasi",
      words("Inspirasi", "Inspiration"),
      words(
        "Sebutkan inovasi Top 99 yang direplikasi beserta pemiliknya, dan lampirkan surat pernyataannya.",
        "Name the Top 99 innovation that was replicated and its owner, and attach the statement letter.",
      ),
    ),
    part(
      "proses-replikasi",
      words("Proses replikasi", "Replication process"),
      words("Bagaimana inovasi itu dipelajari, disesuaikan, dan diterapkan?", "How was it studied, adapted and put into practice?"),
    ),
    part(
      "faktor-pembeda",
      words("Faktor pembeda", "What differs"),
      words("Apa yang berbeda dari inovasi asalnya, dan mengapa?", "What differs from the original, and why?"),
    ),
  ];
}

/** What only an earlier winner is asked: what changed since. */
export function specialSections({ limits, maxBytes }: Form): FormField[] {
  const part = (key: string, label: Words, help: Words): FormField =>
    section({ key, label, help, groups: ["khusus"], maxBytes, maxWords: limits[key] ?? null });
  return [
    part(
      "pembaruan",
      words("Pembaruan atau peningkatan inovasi", "Renewal or improvement"),
      words("Apa yang diperbarui atau ditingkatkan sejak penghargaan diterima?", "What was renewed or improved since the award?"),
    ),
    part(
      "adaptabilitas-khusus",
      words("Adaptabilitas sejak penghargaan", "Adaptability since the award"),
      words("Siapa yang sudah mereplikasi, dan apa hasilnya?", "Who has replicated it, and with what result?"),
    ),
    part(
      "penguatan-keberlanjutan",
      words("Penguatan keberlanjutan", "Strengthened sustainability"),
      words(
        "Uraikan penguatan institusional, sosial, dan manajerial sejak penghargaan diterima.",
        "Describe what was strengthened institutionally, socially and in management since the award.",
      ),
    ),
    part(
      "evaluasi",
      words("Evaluasi", "Evaluation"),
      words(
        "Sebutkan evaluasi internal atau eksternal beserta hasilnya. Eksternal misalnya inspektorat, BPK, atau perguruan tinggi.",
        "State the internal or external evaluations and their results. External means, for example, the inspectorate, the audit board or a university.",
      ),
    ),
  ];
}

const goals: [string, string][] = [
  ["Tanpa kemiskinan", "No poverty"],
  ["Tanpa kelaparan", "Zero hunger"],
  ["Kehidupan sehat dan sejahtera", "Good health and well-being"],
  ["Pendidikan berkualitas", "Quality education"],
  ["Kesetaraan gender", "Gender equality"],
  ["Air bersih dan sanitasi layak", "Clean water and sanitation"],
  ["Energi bersih dan terjangkau", "Affordable and clean energy"],
  ["Pekerjaan layak dan pertumbuhan ekonomi", "Decent work and economic growth"],
  ["Industri, inovasi, dan infrastruktur", "Industry, innovation and infrastructure"],
  ["Berkurangnya kesenjangan", "Reduced inequalities"],
  ["Kota dan permukiman yang berkelanjutan", "Sustainable cities and communities"],
  ["Konsumsi dan produksi yang bertanggung jawab", "Responsible consumption and production"],
  ["Penanganan perubahan iklim", "Climate action"],
  ["Ekosistem lautan", "Life below water"],
  ["Ekosistem daratan", "Life on land"],
  ["Perdamaian, keadilan, dan kelembagaan yang tangguh", "Peace, justice and strong institutions"],
  ["Kemitraan untuk mencapai tujuan", "Partnerships for the goals"],
];

const goalOptions: Option[] = goals.map(([id, en], index) => ({
  key: `tpb-${index + 1}`,
  name: words(`${index + 1}. ${id}`, `${index + 1}. ${en}`),
}));

/** At least one of the 17 goals, compulsory since 2018. */
export const goalsField = (groups: string[] = []): FormField =>
  field({
    key: "tpb",
    kind: "multiChoice",
    label: words("Tujuan Pembangunan Berkelanjutan (TPB/SDGs)", "Sustainable Development Goals (SDGs)"),
    help: words("Pilih paling sedikit satu tujuan yang didukung inovasi ini.", "Choose at least one goal this innovation supports."),
    options: goalOptions,
    groups,
  });

export const videoField: FormField = field({
  key: "video",
  kind: "video",
  label: words("Tautan video", "Video link"),
  help: words("Tautan video yang menggambarkan inovasi, misalnya di YouTube.", "A link to a film that shows the innovation, on YouTube for example."),
});

const yesNo: Option[] = [
  { key: "ya", name: words("Ya", "Yes") },
  { key: "tidak", name: words("Tidak", "No") },
];

/** Whether the innovation was a finalist before, and if so when and under what title: one line for each time. */
export const earlierFinalFields: FormField[] = [
  field({
    key: "pernah-finalis",
    kind: "choice",
    label: words("Pernah menjadi finalis?", "Finalist before?"),
    help: words("Apakah inovasi ini pernah masuk Top 99 atau finalis?", "Has this innovation been in a Top 99 or a final?"),
    options: yesNo,
  }),
  field({
    key: "penghargaan-terdahulu",
    kind: "rows",
    label: words("Tahun dan judul saat menjadi finalis", "Years and titles of those finals"),
    help: words("Satu baris untuk setiap tahun; judulnya seperti diumumkan saat itu.", "One row for each year; the title as it was announced then."),
    columns: [
      { key: "tahun", kind: "number", label: words("Tahun", "Year"), required: true },
      { key: "judul", kind: "shortText", label: words("Judul proposal", "Title of the proposal"), required: true },
    ],
    minRows: 1,
    when: { field: "pernah-finalis", option: "ya" },
  }),
];

/** Which innovation a replication goes back to: its name and its owner, beside the story of how. */
export const replicatedField: FormField = field({
  key: "inovasi-asal",
  kind: "shortText",
  label: words("Inovasi yang direplikasi", "Innovation that was replicated"),
  help: words(
    "Nama inovasi Top 99 asalnya, instansi pemiliknya, dan tahunnya. Arsip penghargaan dapat dicari di halaman publik.",
    "Name of the Top 99 innovation it comes from, the agency that owns it, and the year. The public archive of awards can be searched.",
  ),
  groups: ["replikasi"],
  maxWords: 0,
});

/** Pages of the form that hold more than one question. */
export const pageOf = {
  history: { key: "riwayat", name: words("Riwayat inovasi", "History of the innovation"), help: words("Penghargaan yang pernah diterima inovasi ini.", "Awards this innovation has had.") },
  goals: {
    key: "tpb",
    name: words("Kontribusi terhadap TPB", "Contribution to the SDGs"),
    help: words("Pilih tujuannya, lalu uraikan sumbangan inovasi terhadapnya.", "Choose the goals, then describe what the innovation contributes to them."),
  },
  letters: {
    key: "pendukung",
    name: words("Video dan surat pernyataan", "Video and statement letters"),
    help: words("Surat ditandatangani lebih dahulu, lalu dipindai sebagai PDF.", "Letters are signed first and then scanned as PDF."),
  },
} satisfies Record<string, Section>;

/** The three statement letters, as PDF from a template. */
export const letterFields: FormField[] = (
  [
    [
      "surat-implementasi",
      words("Surat pernyataan implementasi", "Statement of implementation"),
      words("Menyatakan sejak kapan inovasi diterapkan; ditandatangani pimpinan unit.", "States since when it has been in use; signed by the head of the unit."),
    ],
    [
      "surat-identitas",
      words("Surat pernyataan identitas inovator", "Statement of the innovator's identity"),
      words("Menyebut perorangan atau tim yang menggagas inovasi.", "Names the person or team behind the innovation."),
    ],
    [
      "surat-replikasi",
      words("Surat pernyataan kesediaan replikasi", "Statement of readiness for replication"),
      words("Menyatakan bersedia bila inovasi direplikasi instansi lain.", "States readiness for other agencies to replicate it."),
    ],
  ] as const
).map(([key, label, help]) => field({ key, kind: "statement", label, help, maxBytes: twoMegabytes, accept: ["application/pdf"] }));

export type SectionWeights = { [key in "ringkasan" | "ide" | "signifikansi" | "tpb" | "adaptabilitas" | "keberlanjutan" | "kolaborasi"]: number | null };

/** What the evaluation team marks: the sections of the proposal. */
export const sectionCriteria = (weights: SectionWeights): Criterion[] => [
  criterion({
    key: "ringkasan",
    name: words("Ringkasan", "Summary"),
    help: words("Apakah inovasi dipahami dari ringkasannya saja?", "Is the innovation understood from the summary alone?"),
    weightBp: weights.ringkasan,
    levels: levels.summary,
  }),
  criterion({
    key: "ide-inovatif",
    name: words("Ide inovatif", "Innovative idea"),
    help: words(
      "Seberapa baru gagasannya bagi masalah yang dihadapi? Pada replikasi, nilai faktor pembedanya; pada khusus, pembaruannya.",
      "How new is the idea for the problem at hand? For a replication judge what differs; for the special group, the renewal.",
    ),
    weightBp: weights.ide,
    levels: levels.novelty,
  }),
  criterion({
    key: "signifikansi",
    name: words("Signifikansi", "Significance"),
    help: words(
      "Seberapa besar perubahan yang dapat dibuktikan, dan bagaimana diukur? Pada khusus, lihat juga evaluasinya.",
      "How large is the change that can be shown, and how was it measured? For the special group see its evaluation as well.",
    ),
    weightBp: weights.signifikansi,
    levels: levels.significance,
  }),
  criterion({
    key: "kontribusi-tpb",
    name: words("Kontribusi TPB", "Contribution to the SDGs"),
    help: words("Apakah kaitannya dengan TPB jelas dan terukur?", "Is the link to the SDGs clear and measurable?"),
    weightBp: weights.tpb,
    levels: levels.goals,
  }),
  criterion({
    key: "adaptabilitas",
    name: words("Adaptabilitas", "Adaptability"),
    help: words("Dapatkah, dan sudahkah, inovasi ini ditiru di tempat lain?", "Can it, and has it been, copied elsewhere?"),
    weightBp: weights.adaptabilitas,
    levels: levels.adaptability,
  }),
  criterion({
    key: "keberlanjutan",
    name: words("Keberlanjutan", "Sustainability"),
    help: words(
      "Apakah aturan, anggaran, orang, dan masyarakat menjaganya tetap berjalan?",
      "Do rules, budget, people and society keep it going?",
    ),
    weightBp: weights.keberlanjutan,
    levels: levels.sustainability,
  }),
  criterion({
    key: "kolaborasi",
    name: words("Kolaborasi pemangku kepentingan", "Stakeholder collaboration"),
    help: words("Siapa yang terlibat, dan apakah perannya nyata?", "Who takes part, and is the part real?"),
    weightBp: weights.kolaborasi,
    levels: levels.collaboration,
  }),
];

/** What the panel marks after an interview: the five criteria of an innovation. Their weights are not known. */
export const panelCriteria: Criterion[] = [
  criterion({
    key: "kebaruan",
    name: words("Kebaruan", "Novelty"),
    help: words(
      "Memperkenalkan gagasan, pendekatan, atau kebijakan yang unik, atau memodifikasi inovasi yang sudah ada.",
      "Introduces a unique idea, approach or policy, or modifies an existing innovation.",
    ),
    weightBp: null,
    levels: levels.novelty,
  }),
  criterion({
    key: "efektif",
    name: words("Efektif", "Effectiveness"),
    help: words("Menunjukkan capaian nyata dan menyelesaikan masalah.", "Shows real results and solves the problem."),
    weightBp: null,
    levels: levels.effect,
  }),
  criterion({
    key: "bermanfaat",
    name: words("Bermanfaat", "Benefit"),
    help: words(
      "Menyelesaikan masalah yang menjadi kepentingan dan perhatian publik.",
      "Solves a problem of public interest and concern.",
    ),
    weightBp: null,
    levels: levels.benefit,
  }),
  criterion({
    key: "dapat-ditransfer",
    name: words("Dapat ditransfer", "Transferability"),
    help: words(
      "Dapat atau sudah dicontoh, dirujuk, atau diterapkan penyelenggara lain.",
      "Can be or has been copied, cited or applied by other providers.",
    ),
    weightBp: null,
    levels: levels.adaptability,
  }),
  criterion({
    key: "berkelanjutan",
    name: words("Berkelanjutan", "Sustainability"),
    help: words(
      "Dijamin terus berjalan oleh program dan anggaran, tugas dan fungsi, serta peraturan.",
      "Kept going by programme and budget, by duty and function, and by law.",
    ),
    weightBp: null,
    levels: levels.sustainability,
  }),
];

/** Hours of interviews of 2020, with an hour for midday. */
export const interviewHours: [string, string][] = [
  ["09:00", "12:00"],
  ["13:00", "14:20"],
];

