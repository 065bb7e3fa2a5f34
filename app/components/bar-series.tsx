import type { ReactNode } from "react";

/** `fill` the measure, `outline` the whole or the earlier year, `hatch` a count without names. At most three series. */
export type SeriesLook = "fill" | "outline" | "hatch";
export type Series = { key: string; label: string; look: SeriesLook };
/** One value a series, null where it is not known. `note` replaces the bar: "tidak diselenggarakan". */
export type BarRow = { key: string; label: string; values: readonly (number | null)[]; note?: string };

export type BarChartProps = {
  title: string;
  /** What the eye sees, in a sentence: from where to where, what is missing. */
  desc: string;
  series: readonly Series[];
  rows: readonly BarRow[];
  format: (value: number) => string;
  missingWord: string;
  /** `columns` for years, `rows` for names. */
  form?: "columns" | "rows";
  table: {
    /** Head of the first column: "Edisi". */
    head: string;
    /** "Tabel angka per edisi" */
    label: string;
    /** `beside` where there is room, `folded` behind its label. */
    place?: "beside" | "below" | "folded";
  };
  source?: ReactNode;
};

/** The look is a class; only the hatch needs a pattern of its own drawing. */
export const hatchFill = (look: SeriesLook, id: string): string | undefined => (look === "hatch" ? `url(#h${id})` : undefined);

export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`h${id}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="hatch-ground" width="6" height="6" />
        <rect className="hatch-line" width="2" height="6" />
      </pattern>
    </defs>
  );
}
