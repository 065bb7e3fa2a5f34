import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { YearAggregateSeed } from "#app/features/archive/types.ts";

type Line = { kind: AgencyKind; agencies: number; innovations: number };
type Composition = { tier: string; lines: Line[]; source: string };

const panrb = "https://menpan.go.id/site/berita-terkini";

/**
 * The 2019 lists by kind of agency as the ministry told them: of 3,156 proposals, 99 innovations from 70 agencies, of which
 * 45 from 43 were awarded.
 */
export const composition2019: Composition[] = [
  {
    tier: "Top 99",
    lines: [
      { kind: "kementerian", agencies: 12, innovations: 19 },
      { kind: "lembaga", agencies: 4, innovations: 5 },
      { kind: "provinsi", agencies: 8, innovations: 12 },
      { kind: "kabupaten", agencies: 27, innovations: 41 },
      { kind: "kota", agencies: 18, innovations: 21 },
      { kind: "bumn", agencies: 1, innovations: 1 },
    ],
    source: `Kepmen PANRB 47/2019 ; Siaran pers Kementerian PANRB tentang Top 99 2019 ; ${panrb}/top-99-inovasi-pelayanan-publik-2019-hadirkan-kejutan`,
  },
  {
    tier: "Top 45",
    lines: [
      { kind: "kementerian", agencies: 8, innovations: 9 },
      { kind: "lembaga", agencies: 4, innovations: 4 },
      { kind: "provinsi", agencies: 5, innovations: 5 },
      { kind: "kabupaten", agencies: 16, innovations: 17 },
      { kind: "kota", agencies: 9, innovations: 9 },
      { kind: "bumn", agencies: 1, innovations: 1 },
    ],
    source: `Kepmen PANRB 18/2019 ; ${panrb}/top-45-inovasi-ditetapkan-siap-bersaing-di-kompetisi-internasional`,
  },
];

/** The compositions as the archive keeps them: `composition.<tier>.<kind>.<agencies|innovations>`. */
export const compositionFigures = (): YearAggregateSeed[] =>
  composition2019.flatMap(({ tier, lines, source }) =>
    lines.flatMap(({ kind, agencies, innovations }) =>
      Object.entries({ agencies, innovations }).map(([of, value]) => ({
        competition: "kipp",
        year: 2019,
        measure: `composition.${tier}.${kind}.${of}`,
        value,
        text: `${innovations} inovasi dari ${agencies} ${kind}`,
        source,
      })),
    ),
  );
