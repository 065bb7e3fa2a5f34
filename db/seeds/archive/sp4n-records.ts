/** Awards to complaint managers as published, 2018 to 2020: an award goes to an agency, so there is no title. */
export const sp4nRecords = `
year | tier | title | agency | unit | province | source | note
2018 | Top 10 |  | BPJS Kesehatan |  |  | Kepmen PANRB 640/2018 ; https://menpan.go.id/site/berita-terkini/menteri-panrb-anugerahkan-piala-anggakara-birawa |
2018 | Top 10 |  | Badan Pengawas Obat dan Makanan (BPOM) |  |  | same |
2018 | Top 10 |  | Kementerian Riset, Teknologi dan Pendidikan Tinggi |  |  | same |
2018 | Top 10 |  | Pemerintah Kabupaten Banyuwangi |  |  | same |
2018 | Top 10 |  | Pemerintah Kabupaten Bojonegoro |  |  | same |
2018 | Top 10 |  | Pemerintah Kota Bandung |  |  | same |
2018 | Top 10 |  | Pemerintah Kota Cirebon |  |  | same |
2018 | Top 10 |  | Pemerintah Kota Semarang |  |  | same |
2018 | Top 10 |  | Pemerintah Provinsi Jawa Tengah |  |  | same |
2018 | Top 10 |  | Pemerintah Provinsi D.I. Yogyakarta |  |  | same |
2018 | Top 25 |  | Kementerian Hukum dan HAM |  |  | https://www.antaranews.com/berita/776501/kemenpan-rb-beri-penghargaan-terkait-pelayanan-publik |
2018 | Top 25 |  | Kementerian Riset Teknologi dan Pendidikan Tinggi |  |  | same |
2018 | Top 25 |  | Kementerian Pendidikan dan Kebudayaan |  |  | same |
2018 | Top 25 |  | Kementerian PANRB |  |  | same |
2018 | Top 25 |  | Badan Pengawas Obat dan Makanan |  |  | same |
2018 | Top 25 |  | BPJS Kesehatan |  |  | same |
2018 | Top 25 |  | PT Pos Indonesia (Persero) |  |  | same |
2018 | Top 25 |  | Pemprov D.I. Yogyakarta |  |  | same |
2018 | Top 25 |  | Pemprov Kalimantan Selatan |  |  | same |
2018 | Top 25 |  | Pemprov Sumatera Selatan |  |  | same |
2018 | Top 25 |  | Pemprov Jawa Tengah |  |  | same |
2018 | Top 25 |  | Pemkab Banyuwangi |  |  | same |
2018 | Top 25 |  | Pemkab Bulukumba |  |  | same |
2018 | Top 25 |  | Pemkab Kendal |  |  | same |
2018 | Top 25 |  | Pemkot Ambon |  |  | same |
2018 | Top 25 |  | Pemkot Bandung |  |  | same |
2018 | Top 25 |  | Pemkot Banjarbaru |  |  | same |
2018 | Top 25 |  | Pemkot Banjarmasin |  |  | same |
2018 | Top 25 |  | Pemkot Cirebon |  |  | same |
2018 | Top 25 |  | Pemkot Malang |  |  | same |
2018 | Top 25 |  | Pemkot Medan |  |  | same |
2018 | Top 25 |  | Pemkot Semarang |  |  | same |
2018 | Top 25 |  | Pemkot Solok |  |  | same |
2018 | Top 25 |  | Pemkot Sukabumi |  |  | same |
2018 | Top 25 |  | Pemkab Bojonegoro |  |  | same |
2019 | Pemenang |  | Pemerintah Provinsi Jawa Tengah |  |  | https://dnews.co.id/13-pengelola-pengaduan-terbaik-terima-penghargaan-dari-kemepan-rb | Pengelola sistem pengaduan layanan publik terbaik
2019 | Pemenang |  | Badan Pengawas Obat dan Makanan |  |  | same | Pengelola sistem pengaduan layanan publik terbaik
2019 | Pemenang |  | Kementerian Desa PDTT |  |  | same | Pengelola dengan pendorong perubahan terbaik
2019 | Pemenang |  | Kementerian Kesehatan |  |  | same | Pengelola dengan pendorong perubahan terbaik
2019 | Pemenang |  | Pemerintah Kota Banjarmasin |  |  | same | Pengelola dengan aspek dampak terbaik
2019 | Pemenang |  | Pemerintah Kota Banjarbaru |  |  | same | Pengelola dengan aspek dampak terbaik
2019 | Pemenang |  | Pemerintah Provinsi Jawa Barat |  |  | same | Perubahan dan perbaikan pengelolaan pengaduan terbaik
2019 | Pemenang |  | Pemerintah Kabupaten Majalengka |  |  | same | Perubahan dan perbaikan pengelolaan pengaduan terbaik
2019 | Pemenang |  | Pemerintah Kota Semarang |  |  | same | Aspek keberlanjutan inisiatif terbaik
2019 | Pemenang |  | Pemerintah Provinsi Kalimantan Selatan |  |  | same | Aspek keberlanjutan inisiatif terbaik
2019 | Pemenang |  | Dinas Perhubungan Kabupaten Cilacap |  |  | same | Unit Pelaksana Pelayanan terbaik
2019 | Pemenang |  | RS Jantung dan Pembuluh Darah Harapan Kita |  |  | same | Unit Pelaksana Pelayanan terbaik
2019 | Pemenang |  | Ditjen Pajak |  |  | same | Unit Pelaksana Pelayanan terbaik
2020 | Top 15 |  | Pemerintah Kota Bandung |  |  | https://diskominfomc.kalselprov.go.id/2020/11/25/kementerian-panrb-berikan-penghargaan-bagi-pemenang-kompetisi-pengelolaan-pengaduan-pelayanan-publik-2020 | Outstanding Achievement
2020 | Top 15 |  | Pemerintah Kota Semarang |  |  | same | Outstanding Achievement
2020 | Top 15 |  | Pemerintah Kabupaten Pacitan |  |  | https://pacitanku.com/2020/11/25/berkat-wadule-pacitan-pacitan-raih-penghargaan-top-15-pengelolaan-pengaduan-pelayanan-publik-2020-kemenpan-rb/ | Instansi pemerintah dengan aspek dampak terbaik
2020 | Top 15 |  | Pemerintah Kota Surakarta |  |  | same | Instansi pemerintah dengan aspek dampak terbaik
2020 | Finalis |  | Pemerintah Provinsi Kalimantan Selatan |  |  | https://diskominfomc.kalselprov.go.id/2020/11/25/kementerian-panrb-berikan-penghargaan-bagi-pemenang-kompetisi-pengelolaan-pengaduan-pelayanan-publik-2020 | Outstanding Achievement (6 besar)
2020 | Finalis |  | BPOM |  |  | https://menpan.go.id/site/berita-terkini/enam-instansi-pemerintah-jadi-penutup-di-tahap-wawancara-kompetisi-sp4n-lapor ; https://metrokalimantan.com/2020/11/optimis-lapor-baiman-incar-posisi-2.html | Outstanding Achievement (6 besar)
2020 | Finalis |  | Pemerintah Kota Banjarmasin |  |  | https://menpan.go.id/site/berita-terkini/enam-instansi-pemerintah-jadi-penutup-di-tahap-wawancara-kompetisi-sp4n-lapor ; https://metrokalimantan.com/2020/11/optimis-lapor-baiman-incar-posisi-2.html | Outstanding Achievement (6 besar)
2020 | Finalis |  | Pemerintah Kabupaten Bojonegoro |  |  | https://menpan.go.id/site/berita-terkini/enam-instansi-pemerintah-jadi-penutup-di-tahap-wawancara-kompetisi-sp4n-lapor ; https://metrokalimantan.com/2020/11/optimis-lapor-baiman-incar-posisi-2.html | Outstanding Achievement (6 besar)
`;
