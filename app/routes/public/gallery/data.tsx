import { Badge } from "#app/components/badge.tsx";
import { BarChart } from "#app/components/bar-chart.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { CellNote, type Column, DataTable, Missing } from "#app/components/data-table.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { FigureLine, FigureTile, Funnel } from "#app/components/figure-tile.tsx";
import { FilterBar } from "#app/components/filter-bar.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel, PanelGrid, Section, Stack } from "#app/components/panel.tsx";
import { PetalTally } from "#app/components/petal.tsx";
import { CellBar } from "#app/components/progress.tsx";
import { RecordList } from "#app/components/record-list.tsx";
import { Select } from "#app/components/select.tsx";
import { Checklist } from "#app/components/step-list.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { points, provinceRows, provinceSeries, sampleRows, type SampleRow, yearRows, yearSeries } from "#app/routes/public/gallery/samples.ts";

const columns: Column<SampleRow>[] = [
  { key: "rank", header: "No.", align: "end", sortable: true, tight: true, render: (row) => <b>{row.rank}</b> },
  {
    key: "title",
    header: "Inovasi dan instansi",
    sortable: true,
    rowHeader: true,
    render: (row) => (
      <>
        {row.title}
        <CellNote>{row.agency}</CellNote>
      </>
    ),
  },
  { key: "raw", header: "Mentah", align: "end", sortable: true, render: (row) => row.raw },
  { key: "calibrated", header: "Terkalibrasi", align: "end", sortable: true, render: (row) => <b>{row.calibrated}</b> },
  { key: "chance", header: "P(Top 99)", render: (row) => <CellBar share={row.chance} words={row.chance.toFixed(2).replace(".", ",")} /> },
  { key: "visit", header: "Kunjungan", align: "end", render: () => <Missing word="belum ada" /> },
  {
    key: "state",
    header: "Keadaan",
    tight: true,
    render: (row) => (row.inside ? <Badge tone="mark">Abu-abu, masuk</Badge> : <Badge tone="open">Abu-abu, luar</Badge>),
  },
];

export function TableSamples() {
  return (
    <Section title="Tabel, saringan, halaman">
      <FilterBar
        label="Saring peringkat"
        submitWord="Terapkan saringan"
        clear={{ word: "Hapus saringan", to: "?" }}
        active={[{ key: "rank", label: "Peringkat 97–101", removeTo: "?", removeWord: "Hapus saringan peringkat" }]}
      >
        <TextInput name="q" label="Cari judul atau instansi" type="search" />
        <Select name="kind" label="Jenis instansi" emptyLabel="Semua jenis" options={[{ value: "kota", label: "Kota" }]} />
      </FilterBar>
      <DataTable
        columns={columns}
        rows={sampleRows}
        rowKey={(row) => String(row.rank)}
        caption="Peringkat menuju Top 99"
        captionHidden
        scrollLabel="Tabel peringkat, dapat digeser"
        sort={{ key: "rank", dir: "asc" }}
        sortWords={(header) => `Urutkan menurut ${header}`}
        isCurrent={(row) => row.rank === 98}
        isMuted={(row) => row.rank === 101}
        lineAfter={(row) => (row.rank === 99 ? "Garis batas: 99 proposal di atas baris ini masuk Top 99" : null)}
      />
      <Pagination page={7} pages={120} summary="97–101 dari 1.917" words={{ label: "Halaman", previous: "Sebelumnya", next: "Lanjut", page: (page) => `Halaman ${page}` }} />
    </Section>
  );
}

export function FigureSamples() {
  return (
    <Section title="Angka dan grafik">
      <Stack>
        <Funnel
          label="Dari terdaftar sampai Top 45"
          missingWord="belum ada"
          figures={[
            { key: "all", label: "Terdaftar", figure: "3.478", share: 1, note: "349 instansi" },
            { key: "in", label: "Diajukan", figure: "1.811", unit: "52 % dari terdaftar", share: 0.52, note: "655 di admin lokal", now: true },
            { key: "ok", label: "Lolos administrasi", figure: null, unit: "mulai 17 April", share: 0, note: "sasaran 8 hari kerja" },
            { key: "talk", label: "Wawancara", figure: null, unit: "114 kursi", share: 0 },
            { key: "top", label: "Top 45", figure: null, unit: "45 kursi", share: 0, note: "ditetapkan 5 Agustus" },
          ]}
        />
        <FigureLine figures={[{ key: "a", label: "Diharapkan tepat dari 99", figure: "71", unit: "menurut model" }, { key: "b", label: "Zona abu-abu", figure: "256", unit: "proposal" }, { key: "c", label: "Keandalan", figure: "0,72 → 0,80" }]} />
        <BarChart title="Proposal terdaftar per edisi, 2014 sampai 2025" desc="Naik dari 515 pada 2014 menjadi 3.478 pada 2022, lalu 3.051 pada 2025." series={yearSeries} rows={yearRows} format={points} missingWord="tidak ditemukan" table={{ head: "Edisi", label: "Tabel proposal per edisi" }} source="Sumber: rilis Kementerian PANRB dan pemberitaan per edisi." />
        <PanelGrid>
          <Panel title="Menurut provinsi" span={7} aside="22 dari 99">
            <BarChart form="rows" title="Inovasi menurut provinsi" desc="Jawa Tengah terbanyak." series={provinceSeries} rows={provinceRows} format={points} missingWord="tidak ditemukan" table={{ head: "Provinsi", label: "Tabel angka per provinsi", place: "folded" }} />
          </Panel>
          <Panel title="Jam terakhir" span={5} aside={<Badge tone="ok">Tenang</Badge>}>
            <DescriptionList form="compact" items={[{ term: "Pengajuan per jam", value: "92" }, { term: "Surel menunggu kirim", value: "212, kira-kira 4 menit" }, { term: "Salinan cadangan terakhir", value: "20.14.52 WIB" }]} />
          </Panel>
          <Panel title="Kelopak" span={6}>
            <PetalTally full={9} total={19} label="9 dari 19" />
          </Panel>
          <Panel title="Pemeriksaan" span={6}>
            <Checklist
              checks={[
                { key: "a", state: "no", stateWord: "Belum", words: "Adaptabilitas melebihi batas 23 kata" },
                { key: "b", state: "wait", stateWord: "Menunggu", words: "Kolaborasi belum diisi" },
                { key: "c", state: "ok", stateWord: "Sudah", words: "Usia inovasi 2 tahun 2 bulan, memenuhi syarat" },
              ]}
            />
          </Panel>
        </PanelGrid>
        <FigureTile label="Menunggu Anda" figure="14" unit="proposal" now />
      </Stack>
    </Section>
  );
}

export function ListSamples() {
  return (
    <Section title="Daftar" aside={<LinkButton to="#semua">Lihat semua</LinkButton>}>
      <RecordList
        records={[
          { key: "1", date: "9 Apr 2026", title: "Klinik proposal daring untuk kabupaten dan kota", to: "#1", sub: "Pendaftaran klinik melalui admin lokal sampai 13 April." },
          { key: "2", title: "Balakar to Response Time", to: "#2", sub: "Pemerintah Kabupaten Cilacap", meta: "Jawa Tengah. Sumber: solopos.com", aside: <Badge tone="mark">Top 45</Badge> },
        ]}
      />
      <RecordList form="honours" records={["Rumah Kedelai Grobogan", "PANADA", "Supertajam"].map((title) => ({ key: title, title, to: "#", sub: "Portal Analisis Data Berbasis Peta", meta: "Pemerintah Kota Manado" }))} />
      <DescriptionList items={[{ term: "Yang boleh ikut", value: "Kementerian, lembaga, provinsi, kabupaten, kota, BUMN, dan BUMD" }, { term: "Kuota", value: "10 proposal umum dan 5 proposal replikasi per instansi" }]} />
    </Section>
  );
}
