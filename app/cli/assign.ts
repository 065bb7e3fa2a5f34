import { z } from "zod";
import { readInstance } from "#app/cli/assign/files.ts";
import { type Call, defineCommand, exitCodes, wholeNumber } from "#app/cli/command.ts";
import { makeProgress, type Stage } from "#app/cli/progress.ts";
import { writeResult } from "#app/cli/read-file.ts";
import { bareNames, reasonSentence, shortageSentence } from "#app/features/assignment/components/reason-sentence.ts";
import { solve } from "#app/features/assignment/solver/rules.ts";
import type { Phase, Shortage, Solution } from "#app/features/assignment/solver/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { solveBinaryProgram } from "#app/lib/binary-program.server.ts";
import type { Json } from "#app/lib/canonical.ts";

export const command = defineCommand({
  options: { in: { type: "string" }, seed: { type: "string" }, out: { type: "string" } },
  input: z.strictObject({ in: z.string().min(1), seed: wholeNumber(0, 0xffffffff).default(1), out: z.string().min(1) }),
  run: async ({ in: path, seed, out }, call) => {
    const { t, io, print } = call;
    const startedAt = performance.now();
    const instance = readInstance(path, t);
    const steps = stepper(call);
    const outcome = await solve(instance, { seed, solveProgram: solveBinaryProgram, report: steps.next });
    steps.end();
    if (!outcome.ok) return refuse(outcome.shortages, call);
    writeResult(out, fileOf(outcome.solution, t));
    const seconds = formatNumber(t.locale, (performance.now() - startedAt) / 1000, 1);
    io.err(`${t("cli.assign.took", { seconds, memory: formatNumber(t.locale, Math.round(process.resourceUsage().maxRSS / 1024)) })}\n`);
    const { assignments, status, method, gap, linking, outside } = outcome.solution;
    io.err(`${t(`cli.assign.methods.${method}`, { gap: formatNumber(t.locale, gap * 100, 2) })}\n`);
    if (linking > 0) io.err(`${t("cli.assign.linked", { step: linking })}\n`);
    if (outside > 0) io.err(`${t("cli.assign.outside", { count: formatNumber(t.locale, outside) })}\n`);
    const counts = { assignments: assignments.length, status, out };
    print(counts, t("cli.assign.done", { ...counts, assignments: formatNumber(t.locale, assignments.length) }));
    return exitCodes.ok;
  },
});

/** One line of progress a phase; a phase that comes again begins anew. */
function stepper({ io, t }: Call): { next: (phase: Phase) => void; end: () => void } {
  const progress = makeProgress(io, t);
  let stage: Stage | null = null;
  const end = (): void => {
    stage?.advance();
    stage?.finish();
    stage = null;
  };
  return {
    end,
    next: (phase) => {
      end();
      stage = progress.begin(t(`assignment.phases.${phase}`), 1);
    },
  };
}

/** Sentences on standard error, at most; all of them in the object of `--json`. */
const named = 20;

function refuse(shortages: readonly Shortage[], { t, io, print }: Call): number {
  const sentences = shortages.map((shortage) => shortageSentence(t, shortage, bareNames));
  io.err(`${t("cli.assign.infeasible", { count: formatNumber(t.locale, shortages.length) })}\n`);
  for (const sentence of sentences.slice(0, named)) io.err(`  ${sentence}\n`);
  if (sentences.length > named) io.err(`${t("cli.files.more", { count: formatNumber(t.locale, sentences.length - named) })}\n`);
  const infeasible = shortages.map((shortage, at) => ({ rule: shortage.kind, entries: entriesOf(shortage), why: sentences[at] as string }));
  print({ infeasible }, t("cli.assign.refused"));
  return exitCodes.refused;
}

const entriesOf = (shortage: Shortage): string[] => ("entry" in shortage ? [shortage.entry] : "entries" in shortage ? shortage.entries : []);

/** Digits beyond which two machines may differ in the last place. */
const digits = 1e9;

/** One pair a line: a file of many thousands can still be read and compared line by line. */
function fileOf({ assignments, objective, status, gap, checks, reasons }: Solution, t: Translate): string {
  const line = (value: Json): string => JSON.stringify(value);
  const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * digits) / digits);
  const written = { ...checks, expertShare: rounded(checks.expertShare), contrastVarianceRatio: rounded(checks.contrastVarianceRatio), worstEntry: rounded(checks.worstEntry) };
  const why = Object.entries(reasons).map(([entry, readers]) => {
    const sentences = Object.fromEntries(Object.entries(readers).map(([id, reason]) => [id, reasonSentence(t, reason, bareNames)]));
    return `${JSON.stringify(entry)}:${line(sentences)}`;
  });
  return [
    `{"assignments":[`,
    assignments.map(line).join(",\n"),
    `],"objective":${objective},"status":${line(status)},"gap":${rounded(gap)},`,
    `"checks":${line(written)},`,
    `"reasons":{`,
    why.join(",\n"),
    `}}\n`,
  ].join("\n");
}
