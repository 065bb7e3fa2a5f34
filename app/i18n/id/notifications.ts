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
    passwordChanged: {
      subject: "Kata sandi Anda diganti",
      body: "Yth. {name},\n\nKata sandi akun Anda baru saja diganti dan sesi lain diakhiri. Bila bukan Anda yang melakukannya, segera minta tautan kata sandi baru dan hubungi sekretariat.\n\n{link}",
    },
    emailCheck: {
      subject: "Verifikasi alamat surel",
      body: "Yth. {name},\n\nPastikan alamat surel ini milik Anda melalui tautan berikut; tautan berlaku 24 jam. Abaikan surat ini bila Anda tidak memintanya.\n\n{link}",
    },
    emailChanged: {
      subject: "Alamat surel akun Anda diganti",
      body: "Yth. {name},\n\nAlamat surel akun Anda diganti menjadi {email}. Surat berikutnya dikirim ke sana. Bila bukan Anda yang melakukannya, segera hubungi sekretariat.",
    },
    emailInUse: {
      subject: "Alamat surel Anda sudah punya akun",
      body: "Yth. {name},\n\nSeseorang meminta akun lain memakai alamat surel Anda. Tidak ada yang berubah; akun Anda tetap memakai alamat ini.\n\n{link}",
    },
    secondFactorOn: {
      subject: "Verifikasi dua langkah aktif",
      body: "Yth. {name},\n\nVerifikasi dua langkah akun Anda baru saja diaktifkan dan sesi lain diakhiri. Bila bukan Anda yang melakukannya, segera hubungi sekretariat.\n\n{link}",
    },
    secondFactorOff: {
      subject: "Verifikasi dua langkah dimatikan",
      body: "Yth. {name},\n\nVerifikasi dua langkah akun Anda baru saja dimatikan. Bila bukan Anda yang melakukannya, segera ganti kata sandi dan hubungi sekretariat.\n\n{link}",
    },
    recoveryCodesRenewed: {
      subject: "Kode pemulihan baru dibuat",
      body: "Yth. {name},\n\nKode pemulihan baru dibuat untuk akun Anda; kode lama tidak berlaku lagi. Bila bukan Anda yang melakukannya, segera ganti kata sandi.\n\n{link}",
    },
    recoveryCodeUsed: {
      subject: "Kode pemulihan dipakai",
      body: "Yth. {name},\n\nSebuah kode pemulihan dipakai untuk akun Anda. Kode yang tersisa: {left}. Buat kode baru melalui tautan berikut bila hampir habis.\n\n{link}",
    },
    invitedAgain: {
      subject: "Undangan akun Anugerah",
      body: "Yth. {name},\n\nTautan baru untuk mengaktifkan akun Anda; tautan berlaku 14 hari dan menggantikan tautan sebelumnya.\n\n{link}",
    },
    accountLocked: {
      subject: "Akun Anda dikunci",
      body: "Yth. {name},\n\nAdmin sistem mengunci akun Anda dengan alasan berikut.\n\n{reason}\n\nHubungi sekretariat bila menurut Anda ini keliru.",
    },
    accountUnlocked: {
      subject: "Kunci akun Anda dibuka",
      body: "Yth. {name},\n\nAnda dapat masuk lagi dengan kata sandi Anda.\n\n{link}",
    },
    secondFactorReset: {
      subject: "Verifikasi dua langkah dilepas",
      body: "Yth. {name},\n\nAdmin sistem melepas verifikasi dua langkah akun Anda dengan alasan berikut, dan semua sesi diakhiri.\n\n{reason}\n\nSiapkan lagi melalui tautan berikut. Bila Anda tidak memintanya, segera hubungi sekretariat.\n\n{link}",
    },
    systemRoleChanged: {
      subject: "Peran sistem akun Anda diubah",
      body: "Yth. {name},\n\nAdmin sistem mengubah peran sistem akun Anda. Masuk untuk melihatnya.\n\n{link}",
    },
    erasureRequested: {
      subject: "Permintaan penghapusan data diterima",
      body: "Yth. {name},\n\nPermintaan Anda untuk menghapus data pribadi sudah diterima dan menunggu jawaban admin sistem. Anda dapat menariknya kembali sebelum dijawab.\n\n{link}",
    },
    erasureToDecide: {
      subject: "Permintaan penghapusan data menunggu jawaban",
      body: "Yth. {name},\n\nSeseorang meminta data pribadinya dihapus. Jawab melalui tautan berikut.\n\n{link}",
    },
    erasureRefused: {
      subject: "Permintaan penghapusan data ditolak",
      body: "Yth. {name},\n\nPermintaan Anda untuk menghapus data pribadi ditolak dengan alasan berikut.\n\n{note}\n\n{link}",
    },
    erasureDone: {
      subject: "Data pribadi Anda dihapus",
      body: "Yth. {name},\n\nNama, surel, dan rahasia akun Anda sudah dihapus. Akun tidak dapat dipakai lagi. Ini surat terakhir kami kepada Anda.",
    },
    passwordReset: {
      subject: "Tautan kata sandi baru",
      body: "Yth. {name},\n\nTetapkan kata sandi baru melalui tautan berikut; tautan berlaku dua jam. Abaikan surat ini bila Anda tidak memintanya.\n\n{link}",
    },
    proposalSubmitted: {
      subject: "Tanda terima proposal {number}",
      body: "Yth. {name},\n\nProposal \"{title}\" diterima pada {time}.\nNomor tanda terima: {number}, versi {version}.\nSidik isi: {fingerprint}.\nSHA-256: {sha256}.\n\nTanda terima dalam PDF dapat diunduh melalui tautan berikut.\n\n{link}",
    },
    entryInvited: {
      subject: "Undangan {group}, {edition}",
      body: "Yth. {name},\n\nInstansi Anda diundang mengikuti {group} dalam {edition} atas dasar penghargaan berikut.\n\n{reference}\n\nCatatan sekretariat: {note}\n\nAdmin lokal dapat membuat proposalnya melalui tautan berikut.\n\n{link}",
    },
    fileInfected: {
      subject: "Ada virus dalam berkas {file}",
      body: "Yth. {name},\n\nPemeriksaan menemukan {signature} dalam berkas {file} pada proposal \"{title}\". Berkas itu tidak dapat dibuka lagi oleh siapa pun. Bila proposal belum diajukan, ganti berkasnya sebelum pendaftaran ditutup. Bila sudah diajukan, hubungi sekretariat.\n\n{link}",
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
    listRemoved: {
      subject: "Perubahan daftar {list}: proposal {number}",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" tidak lagi tercantum dalam daftar {list} versi baru, yang diumumkan karena ada sanggahan yang diterima. Alasannya diumumkan sebagai berikut.\n\n{note}\n\nVersi baru ini diuji publik kembali; sanggahan dapat diajukan selama masa itu.\n\n{link}",
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
    appointmentAsked: {
      subject: "Surat penunjukan diterima: {agency}",
      body: "Yth. {name},\n\nPermintaan Anda menjadi admin lokal {agency} telah diterima. Sekretariat memeriksa surat penunjukannya dan menjawab ke surel ini.\n\nAbaikan surat ini bila Anda tidak mengajukannya.",
    },
    appointmentVerified: {
      subject: "Anda diverifikasi sebagai admin lokal {agency}",
      body: "Yth. {name},\n\nSurat penunjukan Anda sebagai admin lokal {agency} telah diverifikasi. Akhir masa tugas: {term}.\n\nBila akun Anda belum aktif, tautan aktivasinya dikirim dalam surat tersendiri. Bila sudah, masuk melalui tautan berikut.\n\n{link}",
    },
    appointmentRefused: {
      subject: "Surat penunjukan belum dapat diterima: {agency}",
      body: "Yth. {name},\n\nSurat penunjukan Anda sebagai admin lokal {agency} belum dapat diterima dengan alasan berikut.\n\n{reason}\n\nSurat yang sudah diperbaiki dapat diajukan melalui tautan berikut.\n\n{link}",
    },
    appointmentLapsed: {
      subject: "Permintaan akses kedaluwarsa: {agency}",
      body: "Yth. {name},\n\nPermintaan Anda menjadi admin lokal {agency} belum terjawab dalam 90 hari dan kini kedaluwarsa. Bila penunjukan Anda masih berlaku, ajukan lagi melalui tautan berikut.\n\n{link}",
    },
    appointmentEnding: {
      subject: "Masa tugas admin lokal berakhir {day}: {agency}",
      body: "Yth. {name},\n\nMasa tugas Anda sebagai admin lokal {agency} berakhir {day}. Sesudah hari itu akses Anda berhenti; proposal instansi tetap tersimpan.\n\nBila Anda ditunjuk kembali, atau orang lain menggantikan Anda, ajukan surat penunjukan yang baru sebelum hari itu melalui tautan berikut.\n\n{link}",
    },
    appointmentEnded: {
      subject: "Masa tugas admin lokal berakhir: {agency}",
      body: "Yth. {name},\n\nMasa tugas Anda sebagai admin lokal {agency} telah berakhir dan akses Anda dihentikan. Bila Anda ditunjuk kembali, ajukan surat penunjukan yang baru melalui tautan berikut.\n\n{link}",
    },
    certificateIssued: {
      subject: "Piagam terbit: {title}",
      body: "Yth. {name},\n\nPiagam {list} untuk inovasi \"{title}\" sudah terbit. Unduh melalui halaman proposalnya.\n\n{link}",
    },
    certificateRevoked: {
      subject: "Piagam {serial} dicabut",
      body: "Yth. {name},\n\nPiagam {serial} dicabut dengan alasan berikut dan tidak berlaku lagi.\n\n{reason}\n\n{link}",
    },
    screeningReturned: {
      subject: "Proposal {number} diminta diperbaiki sampai {until}",
      body: "Yth. {name},\n\nTim seleksi administrasi {edition} meminta proposal {number} \"{title}\" diperbaiki sampai {until}.\n\n{reason}\n\nBuka permintaannya melalui tautan berikut. Bila waktunya habis, versi terakhir tetap berlaku.\n\n{link}",
    },
    screeningExtended: {
      subject: "Waktu perbaikan proposal {number} diperpanjang sampai {until}",
      body: "Yth. {name},\n\nWaktu perbaikan proposal {number} \"{title}\" diperpanjang sampai {until}.\n\n{link}",
    },
    screeningLapsed: {
      subject: "Waktu perbaikan proposal {number} berakhir",
      body: "Yth. {name},\n\nWaktu perbaikan proposal {number} \"{title}\" berakhir {until} tanpa pengajuan baru. Versi yang terakhir diajukan tetap diperiksa.\n\n{link}",
    },
    screeningFailedAppeal: {
      subject: "Proposal {number} tidak lolos seleksi administrasi, masa sanggah berjalan",
      body: "Yth. {name},\n\nProposal {number} \"{title}\" tidak lolos seleksi administrasi dengan alasan berikut.\n\n{reason}\n\nInstansi dapat mengajukan sanggah sampai {until} melalui tautan berikut.\n\n{link}",
    },
    screeningUpheld: {
      subject: "Sanggah proposal {number} diterima",
      body: "Yth. {name},\n\nSanggah atas proposal {number} \"{title}\" diterima. Proposal dinyatakan lolos seleksi administrasi.\n\n{reason}\n\n{link}",
    },
    screeningDismissed: {
      subject: "Sanggah proposal {number} ditolak",
      body: "Yth. {name},\n\nSanggah atas proposal {number} \"{title}\" ditolak dengan pertimbangan berikut. Putusan tidak lolos tetap berlaku.\n\n{reason}\n\n{link}",
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
    checkpoint: {
      subject: "Titik periksa catatan audit hari ini: {size} catatan",
      body: "Yth. {name},\n\nSimpan surat ini. Teks di bawah adalah keadaan catatan audit hari ini yang sudah ditandatangani. Dengan teks ini siapa pun dapat memeriksa kelak bahwa tidak ada catatan sebelumnya yang diubah.\n\n{note}\n\nCara memeriksanya dijelaskan melalui tautan berikut.\n\n{link}",
    },
    readingsEnded: {
      subject: "Bacaan Anda yang berakhir: {count}",
      body: "Yth. {name},\n\nBacaan Anda yang berakhir pada tahap {stage}, {edition}: {count}. Anda tidak perlu menilai proposal itu lagi. Nilai yang sudah Anda isi tersimpan sebagai riwayat dan tidak dihitung. Antrean Anda sekarang ada pada tautan berikut.\n\n{link}",
    },
    sheetReopened: {
      subject: "Lembar nilai proposal {number} dibuka kembali",
      body: "Yth. {name},\n\nKetua membuka kembali lembar nilai Anda untuk proposal {number} dengan alasan berikut.\n\n{reason}\n\nPerbaiki dan kunci lagi melalui tautan berikut.\n\n{link}",
    },
    extensionGranted: {
      subject: "Perpanjangan waktu sampai {until}",
      body: "Yth. {name},\n\nSekretariat {edition} memberi perpanjangan untuk \"{title}\" sampai {until}, dengan alasan berikut.\n\n{reason}\n\nUmur inovasi tetap dihitung dari penutupan pendaftaran semula.\n\n{link}",
    },
    extensionRevoked: {
      subject: "Perpanjangan waktu dicabut: {title}",
      body: "Yth. {name},\n\nPerpanjangan untuk \"{title}\" sampai {until} dicabut oleh sekretariat {edition} dengan alasan berikut. Yang sudah diajukan tetap berlaku.\n\n{reason}\n\n{link}",
    },
    announcement: {
      subject: "{title}",
      body: "Yth. {name},\n\n{text}\n\nSekretariat {edition}\n\n{link}",
    },
    reminderWriters: {
      subject: "Pengingat: {count} draf belum lengkap, ditutup {until}",
      body: "Yth. {name},\n\nDraf Anda yang belum diajukan pada {edition}: {count}. Pendaftaran ditutup {until}.\n\n{list}\n\nLanjutkan melalui tautan berikut.\n\n{link}",
    },
    reminderAdmins: {
      subject: "Pengingat: {count} draf belum diajukan, ditutup {until}",
      body: "Yth. {name},\n\nDraf {agency} yang belum diajukan pada {edition}: {count}. Pendaftaran ditutup {until}. Hanya admin lokal yang dapat mengajukan.\n\n{list}\n\nPeriksa dan ajukan melalui tautan berikut.\n\n{link}",
    },
    reminderScreeners: {
      subject: "Pengingat: seleksi administrasi ditutup {until}",
      body: "Yth. {name},\n\nMasih ada proposal yang menunggu seleksi administrasi pada {edition}. Tahap {stage} ditutup {until}.\n\nBuka antrean melalui tautan berikut.\n\n{link}",
    },
    reminderAssessors: {
      subject: "Pengingat: {count} lembar nilai belum dikunci",
      body: "Yth. {name},\n\nLembar nilai Anda yang belum dikunci pada {edition}: {count}. Tahap {stage} ditutup {until}.\n\nBuka antrean melalui tautan berikut.\n\n{link}",
    },
    templateTest: {
      subject: "[Uji] {title}",
      body: "{text}",
    },
  },
  notices: {
    extensionGranted: "Perpanjangan untuk \"{title}\" sampai {until}: {reason}",
    extensionRevoked: "Perpanjangan untuk \"{title}\" sampai {until} dicabut: {reason}",
    announcementRetracted: "Pengumuman \"{title}\" ditarik: {reason}",
    announcement: "Pengumuman {edition}: {title}",
    reminderWriters: "Draf yang belum diajukan pada {edition}: {count}. Ditutup {until}.",
    reminderAdmins: "Draf {agency} yang belum diajukan pada {edition}: {count}. Ditutup {until}.",
    reminderScreeners: "Masih ada proposal yang menunggu seleksi administrasi pada {edition}. Ditutup {until}.",
    reminderAssessors: "Lembar nilai yang belum dikunci pada {edition}: {count}. Ditutup {until}.",
    screeningReturned: "Proposal {number} \"{title}\" diminta diperbaiki sampai {until}.",
    screeningExtended: "Waktu perbaikan proposal {number} diperpanjang sampai {until}.",
    screeningLapsed: "Waktu perbaikan proposal {number} berakhir. Versi terakhir tetap berlaku.",
    screeningFailedAppeal: "Proposal {number} \"{title}\" tidak lolos seleksi administrasi. Sanggah dapat diajukan sampai {until}.",
    screeningUpheld: "Sanggah proposal {number} diterima. Proposal lolos seleksi administrasi.",
    screeningDismissed: "Sanggah proposal {number} ditolak. Pertimbangannya dapat dibaca.",
    screeningAppealed: "Proposal {number} \"{title}\" disanggah instansinya dan menunggu putusan.",
    screeningPassed: "Proposal {number} \"{title}\" lolos seleksi administrasi.",
    screeningFailed: "Proposal {number} \"{title}\" tidak lolos seleksi administrasi. Alasannya dapat dibaca.",
    assigned: "Proposal baru untuk Anda nilai pada tahap {stage}, {edition}: {count}.",
    conflictDeclared: "{name} menyatakan konflik kepentingan. Periksa, dan lihat apakah bacaannya sudah mendapat pengganti.",
    assessorObjected: "{agency} menyampaikan keberatan terhadap penilai.",
    readingsEnded: "Bacaan Anda yang berakhir pada tahap {stage}, {edition}: {count}. Anda tidak perlu menilainya lagi.",
    readingsDone: "Semua bacaan tahap {stage}, {edition}, yang sudah dibagikan telah terkunci: {count}. Tahap dapat ditutup atau ditambah bacaannya.",
    sheetReopened: "Lembar nilai proposal {number} dibuka kembali: {reason}",
    appointmentArrived: "Surat penunjukan admin lokal dari {agency} menunggu diperiksa.",
    termEnding: "Masa tugas Anda sebagai admin lokal {agency} berakhir {day}. Ajukan surat penunjukan yang baru bila Anda ditunjuk kembali.",
    termEndingOffice: "Masa tugas admin lokal {agency} berakhir {day}.",
    proposalHandedOver: "Draf \"{title}\" menunggu pemeriksaan Anda.",
    entryInvited: "Instansi Anda diundang mengikuti {group} atas dasar {reference}.",
    fileInfected: "Ada virus dalam berkas {file} pada \"{title}\". Berkas itu ditutup; ganti dengan yang bersih.",
    proposalReturned: "Draf \"{title}\" dikembalikan ke unit dengan catatan.",
    proposalCommented: "Ada komentar baru pada \"{title}\".",
    proposalSubmitted: "Proposal \"{title}\" diajukan dengan nomor {number}.",
    listProvisional: "Proposal {number} tercantum dalam daftar sementara {list}, diuji publik sampai {until}.",
    listFinal: "Proposal {number} ditetapkan dalam daftar {list}.",
    listRemoved: "Proposal {number} tidak lagi tercantum dalam daftar {list}: {note}",
    interviewScheduled: "Wawancara proposal {number} dijadwalkan {time}. Konfirmasikan sebelum {until}.",
    certificateIssued: "Piagam {list} untuk \"{title}\" sudah terbit.",
    certificateRevoked: "Piagam {serial} dicabut: {reason}",
  },
};

export const notificationsErrors = {
  letterUnknown: "Surat ini tidak ada.",
  letterWaits: "Surat ini masih menunggu dikirim, jadi belum perlu dikirim ulang.",
  letterRetracted: "Pengumuman dalam surat ini sudah ditarik, jadi suratnya tidak dikirim ulang. Terbitkan pengumuman baru bila masih diperlukan.",
  letterSecret: "Tautan rahasia surat ini sudah dihapus. Kirim undangan atau tautan baru dari halaman asalnya.",
  letterLeft: "Surat ini sudah tidak menunggu, jadi tidak dapat dibatalkan.",
  templateUnknown: "Surat ini tidak punya naskah yang dapat diubah.",
  placeUnknown: "{{place}} tidak dikenal dalam surat ini. Pakai hanya bagian dari daftar di bawah.",
  placeMissing: "{{place}} belum ada. Tanpa itu penerima tidak mendapat keterangannya.",
  linkForeign: "Tautan {link} keluar dari situs ini. Pakai hanya alamat di {host}.",
  braceOpen: "Ada kurung kurawal yang tidak berpasangan. Tulis bagian seperti {{example}}.",
};
