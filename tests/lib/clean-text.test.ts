import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "#app/lib/clean-text.ts";
import { countWords } from "#app/lib/words.ts";

describe("text hygiene", () => {
  it("composes letters and keeps one kind of line end and of space", () => {
    expect(cleanText("Kafe\u0301\r\nsatu\u00a0dua\rtiga\u2028empat")).toBe("Kafé\nsatu dua\ntiga\nempat");
  });

  it("takes away what nobody sees, and what turns the direction of a text", () => {
    expect(cleanText("\ufeffAn\u200bti\u2060 Lu\u00adpa\u0000")).toBe("Anti Lupa");
    expect(cleanText("laporan\u202efdp.exe\u202c")).toBe("laporanfdp.exe");
    expect(cleanText("\u2066inovasi\u2069\u200f")).toBe("inovasi");
  });

  it("keeps scripts from the right, and joiners where they shape a word", () => {
    expect(cleanText("می\u200cروم")).toBe("می\u200cروم");
    expect(cleanText("क्\u200dष")).toBe("क्\u200dष");
    expect(cleanText("مُحَمَّد")).toBe("مُحَمَّد".normalize("NFC"));
  });

  it("keeps emoji whole, families and flags too", () => {
    for (const emoji of ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍🚒", "🇮🇩", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]) expect(cleanText(`Desa ${emoji} Maju`)).toBe(`Desa ${emoji} Maju`);
  });

  it("takes joiners out of Latin words and from the ends of any", () => {
    expect(cleanText("satu\u200ddua\u200c tiga\u200d")).toBe("satudua tiga");
  });

  it("changes nothing more the second time", () => {
    for (const text of ["\u200d\u200d👩\u200d\u200b👧", "a\u0301\u200d\u0301", "ㅤㅤ", "می\u200c\u200cروم"]) {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }
  });

  it("makes one line of a title", () => {
    expect(cleanLine("  Apotek\u200b \n Singgah\t🏝️ ")).toBe("Apotek Singgah 🏝️");
  });
});

describe("the count of words", () => {
  it("cannot be cheated by signs nobody sees: what looks parted is parted, what looks whole is one", () => {
    expect(countWords("satu\u3164dua\u115ftiga\uffa0empat")).toBe(4);
    expect(countWords("satu,\u200bdua,\u2060tiga")).toBe(3);
    expect(countWords("satu\u200bdua")).toBe(1);
    expect(countWords("satu\u00a0dua\u2003tiga\u2800empat")).toBe(4);
  });

  it("counts a word with its marks once, whatever its script", () => {
    expect(countWords("مُحَمَّد كِتَاب")).toBe(2);
    expect(countWords("हिन्दी भाषा")).toBe(2);
    expect(countWords("می\u200cروم")).toBe(1);
  });

  it("joins numbers and compounds as they are written", () => {
    expect(countWords("84,5 persen dan/atau e-KTP 1.000.000 Jum'at kominfo.go.id")).toBe(7);
  });

  it("counts no emoji and no sign", () => {
    expect(countWords("👩‍👩‍👧 … — !")).toBe(0);
  });
});
