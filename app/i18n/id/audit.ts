export const audit = {
  title: "Jejak audit",
  lead: "Setiap tindakan meninggalkan satu catatan yang dirantai dengan catatan sebelumnya. Perubahan sekecil apa pun ditemukan.",
  columns: { seq: "Nomor", at: "Waktu", actor: "Pelaku", action: "Tindakan", subject: "Perkara", chain: "Sidik rantai" },
  system: "Sistem",
  empty: "Belum ada catatan.",
  older: "Catatan lebih lama",
  intact: "Rantai utuh: {entries} catatan, sidik terakhir {head}.",
  broken: "Rantai tidak utuh sejak catatan nomor {seq}. Hubungi auditor dan simpan cadangan basis data sebelum melanjutkan.",
  verify: "Periksa rantai",
};

export const auditErrors = {
  inconsistent:
    "Catatan audit tidak lagi sesuai dengan titik periksa terakhir yang sudah ditandatangani. Tidak ada yang berubah. Simpan cadangan basis data dan hubungi auditor sebelum melanjutkan.",
};
