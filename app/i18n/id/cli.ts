/** Words of the command line `anugerah`. */
export const cli = {
  overview: `anugerah: kompetisi inovasi pelayanan publik, dari pembukaan sampai piagam

Pemakaian: anugerah <perintah> [opsi]`,
  commandsTitle: "Perintah",
  overviewEnd: `"anugerah <perintah> --help" menjelaskan satu perintah: pemakaian, opsi, berkas, kode keluar.`,
  commonOptions: `Opsi umum
  --lang id|en   bahasa keluaran; tanpa opsi ini mengikuti LANG
  --json         hasil sebagai JSON di keluaran baku
  --help         penjelasan ini

Kode keluar
  0 berhasil   1 ditolak atau gagal   2 salah pakai`,
  errors: {
    unknownCommand: "perintah \"{command}\" tidak dikenal.",
    unknownOption: "opsi {option} tidak dikenal.",
    optionValue: "opsi {option} memerlukan nilai, atau tidak menerimanya.",
    tooMany: "\"{word}\" berlebih di akhir perintah.",
    missing: "{option} wajib disebut.",
    invalid: "{option}: {fault}",
    language: "--lang menerima id atau en.",
    seeHelp: "Tambahkan --help untuk melihat pemakaiannya.",
    failed: "gagal: {reason}",
    environment: "pengaturan lingkungan tidak sah: {faults}",
    noDatabase: "belum ada basis data di {file}; jalankan \"anugerah migrate\" atau \"npm start\" terlebih dahulu.",
    behind: "basis data {file} belum mutakhir; jalankan \"anugerah migrate\" terlebih dahulu.",
    ahead: "basis data {file} dibuat oleh versi Anugerah yang lebih baru; pakai versi itu.",
    noFile: "berkas {file} tidak ditemukan.",
    notADatabase: "{file} bukan basis data yang dapat dibuka.",
    notEmpty: "folder {folder} tidak kosong; pilih folder baru supaya tidak ada yang tertimpa.",
  },
  progress: { seconds: "{seconds} dtk" },
  serve: {
    summary: "menyajikan situs dan menjalankan pekerja",
    help: `Pemakaian: anugerah serve [--demo] [--data FOLDER] [--port N]

Membangun bila perlu, memutakhirkan basis data, menjalankan pekerja, lalu menyajikan situs.
Pada awal pertama mengisi registrasi instansi dan arsip penghargaan: keduanya data nyata.

Opsi
  --demo          mengisi data latihan satu kali dan mencetak akunnya; folder bawaan data/demo
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data)
  --port N        port (bawaan: PORT, atau 3000)

Berkas di folder data
  anugerah.db     basis data
  files/          lampiran, dinamai menurut isinya
  keys/           kunci tanda tangan piagam; simpan salinannya di tempat aman

SIGTERM atau Ctrl-C menyelesaikan permintaan yang sudah diterima, lalu berhenti.`,
    building: "Membangun situs",
    built: "Situs sudah dibangun dan masih mutakhir.",
    buildFailed: "situs gagal dibangun:\n{output}",
    migrating: "Memutakhirkan basis data",
    seeding: "Mengisi registrasi instansi dan arsip penghargaan (data nyata, dengan sumber)",
    seeded: "{agencies} instansi, {records} catatan penghargaan, {aggregates} angka tahunan.",
    filling: "Mengisi data latihan",
    filled: "Data latihan sudah ada di {folder}; hapus folder itu untuk mengisinya dari awal.",
    ready: "Anugerah siap di {url} setelah {seconds} detik. Ctrl-C untuk berhenti.",
    noUser: "Belum ada akun. Buat akun pertama:\n  npx anugerah user create --email ANDA@instansi.go.id --name \"Nama Anda\" --role organiser",
    accounts: "Akun demo (data latihan). Semua memakai kata sandi: {password}",
    demoNeedsOwnFolder: "{file} berisi data yang bukan demo; pilih folder lain dengan --data.",
    siteStopped: "Sebuah proses situs berhenti (kode {code}) dan akan dijalankan lagi.",
    workerStopped: "Pekerja berhenti (kode {code}); dijalankan lagi.",
    stopping: "Menyelesaikan permintaan yang sudah diterima",
  },
  worker: {
    summary: "mengirim surel dan mengerjakan antrean (dijalankan oleh serve)",
    help: `Pemakaian: anugerah worker [--data FOLDER]

Mengerjakan antrean, mengirim surel bila SMTP_URL diatur, dan menghapus sesi yang kedaluwarsa.
"anugerah serve" sudah menjalankannya; perintah ini untuk menjalankannya sendiri.

Opsi
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data)

SIGTERM atau Ctrl-C menyelesaikan pekerjaan yang sedang berjalan, lalu berhenti.`,
  },
  migrate: {
    summary: "membuat atau memutakhirkan basis data",
    help: `Pemakaian: anugerah migrate [--data FOLDER]

Membuat basis data bila belum ada, dan memutakhirkan bentuknya. Aman dijalankan berulang.

Opsi
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data)`,
    done: "{applied} perubahan diterapkan pada {file}.",
    current: "{file} sudah mutakhir.",
  },
  files: {
    faulty: "berkas {file} tidak dipakai; {count} kesalahan:\n{faults}",
    fault: "  baris {line}, {field}: {words}",
    more: "  … dan {count} kesalahan lain",
    cells: "harus {expected} kolom, ada {found}",
    quote: "berkas {file}, baris {line}: tanda petik tidak ditutup.",
    unknownField: "tidak ada yang bernama demikian di sini",
    notUtf8: "berkas {file} bukan teks UTF-8.",
    notJson: "berkas {file} bukan JSON.",
    notWritable: "berkas {file} tidak dapat ditulis.",
  },
  rank: {
    summary: "menghitung ulang peringkat dari tabel nilai",
    help: `Pemakaian: anugerah rank --marks NILAI.csv [--rules ATURAN.json] [--cut 99 --cut 45] [--seed 1] [--draws 4000] --out HASIL.json

Menghitung nilai terkalibrasi, peringkat, peluang masuk daftar, peringkat harapan dan selang 90 %, keterhubungan penilai, serta
keandalan, dari nilai saja. Nilai terkalibrasi = rata-rata (nilai penilai - kelonggaran penilai); nilai mentah dan
peringkatnya selalu di sampingnya. Urutan baris tidak mengubah satu bita pun.

Opsi
  --marks BERKAS   CSV berkepala entry,assessor,mark; boleh ditambah stratum, criterion, cluster, panel
  --rules BERKAS   aturan edisi: criteria, cuts, passMark, ties, quantity, waivers, exclude
  --cut N          ukuran daftar yang dihitung peluangnya; boleh diulang
  --seed N         benih undian dan penarikan contoh (bawaan 1)
  --draws N        banyaknya penarikan (bawaan 4000)
  --out BERKAS     berkas hasil

Aturan, JSON, setiap bagian boleh tidak ada
  criteria   [{"key":"kebaruan","weight":3000}]   bobot dalam satuan apa pun; tanpa ini semua kriteria sama berat
  cuts       [{"size":99,"reserve":10,"nominees":2,"shares":{"KLASTER":5000},"minima":{"KLASTER":3}}]   jatah dalam basis poin
  passMark   {"value":70,"on":"raw"|"calibrated"|"quality"}
  ties       ["rawMean","kebaruan","draw"]   setelah sama dalam 1e-6; tanpa ini urutan tersebut dengan semua kriteria
  quantity   "calibrated" (bawaan) | "quality"
  waivers    [{"code":"disconnected","reason":"…"}]   exclude   [{"assessor":"E7","reason":"…"}]   alasan sedikitnya 10 huruf

Dengan dua panel atau lebih, kelonggaran panel ditaksir tersendiri dan ikut dikurangkan. Itu beralasan hanya bila proposal dibagi ke
panel dengan undian di dalam stratumnya; bila panel dipilih menurut mutu atau bidang, jadikan panel bagian dari kolom stratum.
Bila kelonggaran tidak dapat ditaksir, nilai mentah yang memeringkat dan itu dikatakan. Bila penilai terpecah dalam kelompok yang
tidak saling terhubung, peringkat ditolak kecuali aturan mencatat pengecualian (waivers) dengan alasannya.`,
    head: "berkas {file}: kepala harus entry,assessor,mark, boleh ditambah stratum,criterion,cluster,panel, masing-masing sekali.",
    took: "{seconds} detik.",
    done: "{entries} proposal, {assessors} penilai, {warnings} peringatan: {out}.",
    warnings: {
      notEstimable: "Kelonggaran penilai tidak dapat ditaksir dari {marks} nilai atas {entries} proposal; nilai mentah yang memeringkat.",
      disconnected: "Penilai terpecah dalam {count} kelompok yang tidak saling terhubung. {reason}",
      boundary: "Ragam {part} ditaksir nol, di batas yang mungkin.",
      panelsUntold: "Kelonggaran panel tidak dapat dibedakan dari stratum, penilai, atau proposalnya; nilai panel tidak dikoreksi.",
      constant: "{assessor} memberi nilai yang sama kepada semua proposal.",
      placeholder: "{assessor} memberi nilai terendah berulang-ulang yang tidak diberikan penilai lain: mungkin bukan penilaian.",
      extreme: "{assessor} menyimpang dari penilai lain lebih jauh daripada yang dapat diterangkan kelonggaran.",
      excluded: "{assessor} dikeluarkan oleh aturan: {reason}",
      assumedEqualWeights: "Aturan tidak menyebut bobot kriteria; semua kriteria dihitung sama.",
    },
    parts: { entry: "antarproposal", assessor: "antarpenilai", panel: "antarpanel" },
  },
  reliability: {
    summary: "menghitung keandalan penilaian dari tabel nilai",
    help: `Pemakaian: anugerah reliability --matrix TABEL.csv --out HASIL.json

Menghitung ICC(1), ICC(2,1), ICC(2,k), ICC(3,k), alfa Krippendorff (nominal, ordinal, interval) dan W Kendall, masing-masing dengan
selang 95 %; bila tidak ada, sebabnya disebut.

Opsi
  --matrix BERKAS  CSV: satu baris satu proposal, satu kolom satu penilai, sel kosong berarti tidak dinilai; baris dan kolom
                   pertama boleh berisi nama, termasuk angka bila sudut kirinya kosong atau berisi entry, proposal, atau id
  --out BERKAS     berkas hasil`,
    empty: "berkas {file} tidak berisi tabel nilai.",
    repeated: "{name} tercantum dua kali",
    done: "Keandalan ditulis ke {out}:",
    reasons: {
      incomplete: "tidak dihitung: ada nilai yang kosong",
      tooFewEntries: "tidak dihitung: kurang dari dua proposal",
      tooFewAssessors: "tidak dihitung: kurang dari dua penilai",
      noPairs: "tidak dihitung: tidak ada proposal yang dinilai dua kali",
      noSpread: "tidak dihitung: semua nilai sama",
      unbalanced: "tanpa selang: banyaknya nilai per proposal berbeda",
    },
  },
  assign: {
    summary: "membagi proposal kepada penilai",
    help: `Pemakaian: anugerah assign --in SOAL.json [--seed 1] --out HASIL.json

Memberi setiap proposal penilainya: tanpa konflik, jumlahnya tepat, beban dalam batasnya, seorang ahli tiap proposal dan satu kursi
tiap organisasi bila aturan memintanya, penilai cukup terhubung untuk dibandingkan, dan dari semua itu yang termurah. Setiap
pasangan disertai alasannya. Soal dan benih yang sama memberi bita yang sama, apa pun urutan barisnya.

Opsi
  --in BERKAS    soal: readers, load, entries, assessors, dan bila ada match, conflicts, fixed, forbidden, rules
  --seed N       benih undian di antara yang setara (bawaan 1)
  --out BERKAS   berkas hasil

Bila tidak mungkin, perintah berakhir dengan kode 1 dan menyebut proposal yang kekurangan penilai beserta sebabnya.`,
    took: "{seconds} detik, paling banyak {memory} MiB.",
    done: "{assignments} bacaan, {status}: {out}.",
    methods: {
      flow: "Terbaik dan terbukti: arus biaya minimum sudah memenuhi semua aturan.",
      repair: "Diperbaiki dari arus biaya minimum; selisih dari batas bawah paling banyak {gap} %.",
      program: "Model lengkap diselesaikan; selisih dari batas bawah {gap} %.",
    },
    linked: "Agar penilai terhubung, tangga penghubung dinaiki sampai anak tangga {step}.",
    outside: "Bacaan oleh orang yang tidak menguasai kategorinya: {count}.",
    infeasible: "Pembagian tidak mungkin; {count} sebab:",
    refused: "Tidak ada yang ditulis.",
    faults: {
      bounds: "beban paling sedikit melebihi paling banyak",
      unknown: "{id} tidak ada dalam soal",
      repeated: "{id} muncul dua kali",
      clash: "{entry} dan {assessor} ditetapkan sekaligus dilarang",
    },
  },
  similarity: {
    summary: "mencari naskah yang menyalin naskah lain",
    help: `Pemakaian: anugerah similarity --new BARU.jsonl [--old LAMA.jsonl] --out PASANGAN.json

Membandingkan setiap naskah baru dengan semua naskah baru dan lama lainnya, dan menulis pasangan yang patut dilihat: sedikitnya
3 % dan 5 rangkaian empat kata yang sama (dari contoh satu per delapan, setelah kata dasar), atau judul yang sama. Rangkaian
yang ada di lebih dari 30 naskah (templat), kutipan, dan sebutan peraturan tidak dihitung. Naskah di bawah sekitar 60 kata
terlalu pendek untuk dibandingkan isinya. Manusia yang menilai: hasil ini petunjuk, bukan tuduhan.

Opsi
  --new BERKAS   naskah baru
  --old BERKAS   naskah lama; tanpa ini hanya naskah baru yang dibandingkan satu sama lain
  --out BERKAS   berkas hasil

Berkas masuk: JSON per baris, UTF-8, setiap baris {"id","agency","year","title","text"}. Id hanya sekali dalam satu berkas;
baris lama yang id-nya ada di berkas baru dilewati.

Berkas hasil: {"pairs":[{"a","b","containmentAB","containmentBA","sameTitle","passages"}]}, urut menurut a lalu b.
  a, b            id; a selalu naskah baru
  containmentAB   bagian naskah a yang juga ada di b, 0 sampai 1; containmentBA sebaliknya
  passages        [dariA, sampaiA, dariB, sampaiB]: satuan UTF-16 dalam "text" (hitungan JavaScript), tanpa posisi akhir`,
    readingNew: "Naskah baru (MB)",
    readingOld: "Naskah lama (MB)",
    comparing: "Perbandingan",
    aligning: "Bagian yang sama",
    repeated: "{count} baris lama dilewati: id-nya ada di berkas baru.",
    took: "{seconds} detik, puncak memori {memory} MiB.",
    done: "{new} naskah baru, {old} naskah lama: {pairs} pasangan patut dilihat, di {out}.",
    notJson: "bukan JSON",
    notUtf8: "bukan UTF-8",
    longLine: "lebih panjang dari 64 MiB",
    duplicate: "id {id} sudah ada di baris {first}",
  },
  userCreate: {
    summary: "membuat akun sistem",
    help: `Pemakaian: anugerah user create --email ALAMAT --name NAMA [--role PERAN] [--password-stdin]

Membuat akun dengan kata sandi. Kata sandi ditanyakan di terminal, atau dibaca dari masukan baku.

Opsi
  --email ALAMAT     surel akun
  --name NAMA        nama lengkap
  --role PERAN       none (bawaan), organiser: boleh membuat edisi; operator: mengelola akun dan
                     sistem, tanpa nilai; auditor: membaca semuanya
  --password-stdin   membaca kata sandi dari baris pertama masukan baku
  --data FOLDER      folder data (bawaan: DATA_DIR, atau data)`,
    ask: "Kata sandi (sedikitnya {minimum} huruf): ",
    again: "Sekali lagi: ",
    differ: "kedua kata sandi tidak sama; tidak ada akun yang dibuat.",
    tooShort: "kata sandi sedikitnya {minimum} huruf; tidak ada akun yang dibuat.",
    tooCommon: "kata sandi ini terlalu mudah ditebak; pakai kalimat pendek yang lain. Tidak ada akun yang dibuat.",
    noTerminal: "tidak ada terminal untuk menanyakan kata sandi; pakai --password-stdin.",
    done: "Akun {email} dibuat dengan peran {role}.",
  },
  agencyImport: {
    summary: "mengisi registrasi instansi dari CSV",
    help: `Pemakaian: anugerah agency import BERKAS.csv [--data FOLDER]

Menambah instansi baru dan memperbarui yang kodenya sudah ada. Tidak ada yang dihapus. Bila satu baris
saja salah, tidak ada baris yang disimpan.

Berkas: CSV UTF-8 dengan kepala  code,name,kind,province,parent,zone
  code       kode resmi yang tetap, misalnya 33.15 atau L-BPOM
  name       nama seperti tertulis di piagam
  kind       kementerian, lembaga, provinsi, kabupaten, kota, bumn, atau bumd
  province   kode provinsi dua angka; kosong untuk instansi pusat
  parent     kode instansi induk; boleh kosong
  zone       Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura

Opsi
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data)`,
    source: "Berkas {file}",
    done: "{created} instansi baru, {updated} diperbarui, {unchanged} tetap.",
    header: "kepala harus code,name,kind,province,parent,zone",
    duplicate: "kode {code} sudah ada di baris {first}",
    unknownParent: "instansi induk {code} tidak ada di berkas dan tidak ada di registrasi",
    empty: "tidak ada baris instansi",
  },
  dbCheck: {
    summary: "memeriksa kebenaran isi basis data",
    help: `Pemakaian: anugerah db check [--db BERKAS | --data FOLDER]

Memeriksa apa yang tidak pernah boleh salah: keutuhan berkas basis data, rujukan, nomor tanpa celah,
keadaan daftar dan piagam, isi pengajuan terhadap SHA-256, dan rantai audit. Tidak mengubah apa pun.

Opsi
  --db BERKAS     berkas basis data
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data); lampiran ikut diperiksa

Kode keluar 1 bila ada pelanggaran; sedikitnya lima yang pertama disebut.`,
    ok: "baik",
    violations: "{count} pelanggaran",
    allGood: "Semua {count} aturan terpenuhi.",
    broken: "{count} aturan dilanggar.",
    names: {
      integrity: "berkas basis data utuh",
      foreignKeys: "setiap rujukan ada tujuannya",
      entryNumbers: "nomor pengajuan berurutan tanpa celah",
      entryReach: "keadaan proposal cocok dengan tahap yang dicapai",
      submittedContent: "isi pengajuan cocok dengan SHA-256-nya",
      submissionVersions: "versi pengajuan berurutan dari satu",
      attachmentFiles: "berkas setiap lampiran ada",
      screenedReach: "hasil seleksi cocok dengan tahap yang dicapai",
      sheetMarks: "lembar nilai terkunci berisi semua nilai",
      markRange: "nilai berada dalam rentang lembarnya",
      ownAgency: "tidak ada penilai yang menilai instansinya sendiri",
      currentLists: "satu daftar berlaku untuk setiap kunci daftar",
      finalLists: "daftar final punya keputusan dan jendela sanggahan yang lewat",
      twoPersons: "penanda tangan berita acara bukan yang menyetujui daftar",
      listRows: "peringkat daftar berurutan dan ukurannya cocok",
      openObjections: "daftar final tidak menyisakan sanggahan terbuka",
      certificateLists: "piagam hanya untuk nama dalam daftar final",
      certificateSerials: "nomor seri piagam berurutan tanpa celah",
      slotOverlap: "wawancara satu panel tidak bertumpuk",
      auditChain: "rantai audit utuh",
    },
  },
  auditVerify: {
    summary: "memeriksa catatan audit dan keadaan yang dicatatnya",
    help: `Pemakaian: anugerah audit verify [--db BERKAS | --data FOLDER] [--checkpoint BERKAS …]

Memeriksa seluruh catatan audit: rantai, isi, pohon RFC 6962, setiap titik periksa yang tersimpan dan yang diberikan, serta
bahwa setiap nilai, lembar, keputusan, penugasan, dan baris daftar sama dengan catatan terakhirnya. Yang tidak cocok disebut
dengan nomor catatan, atau dengan tabel, baris, dan kolomnya. Tidak mengubah apa pun.

Opsi
  --db BERKAS          berkas basis data
  --data FOLDER        folder data (bawaan: DATA_DIR, atau data)
  --checkpoint BERKAS  titik periksa yang pernah Anda terima; boleh diulang

Tanda tangan diperiksa dengan keys/audit.pem di samping basis data, atau AUDIT_KEY.`,
    unspoken: "Baris yang tidak disebut catatan mana pun ditulis di luar aplikasi, atau lebih tua dari penyegelan baris. Sesudah memutakhirkan basis data lama, simpan keluaran ini bersama tanggal pemutakhiran: baris lama disegel pada perubahan berikutnya, dan baris yang belum tercantum di sini bukan baris lama.",
    good:
      "Catatan audit utuh: {entries} catatan, {checkpoints} titik periksa, {rows} baris sama dengan catatannya, {erased} catatan sudah dihapus isinya.\nKepala rantai {head}\nAkar pohon {root}",
    bad: "Ada {faults} ketidakcocokan:",
    more: "… dan {more} lagi.",
    unsigned: "Tanda tangan tidak diperiksa karena kuncinya tidak ada di sini.",
  },
  bundleVerify: {
    summary: "menghitung ulang sebuah daftar dari paket hasilnya",
    help: `Pemakaian: anugerah bundle verify BERKAS [--key KUNCI]

Menghitung ulang daftar yang diterbitkan hanya dari paketnya, dengan aturan yang sama, lalu membandingkannya bita demi bita.
Memeriksa pula sidik isi, ikatan aturan dan benih undian, serta bukti bahwa catatan audit memuatnya. Tanpa jaringan dan tanpa
basis data. Yang tidak cocok disebut: baris dan kolom pertama, berkas, atau nomor catatan.

Opsi
  --key KUNCI   kunci pemeriksa dari halaman titik periksa: nama+id+base64

Kode keluar 0 bila semua cocok, 1 bila ada yang tidak.`,
    good: "Daftar {list} versi {version} sama bita demi bita: {rows} baris dihitung ulang dari {sheets} lembar nilai.\nSidik {digest}",
    bad: "Paket ini tidak cocok:",
    faults: {
      archive: "berkasnya rusak, berubah, atau bukan paket hasil, pada {detail}",
      manifest: "{detail} bukan yang disebut daftar isi paket",
      shape: "isinya tidak terbaca: {detail}",
      inputs: "{detail} bukan masukan yang disebut daftar",
      row: "baris {detail} (diterbitkan / dihitung ulang)",
      model: "model berbeda pada {detail}",
      digest: "sidik {detail} bukan sidik baris-baris ini",
      proof: "catatan audit tidak memuatnya: {detail}",
      record: "catatan audit menyebut daftar lain: {detail}",
      seed: "benih undian {detail} bukan yang diikat sebelum penilaian",
    },
    notesTitle: "Yang perlu diketahui:",
    notes: {
      noCommitment: "paket tidak memuat ikatan aturan dan benih dari sebelum penilaian",
      noProofs: "paket tidak memuat bukti catatan audit",
      rulesChanged: "aturan berubah sejak diikat ({detail}), misalnya karena jadwal diperpanjang",
      otherModel: "daftar dihitung dengan cara {detail}, bukan cara program ini",
      ownKey: "tanda tangan diperiksa dengan kunci dari paket itu sendiri; berikan --key agar yakin kunci siapa",
      waived: "daftar ditandatangani walau tidak semua penilai terhubung",
      decree: "isi keputusan {detail} tidak termasuk dalam paket",
      sources: "siapa mengunci lembar nilai dan kapan tidak termasuk dalam paket; itu ada dalam catatan audit",
    },
  },
  backup: {
    summary: "menyalin basis data, lampiran, dan kunci saat sistem berjalan",
    help: `Pemakaian: anugerah backup --to FOLDER [--data FOLDER]

Menyalin basis data secara konsisten tanpa menghentikan sistem, lalu lampiran dan kunci, lalu menulis
daftar isinya dengan SHA-256. Folder tujuan harus baru atau kosong.

Opsi
  --to FOLDER     folder tujuan
  --data FOLDER   folder data (bawaan: DATA_DIR, atau data)

Berkas yang ditulis
  anugerah.db     basis data
  files/          lampiran
  keys/           kunci tanda tangan piagam, hanya terbaca oleh pemiliknya: jaga seperti kunci aslinya
  manifest.json   setiap berkas dengan ukuran dan SHA-256`,
    database: "Basis data",
    files: "Lampiran",
    keys: "Kunci",
    done: "Tersalin ke {folder}: {files} berkas, {bytes}. Kunci tanda tangan ikut tersalin: jaga folder ini seperti aslinya.",
  },
  restore: {
    summary: "memulihkan salinan ke folder data yang kosong",
    help: `Pemakaian: anugerah restore --from FOLDER [--data FOLDER]

Mencocokkan setiap berkas salinan dengan daftar isinya, lalu menaruhnya di folder data. Menolak bila
folder data sudah berisi: data yang hidup tidak pernah ditimpa.

Opsi
  --from FOLDER   folder salinan buatan "anugerah backup"
  --data FOLDER   folder data yang baru atau kosong (bawaan: DATA_DIR, atau data)`,
    checking: "Mencocokkan",
    copying: "Memulihkan",
    noManifest: "{folder} tidak berisi manifest.json yang sah; ini bukan salinan lengkap.",
    missing: "berkas {file} dari daftar isi tidak ada di salinan; tidak ada yang dipulihkan.",
    altered: "berkas {file} tidak cocok dengan SHA-256 di daftar isi; tidak ada yang dipulihkan.",
    live: "{folder} sudah berisi data; pemulihan tidak menimpanya. Pilih folder kosong dengan --data.",
    done: "Dipulihkan ke {folder}: {files} berkas, {bytes}.",
  },
  season: {
    summary: "menjalankan satu edisi latihan dari awal sampai piagam",
    help: `Pemakaian: anugerah season --registered N --out FOLDER [--seed N] [--preset KUNCI]

Menjalankan satu edisi latihan utuh dengan data rekaan, melalui operasi yang sama dengan situs: draf,
pengajuan (sekitar 70 %), seleksi (sekitar 78 % lolos), penilaian, daftar finalis, wawancara, daftar
pemenang, piagam. Nama instansi nyata; orang, judul, dan isi rekaan dan ditandai (data latihan).

Opsi
  --registered N   banyaknya draf yang terdaftar
  --out FOLDER     folder hasil; ditolak bila sudah berisi basis data
  --seed N         benih (bawaan 1); benih yang sama memberi results.json dan CSV yang sama persis
  --preset KUNCI   aturan edisi (bawaan kipp-2022)

Berkas yang ditulis
  results.json     hitungan setiap tahap dan daftar lengkap: peringkat, nomor, judul, kode instansi, nilai
  top99.csv        satu berkas untuk setiap daftar, dinamai menurut kuncinya (top45.csv dan seterusnya)
                   kolom: rank, number, title, agency_code, agency, kind, province, group, category,
                   score, reads, tie_broken_by
                   score dengan dua angka desimal; province kode dua angka; tie_broken_by kosong bila
                   tidak ada nilai sama
  certificates/    satu PDF untuk setiap piagam, dinamai nomor serinya (garis miring menjadi tanda hubung)
  timings.json     detik dan puncak memori (MiB) setiap tahap; berbeda pada setiap jalan
  anugerah.db, files/, keys/   folder data lengkap

Membuka hasilnya di situs
  npx anugerah user create --data FOLDER --email ANDA@instansi.go.id --name "Nama" --role auditor
  DATA_DIR=FOLDER npm start`,
    exists: "{file} sudah ada; satu musim memakai folder baru supaya tidak ada yang tertimpa.",
    unknownPreset: "preset {preset} tidak dikenal; yang ada: {known}.",
    unfillable: "preset {preset} belum dapat dijalankan sebagai latihan: {faults}",
    outside: "preset {preset} menilai tahap {stage} di luar sistem; tahap itu belum dapat dilatih.",
    stages: {
      setting: "Registrasi, aturan, kursi",
      drafts: "Draf proposal",
      submission: "Pengajuan",
      screening: "Seleksi administrasi",
      assignment: "Pembagian penilaian",
      sheets: "Lembar nilai: {stage}",
      schedule: "Jadwal wawancara",
      list: "Daftar: {list}",
      certificates: "Piagam PDF",
      results: "Berkas hasil",
    },
    done: "Selesai dalam {seconds} detik, puncak memori {memory} MiB. Hasil di {folder}.",
    list: "{list}: {count} nama",
  },
  demo: { accounts: "Registrasi, arsip, akun demo" },
};
