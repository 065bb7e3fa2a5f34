import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { fieldId, typedList, typedText } from "#app/components/field.tsx";
import { levelOf, readPoints } from "#app/components/mark-text.ts";
import { RadioGroup } from "#app/components/radio-group.tsx";
import { countLevel, TextArea } from "#app/components/text-area.tsx";
import { TextInput } from "#app/components/text-input.tsx";

describe("a field", () => {
  it("ties its label, hint and error to the control", () => {
    const html = renderToStaticMarkup(<TextInput name="criteria.0.label" label="Nama" need="wajib" required hint="Singkat." error="Isian ini belum diisi." />);
    expect(html).toContain('<label for="f-criteria-0-label" class="field__label">Nama <span class="need">(wajib)</span></label>');
    expect(html).toContain('id="f-criteria-0-label" name="criteria.0.label" required="" aria-describedby="f-criteria-0-label-error f-criteria-0-label-hint" aria-invalid="true"');
    expect(html).toContain('id="f-criteria-0-label-error"');
    expect(html).toContain('id="f-criteria-0-label-hint"');
  });

  it("that is a group is a fieldset whose first choice carries the id the summary leads to", () => {
    const html = renderToStaticMarkup(<RadioGroup name="app" label="Aplikasi?" error="Pilih salah satu." defaultValue="b" options={[{ value: "a", label: "Ya" }, { value: "b", label: "Tidak" }]} />);
    expect(html).toContain('<fieldset class="field field--error" aria-describedby="f-app-error">');
    expect([...html.matchAll(/<input[^>]*>/g)].map((match) => /id="f-app"/.test(match[0]))).toEqual([true, false]);
    expect([...html.matchAll(/<input[^>]*>/g)].map((match) => /checked/.test(match[0]))).toEqual([false, true]);
  });

  it("shows what was typed before what is stored, and a sent form without a choice as no choice", () => {
    expect([typedText(undefined, "a", "stored"), typedText({ a: "" }, "a", "stored"), typedText({ a: ["x", "y"] }, "a")]).toEqual(["stored", "", "x"]);
    expect([typedList(undefined, "a", ["s"]), typedList({}, "a", ["s"]), typedList({ a: "x" }, "a"), typedList({ a: ["x", "y"] }, "a")]).toEqual([["s"], [], ["x"], ["x", "y"]]);
  });

  it("with a word limit says how far beyond it the text is before any script runs", () => {
    const words = { limit: 2, countWords: (text: string) => text.split(" ").length, of: (count: number, limit: number) => `${count} dari ${limit} kata`, over: (excess: number) => `lebih ${excess} kata` };
    const html = renderToStaticMarkup(<TextArea name="t" label="T" defaultValue="a b c" words={words} />);
    expect(html).toContain('data-level="over"');
    expect(html).toContain("3 dari 2 kata<b>, lebih 1 kata</b>");
    expect([0, 9, 10, 11].map((count) => countLevel(count, 10))).toEqual(["under", "near", "near", "over"]);
  });
});

describe("an error summary", () => {
  it("leads to each field and is absent without a message", () => {
    const html = renderToStaticMarkup(<ErrorSummary title="Ada 1 isian." errors={{ "a.b": "Salah." }} labels={{ "a.b": "Judul" }} />);
    expect(html).toContain(`<a href="#${fieldId("a.b")}">Judul: Salah.</a>`);
    expect(html).toContain('role="alert" tabindex="-1"');
    expect(renderToStaticMarkup(<ErrorSummary title={null} />)).toBe("");
  });
});

describe("a blocked button", () => {
  it("stays focusable and says why", () => {
    const html = renderToStaticMarkup(<Button blocked="Empat hal belum selesai.">Kirim</Button>);
    expect(html).toMatch(/<button type="submit" class="btn btn--secondary" aria-disabled="true" aria-describedby="([^"]+)">Kirim<\/button><span class="btn-why__reason" id="\1">Empat hal belum selesai\.<\/span>/);
    expect(html).not.toContain("disabled=\"\"");
  });
});

describe("points as they are typed", () => {
  it("may have a comma or a point and two decimals, and are otherwise no number", () => {
    expect(["84", " 84,5 ", "84.25", "84,125", "", "-1", "abc", "1e3"].map(readPoints)).toEqual([84, 84.5, 84.25, null, null, null, null, null]);
  });

  it("belong to the level they reach, and half points between two ranges to the lower", () => {
    const levels = [
      { value: "1", from: 0, to: 74 },
      { value: "2", from: 75, to: 89 },
      { value: "3", from: 90, to: 100 },
    ];
    expect([0, 74.5, 75, 89.99, 90, 100, 100.5].map((points) => levelOf(levels, points)?.value)).toEqual(["1", "1", "2", "2", "3", "3", undefined]);
  });
});
