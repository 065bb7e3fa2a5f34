import type { Source } from "#app/features/competitions/definition/types.ts";
import { source } from "#app/features/competitions/presets/parts.ts";

const panrb = "https://menpan.go.id/site/berita-terkini";

/** Addresses of what is known of KIPP, each named once. */
export const pages = {
  interviewPlan2022: `${panrb}/kementerian-panrb-dan-tpi-persiapkan-strategi-penilaian-kipp`,
  mechanism2022: `${panrb}/kementerian-panrb-dan-tim-evaluasi-bahas-mekanisme-penilaian-proposal-kipp`,
  interviews2020: `${panrb}/tahap-presentasi-top-99-dan-15-finalis-inovasi-pelayanan-publik-akan-digelar-virtual-29-juni-2020`,
  objection2020: `${panrb}/tim-panel-independen-telah-tentukan-top-99-inovasi-pelayanan-publik`,
  objection2023: `${panrb}/selangkah-menuju-finalis-top-inovasi-kipp-tahun-2023`,
  requirements2021: `${panrb}/cermati-persyaratan-dan-kriteria-inovasi-kipp-2021`,
  awards2021: "https://suarakarya.co.id/kementerian-panrb-umumkan-top-inovasi-pelayanan-publik-terpuji-2021/34099/",
  quota2021:
    "https://mmcindonesia.id/2021/05/10/pengumpulan-proposal-kompetisi-inovasi-pelayanan-publik-2021-ditutup-besok/",
  format2021: "https://gpriority.co.id/kipp-2021-hadir-dengan-format-yang-berbeda/",
  regent2021:
    "https://sulsel.fajar.co.id/2021/07/16/bupati-presentasi-inovasi-getar-dilan-tim-panel-independen-kipp-getar-dilan-inovasi-luar-biasa//2",
  winners2023: "http://sorotntb.com/2023/08/kemenpan-rb-umumkan-pemenang-top.html",
  goals2018: "https://kabar24.bisnis.com/read/20180402/15/779209/jumlah-inovasi-kipp-2018-menurun-75",
  criteria: "https://brida.sultengprov.go.id/?p=2024",
  form2022: "https://github.com/bidangegovntt/template_dev_docker",
  passMark2025: "https://www.suaraborneo.id/2025/07/2116-inovasi-lolos-seleksi-kipp-2025.html",
  public2025: `${panrb}/kipp-libatkan-masyarakat-nilai-inovasi-pelayanan-publik-cermati-langkahnya`,
  panel2025: "https://semarak.co/menteri-panrb-rini-dan-tim-panel-independen-bahas-penguatan-kipp-2025",
};

const draft =
  "Bobot bagian menurut sebuah konsep proposal bergaya KIPP (BPS Kabupaten Bintan, 2026, kode publik di GitHub); keyakinan sedang, pernyataan resmi tidak ditemukan.";

/** Weights of the sections, of medium confidence. */
export const draftWeights: Source = source("rubrics.desk.criteria.*.weightBp", "code", draft);

export const earlierFinalSource: Source = source(
  "fields.penghargaan-terdahulu.minRows",
  "design",
  "Siapa yang menjawab pernah menjadi finalis menyebut paling sedikit satu tahun dan judul.",
);

export const replicatedSource: Source = source(
  "fields.inovasi-asal",
  "code",
  "Bagian inspirasi menyebut inovasi asal (formulir KOVABLIK 2022); pertanyaan tersendiri dan tanpa batas kata pilihan Anugerah.",
  pages.form2022,
);

export const confirmation: Source = source(
  "interview.confirmHoursBefore",
  "inference",
  "Admin lokal mengonfirmasi paling lambat 24 jam sebelumnya (2020); dianggap tetap berlaku.",
  pages.interviews2020,
);

export const hours: Source = source(
  "interview.hours",
  "inference",
  "Wawancara 2020 berlangsung pukul 09.00 sampai 14.20 WIB; jeda siang pukul 12.00 sampai 13.00 pilihan Anugerah.",
  pages.interviews2020,
);

/** Before the first cut only the desk was marked. */
export const deskAlone = (lists: string[]): Source[] =>
  lists.map((key) =>
    source(
      `lists.${key}.composition`,
      "inference",
      "Sebelum penetapan finalis hanya penilaian proposal yang menghasilkan nilai.",
      "https://menpan.go.id/site/berita-terkini/2-250-proposal-inovasi-pelayanan-publik-selesai-dinilai-tim-evaluasi",
    ),
  );
