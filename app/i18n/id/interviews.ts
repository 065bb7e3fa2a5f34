export const interviews = {};

export const interviewsErrors = {
  noInterviews: "Edisi ini tidak mengadakan wawancara pada tahap itu.",
  rulesMissing: "Aturan wawancara belum lengkap: lama sesi, jumlah per hari, atau batas konfirmasinya belum ditetapkan.",
  noFinalists: "Belum ada finalis. Tetapkan daftar finalis terlebih dahulu.",
  notEnoughJurors: "Ada {count} orang panel untuk {panels} panel. Kurangi panel, atau undang juri lain.",
  noPanelFree: "{count} finalis tidak dapat didengar panel mana pun karena konflik kepentingan. Undang juri lain, lalu susun lagi.",
  notEnoughRoom: "{missing} finalis tidak mendapat sesi di dalam jadwal tahap ini. Tambah panel atau sesi per hari. Jadwal belum berubah.",
  panelsStand: "Panel sudah terbentuk: {count}. Pakai jumlah itu untuk melengkapi jadwal.",
  slotUnknown: "Sesi wawancara ini tidak dikenal.",
  confirmTooLate: "Konfirmasi ditutup {time}. Hubungi sekretariat edisi untuk memastikan kehadiran Anda.",
  notBegun: "Sesi ini baru dimulai {time}. Kehadiran dicatat sesudahnya.",
};
