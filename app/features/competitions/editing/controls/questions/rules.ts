import type { Definition } from "#app/features/competitions/definition/types.ts";
import { choice, choices, fixed, keyed, note, number, rows, w, words, yes } from "#app/features/competitions/editing/controls/shapes/rules.ts";
import type { Control, ControlOption } from "#app/features/competitions/editing/types.ts";

/** Kinds of question, as an organiser calls them. */
export const questionKinds: ControlOption[] = [
  fixed("longText", "Uraian (teks panjang)", "Long text"),
  fixed("shortText", "Teks pendek", "Short text"),
  fixed("number", "Angka", "Number"),
  fixed("date", "Tanggal", "Date"),
  fixed("choice", "Pilihan: satu jawaban", "Choice: one answer"),
  fixed("multiChoice", "Pilihan: beberapa jawaban", "Choice: several answers"),
  fixed("url", "Tautan", "Link"),
  fixed("video", "Tautan video", "Video link"),
  fixed("file", "Berkas", "File"),
  fixed("statement", "Surat pernyataan dengan contoh", "Statement letter with a template"),
  fixed("rows", "Tabel: baris berulang", "Table: repeated rows"),
];

const columnKinds: ControlOption[] = [
  fixed("shortText", "Teks pendek", "Short text"),
  fixed("number", "Angka", "Number"),
  fixed("date", "Tanggal", "Date"),
  fixed("url", "Tautan", "Link"),
];

const fileKinds: ControlOption[] = [
  fixed("application/pdf", "PDF", "PDF"),
  fixed("image/jpeg", "Gambar JPEG", "JPEG image"),
  fixed("image/png", "Gambar PNG", "PNG image"),
];

const chosen = ["choice", "multiChoice"];
const written = ["longText", "shortText"];

/** Everything of one question. What a kind does not use is not shown and keeps its value. */
export const fieldControls = (definition: Definition, own: string): Control[] => [
  words("label", w("Pertanyaan", "Question"), { lines: 3 }),
  choice("kind", w("Jenis jawaban", "Kind of answer"), questionKinds),
  note("help", w("Petunjuk pengisian", "Help for the writer")),
  yes("required", w("Wajib dijawab", "Must be answered")),
  choice("section", w("Halaman formulir", "Page of the form"), keyed(definition.sections), {
    empty: w("Tanpa halaman sendiri", "No page of its own"),
  }),
  choices("groups", w("Ditanyakan kepada kelompok", "Asked of groups"), keyed(definition.groups), {
    hint: w("Tanpa pilihan = semua kelompok.", "None chosen = all groups."),
  }),
  choice("when", w("Hanya ditanyakan bila", "Asked only when"), earlierAnswers(definition, own), { empty: w("Selalu ditanyakan", "Always asked"), codec: "pair" }),
  number("maxWords", "words", w("Batas kata", "Word limit"), { onlyFor: written, hint: w("0 = tanpa batas.", "0 = no limit.") }),
  decimal("min", w("Paling kecil", "Least")),
  decimal("max", w("Paling besar", "Most")),
  rows("options", w("Pilihan jawaban", "Answers to choose from"), [words("name", w("Pilihan", "Answer"))], { keyed: "name", most: 100, onlyFor: chosen }),
  rows(
    "columns",
    w("Kolom tabel", "Columns of the table"),
    [words("label", w("Judul kolom", "Head of the column")), choice("kind", w("Jenis", "Kind"), columnKinds), yes("required", w("Wajib", "Required"))],
    { keyed: "label", most: 12, onlyFor: ["rows"] },
  ),
  number("minRows", "integer", w("Baris paling sedikit", "Least rows"), { onlyFor: ["rows"], empty: "fault" }),
  number("maxRows", "integer", w("Baris paling banyak", "Most rows"), { onlyFor: ["rows"], empty: "fault", hint: w("0 = tanpa batas.", "0 = no limit.") }),
  yes("evidence", w("Satu PDF bukti dapat dilampirkan", "One PDF may be attached as evidence"), {
    onlyFor: questionKinds.map(({ value }) => value).filter((kind) => kind !== "file" && kind !== "statement"),
  }),
  choices("accept", w("Jenis berkas yang diterima", "Kinds of file taken"), fileKinds, { onlyFor: ["file"], hint: w("Tanpa pilihan = PDF saja.", "None chosen = PDF only.") }),
  number("maxBytes", "bytes", w("Ukuran berkas terbesar", "Largest file"), { onlyFor: ["file", "statement"], orIf: "evidence" }),
];

const decimal = (path: string, label: Control["label"]): Control => ({
  ...{ kind: "decimal" as const, path, label, onlyFor: ["number"] },
  hint: w("Kosong = tanpa batas.", "Empty = no bound."),
});

/** Answers of the choices that stand before the question. */
function earlierAnswers({ fields }: Definition, own: string): ControlOption[] {
  const place = fields.findIndex(({ key }) => key === own);
  return fields
    .slice(0, place < 0 ? fields.length : place)
    .filter(({ kind }) => chosen.includes(kind))
    .flatMap(({ key, label, options }) => options.map((option) => ({ value: `${key}/${option.key}`, label: option.name, group: label })));
}

