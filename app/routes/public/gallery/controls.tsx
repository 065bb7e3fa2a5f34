import { Download, LogOut, Pencil, Printer, UserRound } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { Button, ButtonRow, GoLink, LinkButton } from "#app/components/button.tsx";
import { ConfirmDialog } from "#app/components/dialog.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LanguageSwitch } from "#app/components/language-switch.tsx";
import { Menu } from "#app/components/menu.tsx";
import { Notice } from "#app/components/notice.tsx";
import { Panel, Section, Stack } from "#app/components/panel.tsx";
import { PrintButton } from "#app/components/print-button.tsx";
import { Progress } from "#app/components/progress.tsx";
import { RehearsalData, RehearsalMark } from "#app/components/rehearsal-mark.tsx";
import { SaveState } from "#app/components/save-state.tsx";
import { TabsNav } from "#app/components/tabs-nav.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { ThemeSwitch } from "#app/components/theme-switch.tsx";

export function ControlSamples() {
  return (
    <>
      <Section title="Tombol dan tautan">
        <Stack>
          <ButtonRow>
            <Button variant="primary">Ajukan proposal</Button>
            <Button icon={Download}>Unduh bundel</Button>
            <Button variant="quiet">Batalkan</Button>
            <Button variant="danger">Cabut piagam</Button>
            <Button dense icon={Pencil}>
              Ubah
            </Button>
            <Button iconOnly icon={Printer}>
              Cetak
            </Button>
            <Button variant="primary" busy>
              Mengirim
            </Button>
            <LinkButton to="?shell=dense">Lihat kerangka</LinkButton>
            <PrintButton>Cetak halaman</PrintButton>
          </ButtonRow>
          <Button variant="primary" blocked="Terbuka setelah empat hal di atas selesai. Draf tetap tersimpan.">
            Kirim ke admin lokal
          </Button>
          <ButtonRow>
            <GoLink to="#semua">Semua pengumuman</GoLink>
            <GoLink to="#pedoman" icon={Download} plain>
              Pedoman edisi (PDF, 1,4 MB)
            </GoLink>
          </ButtonRow>
          <ButtonRow>
            <ThemeSwitch action="/theme" current="system" returnTo="/_komponen" words={{ label: "Tampilan", system: "Ikuti perangkat", light: "Terang", dark: "Gelap" }} />
            <LanguageSwitch action="/language" other={{ locale: "en", name: "English" }} returnTo="/_komponen" />
            <Menu
              trigger={{ children: "Penilai 07" }}
              align="start"
              items={[
                { key: "profile", label: "Profil saya", to: "#profil", icon: UserRound },
                { key: "out", label: "Keluar", action: "/sign-out", icon: LogOut },
              ]}
            />
            <Dialogs />
          </ButtonRow>
        </Stack>
      </Section>
      <StateSamples />
    </>
  );
}

function Dialogs() {
  return (
    <>
      <ConfirmDialog title="Ajukan proposal?" trigger={{ children: "Ajukan proposal" }} confirm="Ajukan proposal" cancel="Batal" busyWord="Mengirim" action="#">
        <p>Setelah diajukan, isi tidak dapat diubah kecuali dikembalikan untuk perbaikan. Tanda terima dikirim ke surel Anda.</p>
      </ConfirmDialog>
      <ConfirmDialog title="Cabut piagam 2026/T45/0031?" trigger={{ children: "Cabut piagam", variant: "danger" }} confirm="Cabut piagam" cancel="Batal" busyWord="Mencabut" action="#" danger>
        <p>Pencabutan tampil di halaman verifikasi dengan alasan ini dan tidak dapat dibatalkan.</p>
        <TextArea name="reason" label="Alasan yang diumumkan" need="wajib" rows={3} />
      </ConfirmDialog>
    </>
  );
}

function StateSamples() {
  return (
    <Section title="Keadaan">
      <Stack>
        <ButtonRow>
          <Badge tone="ok">Dikonfirmasi</Badge>
          <Badge tone="warn">Menunggu</Badge>
          <Badge tone="stop">Ditolak</Badge>
          <Badge tone="info">Tidak terlihat panelis lain</Badge>
          <Badge tone="mark">Top 45</Badge>
          <Badge>Draf</Badge>
          <Badge tone="open">Abu-abu, luar</Badge>
          <RehearsalData>(data latihan)</RehearsalData>
        </ButtonRow>
        <ButtonRow>
          <SaveState state="saved">Tersimpan 14.03 WITA</SaveState>
          <SaveState state="saving">Menyimpan</SaveState>
          <SaveState state="offline">Luring: tersimpan di perangkat</SaveState>
          <SaveState state="failed">Belum tersimpan</SaveState>
          <Progress value={31} max={72} label="Kemajuan menilai" words="31 dari 72 selesai" />
        </ButtonRow>
        <Notice title="Ini arsip.">Daftar lengkap Top 99 tahun 2019 belum ditemukan: 22 dari 99 inovasi tercatat dengan nama dan sumbernya.</Notice>
        <Notice tone="ok">Proposal diterima 21.07 WIB. Nomor tanda terima 2026-0417; PDF dikirim ke surel Anda.</Notice>
        <Notice tone="warn" actions={<Button dense>Alihkan</Button>}>
          Sambungan Bupati melemah sejak 10.39 WIB. Cadangan lewat kantor provinsi tersedia.
        </Notice>
        <Notice tone="stop">Pendaftaran ditutup 16 April 2026 pukul 23.59 WIB. Draf Anda tetap dapat diunduh.</Notice>
        <Notice tone="plain">Yang dihitung ialah waktu diterima server.</Notice>
        <RehearsalMark word="LATIHAN" note="Edisi ini latihan. Seluruh isinya rekaan dan tidak berlaku sebagai hasil resmi." />
        <TabsNav label="Isi proposal" tabs={[{ to: "#naskah", label: "Naskah", current: true }, { to: "#bukti", label: "Bukti", count: 6, current: false }, { to: "#kemiripan", label: "Kemiripan", count: 1, current: false }]} />
        <Panel>
          <EmptyState title="Belum ada proposal" action={<LinkButton to="#baru">Tulis proposal</LinkButton>}>
            Mulai dari bagian Identitas; tersimpan otomatis.
          </EmptyState>
        </Panel>
      </Stack>
    </Section>
  );
}
