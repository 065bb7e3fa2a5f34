import type { YearAggregateSeed } from "#app/features/archive/types.ts";

type Figure = { value: number | null; text: string; source?: string };
type Year = { year: number; source: string; figures: Partial<Record<(typeof stages)[number], Figure>> };

const stages = ["registered", "submitted", "passedAdmin", "nominated", "finalists", "winners"] as const;

const notFound: Figure = { value: null, text: "tidak ditemukan" };

const gosumut = "https://www.gosumut.com/berita/baca/2018/04/02/pendaftaran-ditutup-2824-inovasi-ikut-kipp-2018";
const panrb = "https://menpan.go.id/site/berita-terkini";

const top = (size: number): Figure => ({ value: size, text: `Top ${size}` });

/** Every year of KIPP: what was published of each step; the same six are asked of every year, so that a hole is seen. */
const kipp: Year[] = [
  {
    year: 2014,
    source: `Permen PANRB 15/2013 ; https://transformasi.org/en/publication/latest-policy-brief?view=publication&id=7 ; ${panrb}/surabaya-raih-dua-penghargaan-inovasi-pelayanan-publik`,
    figures: {
      registered: { value: 515, text: "515", source: gosumut },
      finalists: { value: 99, text: "Top 99, lalu Top 33" },
      winners: top(9),
    },
  },
  {
    year: 2015,
    source: `${panrb}/kompetisi-inovasi-pelayanan-publik-2015-diikuti-1-188-peserta ; https://docslib.org/doc/1200597/inovasi-pelayanan-publik-indonesia-2015-indonesia-public-service-innovations-2015`,
    figures: {
      registered: {
        value: 1_189,
        text: "1.189 (1.188 per 15 Februari: 298 kementerian/lembaga, 216 provinsi, 436 kabupaten, 238 kota)",
        source: `${gosumut} ; ${panrb}/kompetisi-inovasi-pelayanan-publik-2015-diikuti-1-188-peserta`,
      },
      finalists: top(99),
      winners: top(25),
    },
  },
  {
    year: 2016,
    source: "https://jpnn.com/news/14-kabupaten-masuk-top-35-inovasi-pelayanan-publik ; https://id.scribd.com/document/342934139/Buku-TOP-99-Dua-Bahasa-2016",
    figures: {
      registered: { value: 2_476, text: "2.476", source: gosumut },
      finalists: top(99),
      winners: {
        value: 35,
        text: "Top 35 (3 kementerian, 2 lembaga, 8 provinsi, 14 kabupaten, 5 kota, 3 BUMN/BUMD)",
        source: "Kepmen PANRB 99/2016 ; https://jpnn.com/news/14-kabupaten-masuk-top-35-inovasi-pelayanan-publik",
      },
    },
  },
  {
    year: 2017,
    source: "Permen PANRB 19/2016 ; https://m.jpnn.com/amp/news/hanya-1627-lolos-kompetisi-inovasi-layanan-publik-2017",
    figures: {
      registered: { value: 3_054, text: "3.054" },
      passedAdmin: {
        value: 1_627,
        text: "1.627 lolos seleksi administrasi; 1.373 dibahas dalam pleno",
        source: "https://m.jpnn.com/amp/news/hanya-1627-lolos-kompetisi-inovasi-layanan-publik-2017 ; http://jogja.antaranews.com/berita/346181/inovasi-pelayanan-publik-sleman-masuk-top-99",
      },
      finalists: top(99),
      winners: top(40),
    },
  },
  {
    year: 2018,
    source: `${panrb}/besok-menteri-panrb-serahkan-penghargaan-top-99`,
    figures: {
      registered: { value: 2_824, text: "2.824" },
      submitted: { value: 1_689, text: "1.689" },
      passedAdmin: { value: 1_463, text: "1.463" },
      nominated: { value: 150, text: "150" },
      finalists: { value: 99, text: "99" },
      winners: {
        ...top(40),
        source: "https://jipp.sulselprov.go.id/selamat-sulsel-dapat-penghargaan-top-40-inovasi-pelayanan-publik-2018-diserahkan-jk-ke-prof-nurdin/",
      },
    },
  },
  {
    year: 2019,
    source: `https://jateng.antaranews.com/berita/250740/jateng-borong-22-penghargaan-awarding-top-99-inovasi-pelayanan-publik ; ${panrb}/top-45-inovasi-ditetapkan-siap-bersaing-di-kompetisi-internasional`,
    figures: {
      registered: { value: 3_156, text: "3.156" },
      passedAdmin: { value: 1_627, text: "1.627 (angka yang sama diberitakan untuk 2017)" },
      finalists: {
        ...top(99),
        source: `Kepmen PANRB 47/2019 ; ${panrb}/top-99-inovasi-pelayanan-publik-2019-hadirkan-kejutan`,
      },
      winners: {
        ...top(45),
        source: `Kepmen PANRB 18/2019 ; ${panrb}/top-45-inovasi-ditetapkan-siap-bersaing-di-kompetisi-internasional`,
      },
    },
  },
  {
    year: 2020,
    source: `Kepmen PANRB 44/2020 ; ${panrb}/tahap-presentasi-top-99-dan-15-finalis-inovasi-pelayanan-publik-akan-digelar-virtual-29-juni-2020`,
    figures: {
      passedAdmin: {
        value: 2_250,
        text: "2.250 (2.126 umum, 33 replikasi, 91 khusus)",
        source: `${panrb}/2-250-proposal-inovasi-pelayanan-publik-selesai-dinilai-tim-evaluasi`,
      },
      finalists: { value: 114, text: "114 (99 dan 15 khusus)" },
      winners: {
        value: 50,
        text: "Top 45 dan Top 5; satu berita menyebut 46",
        source: `${panrb}/tahap-akhir-kompetisi-siapakah-peraih-top-45-dan-top-5-inovasi-pelayanan-publik-2020 ; https://diskominfomc.kalselprov.go.id/2020/11/25/kementerian-panrb-berikan-penghargaan-bagi-pemenang-kompetisi-pengelolaan-pengaduan-pelayanan-publik-2020`,
      },
    },
  },
  {
    year: 2021,
    source: `Permen PANRB 7/2021 ; https://suarakarya.co.id/kementerian-panrb-umumkan-top-inovasi-pelayanan-publik-terpuji-2021/34099/ ; ${panrb}/menteri-panrb-akan-beri-penghargaan-top-inovasi-pelayanan-publik-2021`,
    figures: {
      registered: { value: 3_178, text: "3.178" },
      finalists: { value: 129, text: "129 (99 umum, 15 replikasi, 15 khusus)" },
      winners: { value: 55, text: "55 (45 umum, 5 replikasi, 5 khusus)" },
    },
  },
  {
    year: 2022,
    source: `${panrb}/3-478-proposal-inovasi-pelayanan-publik-terdaftar-pada-kipp-2022`,
    figures: {
      registered: { value: 3_478, text: "3.478 (612 masih di UPP, 412 di admin lokal)" },
      submitted: { value: 2_454, text: "2.454 (2.299 umum, 155 khusus)" },
      passedAdmin: {
        value: 1_917,
        text: "1.917 (1.776 umum, 141 khusus)",
        source: `${panrb}/1-917-proposal-kipp-2022-lolos-seleksi-administrasi`,
      },
      finalists: {
        value: 114,
        text: "114 direncanakan (99 umum, 15 khusus)",
        source: `${panrb}/kementerian-panrb-dan-tpi-persiapkan-strategi-penilaian-kipp`,
      },
    },
  },
  {
    year: 2023,
    source: `https://zonaintegritas.news/perkuat-keberlanjutan-kualitas-dan-replikasi-inovasi-pelaksanaan-kipp-tahun-2024-ditiadakan/ ; ${panrb}/selangkah-menuju-finalis-top-inovasi-kipp-tahun-2023`,
    figures: {
      registered: { value: 3_110, text: "3.110" },
      nominated: { value: 228, text: "228 (198 umum, 30 khusus)" },
      finalists: {
        value: 114,
        text: "114 (99 umum, 15 khusus)",
        source: `${panrb}/jelang-presentasi-dan-wawancara-kementerian-panrb-lakukan-rakor-dengan-finalis-top-inovasi`,
      },
      winners: {
        value: 50,
        text: "Top 45 dan 5 Outstanding",
        source: "http://sorotntb.com/2023/08/kemenpan-rb-umumkan-pemenang-top.html",
      },
    },
  },
  {
    year: 2025,
    source: `https://indoposco.id/nasional/2025/08/02/menteri-rini-kipp-libatkan-masyarakat-nilai-inovasi-pelayanan-publik ; https://www.suaraborneo.id/2025/07/2116-inovasi-lolos-seleksi-kipp-2025.html`,
    figures: {
      registered: { value: 3_051, text: "3.051 dari 349 instansi" },
      passedAdmin: { value: 2_116, text: "2.116 dari 339 instansi" },
      nominated: { value: 273, text: "273" },
      finalists: { value: 273, text: "273" },
    },
  },
];

const kippFigures = kipp.flatMap(({ year, source, figures }) =>
  stages.map((measure) => {
    const { source: own, ...figure } = figures[measure] ?? notFound;
    return { competition: "kipp", year, measure, ...figure, source: own ?? source };
  }),
);

const paused = "https://zonaintegritas.news/perkuat-keberlanjutan-kualitas-dan-replikasi-inovasi-pelaksanaan-kipp-tahun-2024-ditiadakan/";

/** A year without KIPP, and figures of the other competitions. */
const others: YearAggregateSeed[] = [
  {
    competition: "kipp",
    year: 2024,
    measure: "registered",
    value: null,
    text: "KIPP ditiadakan (pengumuman B/51/S.PP.00.05/2024)",
    source: paused,
  },
  {
    competition: "kipp",
    year: 2024,
    measure: "finalists",
    value: null,
    text: "Pemantauan keberlanjutan dan replikasi (PKRI): 58 keberlanjutan dan 36 replikasi dipaparkan",
    source: "https://sumateraekspres.bacakoran.co/amp/51848/ekspose-hasil-pkri-2024-segera-diselenggarakan-oleh-kementerian-panrb",
  },
  {
    competition: "sp4n",
    year: 2018,
    measure: "registered",
    value: 102,
    text: "102 penilaian mandiri",
    source: "https://indovoices.com/pendidikan/kemendikbud-terima-penghargaan-25-pengelola-pengaduan-terbaik",
  },
  {
    competition: "sp4n",
    year: 2018,
    measure: "finalists",
    value: 25,
    text: "Top 25",
    source: "https://www.antaranews.com/berita/776501/kemenpan-rb-beri-penghargaan-terkait-pelayanan-publik",
  },
  {
    competition: "sp4n",
    year: 2018,
    measure: "winners",
    value: 10,
    text: "Top 10",
    source: `Kepmen PANRB 640/2018 ; ${panrb}/menteri-panrb-anugerahkan-piala-anggakara-birawa`,
  },
  {
    competition: "sp4n",
    year: 2019,
    measure: "winners",
    value: 13,
    text: "13",
    source: "https://dnews.co.id/13-pengelola-pengaduan-terbaik-terima-penghargaan-dari-kemepan-rb",
  },
  {
    competition: "sp4n",
    year: 2020,
    measure: "registered",
    value: 439,
    text: "439 (237 instansi, 202 unit pelayanan)",
    source: "https://skanaa.com/berita/menteri-tjahjo-serahkan-penghargaan-top-15-pengelola-pengaduan-pelayanan-publik-2020/",
  },
  {
    competition: "sp4n",
    year: 2020,
    measure: "finalists",
    value: 46,
    text: "Top 46 (6 Outstanding, 30 umum, 10 unit pelayanan)",
    source: `${panrb}/107-peserta-telah-mendaftar-kompetisi-pengelola-pengaduan-pelayanan-publik`,
  },
  {
    competition: "sp4n",
    year: 2020,
    measure: "winners",
    value: 15,
    text: "Top 15, empat di antaranya ditemukan namanya",
    source: "https://skanaa.com/berita/menteri-tjahjo-serahkan-penghargaan-top-15-pengelola-pengaduan-pelayanan-publik-2020/",
  },
  {
    competition: "unpsa",
    year: 2019,
    measure: "submitted",
    value: 21,
    text: "21, enam di antaranya ditemukan namanya",
    source: "Siaran pers Kementerian PANRB tentang UNPSA 2019",
  },
  {
    competition: "unpsa",
    year: 2026,
    measure: "submitted",
    value: 9,
    text: "9",
    source: "https://www.teropongmalut.com/sembilan-inovasi-pelayanan-publik-indonesia-siap-bersaing-di-unpsa-2026/",
  },
  { competition: "kovablik", year: 2020, measure: "registered", value: 137, text: "137", source: "https://harianbhirawa.co.id/?p=700256" },
  { competition: "kovablik", year: 2020, measure: "passedAdmin", value: 122, text: "122", source: "https://harianbhirawa.co.id/?p=700256" },
  { competition: "kovablik", year: 2025, measure: "registered", value: 260, text: "260", source: "https://harianbhirawa.co.id/?p=700256" },
  { competition: "kovablik", year: 2025, measure: "finalists", value: 45, text: "45", source: "https://harianbhirawa.co.id/?p=700256" },
];

/** Published figures of every year, null where none was found. */
export const publishedFigures: YearAggregateSeed[] = [...kippFigures, ...others];
