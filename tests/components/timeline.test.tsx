import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PetalSteps, Timeline, TimelineStrip } from "#app/components/timeline.tsx";
import { currentStage, stageFill, stageState, stageWidths } from "#app/components/timeline-shape.ts";

const day = 86_400_000;
const stage = (from: number, to: number) => ({ opensAt: from * day, closesAt: to * day });

describe("the state of a stage", () => {
  const window = stage(10, 20);
  it.each([
    [10 * day - 1, "toCome"],
    [10 * day, "running"],
    [20 * day - 1, "running"],
    [20 * day, "done"],
  ])("at %i is %s: it opens on its first instant and is done on its closing instant", (now, state) => {
    expect(stageState(window, now)).toBe(state);
  });

  it("is filled by the share of its time that has passed, never below none or above all", () => {
    expect([5, 10, 12.5, 20, 25].map((at) => stageFill(window, at * day))).toEqual([0, 0, 0.25, 1, 1]);
  });

  it("of no length is empty before its instant and full from it on", () => {
    expect([9, 10].map((at) => stageFill(stage(10, 10), at * day))).toEqual([0, 1]);
  });
});

describe("the width of a petal", () => {
  it("grows with the length of the stage and leaves the shortest half of the longest", () => {
    expect(stageWidths([stage(0, 32), stage(32, 44), stage(44, 45), stage(45, 45)])).toEqual([20, 13.8, 10.3, 10]);
  });

  it("is equal where no stage has a length, and nothing where there is no stage", () => {
    expect(stageWidths([stage(1, 1), stage(2, 2)])).toEqual([10, 10]);
    expect(stageWidths([])).toEqual([]);
  });
});

describe("the stage named first", () => {
  const stages = [stage(0, 10), stage(10, 20), stage(25, 30)];
  it("is the one that runs, then the next to open, at last the one that closed", () => {
    expect([-1, 5, 10, 22, 40].map((at) => currentStage(stages, at * day))).toEqual([0, 0, 1, 2, 2]);
  });

  it("does not exist without stages", () => {
    expect(currentStage([], 0)).toBe(-1);
  });
});

describe("the timeline", () => {
  const words = { label: "Lini masa", done: "Selesai", running: "Berlangsung", toCome: "Akan datang" };
  const stages = [
    { key: "a", name: "Pendaftaran", dates: "1–9 Mar", ...stage(0, 10) },
    { key: "b", name: "Seleksi", dates: "10–19 Mar", ...stage(10, 20) },
    { key: "c", name: "Penilaian", dates: "20–29 Mar", ...stage(20, 30) },
  ];

  it("is an ordered list that says each state in words and marks the running stage", () => {
    const html = renderToStaticMarkup(<Timeline stages={stages} now={15 * day} words={words} />);
    expect(html.match(/<ol[^>]*aria-label="Lini masa"/g)).toHaveLength(1);
    expect([...html.matchAll(/tl__name">([^<]+)<.*?tl__date">([^<]+)<.*?>([^<]+)<\/span><\/div>/g)].map((match) => match.slice(1))).toEqual([
      ["Pendaftaran", "1–9 Mar", "Selesai"],
      ["Seleksi", "10–19 Mar", "Berlangsung"],
      ["Penilaian", "20–29 Mar", "Akan datang"],
    ]);
    expect(html.match(/<li[^>]*aria-current="step"/g)).toHaveLength(1);
  });

  it("draws the passed part of the running petal and only of that one", () => {
    const html = renderToStaticMarkup(<Timeline stages={stages} now={15 * day} words={words} />);
    expect([...html.matchAll(/viewBox="0 0 ([\d.]+) 24"/g)].map((match) => match[1])).toEqual(["100", "100", "50", "100"]);
  });

  it("as a strip hides the drawing from the ear and counts the place from one", () => {
    const html = renderToStaticMarkup(<TimelineStrip stages={stages} now={15 * day} position={(index, count) => `Tahap ${index} dari ${count}.`} current="Seleksi" />);
    expect(html).toContain('<div class="tl tl--strip" aria-hidden="true">');
    expect(html).toContain('<span class="faint">Tahap 2 dari 3.</span> Seleksi');
  });

  it("in its small form says where a thing stands", () => {
    const html = renderToStaticMarkup(<PetalSteps label="Posisi" steps={[{ key: "u", label: "Di unit", state: "running", stateWord: "sekarang" }]} />);
    expect(html).toContain('<li data-s="running" aria-current="step">');
    expect(html).toContain('<span class="vh">, sekarang</span>');
  });
});
