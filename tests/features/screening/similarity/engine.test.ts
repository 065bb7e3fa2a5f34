import { describe, expect, it } from "vitest";
import { type FoundPair, foundPairs } from "#app/features/screening/similarity/batch/rules.ts";
import { documentLimit, intersection, shingleIndex, sketchBuilder, weightOf } from "#app/features/screening/similarity/index/rules.ts";
import { passagesOf } from "#app/features/screening/similarity/passages/rules.ts";
import { citedWords, sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import { foldedWords, hashWord, stemOf, tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import { seededRandom } from "#app/lib/random.ts";
import { textOf } from "#tests/features/screening/similarity/texts.ts";

function pairsOf(texts: readonly string[], news = texts.length, titles = texts.map(() => "")): FoundPair[] {
  const sketches = sketchBuilder();
  for (const text of texts) sketches.add(sketchOf(text, tokenise(text)));
  return foundPairs({ index: shingleIndex(sketches.build()), titles, news });
}

describe("folding", () => {
  it.each([
    ["ﬁnal oﬀline", ["final", "offline"]],
    ["penye\u00adlenggaraan", ["penyelenggaraan"]],
    ["pela\u200byanan ke\u202epada", ["pelayanan", "kepada"]],
    ["Ｐｅｌａｙａｎａｎ", ["pelayanan"]],
    ["kafé kafe\u0301 KAFE", ["kafe", "kafe", "kafe"]],
    ["anak-anak, 2.500 orang", ["anak", "anak", "2", "500", "orang"]],
    ["maju🚀jaya 𝐛𝐞𝐬𝐚𝐫", ["maju", "jaya", "besar"]],
    ["", []],
  ])("reads %j as %j", (text, words) => {
    expect(foldedWords(text)).toEqual(words);
    const tokens = tokenise(text);
    expect([...tokens.raw.subarray(0, tokens.count)]).toEqual(words.map(hashWord));
  });

  it("counts places in the text as it was given", () => {
    const text = "🚀 Pela\u00adyanan ﬁnal 𝐛𝐞𝐬𝐚𝐫.";
    const { from, to, count } = tokenise(text);
    expect(Array.from({ length: count }, (_, i) => text.slice(from[i], to[i]))).toEqual(["Pela\u00adyanan", "ﬁnal", "𝐛𝐞𝐬𝐚𝐫"]);
  });

  it("reads the same words whatever scratch it is given", () => {
    const [long, short] = [textOf(1, 5_000), textOf(2, 30)];
    const scratch = tokenise(long);
    const again = tokenise(short, scratch);
    const fresh = tokenise(short);
    expect([...again.stem.subarray(0, again.count)]).toEqual([...fresh.stem.subarray(0, fresh.count)]);
  });

  it.each([
    ["pelayanan", "layan"],
    ["melayani", "layan"],
    ["dilayani", "layan"],
    ["kebijakan", "bijak"],
    ["bukunya", "buku"],
    ["membacakan", "baca"],
    ["2026", "2026"],
    ["q4", "q4"],
  ])("stems %s to %s", (word, stem) => expect(stemOf(word)).toBe(stem));
});

describe("what does not count", () => {
  const blockedWords = (text: string): string => {
    const tokens = tokenise(text);
    const blocked = citedWords(text, tokens) ?? new Uint8Array(tokens.count);
    return [...blocked].flatMap((one, i) => (one ? [text.slice(tokens.from[i], tokens.to[i])] : [])).join(" ");
  };

  it.each([
    ["Sesuai Peraturan Menteri PANRB Nomor 7 Tahun 2021, unit kami", "Peraturan Menteri PANRB Nomor 7 Tahun 2021"],
    ["Menurut Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, warga", "Undang Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"],
    ["Perda No. 3 Tahun 2020 tentang Kota Layak Anak. Kami", "Perda No 3 Tahun 2020 tentang Kota Layak Anak"],
    ["Pada tahun 2021 ada nomor antrean", ""],
    ["Lantai nomor 3 dibangun tahun 2020", ""],
    ["Bupati berkata “satu pintu untuk semua layanan warga” lalu pulang ke rumah dan bekerja seperti biasa setiap hari kerja untuk melayani seluruh warga kabupaten tanpa kecuali", "satu pintu untuk semua layanan warga"],
  ])("in %j: %j", (text, words) => expect(blockedWords(text)).toBe(words));

  it("does not take a text between quotation marks for a quotation", () => {
    expect(blockedWords(`"${textOf(3, 40)}"`)).toBe("");
  });

  it("pairs nobody for a law that both cite", () => {
    const law = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 91 Tahun 2021 tentang Pembinaan Inovasi Pelayanan Publik. ";
    const texts = [1, 2].map((seed) => Array.from({ length: 12 }, (_, i) => `${law}${textOf(seed * 100 + i, 30)}. `).join(""));
    expect(pairsOf(texts)).toEqual([]);
  });
});

describe("pairs", () => {
  it.each([60, 200, 1_000, 5_000])("contain each other wholly when equal: %i words", (count) => {
    const text = textOf(count, count);
    const [pair] = pairsOf([text, text]);
    expect([pair?.containmentAB, pair?.containmentBA]).toEqual([1, 1]);
  });

  it("are the same pair from either side, with the shares exchanged", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const a = textOf(seed, 400);
      const b = `${textOf(seed + 100, 900)} ${a.split(" ").slice(0, 300).join(" ")}`;
      const [there] = pairsOf([a, b]);
      const [back] = pairsOf([b, a]);
      expect([there?.containmentAB, there?.containmentBA]).toEqual([back?.containmentBA, back?.containmentAB]);
      expect(there?.containmentAB ?? 0).toBeGreaterThan(there?.containmentBA ?? 1);
    }
  });

  it.each([6, 12, 40, 200])("do not arise from the template of %i texts alone", (count) => {
    const template = textOf(7, 300);
    expect(pairsOf(Array.from({ length: count }, (_, i) => `${template} ${textOf(i + 50, 500)}`))).toEqual([]);
    expect(pairsOf(Array.from({ length: count }, () => template))).toEqual([]);
  });

  it("need a new text: two old ones are nobody's question", () => {
    const text = textOf(9, 300);
    expect(pairsOf([textOf(1, 300), text, text], 1)).toEqual([]);
    expect(pairsOf([text, text, textOf(1, 300)], 1)).toHaveLength(1);
  });

  it("are found by the same title alone, however it is written", () => {
    const titles = ["Jemput-Bola KTP", "JEMPUT BOLA  ktp!", "", ""].map(titleKey);
    const texts = titles.map((_, i) => textOf(i + 1, 300));
    expect(pairsOf(texts, 4, titles)).toEqual([{ a: 0, b: 1, containmentAB: 0, containmentBA: 0, sameTitle: true }]);
  });

  it("are not made of a title that more than 30 bear", () => {
    const texts = Array.from({ length: 31 }, (_, i) => textOf(i + 1, 100));
    expect(pairsOf(texts, 31, texts.map(() => "inovasi"))).toEqual([]);
    expect(pairsOf(texts.slice(1), 30, texts.slice(1).map(() => "inovasi"))).toHaveLength((30 * 29) / 2);
  });

  it("let a shingle count in at most half of a small collection and in at most 30 texts of a large one", () => {
    expect([1, 2, 6, 7, 8, 59, 60, 62, 33_156].map(documentLimit)).toEqual([3, 3, 3, 3, 4, 29, 30, 30, 30]);
  });

  it("take a share of at least half a text, however much of it is common property", () => {
    expect([weightOf(90, 100), weightOf(6, 75), weightOf(0, 0)]).toEqual([90, 38, 0]);
  });

  it("share what both lists hold", () => {
    expect([...intersection(Uint32Array.of(1, 3, 5, 7), Uint32Array.of(2, 3, 7, 4_000_000_000))]).toEqual([3, 7]);
  });
});

describe("passages", () => {
  const align = (a: string, b: string) => {
    const [ta, tb] = [tokenise(a), tokenise(b)];
    return passagesOf(ta, tb, intersection(sketchOf(a, ta), sketchOf(b, tb)));
  };

  it("are where the paragraph stands in either text", () => {
    const paragraph = textOf(5, 150);
    const a = `${textOf(6, 200)} ${paragraph} ${textOf(7, 90)}`;
    const b = `${textOf(8, 20)}\n\n${paragraph}. ${textOf(9, 300)}`;
    const [passage, ...more] = align(a, b);
    expect(more).toEqual([]);
    const [fromA, toA, fromB, toB] = passage as [number, number, number, number];
    expect([a.slice(fromA, toA), b.slice(fromB, toB)]).toEqual([paragraph, paragraph]);
  });

  it("join over a few differing words and part at many", () => {
    const words = textOf(11, 240).split(" ");
    const b = [...words.slice(0, 80), ...textOf(12, 3).split(" "), ...words.slice(83, 160), ...textOf(13, 40).split(" "), ...words.slice(160)];
    expect(align(words.join(" "), b.join(" "))).toHaveLength(2);
  });

  it("follow sections that changed places", () => {
    const [one, two] = [textOf(14, 100), textOf(15, 100)];
    const passages = align(`${one} ${two}`, `${two} ${one}`);
    expect(passages.map(([fromA, , fromB]) => [fromA, fromB])).toEqual([[0, two.length + 1], [one.length + 1, 0]]);
  });

  it("ascend in the first text without overlapping", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const source = textOf(seed, 500).split(" ");
      const random = seededRandom(seed);
      const b = source.map((word) => (random() < 0.3 ? "lain" : word)).join(" ");
      const passages = align(source.join(" "), b);
      expect(passages.length).toBeGreaterThan(0);
      passages.forEach(([from, to], i) => expect(from < to && from >= (passages[i - 1]?.[1] ?? 0)).toBe(true));
    }
  });
});
