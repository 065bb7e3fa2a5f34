export const objections = {};

export const objectionsErrors = {
  unknown: "Sanggahan ini tidak dikenal. Kembali ke daftar sanggahan.",
  noExamination: "Tidak ada daftar yang sedang diuji publik di alamat ini.",
  windowClosed: "Masa uji publik berakhir {time}. Sanggahan ini tidak diterima; sampaikan pengaduan lain kepada penyelenggara.",
  entryNotListed: "Inovasi itu tidak ada dalam daftar yang diuji publik. Pilih dari daftar, atau kosongkan.",
  tooMany: "Dari surel ini sudah ada {limit} sanggahan dalam sehari. Tulisan Anda belum dikirim; coba lagi besok.",
  alreadyDecided: "Sanggahan ini sudah diputus. Putusannya tidak berubah.",
  stillOpen: "Masih ada {count} sanggahan yang belum diputus. Putuskan semuanya sebelum daftar ditetapkan.",
};
