import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { agencySeedsOf, type FileFault } from "#app/cli/agency-file.ts";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, openHouse } from "#app/cli/house.ts";
import { Refused } from "#app/cli/refusals.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";
import type { MessageKey, Translate } from "#app/i18n/translator.ts";

/** Faults named before the rest is counted only. */
const named = 20;

export const command = defineCommand({
  options: { data: { type: "string" } },
  operands: ["file"],
  input: z.strictObject({ file: z.string().min(1), data: z.string().min(1).optional() }),
  run: ({ file, data }, { io, t, print }) => {
    if (!existsSync(file)) throw new Refused("cli.errors.noFile", { file });
    const house = openHouse(configOf(io, { DATA_DIR: data }));
    try {
      const ctx = systemCtx(house, t.locale);
      const { seeds, faults } = agencySeedsOf(readFileSync(file, "utf8"), {
        source: t("cli.agencyImport.source", { file: basename(file) }),
        isKnown: (code) => findAgencyByCode(ctx, code) !== undefined,
      });
      if (faults.length > 0) throw faulty(file, faults, t);
      const counts = importAgencies(ctx, seeds);
      print(counts, t("cli.agencyImport.done", counts));
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});

function faulty(file: string, faults: readonly FileFault[], t: Translate): Refused {
  const lines = faults.slice(0, named).map((fault) => {
    const words = t(fault.key as MessageKey, fault.params);
    return t("cli.agencyImport.fault", { line: String(fault.line), field: fault.field, words });
  });
  const rest = faults.length - lines.length;
  if (rest > 0) lines.push(t("cli.agencyImport.more", { count: rest }));
  return new Refused("cli.agencyImport.faulty", { file, count: faults.length, faults: lines.join("\n") });
}
