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
  },
  notices: {},
};

export const notificationsErrors = {};
