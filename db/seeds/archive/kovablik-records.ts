/** Winners of KOVABLIK of East Java as published. */
export const kovablikRecords = `
year | tier | title | agency | unit | province | source | note
2021 | Top 30, terbaik 1 | SUPER KEREN (Suara Perempuan dan Kelompok Rentan) | Kabupaten Trenggalek |  | Jawa Timur | https://lenteratoday.com/post/item/74869/Pemprov-Jatim-Beri-Penghargaan-Top-30-Kovablik-2021 |
2021 | Top 30, terbaik 2 | No Setrum; Ngengat Airlines | Dinas Pertanian dan Ketahanan Pangan Prov. Jawa Timur |  | Jawa Timur | same |
2021 | Top 30, terbaik 3 | Bumi Kraksaan | Kabupaten Probolinggo |  | Jawa Timur | same |
2021 | Replikasi terbaik | Si Intan Sexy Banget | Dinas Peternakan Prov. Jawa Timur |  | Jawa Timur | same |
2021 | Outstanding Achievement | instagram (Instalasi Gawat Darurat Modern) | Kabupaten Tulungagung |  | Jawa Timur | same |
2020 | Top 30 | Segar Kagemi (SMPN 10 Kota Malang) | Kota Malang |  | Jawa Timur | https://malangkota.go.id/2020/11/14/kota-malang-sabet-dua-penghargaan-kovablik-provinsi-jatim |
2019 | Top 25 | Tabung Beras Gapai Sanitasi Dasar Tuntas | Kota Probolinggo | UPT Puskesmas Jati | Jawa Timur | https://www.wartapos.id/2019/12/04/dua-inovasi-berhasil-raih-top-25-kovablik-se-jatim/ |
2019 | Top 25 | Mengungkit Kademangan Bangkit, Terbetik Kampung Tematik | Kota Probolinggo | Kecamatan Kademangan | Jawa Timur | same |
`;
