import { expect, it } from "vitest";
import { blocksOf } from "#app/lib/text-blocks.ts";

it("reads lines with signs as lists and the others as paragraphs with their line ends", () => {
  expect(blocksOf("Satu\nbaris kedua\n\nDua\n- a\n- b\n1. c\n2. d\nTiga")).toEqual([
    { kind: "paragraph", text: "Satu\nbaris kedua" },
    { kind: "paragraph", text: "Dua" },
    { kind: "list", ordered: false, start: 1, items: ["a", "b"] },
    { kind: "list", ordered: true, start: 1, items: ["c", "d"] },
    { kind: "paragraph", text: "Tiga" },
  ]);
});

it("leaves a single sentence that begins with a number, a dash inside a word and an empty text as they are", () => {
  expect(blocksOf("12. Juli hari pertama")).toEqual([{ kind: "paragraph", text: "12. Juli hari pertama" }]);
  expect(blocksOf("-tanpa spasi")).toEqual([{ kind: "paragraph", text: "-tanpa spasi" }]);
  expect(blocksOf("")).toEqual([]);
});

it("goes on counting where the writer began", () => {
  expect(blocksOf("3. c\n4. d")).toEqual([{ kind: "list", ordered: true, start: 3, items: ["c", "d"] }]);
});
