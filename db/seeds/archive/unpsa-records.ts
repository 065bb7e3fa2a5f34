/** Indonesian entries to the United Nations Public Service Awards as published. */
export const unpsaRecords = `
year | tier | title | agency | unit | province | source | note
2014 | Finalis | Unit Pelayanan Informasi dan Keluhan (UPIK) | Kota Yogyakarta |  |  | https://dispendukcapil.surakarta.go.id/dispendukcapil-surakarta-ikuti-2014-united-nations-public-service-forum-day-and-awards-ceremony |
2014 | Finalis | Pelayanan Terpadu | Kabupaten Barru |  |  | same |
2014 | Finalis | Pendistribusian Guru Secara Proporsional | Kabupaten Luwu Utara |  |  | same |
2014 | Finalis | Layanan Administrasi Kependudukan dan Catatan Sipil | Kota Surakarta |  |  | same |
2014 | Finalis | Kemitraan dukun-tenaga medis untuk ibu melahirkan | Kabupaten Aceh Singkil |  |  | same |
2015 | Peringkat kedua, kategori 1 Asia-Pasifik | Mengembangkan Kemitraan Dukun dan Bidan untuk Mengurangi Angka Kematian Anak dan Ibu Melahirkan | Kabupaten Aceh Singkil |  |  | https://www.tempo.co/info-tempo/inovasi-publik-indonesia-raih-penghargaan-pbb-1437007 |
2015 | Peringkat kedua, kategori 3 Asia-Pasifik | Unit Pelayanan Terpadu Penanggulangan Kemiskinan (UPT.PK) | Kabupaten Sragen |  |  | same |
2018 | Pemenang | Sistem EDAT (Early Diagnosis and Treatment) malaria | Kabupaten Teluk Bintuni |  |  | https://www.beritasatu.com/nasional/561020/inovasi-layanan-publik-indonesia-raih-penghargaan-pbb |
2019 | Pemenang | PetaBencana.id | Badan Nasional Penanggulangan Bencana |  |  | https://www.beritasatu.com/nasional/561020/inovasi-layanan-publik-indonesia-raih-penghargaan-pbb | Ensuring integrated approaches in public-sector institutions
2019 | Peserta | LAPOR! (SP4N-LAPOR!) | Kementerian PANRB |  |  | Siaran pers Kementerian PANRB tentang UNPSA 2019 |
2019 | Peserta | Kelas Perahu | Kabupaten Pangkajene dan Kepulauan |  |  | Siaran pers Kementerian PANRB tentang UNPSA 2019 |
2019 | Peserta | Antenatal Care Hipnoterapi | Kabupaten Luwu Utara |  |  | Siaran pers Kementerian PANRB tentang UNPSA 2019 |
2019 | Peserta | Pendistribusian Guru Secara Proporsional | Kabupaten Luwu Utara |  |  | Siaran pers Kementerian PANRB tentang UNPSA 2019 |
2019 | Peserta | Lorong Sehat (Longset) | Kota Makassar |  |  | Siaran pers Kementerian PANRB tentang UNPSA 2019 |
2024 | Pemenang | Sistem Informasi Data Indeks Kerentanan (SIDIK) | Kementerian Lingkungan Hidup dan Kehutanan |  |  | https://www.teropongmalut.com/sembilan-inovasi-pelayanan-publik-indonesia-siap-bersaing-di-unpsa-2026/ |
2024 | Pemenang | SAN PIISAN (Sayangi Dampingi Ibu dan Anak Kota Semarang) | Kota Semarang |  |  | same |
2026 | Diajukan | KAMI SETARA (Kampus Inklusif Semua Tak Berjarak) | Universitas Brawijaya |  |  | https://panjalu.desa.id/pendampingan-inovasi-menuju-unpsa-2026-indonesia-siapkan-delapan-terbaik-untuk-penghargaan-global |
2026 | Diajukan | Sistem Registri Nasional Pengendalian P… | Tidak disebut |  |  | same | Judul terpotong dan instansi tidak disebut pada salinan yang dibaca.
`;
