import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { FileFaults } from "#app/cli/file-faults.ts";
import { readCsv, writeResult } from "#app/cli/read-file.ts";
import { Refused } from "#app/cli/refusals.ts";
import { kendall, krippendorff } from "#app/features/ranking/reliability/agreement/rules.ts";
import { intraclass } from "#app/features/ranking/reliability/anova/rules.ts";
import type { Ratings, Statistic } from "#app/features/ranking/reliability/types.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

export const command = defineCommand({
  options: { matrix: { type: "string" }, out: { type: "string" } },
  input: z.strictObject({ matrix: z.string().min(1), out: z.string().min(1) }),
  run: ({ matrix, out }, { t, print }) => {
    const ratings = readMatrix(matrix, t);
    const { icc1, icc2Single, icc2Mean, icc3Mean } = intraclass(ratings);
    const found = {
      "ICC(1)": icc1,
      "ICC(2,1)": icc2Single,
      "ICC(2,k)": icc2Mean,
      "ICC(3,k)": icc3Mean,
      alphaNominal: krippendorff(ratings, "nominal"),
      alphaOrdinal: krippendorff(ratings, "ordinal"),
      alphaInterval: krippendorff(ratings, "interval"),
      kendallW: kendall(ratings),
    };
    const shape = { entries: ratings.length, assessors: ratings[0]?.length ?? 0 };
    writeResult(out, `${JSON.stringify({ ...shape, ...found }, null, 1)}\n`);
    const lines = Object.entries(found).map(([name, statistic]) => `  ${name.padEnd(14)} ${said(t, statistic)}`);
    print({ ...shape, out }, [t("cli.reliability.done", { out }), ...lines].join("\n"));
    return exitCodes.ok;
  },
});

function said(t: Translate, { value, lower95, upper95, reason }: Statistic): string {
  if (value === null) return t(`cli.reliability.reasons.${reason}` as MessageKey);
  const number = (one: number): string => formatNumber(t.locale, one, 3);
  return lower95 === null ? number(value) : `${number(value)} [${number(lower95)}; ${number(upper95)}]`;
}

/**
 * Rows entries, columns assessors, an empty cell is a missing mark; a first row or column that holds names is passed over. A first
 * row is one of names when it begins with "entry", or when no cell after its first is a mark: one faulty mark makes no head.
 */
function readMatrix(path: string, t: Translate): Ratings {
  const records = readCsv(path);
  const isName = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== "" && !isMark(cell);
  const [corner = "", ...above] = records[0]?.cells ?? [];
  const headed = corner.trim().toLowerCase() === "entry" || (above.length === 0 ? isName(corner) : above.some(isName) && !above.some(isMark));
  const body = headed ? records.slice(1) : records;
  const named = body.some(({ cells }) => isName(cells[0]));
  const width = body[0]?.cells.length ?? 0;
  if (body.length === 0 || width - (named ? 1 : 0) < 1) throw new Refused("cli.reliability.empty", { file: path });
  const faults = new FileFaults(path, t);
  const ratings = body.map(({ line, cells }) => {
    if (cells.length !== width) faults.add({ line, field: "-", key: "cli.files.cells", params: { expected: width, found: cells.length } });
    return cells.slice(named ? 1 : 0).map((cell, at) => {
      if (cell.trim() === "") return null;
      if (!isMark(cell)) faults.add({ line, field: String(at + (named ? 2 : 1)), key: "form.notANumber" });
      return Number(cell);
    });
  });
  faults.refuse();
  return ratings;
}

const isMark = (cell: string): boolean => /^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/.test(cell);
