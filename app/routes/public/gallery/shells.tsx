import { CalendarDays, ChartNoAxesColumn, Gavel, LayoutDashboard, Scale, UserRound } from "lucide-react";
import { Button, ButtonRow, GoLink, LinkButton } from "#app/components/button.tsx";
import { LevelPicker } from "#app/components/level-picker.tsx";
import { Menu } from "#app/components/menu.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { Section } from "#app/components/panel.tsx";
import { Progress } from "#app/components/progress.tsx";
import { RehearsalMark } from "#app/components/rehearsal-mark.tsx";
import { SheetRow, SheetTotal, SplitPane } from "#app/components/split-pane.tsx";
import { type Step, StepList } from "#app/components/step-list.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { PetalSteps, Timeline } from "#app/components/timeline.tsx";
import { Band, BandHero, PublicShell } from "#app/components/public-shell.tsx";
import { Paper, TaskLayout, WorkShell } from "#app/components/work-shell.tsx";
import { FigureSamples, ListSamples, TableSamples } from "#app/routes/public/gallery/data.tsx";
import { SampleDeadline, SampleStrip } from "#app/routes/public/gallery/motif.tsx";
import { levels, prose, sampleNow, sampleStages, timelineWords } from "#app/routes/public/gallery/samples.ts";

export const shellWords = { product: "Anugerah", skip: "Langsung ke isi", nav: "Utama", menu: "Menu", footerNav: "Bagian" };
export const shellNav = [
  { to: "/", label: "Beranda" },
  { to: "/_komponen", label: "Komponen" },
  { to: "/archive", label: "Arsip" },
  { to: "/verify", label: "Verifikasi piagam" },
];
export const shellFooter = { about: "Penyelenggaraan kompetisi inovasi pelayanan publik, dari pembukaan sampai piagam.", links: shellNav, note: "Semua waktu menyebut zonanya: WIB, WITA, atau WIT." };

const account = <Menu trigger={{ variant: "quiet", children: "Menu" }} items={[{ key: "p", label: "Profil saya", to: "#profil", icon: UserRound }]} />;

export function BandSample() {
  return (
    <PublicShell words={shellWords} nav={shellNav} footer={shellFooter} width="full" end={<LinkButton to="/sign-in" dense>Masuk</LinkButton>}>
      <Band>
        <BandHero
          title="Pendaftaran KIPP 2026 ditutup 16 April"
          lead="Kompetisi Inovasi Pelayanan Publik mencari cara kerja yang terbukti memudahkan warga."
          note="Edisi 2026 (data latihan)"
          aside={<SampleDeadline form="band" />}
          actions={
            <>
              <LinkButton to="/sign-in" variant="band">
                Masuk untuk mengajukan
              </LinkButton>
              <LinkButton to="#pedoman" variant="band-line">
                Baca pedoman edisi
              </LinkButton>
            </>
          }
        >
          <Timeline stages={sampleStages} now={sampleNow} words={timelineWords} band />
        </BandHero>
      </Band>
      <Section title="Pengumuman" ground="plain" aside={<GoLink to="#semua">Semua pengumuman</GoLink>}>
        <ListSamples />
      </Section>
      <Section title="Dari 515 menjadi ribuan proposal" ground="sunk">
        <FigureSamples />
      </Section>
    </PublicShell>
  );
}

export function DenseSample() {
  return (
    <WorkShell
      words={shellWords}
      home="/_komponen"
      density="dense"
      context="KIPP 2026"
      person={{ seat: "Sekretariat", body: "Ketua tim", chair: true }}
      end={account}
      strip={<SampleStrip />}
      above={<RehearsalMark word="LATIHAN" note="Edisi ini latihan. Seluruh isinya rekaan dan tidak berlaku sebagai hasil resmi." />}
      side={{
        label: "Bagian edisi",
        items: [
          { to: "/pemantauan", label: "Pemantauan", icon: LayoutDashboard },
          { to: "/penilaian", label: "Penilaian", icon: Scale, count: 5 },
          { to: "/_komponen", label: "Peringkat", icon: ChartNoAxesColumn },
          { to: "/wawancara", label: "Wawancara", icon: CalendarDays },
          { to: "/sanggahan", label: "Sanggahan", icon: Gavel, count: 2 },
        ],
      }}
    >
      <PageHeader title="Peringkat menuju Top 99" meta="1.917 proposal, 80 penilai. Aturan dibekukan 4 Mei 2026, 08.00 WIB." actions={<><Button>Bundel data</Button><Button variant="primary">Ajukan ke pleno</Button></>} />
      <TableSamples />
      <FigureSamples />
    </WorkShell>
  );
}

const steps: Step[] = [
  { key: "a", to: "#a", label: "Identitas inovasi", state: "ok", stateWord: "lengkap", count: "lengkap" },
  { key: "b", to: "#b", label: "Signifikansi", state: "now", stateWord: "sedang diisi", count: "133/600", current: true },
  { key: "c", to: "#c", label: "Adaptabilitas", state: "over", stateWord: "perlu diperbaiki", count: "+23 kata" },
  { key: "d", to: "#d", label: "Surat pernyataan", state: "part", stateWord: "sebagian", count: "2 dari 3" },
  { key: "e", to: "#e", label: "Kolaborasi", state: "none", stateWord: "belum diisi", count: "0/200" },
];

export function MediumSample() {
  return (
    <WorkShell words={shellWords} home="/_komponen" density="medium" context="Pemerintah Kabupaten Wakatobi" person={{ seat: "Dinas Kesehatan", body: "Unit penyelenggara" }} end={account} strip={<SampleStrip />}>
      <PageHeader
        title="Apotek Singgah Kepulauan"
        crumbsLabel="Remah roti"
        crumbs={[{ label: "Proposal kami", to: "#" }, { label: "KIPP 2026", to: "#" }, { label: "Kelompok umum" }]}
        aside={<PetalSteps label="Posisi proposal" steps={[{ key: "u", label: "Di unit", state: "running", stateWord: "sekarang" }, { key: "a", label: "Di admin lokal", state: "toCome", stateWord: "belum" }, { key: "s", label: "Diajukan", state: "toCome", stateWord: "belum" }]} />}
      />
      <TaskLayout sections={<StepList label="Bagian proposal" steps={steps} />} aside={<SampleDeadline />}>
        <Paper title="Signifikansi" lead="Penilai mencari angka sebelum dan sesudah, serta cara mengukurnya.">
          <TextArea name="impact" label="Implementasi dan dampak" rows={12} defaultValue={prose} />
          <ButtonRow apart>
            <Button>Ide inovatif</Button>
            <Button variant="primary">Simpan dan lanjut</Button>
          </ButtonRow>
        </Paper>
      </TaskLayout>
    </WorkShell>
  );
}

export function ReadingSample() {
  const sheet = (
    <>
      <h2>Lembar nilai</h2>
      <div>
        <SheetRow name="Ide inovatif" weight="bobot 20 %" mark={{ words: "78" }}>
          <p>Sudah dinilai.</p>
        </SheetRow>
        <SheetRow name="Signifikansi" weight="bobot 25 %" mark={{ words: "mengisi", missing: true }} open>
          <LevelPicker name="l" legend="Seberapa besar perubahan yang dapat dibuktikan?" levels={levels} defaultLevel="4" mark={{ name: "m", label: "Nilai", defaultValue: "92", range: (level) => `${level.from} sampai ${level.to} untuk tingkat ini`, outside: (typed, level, fitting) => `Nilai ${typed} di luar tingkat ${level.value} (${level.figure}). Pilih tingkat ${fitting?.value ?? "lain"} atau ubah nilainya.` }} />
          <TextArea name="n" label="Catatan untuk instansi" rows={3} defaultValue="Angka sebelum dan sesudah kuat." />
        </SheetRow>
        <SheetRow name="Adaptabilitas" weight="bobot 20 %" mark={{ words: "belum", missing: true }}>
          <p>Belum dinilai.</p>
        </SheetRow>
      </div>
      <SheetTotal label="Nilai sementara" total="81,40" />
      <ButtonRow>
        <Button variant="primary" blocked="Empat kriteria belum dinilai.">
          Kunci lembar nilai
        </Button>
        <Button>Nyatakan konflik</Button>
      </ButtonRow>
    </>
  );
  const text = (
    <>
      <PageHeader title="Apotek Singgah Kepulauan" meta="Proposal 0417, kelompok umum, Kesehatan" />
      <div>
        <h2>Ide inovatif</h2>
        <p className="prose">{prose}</p>
      </div>
    </>
  );
  return (
    <WorkShell words={shellWords} home="/_komponen" density="reading" context="Meja penilai" person={{ seat: "Penilai 07", body: "Tim evaluasi" }} end={account} strip={<SampleStrip />} bar={<Progress value={31} max={72} label="Kemajuan menilai" words="31 dari 72 selesai" />}>
      <SplitPane textLabel="Naskah proposal" sheetLabel="Lembar nilai" jump={{ toSheet: "Ke lembar nilai", toText: "Ke naskah" }} text={text} sheet={sheet} />
    </WorkShell>
  );
}
