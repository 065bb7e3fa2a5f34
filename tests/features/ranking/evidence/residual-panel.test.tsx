import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NoResiduals, ResidualPanel } from "#app/features/ranking/components/residual-panel.tsx";
import type { StageResiduals } from "#app/features/ranking/evidence/types.ts";
import { translators } from "#app/i18n/dictionaries.ts";
import { TranslateProvider } from "#app/i18n/provider.tsx";

const whole: StageResiduals = {
  ...{ stage: "desk", isWhole: true, pairs: 40 },
  levels: [{ from: 60, to: 65, count: 1, mean: 0.4, sd: null, se: null }, { from: 65, to: 70, count: 40, mean: -1.25, sd: 6.5, se: 0.5 }],
  spreads: [{ number: 4711, name: "Siti", count: 30, sd: 9.25, isWide: true }],
  furthest: [{ number: 4711, name: null, category: "layanan", count: 12, mean: 3.5, se: 1.25 }],
};
const veiled: StageResiduals = {
  ...{ ...whole, isWhole: false },
  levels: whole.levels.map((one) => ({ ...one, count: null, se: null })),
  spreads: whole.spreads.map((one) => ({ ...one, count: null })),
  furthest: whole.furthest.map((one) => ({ ...one, count: null, se: null })),
};

const shown = (locale: "id" | "en", residuals: StageResiduals | null): string => {
  const panel = residuals ? <ResidualPanel residuals={residuals} stage={{ id: "Penilaian", en: "Desk" }} categories={{ layanan: "Pelayanan" }} /> : <NoResiduals />;
  return renderToStaticMarkup(<TranslateProvider translate={translators[locale]}>{panel}</TranslateProvider>);
};

describe.each(["id", "en"] as const)("the panel of residuals, %s", (locale) => {
  it("leaves no word of it open", () => {
    expect([whole, veiled, null].flatMap((one) => shown(locale, one).match(/\{\w+|ranking\.\w+\.\w+/g) ?? [])).toEqual([]);
  });

  it("tells counts and errors, or neither", () => {
    const counts = (residuals: StageResiduals): number[] => [(shown(locale, residuals).match(/<th scope="col"/g) ?? []).length, (shown(locale, residuals).match(/class="folded"/g) ?? []).length];
    expect([counts(whole), counts(veiled)]).toEqual([[14, 4], [9, 4]]);
  });
});

it("says how many pairs chance alone puts far from zero", () => {
  expect(shown("id", whole)).toContain("Ditampilkan 1 dari 40 pasangan, yang terjauh dari nol menurut galat bakunya lebih dahulu. Kebetulan saja membuat paling banyak sekitar 1,8 pasangan");
});
