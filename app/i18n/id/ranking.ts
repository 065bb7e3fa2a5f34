export const ranking = {};

export const rankingErrors = {
  listUnknown: "Daftar ini tidak dikenal. Kembali ke halaman daftar.",
  rulesMissing: "Aturan daftar ini belum lengkap: ukuran, bobot, atau masa uji publiknya belum ditetapkan. Tidak ada yang berubah.",
  sheetsOpen: "Masih ada {count} lembar nilai yang belum dikunci. Tunggu penilai menguncinya, lalu hitung lagi.",
  sheetsMissing: "{count} proposal belum punya lembar nilai terkunci. Bagikan penilaiannya, lalu hitung lagi.",
  noEntries: "Tidak ada proposal yang dapat masuk daftar ini. Periksa hasil seleksi dan kelompoknya.",
  fromNotFinal: "Daftar ini diambil dari {list}, yang belum final. Tetapkan daftar itu terlebih dahulu.",
  changed: "Daftar ini baru saja diubah orang lain. Muat ulang halaman untuk melihat keadaan terakhir.",
  cannotSign: "Berita acara hanya dapat ditandatangani selagi daftar berupa draf. Muat ulang halaman.",
  cannotApprove: "Hanya daftar yang berita acaranya sudah ditandatangani yang dapat disetujui. Muat ulang halaman.",
  cannotFinalise: "Hanya daftar sementara yang dapat ditetapkan menjadi final. Muat ulang halaman.",
  cannotRecompute: "Daftar yang sudah diumumkan tidak dihitung ulang. Daftar itu berubah hanya melalui sanggahan yang diterima.",
  cannotReplace: "Daftar final tidak berubah lagi.",
  samePerson: "Anda menghitung atau menandatangani daftar ini, sehingga persetujuannya harus dari orang lain. Tidak ada yang berubah.",
  objectionWindowOpen: "Masa uji publik berlangsung sampai {time}. Daftar dapat ditetapkan sesudahnya.",
  decreeInFuture: "Tanggal keputusan tidak boleh sesudah hari ini. Periksa tanggalnya.",
  entryNotListed: "Proposal itu tidak ada dalam daftar atau cadangannya. Tidak ada yang berubah.",
};
