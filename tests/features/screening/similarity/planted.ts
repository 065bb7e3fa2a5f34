import { dictionary } from "@zxcvbn-ts/language-id";
import type { CorpusDocument } from "#app/cli/similarity/corpus.ts";
import { type Random, seededRandom } from "#app/lib/random.ts";

/**
 * A collection with known copies, as METHODS section 4 draws it: words of a Zipf law over real Indonesian words, 300 words of
 * template in every text, and planted copies of six kinds. It has no natural phrases: what is measured on it is the engine, not
 * the precision among real proposals.
 */
export const plantKinds = ["edited10", "edited30", "edited50", "section", "paragraph", "whole"] as const;
export type PlantKind = (typeof plantKinds)[number];

export type Plant = { kind: PlantKind; copy: string; source: string };

export type Planted = { documents: Iterable<CorpusDocument & { isNew: boolean }>; plants: Plant[] };

const vocabulary: readonly string[] = [...new Set([...dictionary["commonWords-id"], ...dictionary["wikipedia-id"]])].slice(0, 20_000);

function drawWith(random: Random): () => string {
  const sums = new Float64Array(vocabulary.length);
  let sum = 0;
  for (let rank = 0; rank < vocabulary.length; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = vocabulary.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] as string;
  };
}

const words = (count: number, draw: () => string): string[] => Array.from({ length: count }, draw);

type Size = { news: number; olds: number; plantsAKind: number; seed: number };

/** The documents are made as they are asked for; the same seed makes the same ones. Sources of copies are old texts. */
export function planted({ news, olds, plantsAKind, seed }: Size): Planted {
  const draw = drawWith(seededRandom(seed));
  const template = words(300, draw);
  const sources = new Map<string, string[]>();
  const plants: Plant[] = plantKinds.flatMap((kind, k) =>
    Array.from({ length: plantsAKind }, (_, i) => ({ kind, copy: `N${k * plantsAKind + i}`, source: `O${(k * plantsAKind + i) * 3}` })),
  );
  const wanted = new Set(plants.map(({ source }) => source));
  const random = seededRandom(seed + 1);
  const plantOf = new Map(plants.map((plant) => [plant.copy, plant]));
  function* documents() {
    for (let i = 0; i < olds; i += 1) {
      const body = words(900 + Math.floor(random() * 1_800), draw);
      if (wanted.has(`O${i}`)) sources.set(`O${i}`, body);
      yield { ...documentOf(`O${i}`, 2025, { body, template, draw }), isNew: false };
    }
    for (let i = 0; i < news; i += 1) {
      const plant = plantOf.get(`N${i}`);
      const own = words(900 + Math.floor(random() * 1_800), draw);
      const body = plant ? copied(plant.kind, { source: sources.get(plant.source) as string[], own, draw, random }) : own;
      yield { ...documentOf(`N${i}`, 2026, { body, template, draw }), isNew: true };
    }
  }
  return { documents: documents(), plants };
}

type Copying = { source: string[]; own: string[]; draw: () => string; random: Random };

function copied(kind: PlantKind, { source, own, draw, random }: Copying): string[] {
  const edited = (share: number): string[] => source.map((word) => (random() < share ? draw() : word));
  if (kind === "edited10") return edited(0.1);
  if (kind === "edited30") return edited(0.3);
  if (kind === "edited50") return edited(0.5);
  if (kind === "whole") return source;
  const length = kind === "paragraph" ? 150 : Math.floor(source.length / 4);
  const from = Math.floor(random() * (source.length - length));
  const at = Math.floor(random() * own.length);
  return [...own.slice(0, at), ...source.slice(from, from + length), ...own.slice(at)];
}

type Making = { body: string[]; template: string[]; draw: () => string };

/** The template stands in three places of the form, as its headings and explanations do. */
function documentOf(id: string, year: number, { body, template, draw }: Making): CorpusDocument {
  const third = Math.floor(body.length / 3);
  const parts = [0, 1, 2].map((part) => {
    const answer = body.slice(part * third, part === 2 ? body.length : (part + 1) * third).join(" ");
    return `${template.slice(part * 100, part * 100 + 100).join(" ")}.\n${answer}.`;
  });
  return { id, agency: `Instansi ${id}`, year, title: `${words(4, draw).join(" ")} ${id}`, text: parts.join("\n\n") };
}
