import type { Preset } from "#app/features/competitions/definition/types.ts";
import { deskAlone, draftWeights, pages, replicatedSource } from "#app/features/competitions/presets/kipp-sources.ts";
import {
  commonSections,
  goalsField,
  groupDescriptions,
  groupNames,
  ideaSection,
  panrb,
  pageOf,
  replicatedField,
  replicationSections,
  sectionCriteria,
  summarySection,
} from "#app/features/competitions/presets/kipp-texts.ts";
import { levels } from "#app/features/competitions/presets/levels.ts";
import {
  allAgencyKinds,
  category,
  criterion,
  declaration,
  group,
  list,
  ownChoices,
  rubric,
  source,
  stage,
  usual,
  words,
  startingRules,
  onPages,
  withEvidence,
} from "#app/features/competitions/presets/parts.ts";

/** Neither word limits nor file sizes of 2025 were found. */
const form = { limits: {}, maxBytes: null };

const everyGroup = ["umum", "replikasi"];

export const kipp2025: Preset = withEvidence({
  key: "kipp-2025",
  name: words("KIPP 2025", "KIPP 2025"),
  summary: words(
    "Kelompok umum dan replikasi; nilai lulus 85 dari tim evaluasi; panel menilai kelayakan perluasan nasional dan masyarakat menilai manfaatnya, tanpa wawancara.",
    "General and replication groups; a pass mark of 85 from the evaluation team; the panel scores feasibility of national scale-up and the public scores benefit, without interviews.",
  ),
  definition: {
    name: words("KIPP 2025", "KIPP 2025"),
    year: 2025,
    organiser: panrb,
    zone: "Asia/Jakarta",
    agencyKinds: allAgencyKinds,
    groups: [
      group("umum", groupNames.umum, {
        description: groupDescriptions.umum,
        byInvitation: false,
        minimumAgeMonths: null,
        quotaPerAgency: null,
      }),
      group("replikasi", groupNames.replikasi, {
        description: groupDescriptions.replikasi,
        byInvitation: false,
        minimumAgeMonths: null,
        quotaPerAgency: null,
      }),
    ],
    categories: [
      category("transformasi-digital", "Transformasi digital pelayanan publik", "Digital transformation of public services"),
    ],
    fields: onPages(
      [
        summarySection(form),
        ideaSection(form, ["umum"]),
        replicatedField,
        ...replicationSections(form),
        goalsField(),
        ...commonSections(form, everyGroup),
      ],
      { tpb: ["tpb", "kontribusi-tpb"] },
    ),
    rubrics: [
      rubric(
        "desk",
        sectionCriteria({
          ringkasan: 500,
          ide: 2_000,
          signifikansi: 2_500,
          tpb: 500,
          adaptabilitas: 2_000,
          keberlanjutan: 2_000,
          kolaborasi: 500,
        }),
      ),
      rubric("kelayakan", [
        criterion({
          key: "kelayakan",
          name: words("Kelayakan perluasan nasional", "Feasibility of national scale-up"),
          help: words(
            "Seberapa layak inovasi ini diperluas ke seluruh Indonesia di bidang Anda?",
            "How feasible is scaling this innovation to the whole country in your field?",
          ),
          weightBp: 10_000,
          levels: levels.scaling,
        }),
      ]),
      rubric(
        "penilaian-publik",
        [
          criterion({
            key: "kemanfaatan",
            name: words("Kemanfaatan", "Benefit"),
            help: words("Seberapa terasa manfaat inovasi ini bagi Anda?", "How much do you feel the benefit of this innovation?"),
            weightBp: 10_000,
            levels: levels.felt,
          }),
        ],
        0,
      ),
    ],
    lists: [
      list({
        key: "finalis",
        name: words("Finalis", "Finalists"),
        stage: "finalists",
        groups: everyGroup,
        size: null,
        from: null,
        composition: [{ stage: "desk", weightBp: 10_000 }],
        passMark: 8_500,
        reserve: 0,
        serialCode: "FIN",
        certificate: false,
      }),
      list({
        key: "pemenang",
        name: words("Pemenang", "Winners"),
        stage: "winners",
        groups: everyGroup,
        size: null,
        from: "finalis",
        composition: [
          { stage: "desk", weightBp: null },
          { stage: "kelayakan", weightBp: null },
          { stage: "penilaian-publik", weightBp: null },
        ],
        reserve: 5,
        serialCode: "TOP",
      }),
    ],
    stages: [
      usual.registration,
      usual.screening,
      usual.desk,
      stage("finalists", "finalists", words("Penetapan finalis", "Finalists")),
      stage("kelayakan", "desk", words("Penilaian kelayakan oleh panel", "Feasibility scoring by the panel")),
      stage("penilaian-publik", "publicScoring", words("Penilaian manfaat oleh masyarakat", "Scoring of benefit by the public")),
      stage("winners", "winners", words("Penetapan pemenang", "Winners")),
      usual.ceremony,
    ],
    interview: null,
    ...startingRules,
    sections: [pageOf.goals],
    objections: { windowDays: 5, decisionDays: null },
    declaration,
  },
  sources: [
    ...ownChoices,
    source("groups", "official", "Kelompok umum dan replikasi; usia dan kuota 2025 tidak ditemukan.", pages.public2025),
    source(
      "categories",
      "code",
      "Kategori mengikuti Asta Cita, daftar lengkapnya tidak ditemukan; satu konsep proposal menyebut Kategori 8. Tambahkan yang lain sebelum dibuka.",
    ),
    source("fields", "code", "Bagian menurut konsep proposal bergaya KIPP; batas kata dan ukuran berkas 2025 tidak ditemukan."),
    replicatedSource,
    source("fields.tpb", "news", "Paling sedikit satu TPB wajib sejak 2018.", pages.goals2018),
    draftWeights,
    source("rubrics.kelayakan.criteria", "news", "Panel menilai kelayakan perluasan nasional; satu-satunya kriteria yang diberitakan.", pages.panel2025),
    source("rubrics.penilaian-publik.criteria", "official", "Masyarakat menilai manfaat lewat Sinovik.", pages.public2025),
    source("rubrics.penilaian-publik.readers", "design", "0: sebanyak yang ikut menilai."),
    source("lists.finalis.passMark", "news", "Nilai lulus 85 pada penilaian tim evaluasi; 273 inovasi lolos.", pages.passMark2025),
    ...deskAlone(["finalis"]),
    source("objections.windowDays", "inference", "Lima hari kalender pada 2020 dan 2023; dianggap sama.", pages.objection2023),
  ],
});
