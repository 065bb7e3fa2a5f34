/** Words of the registry of institutions and of who belongs to them. */
export const agencies = {
  kinds: {
    kementerian: "Kementerian",
    lembaga: "Lembaga",
    provinsi: "Provinsi",
    kabupaten: "Kabupaten",
    kota: "Kota",
    bumn: "BUMN",
    bumd: "BUMD",
  },
  roles: { admin: "Admin lokal", writer: "Pengusul" },
  /** Where a person is invited to: continues "Anda diundang sebagai …". */
  place: { admin: "admin lokal {agency}", writer: "pengusul {unit}, {agency}" },
};

export const agenciesErrors = {
  unknown: "Instansi ini tidak ada, atau tidak dapat Anda lihat. Tidak ada data yang berubah.",
  codeTwice: "Kode {code} tertulis dua kali. Tidak ada instansi yang dimasukkan; hapus salah satunya, lalu ulangi.",
  parentUnknown: "Induk {parent} dari instansi {code} tidak dikenal. Tidak ada instansi yang dimasukkan; perbaiki kodenya, lalu ulangi.",
  memberTaken: "Orang dengan surel ini sudah menjadi anggota instansi. Keanggotaannya tidak berubah; keluarkan dahulu bila perannya harus diganti.",
  memberUnknown: "Orang ini bukan anggota instansi, atau sudah dikeluarkan. Muat ulang halaman untuk melihat daftar terakhir.",
  lastAdmin: "Orang ini satu-satunya admin lokal; tanpa admin lokal, tidak ada yang dapat mengajukan proposal. Undang admin lokal lain terlebih dahulu.",
};
