import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BarChart } from "#app/components/bar-chart.tsx";
import { largest, niceTicks, scaled } from "#app/components/chart-scale.ts";
import { sharePercent } from "#app/components/progress.tsx";

describe("the axis of bars", () => {
  it.each([
    [3478, [0, 1000, 2000, 3000, 4000]],
    [100, [0, 25, 50, 75, 100]],
    [7, [0, 2, 4, 6, 8]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [0, [0, 1]],
  ])("up to %i starts at zero and goes in round steps", (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks);
  });

  it("draws a bar as long as its share of the axis", () => {
    expect([0, 50, 100, -5].map((value) => scaled(value, 100, 212))).toEqual([0, 106, 212, 0]);
    expect(scaled(5, 0, 212)).toBe(0);
  });

  it("takes its length from the largest value that is known", () => {
    expect(largest([{ values: [5, null] }, { values: [null, 9] }])).toBe(9);
    expect(largest([{ values: [null] }])).toBe(0);
  });
});

describe("a share", () => {
  it("is a whole percent between none and all", () => {
    expect([sharePercent(31, 72), sharePercent(5, 0), sharePercent(9, 4), sharePercent(-1, 4)]).toEqual([43, 0, 100, 0]);
  });
});

describe("a chart", () => {
  const html = renderToStaticMarkup(
    <BarChart
      title="Proposal per edisi"
      desc="Naik."
      series={[
        { key: "all", label: "Terdaftar", look: "outline" },
        { key: "in", label: "Lolos", look: "fill" },
      ]}
      rows={[
        { key: "2023", label: "2023", values: [3110, null] },
        { key: "2024", label: "2024", values: [null, null], note: "Tidak diselenggarakan" },
      ]}
      format={String}
      missingWord="tidak ditemukan"
      table={{ head: "Edisi", label: "Tabel" }}
    />,
  );

  it("has a title, a description and the same numbers in a table, with what is unknown named", () => {
    expect(html).toMatch(/<title id="[^"]+">Proposal per edisi<\/title><desc id="[^"]+">Naik\.<\/desc>/);
    const cells = [...html.slice(html.indexOf("<tbody>")).matchAll(/<t[hd][^>]*>(?:<span[^>]*>)?([^<]*)/g)].map((match) => match[1]);
    expect(cells).toEqual(["2023", "3110", "tidak ditemukan", "2024", "Tidak diselenggarakan"]);
  });

  it("draws no bar for what is unknown", () => {
    expect(html.match(/<rect class="bar-look bar-look--outline" x="[\d.]+" width="[\d.]+" y="/g)).toHaveLength(1);
    expect(html.match(/chart__missing/g)).toHaveLength(1);
  });
});
