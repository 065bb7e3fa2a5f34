import type { Progress } from "#app/cli/progress.ts";
import { readAgain } from "#app/cli/similarity/corpus.ts";
import type { Corpus } from "#app/cli/similarity/gather.ts";
import { type FoundPair, foundPairs } from "#app/features/screening/similarity/batch/rules.ts";
import { passagesOf } from "#app/features/screening/similarity/passages/rules.ts";
import { tokenise } from "#app/features/screening/similarity/text/rules.ts";
import type { Tokens } from "#app/features/screening/similarity/types.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** Tokenised texts kept while their pairs are written; one source is often copied by many. */
const kept = 200;

/** Every pair as a line of JSON, by the ids of both: the order of the rows in the files changes nothing. */
export function pairLines(corpus: Corpus, { progress, t }: { progress: Progress; t: Translate }): string[] {
  const looking = progress.begin(t("cli.similarity.comparing"), corpus.news);
  const pairs = foundPairs(corpus, () => looking.advance()).map((pair) => inOrder(corpus, pair));
  looking.finish();
  pairs.sort((x, y) => byText(corpus.ids[x.a], corpus.ids[y.a]) || byText(corpus.ids[x.b], corpus.ids[y.b]));
  const aligning = progress.begin(t("cli.similarity.aligning"), pairs.length);
  const tokensOf = cachedTokens(corpus);
  const lines = pairs.map((pair) => {
    aligning.advance();
    return lineOf(corpus, pair, tokensOf);
  });
  aligning.finish();
  return lines;
}

const byText = (x = "", y = ""): number => (x < y ? -1 : x > y ? 1 : 0);

/** Of two new documents the one with the lesser id comes first. */
function inOrder({ ids, news }: Corpus, pair: FoundPair): FoundPair {
  if (pair.b >= news || byText(ids[pair.a], ids[pair.b]) < 0) return pair;
  return { ...pair, a: pair.b, b: pair.a, containmentAB: pair.containmentBA, containmentBA: pair.containmentAB };
}

function lineOf(corpus: Corpus, { a, b, containmentAB, containmentBA, sameTitle }: FoundPair, tokensOf: (text: number) => Tokens): string {
  const passages = containmentAB === 0 ? [] : passagesOf(tokensOf(a), tokensOf(b), corpus.index.sharedNames(a, b));
  return JSON.stringify({
    ...{ a: corpus.ids[a], b: corpus.ids[b] },
    ...{ containmentAB: rounded(containmentAB), containmentBA: rounded(containmentBA) },
    ...{ sameTitle, passages },
  });
}

/** Four decimals: more would pretend to a precision that a sample of shingles has not. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function cachedTokens({ places }: Corpus): (text: number) => Tokens {
  const cache = new Map<number, Tokens>();
  return (text) => {
    const known = cache.get(text);
    if (known) return known;
    const tokens = tokenise(readAgain(places[text] as Corpus["places"][number]).text);
    if (cache.size >= kept) cache.delete(cache.keys().next().value as number);
    cache.set(text, tokens);
    return tokens;
  };
}
