import type { Progress } from "#app/cli/progress.ts";
import { Refused } from "#app/cli/refusals.ts";
import { type LineFault, type Place, readCorpus } from "#app/cli/similarity/corpus.ts";
import type { Collection } from "#app/features/screening/similarity/batch/rules.ts";
import { shingleIndex, sketchBuilder } from "#app/features/screening/similarity/index/rules.ts";
import { sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import { newTokens, tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

/** A faultless collection: everything but the texts, which are read again where a pair asks for them. */
export type Corpus = Collection & { ids: string[]; places: Place[]; repeated: number };

/** Faults named before the rest is counted only. */
const named = 20;

type Opened = { path: string; file: number; bytes: number };
type Given = { progress: Progress; t: Translate };

/**
 * Reads the new documents and then the old ones. An old line whose id stands among the new is the same document and is passed
 * over; the same id twice in one file is a fault. Refuses with the first 20 faults by line and field.
 */
export function gatherCorpus(files: readonly Opened[], { progress, t }: Given): Corpus {
  const sketches = sketchBuilder();
  const [ids, places, titles] = [[] as string[], [] as Place[], [] as string[]];
  let tokens = newTokens();
  const newIds = new Set<string>();
  let repeated = 0;
  let news = 0;
  files.forEach(({ path, file, bytes }, turn) => {
    const stage = progress.begin(t(turn === 0 ? "cli.similarity.readingNew" : "cli.similarity.readingOld"), bytes / megabyte);
    const faults = new Faults(path, t);
    const lines = new Map<string, number>();
    readCorpus(file, {
      advance: (read) => stage.advance(read / megabyte),
      refuse: (fault) => faults.add(fault),
      take: (document, place, line) => {
        const first = lines.get(document.id);
        if (first !== undefined) return faults.add({ line, field: "id", key: "cli.similarity.duplicate", params: { id: document.id, first } });
        lines.set(document.id, line);
        if (turn > 0 && newIds.has(document.id)) return void (repeated += 1);
        tokens = tokenise(document.text, tokens);
        sketches.add(sketchOf(document.text, tokens));
        titles.push(titleKey(document.title));
        places.push(place);
        ids.push(document.id);
        if (turn === 0) newIds.add(document.id);
      },
    });
    faults.refuse();
    if (turn === 0) news = ids.length;
    stage.finish();
  });
  return { ids, places, titles, news, repeated, index: shingleIndex(sketches.build()) };
}

const megabyte = 1_000_000;

class Faults {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(
    private readonly path: string,
    private readonly t: Translate,
  ) {}

  add({ line, field, key, params }: LineFault): void {
    this.count += 1;
    if (this.count > named) return;
    const words = this.t(key as MessageKey, params);
    this.lines.push(this.t("cli.similarity.fault", { line: String(line), field, words }));
  }

  refuse(): void {
    if (this.count === 0) return;
    const rest = this.count - this.lines.length;
    if (rest > 0) this.lines.push(this.t("cli.similarity.more", { count: formatNumber(this.t.locale, rest) }));
    throw new Refused("cli.similarity.faulty", { file: this.path, count: formatNumber(this.t.locale, this.count), faults: this.lines.join("\n") });
  }
}
