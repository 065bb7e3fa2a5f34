/** Innovations of KIPP as published, 2014 to 2023; lists of most years are known in part only. */
export const kippRecords = `
year | tier | title | agency | unit | province | source | note
2014 | Top 9 | Surabaya Single Window (SSW) | Pemerintah Kota Surabaya |  | Jawa Timur | https://menpan.go.id/site/berita-terkini/surabaya-raih-dua-penghargaan-inovasi-pelayanan-publik | Daftar Top 9 ini lengkap.
2014 | Top 9 | Format hulu hilir | Pemerintah Provinsi Aceh |  | Aceh | same |
2014 | Top 9 | Fiducia Online | Kementerian Hukum dan HAM |  |  | same |
2014 | Top 9 | GRMS | Pemerintah Kota Surabaya |  | Jawa Timur | same |
2014 | Top 9 | Pemberantasan KKN pada jembatan timbang | Pemerintah Provinsi Jawa Timur |  | Jawa Timur | same |
2014 | Top 9 | KM 0 (nol) pro poor | Pemerintah Provinsi Jawa Barat |  | Jawa Barat | same |
2014 | Top 9 | Pembangunan Jalan Tanpa Bayar | Pemerintah Kota Banjarbaru |  | Kalimantan Selatan | same |
2014 | Top 9 | Kampung Media | Pemerintah Provinsi Nusa Tenggara Barat |  | Nusa Tenggara Barat | same |
2014 | Top 9 | Karantina Ikan Semarang | Kementerian Kelautan dan Perikanan |  |  | same |
2015 | Top 99 | Prolanis - One Stop Service Pengelolaan Hipertensi dan DM di Puskesmas Talagabodas | Pemerintah Kota Bandung |  | Jawa Barat | https://github.com/pujisubarkah/Jippnas | Contoh data dalam sebuah repositori: keyakinan rendah.
2016 | Top 99 | Ketuk Pintu Rumah | Kementerian ATR/BPN | Kantor Pertanahan Kab. Kepulauan Selayar | Sulawesi Selatan | https://fdokumen.com/document/20160527-deskripsi-top-99-inovasi-pelayanan-publik.html |
2016 | Top 35 | Pengembangan Klinik Konsultasi Agribisnis | Pemerintah Kabupaten Gunungkidul | BP2KP | DI Yogyakarta | http://jogja.antaranews.com/berita/339933/klinik-konsultasi-agribisnis-masuk-top-35-inovasi |
2018 | Top 99 | Blood Jek Si Pengawal Nyawa | Pemerintah Kabupaten Lumajang | UDD PMI | Jawa Timur | https://jatim.antaranews.com/amp/berita/263331/pemkab-lumajang-raih-penghargaan-inovasi-pelayanan-terbaik |
2018 | Top 99 | Gebrakan Pagi Berseri | Pemerintah Kabupaten Lumajang | Puskesmas Randuagung | Jawa Timur | same |
2018 | Top 99 | Bima Juara (Beli Mahal Jual Murah) | Pemerintah Kabupaten Klungkung | Dinas Pertanian | Bali | https://nusabali.com/berita/34344/panelis-top-99-ipp-apresiasi-program-bima-juara-dan-toss |
2018 | Top 99 | TOSS (Tempat Olah Sampah Sementara) Gema Santi | Pemerintah Kabupaten Klungkung |  | Bali | same |
2018 | Top 40 | Sejuta Ikan (Sertifikasi Pengujian Mutu Hasil Perikanan) | Pemerintah Provinsi Sulawesi Selatan | UPT BPMPP DKP | Sulawesi Selatan | https://jipp.sulselprov.go.id/selamat-sulsel-dapat-penghargaan-top-40-inovasi-pelayanan-publik-2018-diserahkan-jk-ke-prof-nurdin/ |
2018 | Top 40 | Eksistensi (Pelayanan Kesehatan Gratis Terintegrasi) Call Centre 112 | Pemerintah Kota Parepare | Dinas Kesehatan | Sulawesi Selatan | same |
2018 | Top 40 | Antenatal Care Hipnoterapi | Pemerintah Kabupaten Luwu Utara | Dinas Kesehatan | Sulawesi Selatan | same |
2018 | Top 40 | Kelas Perahu | Pemerintah Kabupaten Pangkajene dan Kepulauan | Dinas Pendidikan | Sulawesi Selatan | same |
2018 | Top 40 | Papa Sehat (Papan Kontrol Kesehatan) | Pemerintah Kabupaten Takalar | SDN 81 Kalukubodo | Sulawesi Selatan | same |
2019 | Top 99 | Tele Apik (Teyeng Ndeleng Antrean Pendaftaran lan Poliklinik) | Pemerintah Provinsi Jawa Tengah | RSUD Prof. Dr. Margono Soekarjo | Jawa Tengah | https://jatengtoday.com/jateng-borong-22-penghargaan-awarding-top-99-inovasi-pelayanan-publik |
2019 | Top 99 | Payjem Pas Ngamuk (Pelayanan Jemput Pasien Ngamuk) | Pemerintah Provinsi Jawa Tengah | RSJD Surakarta | Jawa Tengah | same ; https://jateng.antaranews.com/berita/250740/jateng-borong-22-penghargaan-awarding-top-99-inovasi-pelayanan-publik |
2019 | Top 99 | Apem Asi | Pemerintah Provinsi Jawa Tengah | Dinas PUSDATARU | Jawa Tengah | same |
2019 | Top 99 | SI PERUT LAPER (Sistem Informasi Peta Peruntukan Lahan Perkebunan) | Pemerintah Provinsi Jawa Barat | Dinas Perkebunan | Jawa Barat | http://disbun.jabarprov.go.id/post/view/510-id-sekda-jabar-terima-penghargaan-atas-inovasi-si-perut-laper-pada-awarding-top-99-inovasi-pelayanan-pu |
2019 | Top 99 | Gerakan Moral Pinasa | Pemerintah Kabupaten Banggai | Dinas Perumahan, Permukiman dan Pertanahan | Sulawesi Tengah | https://www.obormotindok.co.id/banggai-raih-dua-kategori-penghargaan-top-99-inovasi-pelayanan-publik/ |
2019 | Top 99 | Posyandu Prakonsepsi | Pemerintah Kabupaten Banggai | Dinas Kesehatan | Sulawesi Tengah | same |
2019 | Top 45 | Supertajam (Surat Pernyataan Tanggung Jawab Mutlak) | Kementerian Dalam Negeri | Ditjen Dukcapil |  | http://www.nusakini.com/news/kemendagri-terima-penghargaan-top-45-inovasi-pelayanan-publik-tahun-2019 |
2019 | Top 45 | Kader Gegana Pedes (Gerakan Warga Binaan Peduli Kesehatan) | Pemerintah Kota Cilegon | UPTD Puskesmas Cibeber dengan Lapas Cilegon | Banten | Kepmen PANRB 18/2019 ; http://bantenraya.com/berita/2019/07/20/8451/pemkot-raih-penghargaan | Alamat kedua memberitakan Top 99; berita Top 45 (Lapas Cilegon, 15 Oktober 2019) dibaca tanpa alamat.
2020 | Top 99 | Library Cafe | BPKP | Puslitbangwas |  | https://menpan.go.id/site/berita-terkini/library-cafe-ruang-interaktif-milik-bpkp | Salinan basis data sebuah situs menyebutnya Top 45.
2021 | Top 45 | Getar Dilan (Gerakan Tanam Sayur di Lahan Pekarangan) | Pemerintah Kabupaten Luwu Utara | Dinas Ketahanan Pangan | Sulawesi Selatan | https://www.klikanggaran.com/peristiwa/pr-1152902638/lebih-cepat-lebih-baik-pemda-luwu-utara-persiapkan-10-inovasi-ikut-kipp-tingkat-nasional?page=2 |
2021 | Top 99 | PELITA SI ABAH (Pemanfaatan Limbah Tahu sebagai Alternatif Bahan Bakar) | Pemerintah Kota Probolinggo | Dinas Lingkungan Hidup | Jawa Timur | https://probolinggokota.go.id/pelita-si-abah-masuk-finalis-top-99-inovasi-pelayanan-publik-1-2 |
2023 | Top 45 | PaDi UMKM (Pasar Digital UMKM) | Kementerian BUMN |  |  | http://sorotntb.com/2023/08/kemenpan-rb-umumkan-pemenang-top.html |
2023 | Top 45 | CEISA Barang Kiriman (Consignment Note) untuk barang pekerja migran | Kementerian Keuangan |  |  | same |
2023 | Top 45 | SIMBARA (Sistem Informasi Mineral dan Batubara antar K/L) | Kementerian Keuangan |  |  | same |
2023 | Top 45 | Biotron (Biochar Three in One) | Kementerian Pertanian |  |  | same |
2019 | Top 45 | Tele Apik / aplikasi pelayanan pasien | Pemerintah Provinsi Jawa Tengah | RSUD Prof. Dr. Margono Soekarjo | Jawa Tengah | https://www.solopos.com/setelah-kemenaker-giliran-kemenpan-rb-beri-jateng-penghargaan-1025147/amp | Sumber menggambarkannya tanpa menyebut nama Tele Apik.
2019 | Top 45 | Oce Oke | Pemerintah Kabupaten Banjarnegara |  | Jawa Tengah | same |
2019 | Top 45 | Pattas Sosial Mitra Kurir Langit | Pemerintah Kabupaten Banyumas |  | Jawa Tengah | same |
2019 | Top 45 | Gerakan Kembali Bersekolah Atasi Anak Tidak Sekolah (GKBATS) | Pemerintah Kabupaten Brebes |  | Jawa Tengah | same |
2019 | Top 45 | Balakar to Response Time | Pemerintah Kabupaten Cilacap |  | Jawa Tengah | same |
2019 | Top 45 | Misteri Calon Pengantin Paseso Merapi | Pemerintah Kabupaten Magelang |  | Jawa Tengah | same |
2019 | Top 45 | Rumah Sakit Rasa Toyota | Pemerintah Kabupaten Wonosobo |  | Jawa Tengah | same |
2019 | Top 45 | Rumah Kedelai Grobogan | Pemerintah Kabupaten Grobogan |  | Jawa Tengah | same |
2019 | Top 45 | PANADA (Portal Analisis Data Berbasis Peta) | Pemerintah Kota Manado |  | Sulawesi Utara | https://www.topmanado.com/2019/10/15/walikota-manado-menerima-penghargaan-top-45-inovasi-pelayanan-publik-oleh-wapres-jusuf-kalla-di-istana/ |
2019 | Top 99 | Rantang Kasih | Pemerintah Kabupaten Banyuwangi |  | Jawa Timur | http://jatim.tribunnews.com/2019/07/19/jatim-borong-9-penghargaan-top-99-inovasi-pelayanan-publik-dari-menpanrb-terbanyak-banyuwangi | Banyuwangi memperoleh empat, hanya ini yang disebut namanya.
2019 | Top 99 | Cakrukan Entrepreneur Muda Surabaya | Pemerintah Kota Surabaya |  | Jawa Timur | same |
2019 | Top 99 | Gerebek Pasar Legi | Pemerintah Kabupaten Gresik |  | Jawa Timur | same |
2019 | Top 99 | Posko Paman | Pemerintah Kota Mojokerto |  | Jawa Timur | same | Nama kota salah ketik pada sumber ("Koiokerto").
2019 | Top 99 | Geladak Kancil Jawara | Pemerintah Kabupaten Bondowoso |  | Jawa Timur | same |
2019 | Top 99 | Brexit (Braille E-Ticket and Extraordinary Access for Visual Disabilities) | Pemerintah Kota Malang |  | Jawa Timur | https://humas.malangkota.go.id/2019/07/22/kota-malang-raih-penghargaan-top-99-inovasi-pelayanan-publik-2019/ |
`;
