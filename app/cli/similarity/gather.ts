import { FileFaults } from "#app/cli/file-faults.ts";
import type { Progress } from "#app/cli/progress.ts";
import { type Place, readCorpus } from "#app/cli/similarity/corpus.ts";
import type { Collection } from "#app/features/screening/similarity/batch/rules.ts";
import { shingleIndex, sketchBuilder } from "#app/features/screening/similarity/index/rules.ts";
import { sketchOf } from "#app/features/screening/similarity/sketch/rules.ts";
import { newTokens, tokenise } from "#app/features/screening/similarity/text/rules.ts";
import { titleKey } from "#app/features/screening/similarity/titles/rules.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** A faultless collection: everything but the texts, which are read again where a pair asks for them. */
export type Corpus = Collection & { ids: string[]; places: Place[]; repeated: number };

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
    const faults = new FileFaults(path, t);
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
