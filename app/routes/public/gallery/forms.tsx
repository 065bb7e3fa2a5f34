import { Search } from "lucide-react";
import { Button, ButtonRow } from "#app/components/button.tsx";
import { CheckboxGroup, Checkbox } from "#app/components/checkbox-group.tsx";
import { ComboBox } from "#app/components/combo-box.tsx";
import { DateTimeInput } from "#app/components/date-time-input.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { FieldRow } from "#app/components/field.tsx";
import { FileInput, FileList, FileRow } from "#app/components/file-input.tsx";
import { KeptForm } from "#app/components/kept-form.tsx";
import { LevelPicker } from "#app/components/level-picker.tsx";
import { Section } from "#app/components/panel.tsx";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { SaveState } from "#app/components/save-state.tsx";
import { Select } from "#app/components/select.tsx";
import { Switch } from "#app/components/switch.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";
import { Paper } from "#app/components/work-shell.tsx";
import { agencyOptions, levels } from "#app/routes/public/gallery/samples.ts";

const words = (limit: number) => ({
  limit,
  countWords: (text: string) => text.trim().split(/\s+/).filter(Boolean).length,
  of: (count: number, most: number) => `${count} dari ${most} kata`,
  over: (excess: number) => `lebih ${excess} kata`,
  crossed: "Melebihi batas kata",
});

const megabytes = (size: number) => `${Math.round(size / 104_857.6) / 10} MB`.replace(".", ",");

export function FormSamples() {
  return (
    <Section title="Formulir">
      <Paper bar={<PaperBar />} title="Signifikansi" lead="Jelaskan bagaimana inovasi diterapkan dan apa dampaknya.">
        <ErrorSummary
          title="Ada 2 isian yang perlu diperbaiki. Yang sudah Anda ketik tetap ada."
          errors={{ measure: "Sebutkan alat ukur, waktu, dan siapa yang mengukur.", adaptation: "Bagian Adaptabilitas melebihi batas 3 kata." }}
        />
        <KeptForm id="contoh" method="post" keptNotice="Isian Anda dipulihkan. Periksa, lalu kirim lagi.">
          <TextFields />
          <ChoiceFields />
          <FileFields />
          <ButtonRow apart>
            <Button>Ide inovatif</Button>
            <Button variant="primary">Simpan bagian</Button>
          </ButtonRow>
        </KeptForm>
      </Paper>
    </Section>
  );
}

function PaperBar() {
  return (
    <>
      <span className="label">Bagian 4 dari 10, bobot 25 %</span>
      <SaveState state="saved">Tersimpan 14.03 WITA</SaveState>
    </>
  );
}

function TextFields() {
  return (
    <>
      <TextInput name="title" label="Judul inovasi" need="wajib" required defaultValue="Apotek Singgah Kepulauan" hint="Tidak memuat nama kepala daerah." />
      <TextInput name="measure" label="Cara mengukur dampak" need="wajib" defaultValue="Survei" error="Sebutkan alat ukur, waktu, dan siapa yang mengukur." />
      <TextArea name="impact" label="Implementasi dan dampak" defaultValue="Sebelum inovasi ini berjalan, warga di tujuh pulau terluar harus menyeberang." words={words(40)} hint="Sebut angka dan tahun." />
      <TextArea name="adaptation" label="Adaptabilitas" rows={3} defaultValue="Tiga kecamatan kepulauan di kabupaten tetangga mengirim petugas untuk belajar" words={words(7)} />
      <FieldRow>
        <Select name="group" label="Kelompok" emptyLabel="Pilih kelompok" options={[{ value: "umum", label: "Umum" }, { value: "replikasi", label: "Replikasi" }]} />
        <DateTimeInput name="closing" label="Ditutup" zone="WIB" defaultValue="2026-04-16T23:59" />
        <TextInput name="quota" label="Kuota" unit="proposal" characters={5} inputMode="numeric" defaultValue="10" />
        <TextInput name="search" label="Cari instansi" icon={Search} type="search" placeholder="nama instansi" />
      </FieldRow>
      <ComboBox name="agency" label="Instansi" emptyLabel="Pilih instansi" options={agencyOptions} words={{ open: "Buka daftar instansi", none: "Tidak ada instansi yang cocok." }} hint="Ketik sebagian nama." />
    </>
  );
}

function ChoiceFields() {
  return (
    <>
      <RadioGroup name="app" label="Apakah inovasi ini berupa aplikasi?" defaultValue="no" options={[{ value: "yes", label: "Ya, aplikasi web atau seluler", note: "Formulir SPBE menjadi wajib." }, { value: "no", label: "Tidak" }]} />
      <CheckboxGroup name="kinds" label="Jenis instansi" inline defaultValue={["kota"]} options={[{ value: "provinsi", label: "Provinsi", count: 4 }, { value: "kabupaten", label: "Kabupaten", count: 12 }, { value: "kota", label: "Kota", count: 5 }]} />
      <Checkbox name="agree" label="Saya menyatakan isi proposal ini benar." error="Centang pernyataan ini untuk melanjutkan." />
      <Switch name="blind" label="Sembunyikan nama instansi" note="Penilai membaca tanpa tahu siapa yang mengajukan." words={{ on: "Aktif", off: "Mati" }} defaultChecked />
      <LevelPicker
        name="level"
        legend="Signifikansi"
        levels={levels}
        defaultLevel="4"
        mark={{
          name: "mark",
          label: "Nilai",
          defaultValue: "84",
          range: (level) => `${level.from} sampai ${level.to} untuk tingkat ini`,
          outside: (typed, level, fitting) => `Nilai ${typed} di luar tingkat ${level.value} (${level.figure}).${fitting ? ` Pilih tingkat ${fitting.value} atau ubah nilainya.` : ""}`,
        }}
      />
      <LevelPicker name="delivery" legend="Penyampaian paparan" defaultLevel="3" levels={["kurang", "cukup", "baik", "sangat baik", "istimewa"].map((label, index) => ({ value: String(index + 1), from: index + 1, to: index + 1, figure: String(index + 1), label }))} />
    </>
  );
}

function FileFields() {
  return (
    <>
      <FileInput
        name="evidence"
        label="Bukti dukung bagian ini"
        need="satu PDF, paling besar 2 MB"
        accept=".pdf,application/pdf"
        maxBytes={2_097_152}
        words={{
          choose: "Pilih berkas",
          drop: "atau letakkan di sini",
          chosen: (file) => `${file.name}, ${megabytes(file.size)}`,
          tooBig: (file) => `Berkas ${megabytes(file.size)} terlalu besar. Batasnya 2 MB.`,
        }}
      />
      <FileList label="Berkas bagian ini">
        <FileRow name="Register-pengambilan-obat-2023-2024.pdf" meta="1,6 MB, diunggah 11 April 2026, 13.41 WITA" to="#berkas" actions={<Button variant="quiet" dense>Hapus berkas</Button>} />
        <FileRow name="Survei-kepuasan-tujuh-pulau.pdf" meta="1,8 MB, diunggah 11 April 2026, 13.52 WITA" actions={<Button variant="quiet" dense>Hapus berkas</Button>} />
      </FileList>
    </>
  );
}
