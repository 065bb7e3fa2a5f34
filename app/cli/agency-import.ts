import { basename } from "node:path";
import { z } from "zod";
import { agencySeedsOf } from "#app/cli/agency-file.ts";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { FileFaults } from "#app/cli/file-faults.ts";
import { configOf, openHouse } from "#app/cli/house.ts";
import { readCsv } from "#app/cli/read-file.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { importAgencies } from "#app/features/agencies/operations.server.ts";
import { findAgencyByCode } from "#app/features/agencies/queries.server.ts";

export const command = defineCommand({
  options: { data: { type: "string" } },
  operands: ["file"],
  input: z.strictObject({ file: z.string().min(1), data: z.string().min(1).optional() }),
  run: ({ file, data }, { io, t, print }) => {
    const records = readCsv(file);
    const house = openHouse(configOf(io, { DATA_DIR: data }));
    try {
      const ctx = systemCtx(house, t.locale);
      const faults = new FileFaults(file, t);
      const seeds = agencySeedsOf(records, {
        ...{ source: t("cli.agencyImport.source", { file: basename(file) }), faults },
        isKnown: (code) => findAgencyByCode(ctx, code) !== undefined,
      });
      faults.refuse();
      const counts = importAgencies(ctx, seeds);
      print(counts, t("cli.agencyImport.done", counts));
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});
