import type { AgencyKind } from "#app/features/agencies/types.ts";
import type { EarlierVersion } from "#app/features/ranking/versions/types.ts";
import type { WordsOf } from "#app/lib/words.ts";

/** What the statistics need of a listed entry. Agencies are told apart by id, never by name. */
export type StatisticsRow = { agencyId: string; kind: AgencyKind; provinceCode: string | null };

export type KindLine = { kind: AgencyKind; agencies: number; innovations: number };

export type Composition = { lines: KindLine[]; total: { agencies: number; innovations: number } };

/** null = the central level: ministries, state bodies, state-owned enterprises. */
export type ProvinceLine = { provinceCode: string | null; agencies: number; innovations: number };

/** One row of a published list, with exactly what the public table shows. */
export type ResultRow = {
  rank: number;
  number: string;
  title: string;
  unit: string;
  agencyName: string;
  kind: AgencyKind;
  province: string | null;
  category: WordsOf;
  /** Hundredths of a point. */
  score: number;
};

/** A list as the public sees it: provisional or final, nothing before. */
export type PublicList = {
  id: string;
  key: string;
  name: WordsOf;
  status: "provisional" | "final";
  size: number;
  listed: number;
  publishedAt: number;
  objectionsCloseAt: number;
  /** Whether objections are accepted at the instant of the page. */
  objectionsOpen: boolean;
  objections: { filed: number; open: number };
  decreeNumber: string | null;
  decreeDate: string | null;
  /** The decree itself, once the list is final. */
  decree: { id: string; sha256: string } | null;
  digest: string;
};

/** A list that was before the public and is being made anew. */
export type WithdrawnList = EarlierVersion & { key: string; name: WordsOf };

/** Figures of a year as published; null = not found. */
export type YearFigures = { year: number; registered: number | null; passed: number | null; held: boolean };
