import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Call } from "#app/cli/command.ts";
import { type House, openAnyHouse } from "#app/cli/house.ts";
import { makeProgress } from "#app/cli/progress.ts";
import { Refused } from "#app/cli/refusals.ts";
import { systemCtx } from "#app/cli/system-ctx.ts";
import { countAgencies } from "#app/features/agencies/queries.server.ts";
import { demoFilledKey, findSetting } from "#app/jobs/queries.server.ts";
import type { Config } from "#app/lib/config.server.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { seedReference } from "#db/seed.ts";

/** Brings the database up to date; the first time, fills the registry and the archive. */
export function prepareData(config: Config, call: Call): void {
  const house = openAnyHouse(config);
  try {
    migrate(house, call);
    if (countAgencies(house) === 0) fillReference(house, call);
  } finally {
    house.close();
  }
}

function migrate(house: House, { io, t }: Call): void {
  const stage = makeProgress(io, t).begin(t("cli.serve.migrating"), 1);
  migrateDatabase(house.db);
  stage.advance();
  stage.finish();
}

function fillReference(house: House, { io, t }: Call): void {
  io.err(`${t("cli.serve.seeding")}\n`);
  const counts = seedReference(systemCtx(house, t.locale));
  io.err(`  ${t("cli.serve.seeded", counts)}\n`);
}

/**
 * Brings a demo's database up to date, filling it the first time. It is filled in a folder beside and moved into place when
 * it is whole, so that an interrupted start leaves no half demo. Refuses a folder that holds anything but a demo.
 */
export async function prepareDemo(config: Config, call: Call): Promise<void> {
  if (!existsSync(config.databaseFile)) await fillAside(config, call);
  else call.io.err(`${call.t("cli.serve.filled", { folder: config.dataDir })}\n`);
  const house = openAnyHouse(config);
  try {
    migrate(house, call);
    if (findSetting(house, demoFilledKey) === undefined) {
      throw new Refused("cli.serve.demoNeedsOwnFolder", { file: config.databaseFile });
    }
  } finally {
    house.close();
  }
}

async function fillAside(config: Config, call: Call): Promise<void> {
  const { dataDir } = config;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) throw new Refused("cli.errors.notEmpty", { folder: dataDir });
  const aside = `${dataDir}.filling`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await fillDemo(openAnyHouse(movedTo(config, aside)), call);
  mkdirSync(dirname(dataDir), { recursive: true });
  if (existsSync(dataDir)) rmdirSync(dataDir);
  renameSync(aside, dataDir);
}

const movedTo = (config: Config, dataDir: string): Config => ({
  ...config,
  dataDir,
  databaseFile: `${dataDir}/anugerah.db`,
  filesDir: `${dataDir}/files`,
  keysDir: `${dataDir}/keys`,
});

async function fillDemo(house: House, call: Call): Promise<void> {
  const { io, t } = call;
  io.err(`${t("cli.serve.filling")}\n`);
  // Only a demo needs the rehearsal's script and its PDFs.
  const [{ seedDemo }, { makeSeasonWorld }, { makeStopwatch }] = await Promise.all([
    import("#app/cli/season/demo.ts"),
    import("#app/cli/season/world.ts"),
    import("#app/cli/season/season.ts"),
  ]);
  try {
    migrateDatabase(house.db);
    const now = Date.now();
    await seedDemo(makeSeasonWorld(house, now % 1_000_000), now, makeStopwatch(makeProgress(io, t), t));
    house.db.$client.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    house.close();
  }
}
