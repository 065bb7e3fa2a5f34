export const notifications = {
  title: "Pemberitahuan",
  empty: "Belum ada pemberitahuan.",
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
  },
  notices: {
    proposalHandedOver: "Draf \"{title}\" menunggu pemeriksaan Anda.",
    proposalReturned: "Draf \"{title}\" dikembalikan ke unit dengan catatan.",
    proposalSubmitted: "Proposal \"{title}\" diajukan dengan nomor {number}.",
  },
};

export const notificationsErrors = {};
