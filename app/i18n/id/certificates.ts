export const certificates = {
  pdf: {
    documentTitle: "Piagam penghargaan {serial}",
    emblem: "Tempat lambang negara",
    heading: "Piagam Penghargaan",
    givenTo: "diberikan kepada",
    forInnovation: "atas inovasi",
    as: "sebagai",
    award: "{list} Tahun {year}",
    decree: "Keputusan Nomor {number} tanggal {date}",
    issued: "Diterbitkan {date}",
    serial: "Nomor seri",
    fingerprint: "Sidik piagam",
    verifyAt: "Periksa keaslian",
    chair: "Ketua Tim Panel Independen",
    rehearsalNote: "Contoh: seluruh isi piagam ini adalah data latihan dan tidak berlaku sebagai penghargaan.",
  },
};

export const certificatesErrors = {};
