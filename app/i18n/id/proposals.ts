export const proposals = {};

export const proposalsErrors = {
  unknown: "Proposal ini tidak ada, atau bukan milik instansi Anda.",
  attachmentUnknown: "Berkas ini tidak ada, atau sudah dihapus dari draf.",
  editionNotOpen: "Edisi ini sudah ditutup. Tidak ada yang berubah; isi proposal tetap dapat dibaca.",
  agencyKindNotInvited: "Jenis instansi Anda tidak diundang dalam edisi ini. Hubungi sekretariat edisi.",
  stale: "Identitas proposal ini baru saja diubah orang lain. Muat ulang untuk melihatnya, lalu ulangi perubahan Anda.",
  staleAnswer: "Bagian {label} disunting di jendela lain. Kedua tulisan ditampilkan di bawah; pilih yang dipakai.",
  stepNotPossible: "Posisi proposal sudah berubah, jadi langkah ini tidak dapat dilakukan. Muat ulang halaman untuk melihat posisinya.",
  alreadySubmitted: "Proposal ini sudah diajukan dan tidak dapat diubah. Admin lokal dapat membukanya kembali selama pendaftaran berlangsung.",
  reachChanged: "Proposal ini sudah berpindah tahap. Muat ulang halaman untuk melihat keadaannya.",
  fieldMissing: "Bagian {label} belum diisi. Draf tersimpan, tetapi belum dapat diajukan.",
  fieldOver: "Bagian {label} melebihi batas {over} kata. Draf tersimpan, tetapi belum dapat diajukan.",
  fieldInvalid: "Isian {label} belum dapat dibaca. Periksa bentuk dan batasnya; draf tetap tersimpan.",
  identity: {
    title: "Judul inovasi belum diisi.",
    categoryKey: "Kategori belum dipilih.",
    startedOn: "Tanggal mulai diterapkan belum diisi.",
    unit: "Unit penyelenggara belum diisi.",
    innovator: "Nama inovator belum diisi.",
  },
  tooYoung: "Usia inovasi {months} bulan. {group} memerlukan {needed} bulan pada {closing}.",
  sameTitle: "Judul ini sudah dipakai proposal {number} dari instansi Anda. Ubah judul atau tarik salah satunya.",
  quotaFull: "Instansi Anda sudah mengajukan {quota} proposal untuk {group}, sebanyak batasnya. Tarik salah satunya atau pilih kelompok lain.",
};
