import { z } from "zod";
import { defineCommand, exitCodes, wholeNumber } from "#app/cli/command.ts";
import { readMarks, readRules } from "#app/cli/rank/files.ts";
import { writeResult } from "#app/cli/read-file.ts";
import { recount } from "#app/features/ranking/recount/rules.ts";
import type { Recount, Warning } from "#app/features/ranking/recount/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";
import type { Json } from "#app/lib/canonical.ts";

const sizes = z.preprocess((given) => (given === undefined ? [] : given), z.array(wholeNumber(1, 1_000_000)));

export const command = defineCommand({
  options: {
    marks: { type: "string" },
    rules: { type: "string" },
    cut: { type: "string", multiple: true },
    seed: { type: "string" },
    draws: { type: "string" },
    out: { type: "string" },
  },
  input: z.strictObject({
    marks: z.string().min(1),
    rules: z.string().min(1).optional(),
    cut: sizes,
    seed: wholeNumber(0, 0xffffffff).default(1),
    draws: wholeNumber(100, 100_000).default(4_000),
    out: z.string().min(1),
  }),
  run: (input, { t, io, print }) => {
    const startedAt = performance.now();
    const rows = readMarks(input.marks, t);
    const found = recount(rows, { rules: readRules(input.rules, t), cuts: input.cut, seed: input.seed, draws: input.draws });
    writeResult(input.out, `${JSON.stringify(written(found, t), null, 1)}\n`);
    const seconds = formatNumber(t.locale, (performance.now() - startedAt) / 1000, 1);
    io.err(`${t("cli.rank.took", { seconds })}\n`);
    for (const warning of found.warnings) io.err(`${sentenceFor(t, warning)}\n`);
    const counts = { entries: found.entries.length, assessors: found.assessors.length, warnings: found.warnings.length };
    const words = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, formatNumber(t.locale, count)]));
    print({ ...counts, out: input.out }, t("cli.rank.done", { ...words, out: input.out }));
    return exitCodes.ok;
  },
});

/** Digits beyond which two machines may differ in the last place of a logarithm. */
const digits = 1e8;

function written(found: Recount, t: Translate): Json {
  const { cuts, warnings, ...rest } = found;
  const said = warnings.map((warning) => ({
    code: warning.code,
    text: sentenceFor(t, warning),
    ...(warning.assessor === null ? {} : { assessor: warning.assessor }),
  }));
  return rounded({ ...rest, ...(cuts.length > 0 ? { cuts } : {}), warnings: said });
}

function sentenceFor(t: Translate, { code, assessor, params }: Warning): string {
  const part = params.part === undefined ? "" : t(`cli.rank.parts.${params.part}` as MessageKey);
  return t(`cli.rank.warnings.${code}` as MessageKey, { ...params, part, assessor: assessor ?? "" });
}

function rounded(value: unknown): Json {
  if (typeof value === "number") return Math.round(value * digits) / digits;
  if (Array.isArray(value)) return value.map(rounded);
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]));
  return value as Json;
}
