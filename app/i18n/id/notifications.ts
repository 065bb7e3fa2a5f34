export const notifications = {
  mails: {
    invited: {
      subject: "Undangan: {place}",
      body: "Yth. {name},\n\nAnda diundang sebagai {place}. Aktifkan akun Anda melalui tautan berikut; tautan berlaku 14 hari.\n\n{link}",
    },
    seated: {
      subject: "Anda ditambahkan: {place}",
      body: "Yth. {name},\n\nAkun Anda kini terdaftar sebagai {place}. Masuk melalui tautan berikut.\n\n{link}",
    },
    passwordReset: {
      subject: "Tautan kata sandi baru",
      body: "Yth. {name},\n\nTetapkan kata sandi baru melalui tautan berikut; tautan berlaku dua jam. Abaikan surat ini bila Anda tidak memintanya.\n\n{link}",
    },
    proposalSubmitted: {
      subject: "Tanda terima proposal {number}",
      body: "Yth. {name},\n\nProposal \"{title}\" diterima pada {time}.\nNomor tanda terima: {number}, versi {version}.\nSidik isi: {fingerprint}.\n\nTanda terima dalam PDF dapat diunduh melalui tautan berikut.\n\n{link}",
    },
    proposalReturned: {
      subject: "Draf dikembalikan: {title}",
      body: "Yth. {name},\n\nAdmin lokal mengembalikan draf \"{title}\" ke unit dengan catatan berikut.\n\n{note}\n\nSeluruh isian tetap tersimpan. Lanjutkan melalui tautan berikut.\n\n{link}",
    },
    listProvisional: {
      subject: "Daftar sementara {list}: proposal {number}",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" tercantum dalam daftar sementara {list}. Daftar ini diuji publik sampai {until} dan belum final.\n\n{link}",
    },
    listFinal: {
      subject: "Daftar final {list}: proposal {number}",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" ditetapkan dalam daftar {list} dengan keputusan nomor {decree}.\n\n{link}",
    },
    interviewScheduled: {
      subject: "Jadwal wawancara proposal {number}",
      body: "Yth. {name},\n\nWawancara proposal {number} \"{title}\" dijadwalkan {time} ({editionTime} menurut zona edisi). Konfirmasikan sebelum {until} melalui tautan berikut.\n\n{link}",
    },
    objectionReceived: {
      subject: "Sanggahan {number} diterima",
      body: "Yth. {name},\n\nSanggahan Anda terhadap daftar {list} diterima dengan nomor {number}. Putusannya dikirim ke surel ini.",
    },
    objectionUpheld: {
      subject: "Sanggahan {number} diterima sebagai beralasan",
      body: "Yth. {name},\n\nSanggahan nomor {number} dinyatakan beralasan, dengan putusan berikut.\n\n{decision}",
    },
    objectionRejected: {
      subject: "Sanggahan {number} ditolak",
      body: "Yth. {name},\n\nSanggahan nomor {number} ditolak, dengan putusan berikut.\n\n{decision}",
    },
    certificateIssued: {
      subject: "Piagam terbit: {title}",
      body: "Yth. {name},\n\nPiagam {list} untuk inovasi \"{title}\" sudah terbit. Unduh melalui halaman proposalnya.\n\n{link}",
    },
    certificateRevoked: {
      subject: "Piagam {serial} dicabut",
      body: "Yth. {name},\n\nPiagam {serial} dicabut dengan alasan berikut dan tidak berlaku lagi.\n\n{reason}\n\n{link}",
    },
    screeningPassed: {
      subject: "Proposal {number} lolos seleksi administrasi",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" lolos seleksi administrasi dan dilanjutkan ke penilaian proposal.\n\n{link}",
    },
    screeningFailed: {
      subject: "Proposal {number} tidak lolos seleksi administrasi",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" tidak lolos seleksi administrasi dengan alasan berikut.\n\n{reason}\n\nRinciannya dapat dibaca melalui tautan berikut.\n\n{link}",
    },
    assigned: {
      subject: "Proposal untuk Anda nilai: {count}",
      body: "Yth. {name},\n\nProposal yang dibagikan kepada Anda pada tahap {stage}, {edition}: {count}. Buka antrean Anda melalui tautan berikut.\n\n{link}",
    },
    sheetReopened: {
      subject: "Lembar nilai proposal {number} dibuka kembali",
      body: "Yth. {name},\n\nKetua membuka kembali lembar nilai Anda untuk proposal {number} dengan alasan berikut.\n\n{reason}\n\nPerbaiki dan kunci lagi melalui tautan berikut.\n\n{link}",
    },
  },
  notices: {
    screeningPassed: "Proposal {number} \"{title}\" lolos seleksi administrasi.",
    screeningFailed: "Proposal {number} \"{title}\" tidak lolos seleksi administrasi. Alasannya dapat dibaca.",
    assigned: "Proposal baru untuk Anda nilai pada tahap {stage}, {edition}: {count}.",
    sheetReopened: "Lembar nilai proposal {number} dibuka kembali: {reason}",
    proposalHandedOver: "Draf \"{title}\" menunggu pemeriksaan Anda.",
    proposalReturned: "Draf \"{title}\" dikembalikan ke unit dengan catatan.",
    proposalSubmitted: "Proposal \"{title}\" diajukan dengan nomor {number}.",
    listProvisional: "Proposal {number} tercantum dalam daftar sementara {list}, diuji publik sampai {until}.",
    listFinal: "Proposal {number} ditetapkan dalam daftar {list}.",
    interviewScheduled: "Wawancara proposal {number} dijadwalkan {time}. Konfirmasikan sebelum {until}.",
    certificateIssued: "Piagam {list} untuk \"{title}\" sudah terbit.",
    certificateRevoked: "Piagam {serial} dicabut: {reason}",
  },
};

export const notificationsErrors = {};
