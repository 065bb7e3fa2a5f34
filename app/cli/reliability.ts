import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { writeResult } from "#app/cli/read-file.ts";
import { readMatrix } from "#app/cli/reliability/files.ts";
import { kendall, krippendorff } from "#app/features/ranking/reliability/agreement/rules.ts";
import { intraclass } from "#app/features/ranking/reliability/anova/rules.ts";
import type { Statistic } from "#app/features/ranking/reliability/types.ts";
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
