import { existsSync } from "node:fs";
import { z } from "zod";
import { type Call, defineCommand, exitCodes } from "#app/cli/command.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { writeResult } from "#app/cli/read-file.ts";
import { Refused } from "#app/cli/refusals.ts";
import { openCorpus } from "#app/cli/similarity/corpus.ts";
import { gatherCorpus } from "#app/cli/similarity/gather.ts";
import { pairLines } from "#app/cli/similarity/pairs.ts";
import { formatNumber } from "#app/i18n/format.ts";

export const command = defineCommand({
  options: { new: { type: "string" }, old: { type: "string" }, out: { type: "string" } },
  input: z.strictObject({ new: z.string().min(1), old: z.string().min(1).optional(), out: z.string().min(1) }),
  run: ({ new: news, old, out }, call) => {
    const files = [news, ...(old === undefined ? [] : [old])].map((path) => open(path));
    try {
      return compare(files, { out, ...call });
    } finally {
      for (const file of files) file.close();
    }
  },
});

function open(path: string) {
  if (!existsSync(path)) throw new Refused("cli.errors.noFile", { file: path });
  return { path, ...openCorpus(path) };
}

function compare(files: readonly ReturnType<typeof open>[], { out, io, t, print }: Call & { out: string }): number {
  const startedAt = performance.now();
  const progress = makeProgress(io, t);
  const corpus = gatherCorpus(files, { progress, t });
  const pairs = pairLines(corpus, { progress, t });
  writeResult(out, fileOf(pairs));
  if (corpus.repeated > 0) io.err(`${t("cli.similarity.repeated", { count: formatNumber(t.locale, corpus.repeated) })}\n`);
  const counts = { new: corpus.news, old: corpus.ids.length - corpus.news, pairs: pairs.length };
  const seconds = formatNumber(t.locale, (performance.now() - startedAt) / 1000, 1);
  io.err(`${t("cli.similarity.took", { seconds, memory: formatNumber(t.locale, Math.round(process.resourceUsage().maxRSS / 1024)) })}\n`);
  const words = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, formatNumber(t.locale, count)]));
  print({ ...counts, out }, t("cli.similarity.done", { ...words, out }));
  return exitCodes.ok;
}

/** One pair a line: a file of many thousands can still be read, compared and searched line by line. */
const fileOf = (pairs: readonly string[]): string => `{"pairs":[${pairs.length === 0 ? "" : `\n${pairs.join(",\n")}\n`}]}\n`;
