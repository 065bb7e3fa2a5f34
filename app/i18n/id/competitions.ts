/** Words of editions, their rules and their seats. */
export const competitions = {
  statuses: { draft: "Rancangan", open: "Dibuka", closed: "Ditutup" },
  roles: {
    organiser: "Sekretariat",
    screener: "Tim seleksi",
    evaluator: "Tim evaluasi",
    juror: "Panel independen",
    chair: "Ketua panel",
    observer: "Tim observasi",
    signatory: "Penanda tangan",
    auditor: "Auditor",
  },
};

export const competitionsErrors = {
  editionUnknown: "Edisi ini tidak ada, atau tidak dapat Anda lihat. Tidak ada data yang berubah.",
  presetUnknown: "Pola aturan ini tidak dikenal. Pilih salah satu yang tersedia.",
  slugTaken: "Alamat {slug} sudah dipakai edisi lain. Edisi belum dibuat; tulis alamat lain.",
  stale: "Aturan edisi ini diubah di jendela lain setelah Anda membukanya. Isian Anda belum disimpan dan tetap ada di sini; muat ulang untuk melihat keadaan terakhir.",
  frozen: "Edisi ini sudah dibuka, jadi aturannya tidak dapat diubah lagi. Tidak ada data yang berubah.",
  gapsLeft: "Edisi belum dapat dibuka: {count} nilai belum diisi. Lengkapi daftar di bawah, lalu buka lagi.",
  faultsLeft: "Edisi belum dapat dibuka: {count} aturan belum cocok. Perbaiki daftar di bawah, lalu buka lagi.",
  registrationOver: "Edisi belum dapat dibuka: pendaftarannya sudah berakhir {time}. Ubah jadwalnya, lalu buka lagi.",
  notOpen: "Edisi ini tidak sedang dibuka. Tidak ada data yang berubah.",
  stagesRunning: "Edisi belum dapat ditutup: tahap {stage} berjalan sampai {time}. Tutup edisi setelah itu.",
  windowNotYet: "Tahap {stage} baru dibuka {time}. Tidak ada data yang berubah; kembali lagi setelah itu.",
  windowClosed: "Tahap {stage} ditutup {time}. Tidak ada data yang berubah; yang sudah tersimpan tetap dapat dibaca.",
  windowUnset: "Jadwal tahap {stage} belum ditetapkan. Tidak ada data yang berubah; tanyakan kepada sekretariat edisi.",
  stageUnknown: "Tahap ini tidak ada dalam aturan edisi.",
  rubricUnknown: "Tahap ini tidak memakai lembar nilai.",
  listUnknown: "Daftar ini tidak ada dalam aturan edisi.",
  groupUnknown: "Kelompok ini tidak ada dalam aturan edisi. Pilih salah satu yang tersedia.",
  categoryUnknown: "Kategori ini tidak ada dalam aturan edisi. Pilih salah satu yang tersedia.",
  seatTaken: "Orang dengan surel ini sudah memegang kursi yang sama. Kursinya tidak berubah; pilih peran lain bila ia memegang lebih dari satu.",
  seatUnknown: "Kursi ini tidak ada, atau sudah dicabut. Muat ulang halaman untuk melihat daftar terakhir.",
  lastOrganiser: "Orang ini satu-satunya anggota sekretariat; tanpa sekretariat, edisi tidak dapat dijalankan. Dudukkan orang lain terlebih dahulu.",
};
