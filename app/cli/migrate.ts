import { z } from "zod";
import { defineCommand, exitCodes } from "#app/cli/command.ts";
import { configOf, openAnyHouse } from "#app/cli/house.ts";
import { migrateDatabase } from "#db/migrate.ts";

export const command = defineCommand({
  options: { data: { type: "string" } },
  input: z.strictObject({ data: z.string().min(1).optional() }),
  run: ({ data }, { io, t, print }) => {
    const config = configOf(io, { DATA_DIR: data });
    const house = openAnyHouse(config);
    try {
      const applied = migrateDatabase(house.db);
      const file = config.databaseFile;
      print({ file, applied }, applied === 0 ? t("cli.migrate.current", { file }) : t("cli.migrate.done", { applied, file }));
      return exitCodes.ok;
    } finally {
      house.close();
    }
  },
});
