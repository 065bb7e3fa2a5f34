import { Deadline } from "#app/components/deadline.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { ErrorPage } from "#app/components/error-page.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Columns, Section, Stack } from "#app/components/panel.tsx";
import { PetalSteps, Timeline, TimelineStrip } from "#app/components/timeline.tsx";
import { Verdict, type VerdictKind } from "#app/components/verdict.tsx";
import { laterNow, sampleNow, sampleStages, timelineWords } from "#app/routes/public/gallery/samples.ts";

export function SampleStrip() {
  return (
    <TimelineStrip
      stages={sampleStages}
      now={laterNow}
      position={(index, count) => `Tahap ${index} dari ${count}.`}
      current={
        <>
          <b>Penilaian proposal</b> sampai Selasa, 2 Juni 2026 pukul 23.59 WIB
        </>
      }
      next="Berikutnya: Penetapan Top 99, 8 Juni"
    />
  );
}

export function SampleDeadline({ form }: { form?: "card" | "band" }) {
  return (
    <Deadline
      form={form}
      title="Batas pengajuan"
      left="5 hari 9 jam"
      caption={form === "band" ? "sampai pendaftaran ditutup, menurut jam server" : undefined}
      zones={[
        { zone: "WITA", text: "Jumat, 17 April 2026, 00.59" },
        { zone: "WIB", text: "Kamis, 16 April 2026, 23.59" },
      ]}
      note={form === "band" ? undefined : "Yang dihitung ialah waktu diterima server."}
    />
  );
}

export function MotifSamples() {
  return (
    <Section title="Lini masa">
      <Stack>
        <Timeline stages={sampleStages} now={laterNow} words={timelineWords} />
        <SampleStrip />
        <Columns>
          <Timeline form="vertical" stages={sampleStages} now={sampleNow} words={timelineWords} />
          <Stack>
            <PetalSteps
              label="Posisi proposal"
              steps={[
                { key: "unit", label: "Di unit", state: "done", stateWord: "selesai" },
                { key: "admin", label: "Di admin lokal", state: "running", stateWord: "sekarang" },
                { key: "sent", label: "Diajukan", state: "toCome", stateWord: "belum" },
              ]}
            />
            <SampleDeadline />
          </Stack>
        </Columns>
      </Stack>
    </Section>
  );
}

const verdicts: [VerdictKind, string, string][] = [
  ["valid", "Piagam ini asli dan berlaku", "Isi piagam sama dengan yang diterbitkan. Diperiksa Jumat, 16 Oktober 2026 pukul 10.12 WIB."],
  ["altered", "Berkas ini berbeda dari yang diterbitkan", "Nomor seri terdaftar, tetapi isi berkas telah diubah. Jangan dipakai sebagai bukti."],
  ["revoked", "Piagam ini asli, tetapi telah dicabut", "Dicabut 2 November 2026 pukul 14.00 WIB. Tidak lagi berlaku sejak saat itu."],
  ["unknown", "Nomor seri tidak ditemukan", "Periksa garis miring dan angka nol, misalnya 2026/T45/0017."],
  ["rehearsal", "Piagam latihan, tidak berlaku", "Diterbitkan dalam edisi latihan."],
];

export function VerdictSamples() {
  return (
    <Section title="Putusan">
      <Stack gap="large">
        {verdicts.map(([kind, title, lead]) => (
          <Verdict
            key={kind}
            kind={kind}
            title={title}
            lead={lead}
            actions={kind === "valid" ? <LinkButton to="#unduh">Unduh piagam</LinkButton> : undefined}
            proofs={
              kind === "valid" || kind === "altered"
                ? [
                    { key: "n", state: "ok", title: "Nomor seri terdaftar dan berurutan", detail: "Urutan 17 dari 45", word: "Sesuai" },
                    { key: "h", state: kind === "valid" ? "ok" : "no", title: "Sidik berkas", detail: <span className="hash">9f3a 71c2 04be 5d18 c6e0 2b97 7f4d a1e5</span>, word: kind === "valid" ? "Sesuai" : "Berbeda" },
                  ]
                : []
            }
          >
            {kind === "valid" && (
              <DescriptionList items={[{ term: "Penerima", value: "Pemerintah Kabupaten Wakatobi, Dinas Kesehatan" }, { term: "Nomor seri", value: "2026/T45/0017" }]} />
            )}
          </Verdict>
        ))}
        <ErrorPage title="Halaman tidak ditemukan" actions={<LinkButton to="/">Ke beranda</LinkButton>} reference="Nomor permintaan req_8f2c">
          <p>Alamat ini tidak ada, atau isinya tidak dapat Anda lihat. Tidak ada data yang berubah.</p>
        </ErrorPage>
      </Stack>
    </Section>
  );
}
